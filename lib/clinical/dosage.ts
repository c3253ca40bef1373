import { grown } from "./dosage/grown";
import { kept, type DosageProposal } from "./dosage/proposal";
import { reduced } from "./dosage/reduced";
import type { ClinicalContent, Dosage } from "./facts";
import { unverified } from "./finding";
import { amount, text } from "./review/report";
import { defaultSettings, sourcesOf, type ClinicalSettings } from "./settings";
import type { TriageLevel } from "./triage-content";

export type DosageInput = {
  exercise: string;
  /** What the patient does now. */
  current: Dosage;
  /** The phase's default for the exercise. */
  phaseDefault: Dosage;
  week: {
    /** The worst check-in of the week; null: there was none. */
    worstTriage: TriageLevel | null;
    /** Percent of what was planned; null: not known. */
    adherencePct: number | null;
  };
  protocol: string;
  /** The current phase, from 1. */
  phase: number;
};

/** What next week? Grows after a quiet week with adherence, is cut after REDUCE_DOSE, and else stays, with the reason. */
export function dosage(
  input: DosageInput,
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): DosageProposal {
  const { current, phaseDefault, week, phase } = input;
  const unknown = unknownId(input, content);
  if (unknown !== null) {
    const because = text(
      `"${unknown}" is not in the content: the dose stays.`,
      `«${unknown}» no está en el contenido: la dosis se mantiene.`,
    );
    return kept(current, because, [unverified]);
  }
  switch (week.worstTriage) {
    case null:
      return kept(current, noCheckIn, sourcesOf(settings.growthMinutes));
    case "NORMAL_SORENESS":
      return hasKeptToIt(week.adherencePct, settings)
        ? grown(current, phaseDefault, phase, settings)
        : kept(current, tooLittle(week.adherencePct, settings), sourcesOf(settings.growthAdherencePct));
    case "REDUCE_DOSE":
      return reduced(current, settings);
    default:
      return kept(current, stopped, sourcesOf(settings.growthMinutes));
  }
}

const noCheckIn = text("No check-in this week: the dose stays.", "Ningún registro esta semana: la dosis se mantiene.");

const stopped = text(
  "A check-in of the week stopped the work: the dose stays until a clinician decides.",
  "Un registro de la semana detuvo el trabajo: la dosis se mantiene hasta que decida un profesional.",
);

function unknownId({ exercise, protocol }: DosageInput, { exercises, protocols }: ClinicalContent): string | null {
  if (!exercises[exercise]) return exercise;
  return protocols[protocol] ? null : protocol;
}

function hasKeptToIt(adherencePct: number | null, { growthAdherencePct }: ClinicalSettings): boolean {
  return adherencePct !== null && adherencePct >= growthAdherencePct.value;
}

function tooLittle(adherencePct: number | null, { growthAdherencePct }: ClinicalSettings) {
  const least = amount(growthAdherencePct.value);
  const done = adherencePct === null ? text("not known", "no se conoce") : null;
  const percent = `${amount(adherencePct ?? 0)} %`;
  return text(
    `Adherence this week: ${done?.en ?? percent}; work grows from ${least} %. The dose stays.`,
    `Cumplimiento esta semana: ${done?.es ?? percent}; el trabajo aumenta desde ${least} %. La dosis se mantiene.`,
  );
}
