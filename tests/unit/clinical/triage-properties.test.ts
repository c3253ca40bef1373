import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  triageLevels,
  triageProcedures,
  triageRegions,
  type Answer,
  type Answers,
  type CheckInInput,
} from "@/lib/clinical/triage-content";
import type { TriageInput } from "@/lib/clinical/triage";
import { trendInputs } from "@/lib/clinical/triage/trends";
import { checkIn, judge, triageContent } from "../../support/clinical-check-in";

/** The possible answers of an input from the quiet one to the most worrying. */
function fromQuietToWorrying({ type, values = [], range = [0, 10] }: CheckInInput): Answer[] {
  switch (type) {
    case "bool":
      return [false, true];
    case "enum":
      return values.map(({ value }) => value);
    case "int0-10":
      return Array.from({ length: 11 }, (_, score) => score);
    case "number":
      return range[0] === 0 ? [0, 2, 3, 3.5, 4, 23, 24, 47, 48, 200] : [36.5, 37.9, 38, 38.4, 39, 40];
  }
}

const inputs = triageContent.inputs;
const worrying = inputs.filter(({ key }) => key !== "nprsBefore");
const answers = fc.record(
  Object.fromEntries(
    inputs.map((input) => {
      const [quiet = false, ...rest] = fromQuietToWorrying(input);
      const isScore = input.type === "int0-10";
      return [
        input.key,
        isScore
          ? fc.constantFrom(quiet, ...rest)
          : fc.oneof(
              { weight: 6, arbitrary: fc.constant(quiet) },
              { weight: 1, arbitrary: fc.constantFrom(quiet, ...rest) },
            ),
      ];
    }),
  ),
);
const context = fc
  .record({
    region: fc.constantFrom(...triageRegions),
    procedureType: fc.constantFrom(...triageProcedures),
    pathway: fc.constantFrom("STANDARD" as const, "FBSS" as const),
    daysSince: fc.constantFrom(0, 1, 3, 14, 15, 84, 85, 365, 366, 900),
    inExpectedFlare: fc.boolean(),
  })
  .map((known) => ({ ...known, surgical: known.procedureType !== "INJECTION" }));
const anyCheckIn: fc.Arbitrary<TriageInput> = fc.record({ answers, context });

const rankOf = (input: TriageInput) => triageLevels.indexOf(judge(input).level);

describe("one more worrying answer", () => {
  it("never lowers the level, from a quiet day, for every input and value", () => {
    for (const input of worrying) {
      const levels = fromQuietToWorrying(input).map((value) => rankOf(checkIn({ [input.key]: value })));
      const quiet = levels[0] ?? 0;
      expect([input.key, levels.every((level) => level >= quiet)]).toEqual([input.key, true]);
    }
  });

  it("never lowers the level of any check-in", () => {
    fc.assert(
      fc.property(anyCheckIn, fc.constantFrom(...worrying), fc.nat(), (before, input, step) => {
        const order = fromQuietToWorrying(input);
        const was = order.findIndex((value) => value === before.answers[input.key]);
        const next =
          input.type === "enum"
            ? was === 0
              ? 1 + (step % (order.length - 1))
              : was
            : Math.min(order.length - 1, was + 1 + (step % 3));
        const after = { ...before, answers: { ...before.answers, [input.key]: order[next] } };
        expect(rankOf(after)).toBeGreaterThanOrEqual(rankOf(before));
      }),
      { numRuns: 3000 },
    );
  });

  it("a warning sign left out never makes the level lower than HOLD_NOTIFY_PT", () => {
    const signs = inputs.filter(({ redFlag, required }) => redFlag && required === true);
    fc.assert(
      fc.property(anyCheckIn, fc.constantFrom(...signs), (before, { key }) => {
        const result = judge({ ...before, answers: { ...before.answers, [key]: null } });
        expect(result.missing).toContain(key);
        expect(triageLevels.indexOf(result.level)).toBeGreaterThanOrEqual(triageLevels.indexOf("HOLD_NOTIFY_PT"));
      }),
      { numRuns: 500 },
    );
  });
});

describe("what trends read of earlier sessions", () => {
  it("is all that a level takes from them", () => {
    const needed = trendInputs(triageContent);
    const only = (all: Answers) => Object.fromEntries(Object.entries(all).filter(([key]) => needed.has(key)));
    fc.assert(
      fc.property(anyCheckIn, fc.array(answers, { minLength: 12, maxLength: 16 }), (input, before) => {
        const recent = before.map((told, index) => ({
          on: `2026-11-${String(index + 4).padStart(2, "0")}`,
          answers: told,
        }));
        const least = recent.map(({ on, answers: told }) => ({ on, answers: only(told) }));
        const on = "2026-11-20";
        expect(judge({ ...input, on, recent: least })).toEqual(judge({ ...input, on, recent }));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the shipped conditions", () => {
  it("hold together: the highest fired rule is the level, and the list runs downwards", () => {
    fc.assert(
      fc.property(anyCheckIn, (input) => {
        const { level, fired } = judge(input);
        const ranks = fired.map((rule) => triageLevels.indexOf(rule.level));
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
        expect(fired[0]?.level).toBe(level);
      }),
      { numRuns: 500 },
    );
  });
});
