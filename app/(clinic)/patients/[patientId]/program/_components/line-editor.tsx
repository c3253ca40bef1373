"use client";

import { useLocale, useTranslations } from "next-intl";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { FindingList } from "@/components/clinical/finding-list";
import { VerdictBadge } from "@/components/clinical/status-badges";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import type { SignedLine } from "@/lib/clinical/signing";
import type { Day } from "@/lib/dates";
import type { BuilderPhase } from "@/lib/records/programs/load-program";
import type { DraftLine } from "@/lib/schemas/program";
import { DosageInputs } from "./dosage-inputs";
import { HeldBack } from "./held-back";
import type { DraftChange } from "./use-draft";

/** One line: name, dosage, what the rules say right under it, and the reason that an override needs. */
export function LineEditor(props: {
  line: DraftLine;
  facts: ExerciseFacts | undefined;
  found: SignedLine | undefined;
  anchor: Day;
  phases: readonly BuilderPhase[];
  sources: SourceTitles;
  isFirst: boolean;
  isLast: boolean;
  change: (change: DraftChange) => void;
}) {
  const { line, facts, found, change } = props;
  const t = useTranslations("program");
  const locale = useLocale();
  const name = facts?.name[locale] ?? line.exercise;
  const isHeld = found?.heldBack != null;
  const findings = (found?.findings ?? []).filter(({ severity }) => !(isHeld && severity === "block"));
  const needsReason = findings.some(({ severity }) => severity === "override");
  return (
    <li
      aria-label={name}
      className="grid gap-2 border-b border-line px-4 py-2.5 outline-offset-[-2px] last:border-b-0"
      data-blocked={found?.verdict === "block" && !isHeld ? "" : undefined}
      tabIndex={-1}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-36 flex-1 font-semibold">{name}</span>
        <DosageInputs
          dosage={line.dosage}
          isLoaded={facts?.tags.some(({ tag }) => tag === "LOADED_LIFTING") ?? false}
          name={name}
          onChange={(dosage) => change({ kind: "change", id: line.id, line: { dosage } })}
        />
        {found === undefined ? null : isHeld ? (
          <HeldBack anchor={props.anchor} heldBack={found.heldBack} />
        ) : (
          <VerdictBadge verdict={found.verdict} />
        )}
        <div className="flex gap-1">
          <Button
            aria-label={t("moveUp", { name })}
            disabled={props.isFirst}
            onClick={() => change({ kind: "move", id: line.id, by: -1 })}
            variant="quiet"
          >
            ↑
          </Button>
          <Button
            aria-label={t("moveDown", { name })}
            disabled={props.isLast}
            onClick={() => change({ kind: "move", id: line.id, by: 1 })}
            variant="quiet"
          >
            ↓
          </Button>
          <Button
            aria-label={t("remove", { name })}
            onClick={() => change({ kind: "remove", id: line.id })}
            variant="quiet"
          >
            {t("removeWord")}
          </Button>
        </div>
      </div>
      {findings.length > 0 ? (
        <FindingList
          actions={
            found?.verdict === "block" && !isHeld ? (
              <Button onClick={() => change({ kind: "remove", id: line.id })} size="small">
                {t("remove", { name })}
              </Button>
            ) : undefined
          }
          findings={findings}
          sources={props.sources}
        />
      ) : null}
      {needsReason ? (
        <TextArea
          error={line.overrideReason ? undefined : t("reasonNeeded")}
          hint={t("reasonHint")}
          label={t("reason", { name })}
          maxLength={500}
          name={`reason-${line.id}`}
          onChange={(event) =>
            change({ kind: "change", id: line.id, line: { overrideReason: event.target.value.trimStart() || null } })
          }
          rows={2}
          value={line.overrideReason ?? ""}
        />
      ) : null}
      <details className="text-12">
        <summary className="w-fit cursor-pointer text-accent-ink">
          {line.noteToPatient ? t("noteAndPhase") : t("addNote")}
        </summary>
        <div className="grid gap-3 pt-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField
            label={t("note", { name })}
            maxLength={300}
            name={`note-${line.id}`}
            onChange={(event) =>
              change({ kind: "change", id: line.id, line: { noteToPatient: event.target.value.trimStart() || null } })
            }
            value={line.noteToPatient ?? ""}
          />
          <Select
            choices={props.phases.map(({ n, name: phase }) => ({ value: String(n), label: `${n} ${phase[locale]}` }))}
            label={t("phaseOf", { name })}
            name={`phase-${line.id}`}
            onChange={(event) => change({ kind: "change", id: line.id, line: { phase: Number(event.target.value) } })}
            value={String(line.phase)}
          />
        </div>
      </details>
    </li>
  );
}
