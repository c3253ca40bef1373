import type { TemplatePhaseFacts } from "@/lib/schemas/template";

/** What of a phase can differ beside its lines. */
export const phaseKeys = [
  "name",
  "dayStart",
  "dayEndExclusive",
  "goals",
  "patientGoal",
  "entryCriteria",
  "precautions",
  "limits",
  "blockedTags",
] as const satisfies readonly (keyof TemplatePhaseFacts)[];
export type PhaseKey = (typeof phaseKeys)[number];

/** A phase as two states of a template have it; null where one has none with this number. */
export type PhaseChange = {
  n: number;
  before: TemplatePhaseFacts | null;
  after: TemplatePhaseFacts | null;
  keys: PhaseKey[];
};

/** The phases of two states of a template by number, with what differs in each. */
export function comparePhases(
  before: readonly TemplatePhaseFacts[],
  after: readonly TemplatePhaseFacts[],
): PhaseChange[] {
  const numbers = new Set([...before, ...after].map(({ n }) => n));
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((n) => {
      const [one, other] = [before, after].map((phases) => phases.find((phase) => phase.n === n) ?? null);
      const keys = one && other ? phaseKeys.filter((key) => !isSame(one[key], other[key])) : [];
      return { n, before: one ?? null, after: other ?? null, keys };
    });
}

/** Whether two values say the same, in whatever order the keys of their objects stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return one.size === other.size && [...one].every(([key, value]) => isSame(value, other.get(key)));
}
