import type { EntryCriteria, FunctionalCriterion } from "../entry-criteria";
import type { Text } from "../facts";
import { unverified } from "../finding";
import { amount, text } from "../review/report";
import { judged, type Criterion } from "./criterion";
import type { CriterionRule, Entry } from "./entry";
import type { Evidence, Observed } from "./evidence";
import { inUnit, measureWords } from "./measure-words";

/** Cut-offs of pain, time, adherence and function are background (the content's `numericThresholdBasis`). */
const cutOff = [unverified];

type Measured = {
  id: keyof EntryCriteria;
  label: Text;
  unit: string;
  bound: "<=" | ">=";
  needed: (criteria: EntryCriteria) => number | null;
  observed: (evidence: Evidence) => Observed<number> | undefined;
};

/** No warning sign for so many days; none asked is met by itself. */
export const redFlagFreeDays: CriterionRule = (entry) => {
  const id = "redFlagFreeDays";
  const observed = entry.evidence.redFlagFreeDays;
  if (entry.phase.entryCriteria.redFlagFreeDays === 0) {
    return [
      {
        ...{ id, state: "met", needed: 0, has: observed?.value ?? null, on: observed?.on ?? null, source: cutOff },
        because: text(
          "Days without a warning sign: this phase asks for none.",
          "Días sin señal de alarma: esta fase no los pide.",
        ),
      },
    ];
  }
  return asNumber({
    ...{ id, bound: ">=", unit: "", needed: (criteria) => criteria.redFlagFreeDays, observed: () => observed },
    label: text("Days without a warning sign", "Días sin señal de alarma"),
  })(entry);
};

export const nprsAvg7dMax = asNumber({
  ...{ id: "nprsAvg7dMax", bound: "<=", unit: "/10" },
  label: text("Mean pain of 7 days", "Dolor medio de 7 días"),
  needed: (criteria) => criteria.nprsAvg7dMax,
  observed: (evidence) => evidence.nprsAvg7d,
});

export const nprsActivityMax = asNumber({
  ...{ id: "nprsActivityMax", bound: "<=", unit: "/10" },
  label: text("Pain in activity", "Dolor en la actividad"),
  needed: (criteria) => criteria.nprsActivityMax,
  observed: (evidence) => evidence.nprsActivity,
});

export const walkContinuousMin = asNumber({
  ...{ id: "walkContinuousMin", bound: ">=", unit: " min" },
  label: text("Walking without a break", "Caminata sin pausa"),
  needed: (criteria) => criteria.walkContinuousMin,
  observed: (evidence) => evidence.walkContinuousMin,
});

export const sitToleranceMin = asNumber({
  ...{ id: "sitToleranceMin", bound: ">=", unit: " min" },
  label: text("Sitting", "Tiempo sentado"),
  needed: (criteria) => criteria.sitToleranceMin,
  observed: (evidence) => evidence.sitToleranceMin,
});

export const adherencePct = asNumber({
  ...{ id: "adherencePct", bound: ">=", unit: " %" },
  label: text("Adherence", "Cumplimiento"),
  needed: (criteria) => criteria.adherencePct,
  observed: (evidence) => evidence.adherencePct,
});

/** Function tests. A norm or baseline is read beside the result; without it nothing can be said. */
export const functional: CriterionRule = (entry) =>
  entry.phase.entryCriteria.functional.map((criterion) => functionTest(criterion, entry));

function functionTest({ measure, op, value, unit }: FunctionalCriterion, entry: Entry): Criterion {
  const result = entry.evidence.functional?.[measure];
  const needed = typeof value === "number" ? value : (result?.norm ?? null);
  const found = judged<number>(
    {
      id: `functional:${measure}`,
      label: measureWords[measure],
      needed: needed ?? value,
      need: boundInWords(op, limitInWords(value, needed, unit)),
      isMet: (has) => needed !== null && isWithin(has, op, needed),
      shown: (has) => inUnit(amount(has), unit),
      maxAge: entry.settings.evidenceMaxAgeFunctionalDays,
      source: cutOff,
    },
    result,
    entry.today,
  );
  return needed === null && result ? withoutNorm(found) : found;
}

function limitInWords(value: FunctionalCriterion["value"], needed: number | null, unit: string): Text {
  if (typeof value === "number") return inUnit(amount(value), unit);
  if (needed === null) return personalWords[value];
  const [{ en, es }, limit] = [personalWords[value], inUnit(amount(needed), unit)];
  return text(`${en} (${limit.en})`, `${es} (${limit.es})`);
}

const personalWords = {
  "age/sex norm": text("the norm for age and sex", "el valor normal para edad y sexo"),
  baseline: text("the person's own baseline", "el valor inicial de la persona"),
} as const;

function withoutNorm(found: Criterion): Criterion {
  return {
    ...found,
    state: "unknown",
    because: text(
      `${found.because.en} That value is not recorded beside the result.`,
      `${found.because.es} Ese valor no está anotado junto al resultado.`,
    ),
  };
}

function asNumber({ id, label, unit, bound, needed: neededOf, observed }: Measured): CriterionRule {
  return ({ phase, evidence, settings, today }) => {
    const needed = neededOf(phase.entryCriteria);
    if (needed === null) return [];
    const asked = {
      ...{ id, label, needed, maxAge: settings.evidenceMaxAgeDays, source: cutOff },
      need: boundInWords(bound, same(`${amount(needed)}${unit}`)),
      isMet: (has: number) => isWithin(has, bound, needed),
      shown: (has: number) => same(`${amount(has)}${unit}`),
    };
    return [judged(asked, observed(evidence), today)];
  };
}

function isWithin(value: number, op: "<=" | ">=", limit: number): boolean {
  return op === "<=" ? value <= limit : value >= limit;
}

function boundInWords(op: "<=" | ">=", { en, es }: Text): Text {
  return op === "<=" ? text(`at most ${en}`, `como máximo ${es}`) : text(`at least ${en}`, `al menos ${es}`);
}

function same(words: string): Text {
  return { en: words, es: words };
}
