import fc from "fast-check";
import { addDays } from "@/lib/clinical/days";
import { clearanceKeys, conditions, regions, restrictionKinds, type Dosage } from "@/lib/clinical/facts";
import type { ReviewInput } from "@/lib/clinical/prescription";
import { clinical } from "./clinical-check-in";
import { anchor } from "./clinical-content";

/** Any person and program that the shipped content can speak of. */

const exercises = Object.values(clinical.exercises);
const protocols = Object.values(clinical.protocols);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = fc.integer({ min: -20, max: 420 }).map((days) => addDays(anchor, days));
const dosage: fc.Arbitrary<Dosage> = fc.record({
  sets: optional(fc.integer({ min: 1, max: 6 })),
  reps: optional(fc.integer({ min: 1, max: 30 })),
  holdSec: optional(fc.integer({ min: 1, max: 60 })),
  durationMin: optional(fc.integer({ min: 1, max: 60 })),
  perDay: optional(fc.integer({ min: 1, max: 4 })),
  perWeek: optional(fc.integer({ min: 1, max: 7 })),
  loadKg: optional(fc.integer({ min: 0, max: 40 })),
});
const anyLine = fc.record({ exercise: fc.constantFrom(...exercises.map(({ id }) => id)), dosage });
export const anyRestriction = fc.record({
  kind: fc.constantFrom(...restrictionKinds),
  from: optional(day),
  until: optional(day),
  region: optional(fc.constantFrom(...regions)),
  kg: fc.integer({ min: 0, max: 20 }),
  minutes: fc.integer({ min: 1, max: 60 }),
});
export const anyClearance = fc.record({
  key: fc.constantFrom(...clearanceKeys),
  status: fc.constantFrom("granted" as const, "limited" as const, "denied" as const),
  from: optional(day),
  until: optional(day),
  limits: optional(
    fc.record({
      maxMinutes: optional(fc.integer({ min: 1, max: 60 })),
      maxKg: optional(fc.integer({ min: 0, max: 40 })),
    }),
  ),
});
export const anyCondition = fc.constantFrom(...conditions);
const known = fc
  .constantFrom(...protocols)
  .chain((protocol) =>
    fc.record({ protocol: fc.constant(protocol.id), phase: fc.constantFrom(...protocol.phases.map(({ n }) => n)) }),
  );
export const anyOtherProtocol = fc.oneof(
  fc.constantFrom(...protocols.map(({ id }) => id)),
  fc.record({ at: known, anchor: optional(day) }).map(({ at, anchor: own }) => ({ ...at, anchor: own })),
);
export const anySituation: fc.Arbitrary<ReviewInput> = fc
  .record({
    at: known,
    today: day,
    alsoProtocols: fc.array(anyOtherProtocol, { maxLength: 1 }),
    restrictions: fc.array(anyRestriction, { maxLength: 2 }),
    clearances: fc.array(anyClearance, { maxLength: 4 }),
    conditions: fc.array(anyCondition, { maxLength: 2 }),
    hold: fc.boolean(),
    previous: fc.array(anyLine, { maxLength: 4 }),
    weekWithoutTriageAboveNormal: fc.boolean(),
    shiftDays: fc.integer({ min: 0, max: 42 }),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
  })
  .map(({ at, ...rest }) => ({ ...at, anchor, ...rest }));
