import { expect, it } from "vitest";
import { comparePhases } from "@/lib/draft/compare-phases";
import type { TemplatePhaseFacts } from "@/lib/schemas/template";

const words = { en: "x", es: "x" };
const phase = (n: number, given: Partial<TemplatePhaseFacts> = {}): TemplatePhaseFacts => ({
  ...{ n, name: words, patientName: words, patientGoal: words, dayStart: 0, dayEndExclusive: null, goals: [words] },
  entryCriteria: {
    ...{ minDay: 0, redFlagFreeDays: 0, nprsAvg7dMax: null, nprsActivityMax: null, walkContinuousMin: null },
    ...{ sitToleranceMin: null, woundClosed: null, fusionEvidence: "NONE_REQUIRED", clearances: [], functional: [] },
    ...{ adherencePct: null, other: [] },
  },
  ...{ precautions: [], limits: { liftKg: 2, sitMaxMin: null, brace: null, driving: null }, blockedTags: [] },
  ...{ visits: words, progressionCriteria: [], regressionCriteria: [], sources: [] },
  ...given,
});

it("compares the phases of two states by number, whatever the order of keys", () => {
  const same = { driving: null, brace: null, sitMaxMin: null, liftKg: 2 };
  const before = [phase(1), phase(2, { dayStart: 14, goals: [words, words] }), phase(3)];
  const after = [phase(1, { limits: same }), phase(2, { dayStart: 10, limits: { ...same, liftKg: 4 } })];
  expect(comparePhases(before, after).map(({ n, keys, after: now }) => [n, keys, now === null])).toEqual([
    [1, [], false],
    [2, ["dayStart", "goals", "limits"], false],
    [3, [], true],
  ]);
});
