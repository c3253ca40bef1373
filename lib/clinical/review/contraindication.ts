import { unverified } from "../finding";
import { conditionWords } from "../words";
import { none, text, type LineRule } from "./report";

/** A recorded condition is among the exercise's coded contraindications; the coding and its severities are unverified. */
export const contraindication: LineRule = ({ exercise }, { conditions }) => {
  if (conditions.size === 0) return none;
  return exercise.contraindicationCodes
    .filter(({ condition }) => conditions.has(condition))
    .map(({ condition, severity }) => {
      const { en, es } = conditionWords[condition];
      const way =
        severity === "block"
          ? text(`Opens when the condition is resolved.`, `Se abre cuando la condición esté resuelta.`)
          : text(`Write the reason, or choose another exercise.`, `Escriba el motivo o elija otro ejercicio.`);
      return {
        rule: "contraindication",
        severity,
        because: text(`Not with ${en}. ${way.en}`, `No indicado con ${es}. ${way.es}`),
        source: [...exercise.sources, unverified],
      };
    });
};
