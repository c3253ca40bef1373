import { useLocale, useTranslations } from "next-intl";
import { DosageCells } from "@/components/clinical/dosage-cells";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { waitOfSigned } from "@/lib/clinical/signed-wait";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import { HeldBack } from "../held-back";
import { ChangeProgram } from "./change-program";

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
  const { anchor } = page.situation;
  const isRunning = ["active", "held"].includes(page.state);
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
            <HeldBack anchor={anchor} heldBack={isRunning ? waitOfSigned(line, anchor, page.today) : null} />
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
        ) : canWrite && isRunning ? (
          <ChangeProgram programId={page.programId} label={t("changeProgram")} />
        ) : null}
      </div>
    </Card>
  );
}
