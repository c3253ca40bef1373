"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { VerdictBadge } from "@/components/clinical/status-badges";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { FindingList } from "@/components/clinical/finding-list";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { severities, type Severity } from "@/lib/clinical/finding";
import { phaseNotYet } from "@/lib/clinical/phase-not-yet";
import { signing, type SigningInput } from "@/lib/clinical/signing";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import { DraftConflict } from "./draft-conflict";
import { PhaseSection } from "./phase-section";
import { SaveStatus } from "./save-status";
import { SignDialog } from "./sign-dialog";
import { useDraft } from "./use-draft";

export type BuilderProps = {
  page: ProgramPage;
  draft: NonNullable<ProgramPage["draft"]>;
  patientName: string;
  signer: string;
  sources: SourceTitles;
  /** Shown as a hint where the clinic is a demo. */
  demoPassword: string | null;
};

/** The draft of a program: its phases with their lines, judged on every change by the same rules as on the server. */
export function ProgramBuilder({ page, draft: first, patientName, signer, sources, demoPassword }: BuilderProps) {
  const t = useTranslations("program");
  const locale = useLocale();
  const format = useFormatter();
  const { draft, change, state, version, isSaved, settle } = useDraft(page.programId, first);
  const [isSigning, setSigning] = useState(false);
  const phaseNow = page.currentPhase ?? draft.startPhase;
  const input = useMemo<SigningInput>(
    () => ({ ...page.situation, phase: phaseNow, previous: page.previous, lines: draft.lines }),
    [page, phaseNow, draft.lines],
  );
  const answer = useMemo(() => signing(input, page.content, page.settings), [input, page]);
  const judged = draft.lines.map((line, index) => ({ line, judged: answer.lines[index] }));
  const counts = (severity: Severity) =>
    answer.lines.filter((line) => line.verdict === severity && !(severity === "block" && line.heldBack)).length;
  const blocked = counts("block");
  const missingReasons = judged.filter(
    ({ line, judged: found }) =>
      found?.findings.some(({ severity }) => severity === "override") && !line.overrideReason,
  ).length;
  return (
    <div className="grid gap-3">
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-canvas py-2">
        <div>
          <h2 className="text-16 font-title">{t("draftTitle", { number: (page.currentRevision ?? 0) + 1 })}</h2>
          <p className="text-12 text-ink-3">
            {t("fromTemplate", { title: page.templateTitle[locale], version: page.templateVersion })}{" "}
            <SaveStatus state={state} isSaved={isSaved} />
          </p>
        </div>
        <ul aria-label={t("verdicts")} className="flex flex-wrap gap-3">
          {severities
            .filter((severity) => severity !== "clear" && counts(severity) > 0)
            .toReversed()
            .map((severity) => (
              <li className="flex items-center gap-1" key={severity}>
                <span className="font-semibold">{format.number(counts(severity))}</span>{" "}
                <VerdictBadge verdict={severity} />
              </li>
            ))}
        </ul>
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {blocked + missingReasons > 0 ? (
            <span className="text-ink-2" id="sign-needs">
              {blocked > 0 ? t("blockedLeft", { count: blocked }) : t("reasonsLeft", { count: missingReasons })}
            </span>
          ) : null}
          {blocked > 0 ? <Button onClick={goToBlock}>{t("goToBlock")}</Button> : null}
          <Button
            aria-describedby={blocked + missingReasons > 0 ? "sign-needs" : undefined}
            aria-disabled={blocked + missingReasons > 0 || !isSaved}
            onClick={() => (blocked + missingReasons > 0 || !isSaved ? undefined : setSigning(true))}
            variant="primary"
          >
            {t("reviewAndSign")}
          </Button>
        </div>
      </div>
      {state.at === "conflict" ? (
        <DraftConflict content={page.content} mine={draft} onSettle={settle} standing={state.standing} />
      ) : null}
      {page.state === "draft" ? (
        <div className="max-w-96">
          <Select
            choices={reachedPhases(page).map(({ n, name }) => ({ value: String(n), label: `${n} ${name[locale]}` }))}
            hint={t("startHint")}
            label={t("startPhase")}
            name="startPhase"
            onChange={(event) => change({ kind: "start", phase: Number(event.target.value) })}
            value={String(draft.startPhase)}
          />
        </div>
      ) : null}
      <FindingList findings={answer.findings} sources={sources} />
      {page.phases.map((phase) => (
        <PhaseSection
          change={change}
          input={input}
          isNow={phase.n === phaseNow}
          judged={judged.filter(({ line }) => line.phase === phase.n)}
          key={phase.n}
          page={page}
          phase={phase}
          sources={sources}
        />
      ))}
      <SignDialog
        answer={answer}
        demoPassword={demoPassword}
        isOpen={isSigning}
        lines={draft.lines}
        onOpenChange={setSigning}
        page={page}
        patientName={patientName}
        phaseNow={phaseNow}
        signer={signer}
        version={version}
      />
    </div>
  );
}

/** Opens the phase of the first line that blocks, and puts the focus on it. */
function goToBlock() {
  const line = document.querySelector<HTMLElement>("[data-blocked]");
  line?.closest("details")?.setAttribute("open", "");
  line?.scrollIntoView({ block: "center" });
  line?.focus();
}

/** The phases in which a program may begin today. */
function reachedPhases({ phases, situation, content, settings }: ProgramPage): ProgramPage["phases"] {
  return phases.filter(({ n }) => phaseNotYet({ ...situation, phase: n }, content, settings).length === 0);
}
