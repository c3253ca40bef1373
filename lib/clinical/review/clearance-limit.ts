import type { Clearance } from "../clearance";
import type { Text } from "../facts";
import { listInWords } from "../words";
import type { JudgedLine } from "./case";
import { amount, none, sourceOf, text, type LineRule } from "./report";

/** The exercise needs a grant, and every live one has a limit that the dosage exceeds. */
export const clearanceLimit: LineRule = (line) => {
  const { exercise, need } = line;
  if (!need.needsClearance) return none;
  const exceeded = need.grants.map((grant) => exceededLimits(grant, line));
  if (exceeded.length === 0 || exceeded.some((limits) => limits.length === 0)) return none;
  const limits = listInWords(exceeded.flat());
  return [
    {
      rule: "clearance-limit",
      severity: "block",
      because: text(
        `The clearance in force allows ${limits.en}. Opens within the limit, or with a wider clearance.`,
        `La autorización vigente permite ${limits.es}. Se abre dentro del límite o con una autorización más amplia.`,
      ),
      source: sourceOf(exercise),
    },
  ];
};

function exceededLimits({ limits }: Clearance, { exercise, dose }: JudgedLine): Text[] {
  const { durationMin, loadKg } = dose.joint;
  const { maxMinutes, maxKg } = limits ?? {};
  const exceeded: Text[] = [];
  if (maxMinutes != null && durationMin != null && durationMin > maxMinutes) {
    exceeded.push(
      text(
        `${amount(maxMinutes)} min; the line has ${amount(durationMin)} min`,
        `${amount(maxMinutes)} min; la línea tiene ${amount(durationMin)} min`,
      ),
    );
  }
  if (maxKg != null && loadKg != null && loadKg > maxKg) {
    exceeded.push(
      text(
        `${amount(maxKg)} kg; the line has ${amount(loadKg)} kg`,
        `${amount(maxKg)} kg; la línea tiene ${amount(loadKg)} kg`,
      ),
    );
  }
  if (maxKg != null && loadKg == null && exercise.tags.some(({ tag }) => tag === "LOADED_LIFTING")) {
    exceeded.push(
      text(`${amount(maxKg)} kg; the line names no load`, `${amount(maxKg)} kg; la línea no indica la carga`),
    );
  }
  return exceeded;
}
