import type { Day } from "../days";
import { dosage } from "../dosage";
import type { ClinicalContent, Dosage, Text } from "../facts";
import { unverified } from "../finding";
import { amount, text } from "../review/report";
import { sourcesOf, type ClinicalSettings } from "../settings";
import type { TriageLevel } from "../triage-content";
import { kept, type DosageProposal } from "./proposal";

/** A signed line of the current phase. */
export type LineOfWeek = {
  exercise: string;
  dosage: Dosage;
  /** The first day on which the patient could do it. */
  openSince: Day;
  /** Percent of what was planned of it in the week; null: nothing was. */
  donePct: number | null;
  /** Whether it stood with this dosage on the first day of the week already. */
  stoodAllWeek: boolean;
  /** Whether it stood with this dosage at the latest check-in that asks for a smaller one. */
  stoodWhenReduced: boolean;
};

/** A calendar week as it is judged: it is over, or a check-in asks for a smaller dose before its end. */
export type Week = {
  monday: Day;
  worstTriage: TriageLevel | null;
  /** Of the whole program. */
  adherencePct: number | null;
  /** Whether a hold was open on a day of it, or is open now. */
  wasHeld: boolean;
  protocol: string;
  phase: number;
};

/**
 * What next week, for one line: the answer of `dosage`, which stands where the line was done as it is. More only after a whole week of it without a
 * hold and with this exercise done; less only where the dosage is still the one that hurt.
 */
export function dosageAfterWeek(
  line: LineOfWeek,
  week: Week,
  content: ClinicalContent,
  settings: ClinicalSettings,
): DosageProposal {
  const { exercise, dosage: current } = line;
  const { worstTriage, adherencePct, protocol, phase } = week;
  const phaseDefault = usualIn(content, protocol, phase, exercise) ?? current;
  const answer = dosage(
    { exercise, current, phaseDefault, week: { worstTriage, adherencePct }, protocol, phase },
    content,
    settings,
  );
  switch (answer.change) {
    case "keep":
      return answer;
    case "reduce":
      return line.stoodWhenReduced ? answer : kept(current, changedSince, [unverified]);
    case "increase": {
      const still = notYet(line, week, settings);
      return still ? kept(current, ...still) : answer;
    }
  }
}

/** The phase's default for the exercise; of one that the phase does not list, its own. */
function usualIn({ protocols, exercises }: ClinicalContent, protocol: string, phase: number, exercise: string) {
  const listed = protocols[protocol]?.phases.find(({ n }) => n === phase)?.lines;
  return listed?.find((line) => line.exercise === exercise)?.dosage ?? exercises[exercise]?.defaultDosage;
}

function notYet(
  { openSince, stoodAllWeek, donePct }: LineOfWeek,
  { monday, wasHeld }: Week,
  { growthAdherencePct }: ClinicalSettings,
): [Text, string[]] | null {
  if (wasHeld) return [held, [unverified]];
  if (openSince > monday || !stoodAllWeek) return [notAllWeek, [unverified]];
  if (donePct !== null && donePct >= growthAdherencePct.value) return null;
  const [done, least] = [amount(donePct ?? 0), amount(growthAdherencePct.value)];
  return [
    text(
      `Of this exercise ${done} % was done this week; work grows from ${least} %. The dose stays.`,
      `De este ejercicio se hizo el ${done} % esta semana; el trabajo aumenta desde ${least} %. La dosis se mantiene.`,
    ),
    sourcesOf(growthAdherencePct),
  ];
}

const held = text(
  "The program was on hold this week: the dose stays.",
  "El programa estuvo en pausa esta semana: la dosis se mantiene.",
);

const notAllWeek = text(
  "Not done with this dose for a whole week yet: the dose stays.",
  "Aún no se hizo una semana completa con esta dosis: la dosis se mantiene.",
);

const changedSince = text(
  "The dose was changed after the check-in that asked for less: it stays.",
  "La dosis se cambió después del registro que pedía menos: se mantiene.",
);
