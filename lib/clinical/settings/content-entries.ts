import type { EntryCriteria, FunctionalCriterion, ProtocolWithEntry } from "../entry-criteria";
import type { Basis, ExerciseFacts, Text } from "../facts";
import { unverified } from "../finding";
import { units, type Bounds, type SettingEntry } from "./entry";

/** A number that nobody has confirmed, and what is said of it everywhere alike. */
const background = { basis: unverified, sources: [] } as const satisfies { basis: Basis; sources: readonly string[] };

type Cutoff = Bounds & { label: Text; unit: Text };
type CutoffName =
  "redFlagFreeDays" | "nprsAvg7dMax" | "nprsActivityMax" | "walkContinuousMin" | "sitToleranceMin" | "adherencePct";

const pain = { unit: units.points, min: 0, max: 10, step: 1 };
/** The numeric criteria of a phase's entry; that time has passed is the template's own. */
const cutoffs: Readonly<Record<CutoffName, Cutoff>> = {
  redFlagFreeDays: {
    ...{ unit: units.days, min: 0, max: 90, step: 1 },
    label: { en: "Days without a warning sign, at least", es: "Días sin señal de alarma, al menos" },
  },
  nprsAvg7dMax: { ...pain, label: { en: "Mean pain of 7 days, at most", es: "Dolor medio de 7 días, como máximo" } },
  nprsActivityMax: { ...pain, label: { en: "Pain in activity, at most", es: "Dolor en la actividad, como máximo" } },
  walkContinuousMin: {
    ...{ unit: units.minutes, min: 1, max: 120, step: 1 },
    label: { en: "Walking without a break, at least", es: "Caminata sin pausa, al menos" },
  },
  sitToleranceMin: {
    ...{ unit: units.minutes, min: 1, max: 240, step: 1 },
    label: { en: "Sitting, at least", es: "Tiempo sentado, al menos" },
  },
  adherencePct: {
    ...{ unit: units.percent, min: 0, max: 100, step: 1 },
    label: { en: "Adherence, at least", es: "Cumplimiento, al menos" },
  },
};
const cutoffNames = Object.keys(cutoffs).filter((name): name is CutoffName => name in cutoffs);

const entryMeaning = {
  en: "One of the criteria that must all hold before the phase begins.",
  es: "Uno de los criterios que deben cumplirse todos antes de que empiece la fase.",
};

/** The numeric entry criteria of a protocol's phases. */
export function entrySettings({ id: protocol, phases }: ProtocolWithEntry): SettingEntry[] {
  return phases.flatMap(({ n, name, entryCriteria }) => {
    const section = { en: `${n} · ${name.en}`, es: `${n} · ${name.es}` };
    const shared = { part: "entry", protocol, section, meaning: entryMeaning, ...background } as const;
    return [
      ...cutoffNames.flatMap((criterion): SettingEntry[] => {
        const value = entryCriteria[criterion];
        if (value === null) return [];
        return [{ ...shared, ...cutoffs[criterion], id: `entry.${protocol}.${n}.${criterion}`, value }];
      }),
      ...testsOf(entryCriteria).map(({ measure, op, unit, value }): SettingEntry => ({
        ...shared,
        ...nearHalfToDouble(value, 0.1, unit === "%" ? 100 : Infinity),
        id: `entry.${protocol}.${n}.functional:${measure}`,
        label: { en: `${measure}, ${atMost[op].en}`, es: `${measure}, ${atMost[op].es}` },
        unit: { en: unit, es: unit },
        value,
      })),
    ];
  });
}

const atMost = {
  "<=": { en: "at most", es: "como máximo" },
  ">=": { en: "at least", es: "al menos" },
} as const satisfies Record<FunctionalCriterion["op"], Text>;

function testsOf({ functional }: EntryCriteria) {
  return functional.flatMap(({ value, ...test }) => (typeof value === "number" ? [{ ...test, value }] : []));
}

/** When an exercise opens in each protocol, where nobody has confirmed the day. */
export function earliestSettings({ id, name, earliest }: ExerciseFacts): SettingEntry[] {
  return Object.entries(earliest).flatMap(([protocol, { day, basis }]): SettingEntry[] => {
    if (day === null || basis === "sourced") return [];
    return [
      {
        ...{ id: `earliest.${id}.${protocol}`, part: "earliest", protocol, section: earliestSection },
        ...{ label: name, meaning: earliestMeaning, unit: units.days, value: day, ...daysAround(day), ...background },
      },
    ];
  });
}

const earliestSection = { en: "Earliest day of an exercise", es: "Primer día de un ejercicio" };
const earliestMeaning = {
  en: "Before this day the exercise is blocked in the protocol.",
  es: "Antes de este día el ejercicio está bloqueado en el protocolo.",
};

/** What a patient may be cleared for, as far as its days go. */
export type ActivityDays = {
  id: string;
  name: Text;
  typicalEarliest: Readonly<Record<string, { day: number | null; basis: Basis }>>;
};

/** When an activity typically begins, where nobody has confirmed the day. */
export function activitySettings({ id, name, typicalEarliest }: ActivityDays): SettingEntry[] {
  return Object.entries(typicalEarliest).flatMap(([protocol, { day, basis }]): SettingEntry[] => {
    if (day === null || basis === "sourced") return [];
    return [
      {
        ...{ id: `activity.${id}.${protocol}`, part: "activity", protocol, section: activitySection },
        ...{ label: name, meaning: activityMeaning, unit: units.days, value: day, ...daysAround(day), ...background },
      },
    ];
  });
}

const activitySection = { en: "Typical earliest day of an activity", es: "Primer día habitual de una actividad" };
const activityMeaning = {
  en: "Shown to whoever decides a clearance; an earlier grant needs a written reason.",
  es: "Se muestra a quien decide una autorización; una más temprana pide una razón escrita.",
};

/** Later is always safe. A day under half of the shipped one is nearer to a slip of the keyboard than to a judgment. */
function daysAround(day: number): Bounds {
  return { min: Math.ceil(day / 2), max: Math.max(730, day), step: 1 };
}

/** A cut-off or a load may be halved or doubled; what lies beyond means another test or another patient. */
export function nearHalfToDouble(value: number, step: number, most: number): Bounds {
  const inDecimals = (number: number) => Number(number.toFixed(2));
  return {
    min: inDecimals(Math.ceil(value / 2 / step) * step),
    max: Math.min(most, inDecimals(value * 2)),
    step,
  };
}
