import type { Finding } from "../finding";
import { sourcesOf, type ClinicalSettings } from "../settings";
import { amount, none, text } from "./report";

/** More exercises on one day than people keep up with, counted as if every line fell on the fullest day. */
export function sessionLength(lineCount: number, phase: number, settings: ClinicalSettings): readonly Finding[] {
  const most = settings.sessionExercises;
  if (lineCount <= most.value) return none;
  return [
    {
      rule: "session-length",
      severity: "caution",
      because: text(
        `${lineCount} exercises in one day of phase ${phase}; adherence falls above ${amount(most.value)}. Spread them over the week, or remove some.`,
        `${lineCount} ejercicios en un día de la fase ${phase}; el cumplimiento baja con más de ${amount(most.value)}. Repártalos en la semana o quite algunos.`,
      ),
      source: sourcesOf(most),
    },
  ];
}
