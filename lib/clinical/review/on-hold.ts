import { grownKeys } from "../dose";
import { unverified } from "../finding";
import { none, text, type LineRule } from "./report";

/** During an open hold nothing new begins and nothing grows. */
export const onHold: LineRule = ({ exercise, dose }, { hasHold, current }) => {
  if (!hasHold) return none;
  const before = current.byExercise.get(exercise.id);
  if (before && grownKeys(dose, before).length === 0) return none;
  const what = before ? text("larger than before", "mayor que antes") : text("new", "nueva");
  return [
    {
      rule: "on-hold",
      severity: "block",
      because: text(
        `A hold is open and the line is ${what.en}. Opens when the hold is lifted.`,
        `Hay una pausa abierta y la línea es ${what.es}. Se abre cuando se levante la pausa.`,
      ),
      source: [unverified],
    },
  ];
};
