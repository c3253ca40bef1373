"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { useDrop } from "react-aria-components";
import { FindingList } from "@/components/clinical/finding-list";
import { Icon } from "@/components/ui/icon";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { sessionLength } from "@/lib/clinical/review/session-length";
import { Alternatives } from "./alternatives";
import { useBuilder } from "../builder-context";
import { columnsOf, gridOf, placeOf } from "./dosage-columns";
import { exerciseDrag, lineDrag } from "./exercise-drag";
import type { PhaseInDraft } from "./phase-facts";
import { PhaseHead } from "./phase-head";
import { PhaseLines, useLineOf } from "./phase-lines";
import { ProgramLine } from "./program-line";
import { useLineDrops } from "./use-line-drops";

/** The phase in work: its lines with their dosage and findings, what it says of the whole session, and what else the template has. */
export function PhaseColumn({ phase }: { phase: PhaseInDraft }) {
  const t = useTranslations("program");
  const titles = useTranslations("status.dosage");
  const { content, page, sources, sessionOf } = useBuilder();
  const locale = useLocale();
  const { opensOnDay } = phase;
  const hasLoad = phase.inDraft.some(
    ({ exercise, dosage }) => dosage.loadKg !== null || isLoaded(content.exercises[exercise]),
  );
  return (
    <section
      aria-labelledby="phase-in-work"
      className="@container flex min-h-0 min-w-0 flex-1 flex-col rounded-10 border border-accent bg-surface shadow-[0_0_0_1px_var(--color-accent)]"
    >
      <PhaseHead phase={phase} />
      <div className="relative min-h-0 flex-1 overflow-y-auto max-xl:overflow-visible">
        <div
          aria-hidden="true"
          className={`hidden border-b border-line bg-surface px-3 py-1.25 text-12 text-ink-3 xl:sticky xl:top-0 xl:z-1 ${placeOf(hasLoad).head}`}
        >
          <div className={gridOf(hasLoad)}>
            <span className="col-span-2" />
            <span>{t("lines", { count: phase.inDraft.length })}</span>
            {columnsOf(hasLoad).map((column) => (
              <span className="text-center whitespace-nowrap last:text-start" key={column}>
                {titles(column)}
              </span>
            ))}
          </div>
        </div>
        <PhaseLines
          empty={<p className="px-4 py-3 text-ink-2">{t("noLines")}</p>}
          label={t("linesOf", { n: phase.n, phase: phase.name[locale] })}
          lines={phase.inDraft}
          n={phase.n}
        >
          {(id) => <LineInWork hasLoad={hasLoad} id={id} phaseOpensOn={opensOnDay} />}
        </PhaseLines>
        <div className="grid gap-2 px-3 py-2">
          <FindingList
            areSourcesApart
            findings={sessionLength(sessionOf(phase.inDraft), phase.n, page.settings)}
            sources={sources}
          />
          <DropArea n={phase.n} />
        </div>
        <Alternatives phase={phase} />
      </div>
    </section>
  );
}

function isLoaded(facts: ExerciseFacts | undefined): boolean {
  return facts?.tags.some(({ tag }) => tag === "LOADED_LIFTING") ?? false;
}

/** Reads what changes with other lines, so that the line itself is drawn again only when something of it changes. */
function LineInWork({ id, hasLoad, phaseOpensOn }: { id: string; hasLoad: boolean; phaseOpensOn: number }) {
  const locale = useLocale();
  const { page, content, judgedOf } = useBuilder();
  const line = useLineOf(id);
  if (!line) return null;
  const facts = content.exercises[line.exercise];
  const signed = page.signedLines.find(({ phase, exercise }) => phase === line.phase && exercise === line.exercise);
  const template = content.protocols[page.situation.protocol]?.phases.find(({ n }) => n === line.phase);
  const usual = template?.lines.find(({ exercise }) => exercise === line.exercise)?.dosage;
  return (
    <ProgramLine
      before={signed?.dosage ?? null}
      hasLoad={hasLoad}
      judged={judgedOf(line.id)}
      line={line}
      name={facts?.name[locale] ?? line.exercise}
      phaseOpensOn={phaseOpensOn}
      usual={usual ?? facts?.defaultDosage ?? null}
    />
  );
}

/** The foot of the column takes what is dropped at the end of the phase. */
function DropArea({ n }: { n: number }) {
  const t = useTranslations("program.tray");
  const drop = useLineDrops();
  const ref = useRef<HTMLDivElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(exerciseDrag) ? "copy" : types.has(lineDrag) ? "move" : "cancel"),
    onDrop: ({ items }) => void drop(items, n, null),
  });
  return (
    <div
      {...dropProps}
      aria-label={t("dropAt", { n })}
      className={`flex min-h-8.5 flex-wrap items-center justify-center gap-1.5 rounded-6 border border-dashed border-edge px-2 py-1 text-center text-ink-3 ${isDropTarget ? "bg-accent-tint text-accent-ink" : ""}`}
      ref={ref}
      role="note"
    >
      <Icon name="plus" size={14} /> {t("drop")}
    </div>
  );
}
