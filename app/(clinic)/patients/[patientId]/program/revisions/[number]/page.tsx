import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { revisionNumberSchema } from "@/lib/schemas/revision";
import { RevisionPhase } from "../../_components/history/revision-phase";
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
  const format = await getFormatter();
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
        <RevisionPhase
          key={phase.n}
          linesHref={`/patients/${patientId}/program/revisions/${revision.number}/lines`}
          phase={phase}
          timeZone={actor.clinic.timeZone}
        />
      ))}
    </div>
  );
}
