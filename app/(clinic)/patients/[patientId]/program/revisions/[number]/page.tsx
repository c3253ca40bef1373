import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { DosageCells } from "@/components/clinical/dosage-cells";
import { FindingList } from "@/components/clinical/finding-list";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { clearanceWords } from "@/lib/clinical/words";
import { sourceTitles } from "@/lib/records/library/names";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { revisionNumberSchema } from "@/lib/schemas/program";
import { NotGenuine, VerifyMark } from "../../_components/history/verify-mark";

type Props = PageProps<"/patients/[patientId]/program/revisions/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("program.revisions");
  return { title: t("revision", { number: Number((await params).number) || 0 }) };
}

/** One signed revision as it stands, with what the verifier found. */
export default async function RevisionPage({ params }: Props) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId, number } = await params;
  const wanted = revisionNumberSchema.safeParse(number);
  if (!wanted.success) notFound();
  const revision = await orNotFound(actor, loadRevision(actor, patientId, wanted.data));
  const t = await getTranslations("program");
  const locale = await getLocale();
  const format = await getFormatter();
  const day = (iso: string) => format.dateTime(new Date(iso), "dayYear");
  return (
    <div className="grid gap-4 px-6 py-4 max-md:px-4">
      <p className="flex flex-wrap gap-x-6">
        <AppLink className="link-alone" href={`/patients/${patientId}/program`}>
          ← {t("back")}
        </AppLink>
        <AppLink className="link-alone" href={`/patients/${patientId}/program/revisions`}>
          {t("history.all")}
        </AppLink>
      </p>
      <Card
        title={`${t("revisions.revision", { number: revision.number })}${revision.isCurrent ? ` · ${t("revisions.current")}` : ""}`}
      >
        <p>
          {t("revisions.signedBy", {
            name: revision.signedName,
            at: format.dateTime(new Date(revision.signedAt), "dayTime", { timeZone: actor.clinic.timeZone }),
          })}{" "}
          · {t(revision.meaning === "prescribed" ? "revisions.prescribed" : "revisions.signed")}
        </p>
        <p className="mt-1">
          <VerifyMark isGenuine={revision.isGenuine} />
        </p>
        <p className="mt-1 text-12 break-all text-ink-3">SHA-256 {revision.sha256}</p>
      </Card>
      <NotGenuine isGenuine={revision.isGenuine} />
      {revision.phases.map((phase) => (
        <Card key={phase.n} title={`${phase.n} ${phase.name[locale]}`}>
          {phase.lines.length === 0 ? <p className="text-ink-2">{t("noLines")}</p> : null}
          <ol className="grid gap-2">
            {phase.lines.map((line) => (
              <li className="grid gap-1.5 border-b border-line pb-2 last:border-b-0" key={line.position}>
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
                  <span className="min-w-44 flex-1 font-semibold">{line.name[locale]}</span>
                  <DosageCells dosage={line.dosage} />
                  <AppLink
                    aria-label={t("compare.explain", { name: line.name[locale] })}
                    className="link-alone text-12"
                    href={`/patients/${patientId}/program/revisions/${revision.number}/lines/${line.id}`}
                  >
                    {t("compare.explainWord")}
                  </AppLink>
                  <span className="text-12 text-ink-3 lg:w-44">
                    {t("opensOn", { date: day(line.opensOn) })}
                    {line.needsKeys.length > 0
                      ? ` · ${t("needs", { keys: line.needsKeys.map((key) => clearanceWords[key][locale]).join(", ") })}`
                      : ""}
                  </span>
                </div>
                {line.noteToPatient === null ? null : <p className="text-ink-2">“{line.noteToPatient}”</p>}
                <FindingList
                  findings={line.findings.filter(
                    ({ severity }) => !(line.heldBackUntil !== null && severity === "block"),
                  )}
                  reason={
                    line.overrideReason === null ? undefined : { text: line.overrideReason, by: revision.signedName }
                  }
                  sources={sourceTitles}
                />
              </li>
            ))}
          </ol>
        </Card>
      ))}
    </div>
  );
}
