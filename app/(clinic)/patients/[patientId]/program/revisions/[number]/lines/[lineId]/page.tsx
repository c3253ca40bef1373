import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { DosageCells } from "@/components/clinical/dosage-cells";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { sourceTitles } from "@/lib/records/library/names";
import { explainLine } from "@/lib/records/programs/explain-line";
import { revisionNumberSchema } from "@/lib/schemas/revision";
import { ExplainClearances } from "../../../../_components/history/explain-clearances";
import { ExplainCheckIns, ExplainFindings } from "../../../../_components/history/explain-judgement";
import { ExplainProposals } from "../../../../_components/history/explain-proposals";
import { ExplainOrigin } from "../../../../_components/history/explain-origin";
import { NotGenuine, VerifyMark } from "../../../../_components/history/verify-mark";

type Props = PageProps<"/patients/[patientId]/program/revisions/[number]/lines/[lineId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("program.explain"))("title") };
}

/** Why one signed line is as it is: template, changes, findings, clearances, check-ins, signature. */
export default async function ExplainLinePage({ params }: Props) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId, number, lineId } = await params;
  const wanted = revisionNumberSchema.safeParse(number);
  if (!wanted.success) notFound();
  const line = await orNotFound(actor, explainLine(actor, patientId, wanted.data, lineId));
  const t = await getTranslations("program.explain");
  const locale = await getLocale();
  const format = await getFormatter();
  const { timeZone } = actor.clinic;
  const { revision } = line;
  return (
    <div className="grid gap-4 px-6 py-4 max-md:px-4">
      <AppLink className="link-alone" href={`/patients/${patientId}/program/revisions/${revision.number}`}>
        ← {t("back", { number: revision.number })}
      </AppLink>
      <NotGenuine isGenuine={line.isGenuine} />
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div>
          <h2 className="text-20 font-title tracking-tight">{line.name[locale]}</h2>
          <p className="text-ink-2">
            {t("of", {
              n: line.line.phase,
              phase: line.phaseName[locale],
              number: revision.number,
              name: revision.signedName,
              at: format.dateTime(new Date(revision.signedAt), "dayTime", { timeZone }),
            })}{" "}
            {t("opens", {
              until: line.heldBackUntil ?? "open",
              date: format.dateTime(new Date(line.opensOn), "dayYear"),
            })}
          </p>
        </div>
        <DosageCells dosage={line.line.dosage} />
      </header>
      {line.line.noteToPatient === null ? null : <p>“{line.line.noteToPatient}”</p>}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <ExplainOrigin line={line} timeZone={timeZone} />
          <ExplainFindings line={line} sources={sourceTitles} timeZone={timeZone} />
        </div>
        <div className="grid gap-4">
          <ExplainClearances line={line} patientId={patientId} timeZone={timeZone} />
          <ExplainProposals proposals={line.proposals} />
          <ExplainCheckIns line={line} patientId={patientId} />
          <Card title={t("verify")}>
            <VerifyMark isGenuine={line.isGenuine} />
            <p className="mt-1 text-12 break-all text-ink-3">SHA-256 {revision.sha256}</p>
          </Card>
        </div>
      </div>
    </div>
  );
}
