import fc from "fast-check";
import { addDays } from "@/lib/clinical/days";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import type { ReadinessInput } from "@/lib/clinical/readiness";
import type { Evidence } from "@/lib/clinical/readiness/evidence";
import { anyClearance } from "./clinical-arbitraries";
import { clinical } from "./clinical-check-in";
import { anchor } from "./clinical-content";

/** Any person whose next phase the shipped content can speak of. */

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

/** Evidence seen up to `today`, most of it young. */
function evidence(today: string): fc.Arbitrary<Evidence> {
  const on = fc
    .oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 120 }))
    .map((days) => addDays(today, -days));
  const seen = <T>(value: fc.Arbitrary<T>) => optional(fc.record({ value, on }));
  const score = seen(fc.integer({ min: 0, max: 10 }));
  const minutes = seen(fc.integer({ min: 0, max: 60 }));
  const result = optional(
    fc.record({ value: fc.integer({ min: 0, max: 60 }), norm: optional(fc.integer({ min: 0, max: 60 })), on }),
  );
  return fc.record({
    redFlagFreeDays: seen(fc.integer({ min: 0, max: 20 })),
    nprsAvg7d: score,
    nprsActivity: score,
    walkContinuousMin: minutes,
    sitToleranceMin: minutes,
    woundClosed: seen(fc.boolean()),
    fusionEvidence: seen(fc.constantFrom(...fusionEvidenceLevels)),
    adherencePct: seen(fc.integer({ min: 0, max: 100 })),
    clearances: optional(fc.array(anyClearance, { maxLength: 4 })),
    functional: fc
      .record({ "5XSTS": result, "30S_CHAIR_STAND": result, NDI: result, "6MWT": result })
      .map((tests) => Object.fromEntries(Object.entries(tests).filter(([, test]) => test !== undefined))),
    other: fc
      .array(seen(fc.boolean()), { maxLength: 3 })
      .map((all) => Object.fromEntries(all.flatMap((one, index) => (one ? [[String(index + 1), one]] : [])))),
    hold: seen(fc.boolean()),
  });
}

export const anyReadiness: fc.Arbitrary<ReadinessInput> = fc
  .record({
    protocol: fc.constantFrom(...Object.values(clinical.protocols)),
    day: fc.integer({ min: -5, max: 400 }),
    shiftDays: fc.integer({ min: 0, max: 42 }),
  })
  .chain(({ protocol, day, shiftDays }) => {
    const today = addDays(anchor, day);
    return fc.record({
      ...{ protocol: fc.constant(protocol.id), anchor: fc.constant(anchor), today: fc.constant(today) },
      phase: fc.integer({ min: 0, max: protocol.phases.length }),
      shiftDays: fc.constant(shiftDays),
      evidence: evidence(today),
    });
  });

/** The same values, all seen today. */
export function seenToday({ evidence: known, today: on }: ReadinessInput): Evidence {
  const young = <T extends { on: string } | undefined>(seen: T): T => (seen ? { ...seen, on } : seen);
  const all = <T extends { on: string } | undefined>(seen: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(seen).map(([key, one]) => [key, young(one)]));
  return {
    ...known,
    redFlagFreeDays: young(known.redFlagFreeDays),
    nprsAvg7d: young(known.nprsAvg7d),
    nprsActivity: young(known.nprsActivity),
    walkContinuousMin: young(known.walkContinuousMin),
    sitToleranceMin: young(known.sitToleranceMin),
    woundClosed: young(known.woundClosed),
    fusionEvidence: young(known.fusionEvidence),
    adherencePct: young(known.adherencePct),
    functional: all(known.functional),
    other: all(known.other),
  };
}
