import { halfPoundsOf, kilosOf } from "@/components/clinical/dosage-parts";
import type { Locale } from "@/lib/i18n/locale";
import type { DecisionSubject } from "@/lib/records/clearances/clearance-detail";
import type { Evidence } from "@/lib/records/clearances/evidence";
import type { Terms } from "@/lib/records/clearances/terms";
import { isGrant, type DecisionOutcome } from "@/lib/schemas/clearance";

export type MassUnit = "kg" | "lb";
/** An address of the inbox to which more can be added. */
export type InboxAddress = `/clearances?${string}`;

/** What the browser needs to know of one clearance to decide it. */
export type LineInfo = {
  /** What is decided: a clearance in the version that was read, or a subject that nobody has asked for. */
  sent: { clearanceId: string; version: number } | { subjectId: string };
  evidenceSha256: string;
  subject: DecisionSubject;
  patient: { name: string; locale: Locale };
  askedBy: string;
  time: Evidence["time"];
  outcomes: readonly DecisionOutcome[];
  /** A grant that stands: a new one renews it or changes its terms. */
  isRenewal: boolean;
  terms: Terms;
};

/** One line of the form; nothing is chosen for anyone. The load is in the clinic's unit. */
export type LineValues = {
  isChosen: boolean;
  outcome: DecisionOutcome | null;
  fromDay: string | null;
  untilDay: string | null;
  reviewOn: string | null;
  maxMinutes: number | null;
  load: number | null;
  wordsForPatient: string | null;
  reason: string | null;
};
export type FormValues = { lines: LineValues[]; password: string };

/** What a line begins with: the terms that were asked for or are usual. */
export function startOf({ terms }: LineInfo, massUnit: MassUnit, isChosen: boolean): LineValues {
  const { fromDay, untilDay, reviewOn, maxMinutes, maxKg, wordsForPatient } = terms;
  const load = maxKg === null || massUnit === "kg" ? maxKg : halfPoundsOf(maxKg);
  return { isChosen, outcome: null, fromDay, untilDay, reviewOn, maxMinutes, load, wordsForPatient, reason: null };
}

/** Kilograms of a load as it was typed. */
export function kilosTyped(load: number | null, massUnit: MassUnit): number | null {
  return load === null || massUnit === "kg" ? load : kilosOf(load);
}

/** The line as it is sent: only what belongs to the outcome, so that terms typed for a grant stay in the form and go with no refusal. */
export function asSent({ sent, evidenceSha256 }: LineInfo, values: LineValues, massUnit: MassUnit): object {
  const { outcome, reason, fromDay, untilDay, wordsForPatient, reviewOn, maxMinutes, load } = values;
  const always = { ...sent, evidenceSha256, outcome, reason };
  if (outcome === null || !isGrant(outcome)) return always;
  const terms = { fromDay, untilDay, wordsForPatient, reviewOn };
  if (outcome === "granted") return { ...always, ...terms };
  return { ...always, ...terms, maxMinutes, maxKg: kilosTyped(load, massUnit) };
}

/** Whether a load was typed finer than weights are marked: pounds come in halves. */
export function isTooFine({ load, outcome }: LineValues, massUnit: MassUnit): boolean {
  return massUnit === "lb" && outcome === "limited" && load !== null && !Number.isInteger(load * 2);
}

/** A number as it was typed, with comma or point; nothing typed is null, anything else is for the schema to refuse. */
export function typedNumber(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim().replace(",", ".");
  return text === "" ? null : Number(text);
}

/** An empty text is no text. */
export function typedText(value: unknown): unknown {
  return value === "" ? null : value;
}
