"use client";

import { useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { WeekdayButtons } from "@/components/clinical/weekday-buttons";
import { Select } from "@/components/ui/select";
import { sides } from "@/lib/clinical/facts";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import { onDemand } from "../on-demand";
import { fieldsOf } from "./inspector-entry";
import { NumberFields } from "./inspector-numbers";
import { weekdaysChosen } from "./weekday-choice";

/** Kept by the server: without a network it would be of no use. */
const ownDosage = onDemand(() => import("./own-dosage").then(({ OwnDosage }) => OwnDosage), { isAside: true });

/** The dosage of a line: every key that applies, the days of the week, the side; what it was, and what the template gives. */
export function InspectorDosage({ line }: { line: DraftLine }) {
  const t = useTranslations("program.inspector");
  const sideWords = useTranslations("status.dosage.sides");
  const { page, content, change } = useBuilder();
  const { dosage, id } = line;
  const isLoaded = content.exercises[line.exercise]?.tags.some(({ tag }) => tag === "LOADED_LIFTING") ?? false;
  const before = page.signedLines.find(({ phase, exercise }) => phase === line.phase && exercise === line.exercise);
  const template = page.phases
    .find(({ n }) => n === line.phase)
    ?.lines.find(({ exercise }) => exercise === line.exercise);
  const dose = (part: Partial<typeof dosage>, step?: string) => change({ kind: "dose", ids: [id], dosage: part }, step);
  return (
    <section className="grid gap-2">
      <h3 className="text-12 font-semibold text-ink-2">{t("dosage")}</h3>
      <NumberFields
        dosage={dosage}
        keys={fieldsOf(dosage, isLoaded)}
        line={id}
        onChange={(key, part) => dose(part, `${key}-${id}`)}
      />
      <WeekdayButtons
        days={dosage.weekdays ?? []}
        label={t("weekdays")}
        onChange={(days) => dose(weekdaysChosen(days))}
      />
      <p className="text-12 text-ink-3">{dosage.weekdays == null ? t("anyDays") : t("theseDays")}</p>
      <Select
        choices={sides.map((side) => ({ value: side, label: sideWords(side) }))}
        emptyLabel={t("noSide")}
        label={t("side")}
        name={`side-${id}`}
        onChange={(event) => dose({ side: sides.find((side) => side === event.target.value) ?? null })}
        value={dosage.side ?? ""}
      />
      <p className="text-12 text-ink-3">
        {before && page.currentRevision !== null ? (
          <>
            {t("was", { number: page.currentRevision })} <DosageLine dosage={before.dosage} />
            {". "}
          </>
        ) : null}
        {template ? (
          <>
            {t("template")} <DosageLine dosage={template.dosage} />.
          </>
        ) : (
          t("notInTemplate")
        )}
      </p>
      <ownDosage.Part line={line} />
    </section>
  );
}
