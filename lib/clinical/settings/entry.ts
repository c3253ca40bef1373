import type { Basis, Text } from "../facts";

/** The kinds of numbers that a clinic sets, in the order in which they are shown; an id begins with its kind. */
export const settingParts = ["rule", "triage", "sla", "entry", "earliest", "activity", "ladder", "modifier"] as const;
export type SettingPart = (typeof settingParts)[number];

/** What keeps nonsense out: both ends inclusive, and whole multiples of `step` from 0. */
export type Bounds = { min: number; max: number; step: number };

/** One number of the clinic with everything that a reader needs to judge it. */
export type SettingEntry = Bounds & {
  /** `part.…`, names of the content joined by dots. */
  id: string;
  part: SettingPart;
  /** The protocol that it belongs to; null: it is the whole clinic's. */
  protocol: string | null;
  /** What it stands under within its part: the phase, the kind of rule. */
  section: Text;
  label: Text;
  meaning: Text;
  unit: Text;
  /** The shipped value, with what stands behind it. */
  value: number;
  basis: Basis;
  sources: readonly string[];
};

/** A clinic's own numbers, by setting id; what is not named stands as shipped. */
export type SettingValues = Readonly<Record<string, number>>;

export const units = {
  days: { en: "days", es: "días" },
  weeks: { en: "weeks", es: "semanas" },
  hours: { en: "hours", es: "horas" },
  minutes: { en: "min", es: "min" },
  points: { en: "of 10", es: "de 10" },
  percent: { en: "%", es: "%" },
  kilograms: { en: "kg", es: "kg" },
  celsius: { en: "°C", es: "°C" },
  times: { en: "times", es: "veces" },
  exercises: { en: "exercises", es: "ejercicios" },
  repetitions: { en: "repetitions", es: "repeticiones" },
  checkIns: { en: "check-ins", es: "reportes" },
  sessions: { en: "sessions", es: "sesiones" },
} as const satisfies Record<string, Text>;
