import fc from "fast-check";
import { byPhase } from "@/lib/draft/change-draft";
import type { Draft, DraftChange, LineDosage } from "@/lib/draft/draft";
import type { DraftLine } from "@/lib/schemas/program";

export const noDosage: LineDosage = {
  sets: null,
  reps: null,
  holdSec: null,
  restSec: null,
  durationMin: null,
  perDay: null,
  perWeek: null,
  loadKg: null,
  rpeMax: null,
  side: null,
};

/** A line of phase 1, counted: 2 × 8, five times a week. */
export function aLine(id: string, given: Partial<DraftLine> = {}): DraftLine {
  return {
    id,
    phase: 1,
    exercise: `exercise-${id}`,
    dosage: { ...noDosage, sets: 2, reps: 8, perWeek: 5 },
    noteToPatient: null,
    overrideReason: null,
    templateLineId: null,
    ...given,
  };
}

export function dosed(id: string, dosage: Partial<LineDosage>, given: Partial<DraftLine> = {}): DraftLine {
  return aLine(id, { ...given, dosage: { ...aLine(id).dosage, ...dosage } });
}

export function aDraft(...lines: DraftLine[]): Draft {
  return { startPhase: 1, lines };
}

export const idsOf = ({ lines }: Draft): string => lines.map(({ id }) => id).join(" ");

const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
const anId = fc.constantFrom(...ids);
const someIds = fc.subarray(ids);
const aPhase = fc.integer({ min: 1, max: 3 });
const before = fc.option(anId);
const aNumber = fc.option(fc.integer({ min: 1, max: 4 }));
const someWeek = fc.oneof(
  fc.record({ perWeek: aNumber }),
  fc.subarray([1, 2, 3, 4, 5, 6, 7]).map((weekdays) => ({ weekdays })),
);

const aDosage = fc
  .tuple(fc.record({ sets: aNumber, reps: aNumber, durationMin: aNumber, loadKg: aNumber }), someWeek)
  .map(([amount, week]): Partial<LineDosage> => ({ ...amount, ...week }));
const anyLine = (id: fc.Arbitrary<string>) =>
  fc
    .record({ id, phase: aPhase, sets: fc.integer({ min: 1, max: 4 }), note: fc.option(fc.constantFrom("n1", "n2")) })
    .map(({ sets, note, ...line }) =>
      dosed(line.id, { sets }, { phase: line.phase, exercise: `exercise-${line.id}`, noteToPatient: note }),
    );

/** A draft of some of eight lines in three phases. */
export const anyDraft: fc.Arbitrary<Draft> = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.uniqueArray(anyLine(anId), { selector: ({ id }) => id }))
  .map(([startPhase, lines]) => ({ startPhase, lines: byPhase(lines) }));

/** One act, by ids that may or may not be there; `mark` keeps the lines of two people apart. */
export function anyChange(mark: string): fc.Arbitrary<DraftChange> {
  const fresh = fc.integer({ min: 1, max: 20 }).map((n) => `${mark}${n}`);
  return fc.oneof(
    fc.record({ kind: fc.constant("add" as const), lines: fc.array(anyLine(fresh), { maxLength: 3 }), before }),
    fc.record({ kind: fc.constant("remove" as const), ids: someIds }),
    fc.record({ kind: fc.constant("place" as const), ids: someIds, phase: aPhase, before }),
    fc.record({
      kind: fc.constant("edit" as const),
      id: anId,
      line: fc.record(
        {
          ...{
            phase: aPhase,
            noteToPatient: fc.option(fc.constantFrom("n1", "n2", "n3")),
            exercise: fc.constant("other"),
          },
          starting: fc.constant(true),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ kind: fc.constant("dose" as const), ids: someIds, dosage: aDosage }),
    fc.record({ kind: fc.constant("start" as const), phase: aPhase }),
  );
}
