import { addDays, type Day } from "./days";
import type { Basis, Condition, PhaseFacts, Text } from "./facts";
import { unverified, type Source } from "./finding";

/** What may slow or speed healing; the ids of the content's timeline modifiers. */
export const modifierIds = [
  "three-or-more-levels",
  "revision",
  "osteoporosis",
  "smoker",
  "diabetes",
  "dural-tear",
  "single-level-minimally-invasive",
] as const;
export type ModifierId = (typeof modifierIds)[number];

/** The modifiers that nothing else in the record tells: a surgeon records them. */
export const recordedModifierIds = [
  "revision",
  "smoker",
  "diabetes",
  "dural-tear",
  "single-level-minimally-invasive",
] as const satisfies readonly ModifierId[];

/** A modifier with the weeks that it may move the timeline by; negative: earlier. */
export type TimelineModifier = {
  id: ModifierId;
  label: Text;
  fromWeeks: number;
  toWeeks: number;
  basis: Basis;
};

/** What the suggestion rests on. `factors` may name what the levels and conditions tell anyway: those are read from there. */
export type Healing = {
  levels: readonly string[];
  conditions: readonly Condition[];
  factors: readonly ModifierId[];
};

/** A modifier that applies to this patient, why, and the days that it suggests: never fewer than none. */
export type AppliedModifier = {
  id: ModifierId;
  label: Text;
  because: Text;
  fromDays: number;
  toDays: number;
  source: Source;
};
export type TimelineSuggestion = { applied: AppliedModifier[]; fromDays: number; toDays: number };

/**
 * By how many days the surgeon may move the timeline later, with the reason of each factor. A suggestion, never applied by itself. Several factors
 * are not added up: the range is that of the strictest (clinical reference, protocol notes: "shift phases 3–6 by +2 to +6 wk"). No factor
 * suggests less than the content's own days.
 */
export function suggestTimeline(healing: Healing, modifiers: readonly TimelineModifier[]): TimelineSuggestion {
  const applied = modifiers.flatMap((modifier) => {
    const reason = reasonFor(modifier.id, healing);
    return reason === null ? [] : [appliedOf(modifier, reason)];
  });
  return {
    applied,
    fromDays: Math.max(0, ...applied.map(({ fromDays }) => fromDays)),
    toDays: Math.max(0, ...applied.map(({ toDays }) => toDays)),
  };
}

/** Of a phase, what its date depends on. */
export type DatedPhase = Pick<PhaseFacts, "n" | "name" | "dayStart">;

/** The first day of every phase with a shift, as day of the protocol and as date. */
export function phaseStarts(
  phases: readonly DatedPhase[],
  anchor: Day,
  shiftDays: number,
): { n: number; name: Text; day: number; on: Day }[] {
  return phases.map(({ n, name, dayStart }) => {
    const day = n >= 3 ? dayStart + shiftDays : dayStart;
    return { n, name, day, on: addDays(anchor, day) };
  });
}

function appliedOf({ id, label, fromWeeks, toWeeks, basis }: TimelineModifier, reason: Text): AppliedModifier {
  const isEarlier = fromWeeks < 0;
  return {
    id,
    label,
    because: isEarlier
      ? {
          en: `${reason.en} Often a little faster, but no earlier start by itself.`,
          es: `${reason.es} A menudo algo más rápido, pero por sí solo no adelanta el inicio.`,
        }
      : {
          en: `${reason.en} Healing may take ${fromWeeks} to ${toWeeks} weeks longer.`,
          es: `${reason.es} La cicatrización puede tardar de ${fromWeeks} a ${toWeeks} semanas más.`,
        },
    fromDays: Math.max(0, fromWeeks * 7),
    toDays: Math.max(0, toWeeks * 7),
    source: basis === unverified ? [unverified] : [],
  };
}

/** Why the modifier applies; null where it does not. */
function reasonFor(id: ModifierId, { levels, conditions, factors }: Healing): Text | null {
  switch (id) {
    case "three-or-more-levels":
      return levels.length < 3
        ? null
        : { en: `${levels.length} levels were treated.`, es: `Se trataron ${levels.length} niveles.` };
    case "osteoporosis":
      return conditions.includes("osteoporosis")
        ? { en: "Osteoporosis is a recorded condition.", es: "La osteoporosis es una condición registrada." }
        : null;
    case "single-level-minimally-invasive":
      return levels.length === 1 ? recorded(id, factors) : null;
    default:
      return recorded(id, factors);
  }
}

function recorded(id: ModifierId, factors: readonly ModifierId[]): Text | null {
  return factors.includes(id) ? { en: "Recorded by the surgeon.", es: "Registrado por el cirujano." } : null;
}
