"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { controlClass } from "@/components/ui/field";
import type { DraftLine } from "@/lib/schemas/program";

type LineDosage = DraftLine["dosage"];
type NumberKey = Exclude<keyof LineDosage, "side" | "weekdays">;

const most: Record<NumberKey, number> = {
  sets: 20,
  reps: 200,
  holdSec: 600,
  restSec: 600,
  durationMin: 240,
  perDay: 24,
  perWeek: 7,
  loadKg: 200,
  rpeMax: 10,
};

/** The dosage of a line, a cell per key that applies; an emptied cell means that the key does not apply. */
export function DosageInputs({
  name,
  dosage,
  isLoaded,
  onChange,
}: {
  name: string;
  dosage: LineDosage;
  isLoaded: boolean;
  onChange: (dosage: LineDosage) => void;
}) {
  const timed = dosage.durationMin !== null;
  const keys: NumberKey[] = timed ? ["durationMin"] : ["sets", "reps", "holdSec"];
  if (isLoaded || dosage.loadKg !== null) keys.push("loadKg");
  keys.push("perDay", "perWeek", "rpeMax");
  return (
    <div className="flex flex-wrap gap-1.5">
      {keys.map((key) => (
        <DosageCell
          key={key}
          name={name}
          of={key}
          onChange={(value) => onChange({ ...dosage, [key]: value })}
          value={dosage[key]}
        />
      ))}
    </div>
  );
}

function DosageCell({
  of,
  name,
  value,
  onChange,
}: {
  of: NumberKey;
  name: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const t = useTranslations("program.dosage");
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? "" : String(value));
  const read = (text: string) => {
    const number = Number(text.replace(",", "."));
    const isWhole = of === "loadKg" ? Number.isInteger(Math.round(number * 100) / 10) : Number.isInteger(number);
    return text.trim() === ""
      ? null
      : Number.isFinite(number) && isWhole && number >= 0 && number <= most[of]
        ? number
        : undefined;
  };
  const isBad = read(shown) === undefined;
  return (
    <label className="grid w-15 gap-0.5 text-12 text-ink-3">
      <span aria-hidden="true" className="whitespace-nowrap">
        {t(`${of}.short`)}
      </span>
      <input
        aria-invalid={isBad || undefined}
        aria-label={t(`${of}.long`, { name })}
        autoComplete="off"
        className={`${controlClass} text-center text-13 tabular-nums`}
        inputMode="decimal"
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = read(event.target.value);
          if (next !== undefined) onChange(next);
        }}
        value={shown}
      />
    </label>
  );
}
