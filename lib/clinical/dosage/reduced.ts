import type { Dosage, Text } from "../facts";
import { amount, text } from "../review/report";
import { sourcesOf, type ClinicalSettings } from "../settings";
import { kept, type DosageProposal } from "./proposal";

/**
 * Minutes of timed work, else sets, and of a single set the repetitions, cut by the clinic's percentage and rounded down; one key only, so that the
 * whole is cut no further than that.
 */
export function reduced(current: Dosage, settings: ClinicalSettings): DosageProposal {
  const { reducePct, reduceFloorMinutes } = settings;
  const cut = (value: number, floor: number) => Math.max(Math.floor((value * (100 - reducePct.value)) / 100), floor);
  const step = (key: "durationMin" | "sets" | "reps", floor: number, words: Text): DosageProposal | null => {
    const value = current[key];
    if (value == null || value <= floor) return null;
    const less = cut(value, floor);
    return {
      proposal: { ...current, [key]: less },
      change: "reduce",
      because: text(
        `Pain stayed up this week: from ${amount(value)} to ${amount(less)} ${words.en}, a cut of ${amount(reducePct.value)} % rounded down.`,
        `El dolor siguió alto esta semana: de ${amount(value)} a ${amount(less)} ${words.es}, una reducción del ${amount(reducePct.value)} % redondeada hacia abajo.`,
      ),
      source: sourcesOf(reducePct),
    };
  };
  return (
    (current.durationMin != null
      ? step("durationMin", reduceFloorMinutes.value, text("min", "min"))
      : (step("sets", 1, text("sets", "series")) ?? step("reps", 1, text("repetitions", "repeticiones")))) ??
    kept(
      current,
      text(
        "Pain stayed up this week, and the dose is already the smallest. Leave the exercise out, or choose an easier one.",
        "El dolor siguió alto esta semana, y la dosis ya es la más pequeña. Deje el ejercicio o elija uno más fácil.",
      ),
      sourcesOf(reducePct, reduceFloorMinutes),
    )
  );
}
