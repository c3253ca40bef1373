import type { Finding } from "../finding";
import type { Line } from "../prescription";
import { sourcesOf, type ClinicalSettings } from "../settings";
import { everyWeekday } from "../weekdays";
import { weekdaysInWords } from "../words";
import { amount, none, text } from "./report";

/** More exercises on one day than people keep up with; a line that names no days counts on each, as if it fell on the fullest. */
export function sessionLength(
  lines: readonly Pick<Line, "dosage">[],
  phase: number,
  settings: ClinicalSettings,
): readonly Finding[] {
  const most = settings.sessionExercises;
  const counts = everyWeekday.map(
    (day) => lines.filter(({ dosage: { weekdays } }) => weekdays == null || weekdays.includes(day)).length,
  );
  const count = Math.max(...counts);
  if (count <= most.value) return none;
  const fullest = everyWeekday.filter((_, index) => counts[index] === count);
  const days = weekdaysInWords(fullest);
  const isAny = fullest.length === everyWeekday.length;
  return [
    {
      rule: "session-length",
      severity: "caution",
      because: text(
        `${count} exercises ${isAny ? "in one day" : `on ${days.en}`} of phase ${phase}; adherence falls above ${amount(most.value)}. Spread them over the week, or remove some.`,
        `${count} ejercicios ${isAny ? "en un día" : `los ${days.es}`} de la fase ${phase}; el cumplimiento baja con más de ${amount(most.value)}. Repártalos en la semana o quite algunos.`,
      ),
      source: sourcesOf(most),
    },
  ];
}
