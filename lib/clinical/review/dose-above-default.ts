import { doseOfOne, isMoreThan, minutesPerDayOf, volumesOf } from "../dose";
import type { PhaseFacts, Text } from "../facts";
import { stricterOf, unverified, type Severity } from "../finding";
import { sourcesOf } from "../settings";
import { listInWords } from "../words";
import type { JudgedLine } from "./case";
import { amount, strictest, text, type LineRule } from "./report";

const repetitionsADay = text("repetitions a day", "repeticiones al día");
const minutesADay = text("min a day", "min al día");
const secondsHeld = text("s hold", "s de mantenimiento");

type Excess = { severity: Severity; words: Text };

/** The day's work or the hold is over the phase's default, or over twice of it. */
export const doseAboveDefault: LineRule = (line, program) => {
  const factor = program.settings.doseOverrideFactor;
  return strictest(program.tracks, (track) => {
    const excess = track.limitingPhases.flatMap((phase) => excessOf(line, phase, factor.value));
    if (excess.length === 0) return null;
    const severity = excess.reduce<Severity>((worst, found) => stricterOf(worst, found.severity), "caution");
    const list = listInWords(excess.map(({ words }) => words));
    const way =
      severity === "override"
        ? text("Lower the dose, or write the reason.", "Baje la dosis o escriba el motivo.")
        : text(
            `A reason is needed above ${amount(factor.value)} times the default.`,
            `Se necesita un motivo por encima de ${amount(factor.value)} veces lo habitual.`,
          );
    return {
      rule: "dose-above-default",
      severity,
      because: text(
        `Above the default of phase ${track.phase.n}${track.of.en}: ${list.en}. ${way.en}`,
        `Por encima de lo habitual en la fase ${track.phase.n}${track.of.es}: ${list.es}. ${way.es}`,
      ),
      source: severity === "override" ? sourcesOf(factor) : [unverified],
    };
  });
};

function excessOf({ exercise, dose }: JudgedLine, { lines }: PhaseFacts, factor: number): Excess[] {
  const usual = doseOfOne(lines.find((line) => line.exercise === exercise.id)?.dosage ?? exercise.defaultDosage);
  const excess: Excess[] = [];
  const compare = (value: number | null | undefined, most: number | null | undefined, unit: Text) => {
    if (value == null || most == null || !isMoreThan(value, 1, most)) return;
    excess.push({
      severity: isMoreThan(value, factor, most) ? "override" : "caution",
      words: text(
        `${amount(value)} ${unit.en} instead of ${amount(most)}`,
        `${amount(value)} ${unit.es} en lugar de ${amount(most)}`,
      ),
    });
  };
  const volumes = volumesOf(dose, usual);
  compare(volumes?.[0], volumes?.[1], repetitionsADay);
  compare(minutesPerDayOf(dose), minutesPerDayOf(usual), minutesADay);
  compare(dose.joint.holdSec, usual.joint.holdSec, secondsHeld);
  return excess;
}
