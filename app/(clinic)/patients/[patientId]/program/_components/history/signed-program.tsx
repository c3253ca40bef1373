import { useLocale, useTranslations } from "next-intl";
import { DosageCells } from "@/components/clinical/dosage-cells";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { HeldBack as Wait } from "@/lib/clinical/signing";
import { daysBetween } from "@/lib/clinical/days";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import { HeldBack } from "../held-back";
import { ChangeProgramButton } from "./change-program-button";

/** A program without a draft for this reader: what runs, and the way to change it. */
export function SignedProgram({
  page,
  patientId,
  canWrite,
}: {
  page: ProgramPage;
  patientId: string;
  canWrite: boolean;
}) {
  const t = useTranslations("program");
  const locale = useLocale();
  if (page.currentRevision === null) {
    const way = <LinkButton href={`/patients/${patientId}/program`}>{t("continueDraft")}</LinkButton>;
    return (
      <Notice actions={canWrite && page.draft ? way : undefined} title={t("notSigned")}>
        {t("notSignedYet")}
      </Notice>
    );
  }
  const phase = page.phases.find(({ n }) => n === page.currentPhase);
  const current = page.currentPhase ?? 1;
  const lines = page.signedLines.filter(({ phase: of }) => of === current);
  return (
    <Card title={t("running", { number: page.currentRevision })}>
      <p className="mb-3">
        {t("runningPhase", { n: phase?.n ?? 0, name: phase?.name[locale] ?? "", state: page.state })}
        {page.draft ? ` ${t("draftOpen", { name: page.draft.changedBy })}` : ""}
      </p>
      <ul className="mb-3 grid gap-1.5">
        {lines.map((line, index) => (
          <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-1.5" key={index}>
            <FigureThumb code={line.exercise} />
            <span className="min-w-44 flex-1 font-semibold">{line.name[locale]}</span>
            <HeldBack anchor={page.situation.anchor} heldBack={whatItWaitsFor(line, page)} />
            <DosageCells dosage={line.dosage} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/patients/${patientId}/program/revisions/${page.currentRevision}`}>{t("read")}</LinkButton>
        <LinkButton href={`/patients/${patientId}/program/print`}>{t("print.link")}</LinkButton>
        <LinkButton href={`/patients/${patientId}/phase`}>{t("phaseCriteria")}</LinkButton>
        {canWrite && page.draft ? (
          <LinkButton href={`/patients/${patientId}/program`} variant="primary">
            {t("continueDraft")}
          </LinkButton>
        ) : canWrite && ["active", "held"].includes(page.state) ? (
          <ChangeProgramButton programId={page.programId} label={t("changeProgram")} />
        ) : null}
      </div>
    </Card>
  );
}

/** By what was signed and what the patient's gate says, not by the numbers of today; a hold, and an end, is said of the program as a whole. */
function whatItWaitsFor(
  { isOpen, opensOn, missingKeys }: ProgramPage["signedLines"][number],
  { state, today, situation }: ProgramPage,
): Wait | null {
  if (isOpen || !["active", "held"].includes(state)) return null;
  const day = daysBetween(situation.anchor, opensOn);
  if (missingKeys.length > 0) return { until: "clearance", day, keys: missingKeys };
  return opensOn > today ? { until: "day", day, keys: [] } : null;
}
