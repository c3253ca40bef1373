import type { ShippedTriage } from "@/lib/schemas/content/triage";
import type { OwnCheckIn } from "@/lib/schemas/own-record";

/**
 * What a person said beside pain scores that was not quiet: what they chose of a question of its own, and the warning signs.
 * @param inputs of the content, in its order; an answer to a question that the content no longer has is left to the raw answers
 */
export function answersInWords(answers: OwnCheckIn["answers"], inputs: ShippedTriage["inputs"]): OwnCheckIn["said"] {
  return inputs.flatMap(({ key, type, question, quiet, group, signs, values }) => {
    const given = answers[key];
    if (given === undefined || type === "int0-10" || given === quiet) return [];
    if (group === null) {
      const label = values?.find(({ value }) => value === given)?.label;
      return [{ question, answer: label ?? (typeof given === "string" ? null : given) }];
    }
    if (typeof given === "number") {
      const sign = signs.findLast(({ value }) => typeof value === "number" && value <= given);
      return sign === undefined ? [] : [{ question: sign.label, answer: given }];
    }
    const sign = signs.find(({ value }) => value === given)?.label;
    return [{ question: sign ?? question, answer: given === null ? null : true }];
  });
}
