"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button as DragButton } from "react-aria-components";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { StatusBadge, VerdictBadge } from "@/components/clinical/status-badges";
import { Button } from "@/components/ui/button";
import { useBuilder } from "../builder-context";
import { HeldBack } from "../held-back";
import type { PhaseInDraft } from "./phase-facts";
import { PhaseOpens } from "./phase-head";
import { PhaseLines, useLineOf } from "./phase-lines";

/** The phase after the one in work, in short: what is in it and what it waits for. */
export function PhaseSummary({ phase }: { phase: PhaseInDraft }) {
  const t = useTranslations("program");
  const states = useTranslations("status.phase");
  const locale = useLocale();
  const { openPhase } = useBuilder();
  return (
    <section
      aria-labelledby="phase-next"
      className="flex w-48.5 flex-none flex-col rounded-10 border border-line bg-surface"
    >
      <header className="border-b border-line px-3 py-2">
        <div className="flex items-start gap-1.5">
          <StatusBadge isWordHidden shape={phase.state} word={states(phase.state)} />
          <h3 className="text-14 leading-4.5 font-title" id="phase-next">
            {phase.n} {phase.name[locale]}
          </h3>
        </div>
        <p className="mt-1 text-12 text-ink-3">
          <PhaseOpens phase={phase} />
        </p>
      </header>
      <div className="relative min-h-0 flex-1 overflow-y-auto max-xl:overflow-visible">
        <PhaseLines
          empty={<p className="px-3 py-2 text-ink-2">{t("noLines")}</p>}
          label={t("linesOf", { n: phase.n, phase: phase.name[locale] })}
          lines={phase.inDraft}
          n={phase.n}
        >
          {(id) => <SummaryLine id={id} />}
        </PhaseLines>
        <Button className="m-1.5" onClick={() => openPhase(phase.n)} size="small" variant="quiet">
          {t("tray.work", { n: phase.n })}
        </Button>
      </div>
    </section>
  );
}

function SummaryLine({ id }: { id: string }) {
  const t = useTranslations("program");
  const locale = useLocale();
  const { content, judgedOf, anchor } = useBuilder();
  const line = useLineOf(id);
  if (!line) return null;
  const judged = judgedOf(id);
  const name = content.exercises[line.exercise]?.name[locale] ?? line.exercise;
  const waits = judged?.heldBack?.until === "clearance" ? judged.heldBack : null;
  return (
    <div className="flex items-start gap-1.5 py-1.75 ps-1.5 pe-2.5">
      <DragButton
        aria-label={t("line.drag", { name })}
        className="mt-0.5 h-6 w-3 flex-none cursor-grab bg-[radial-gradient(circle,var(--color-edge)_1.1px,transparent_1.4px)] bg-size-[5px_5px] forced-color-adjust-none"
        slot="drag"
      />
      <div className="min-w-0 flex-1">
        <p className="leading-4 font-medium break-words">{name}</p>
        <p className="text-12 text-ink-3">
          <DosageLine dosage={line.dosage} />
        </p>
        {waits ? (
          <p className="text-12 text-ink-2">
            <HeldBack anchor={anchor} heldBack={waits} isSmall />
          </p>
        ) : null}
      </div>
      {judged === undefined ? null : waits ? (
        <StatusBadge isWordHidden shape="requested" size={14} word={t("held.clearanceShort")} />
      ) : (
        <VerdictBadge isWordHidden size={14} verdict={judged.heldBack ? "clear" : judged.verdict} />
      )}
    </div>
  );
}
