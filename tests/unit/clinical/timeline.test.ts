import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditions } from "@/lib/clinical/facts";
import {
  modifierIds,
  phaseStarts,
  recordedModifierIds,
  type Healing,
  type ModifierId,
  type TimelineModifier,
} from "@/lib/clinical/timeline";
import { timelineModifiers } from "@/lib/records/episodes/shipped-modifiers";
import { suggestTimeline } from "../../support/clinical-answers";
import { anchor, fourPhases } from "../../support/clinical-content";

const nothing: Healing = { levels: ["L4–L5"], conditions: [], factors: [] };
const shipped = timelineModifiers({});
const suggest = (healing: Partial<Healing>, modifiers: readonly TimelineModifier[] = shipped) => {
  const { applied, fromDays, toDays } = suggestTimeline({ ...nothing, ...healing }, modifiers);
  return [applied.map(({ id }) => id), fromDays, toDays];
};

describe("which modifiers apply, and the days that they suggest", () => {
  const three = ["L2–L3", "L3–L4", "L4–L5"];
  it.each<[string, Partial<Healing>, (string[] | number)[]]>([
    ["none", {}, [[], 0, 0]],
    ["two levels", { levels: three.slice(1) }, [[], 0, 0]],
    ["three levels", { levels: three }, [["three-or-more-levels"], 14, 42]],
    ["three levels, whatever is recorded", { factors: ["three-or-more-levels"] }, [[], 0, 0]],
    ["revision", { factors: ["revision"] }, [["revision"], 14, 42]],
    ["osteoporosis as a condition", { conditions: ["vertigo", "osteoporosis"] }, [["osteoporosis"], 14, 42]],
    ["osteoporosis only as a factor", { factors: ["osteoporosis"] }, [[], 0, 0]],
    ["smoker", { factors: ["smoker"] }, [["smoker"], 14, 28]],
    ["diabetes", { factors: ["diabetes"] }, [["diabetes"], 7, 28]],
    ["dural tear", { factors: ["dural-tear"] }, [["dural-tear"], 7, 14]],
    [
      "single-level minimally invasive",
      { factors: ["single-level-minimally-invasive"] },
      [["single-level-minimally-invasive"], 0, 0],
    ],
    [
      "minimally invasive on two levels",
      { levels: three.slice(1), factors: ["single-level-minimally-invasive"] },
      [[], 0, 0],
    ],
    ["two together are not added up", { factors: ["dural-tear", "smoker"] }, [["smoker", "dural-tear"], 14, 28]],
    [
      "minimally invasive shortens nothing",
      { factors: ["diabetes", "single-level-minimally-invasive"] },
      [["diabetes", "single-level-minimally-invasive"], 7, 28],
    ],
  ])("%s", (_, healing, suggested) => {
    expect(suggest(healing)).toEqual(suggested);
  });

  it("takes a clinic's weeks", () => {
    const longer = shipped.map((modifier) =>
      modifier.id === "smoker" ? { ...modifier, fromWeeks: 3, toWeeks: 8 } : modifier,
    );
    expect(suggest({ factors: ["smoker"] }, longer)).toEqual([["smoker"], 21, 56]);
  });

  it("says why, with the mark of what nobody confirmed", () => {
    const { applied } = suggestTimeline({ ...nothing, levels: three, factors: ["smoker"] }, shipped);
    expect(applied[0]).toMatchObject({
      because: {
        en: "3 levels were treated. Healing may take 2 to 6 weeks longer.",
        es: "Se trataron 3 niveles. La cicatrización puede tardar de 2 a 6 semanas más.",
      },
      source: ["background, unverified"],
    });
    expect(applied[1]?.because.en).toBe("Recorded by the surgeon. Healing may take 2 to 4 weeks longer.");
  });

  it("says that what heals faster begins no earlier by itself", () => {
    const { applied } = suggestTimeline({ ...nothing, factors: ["single-level-minimally-invasive"] }, shipped);
    expect(applied[0]?.because.en).toContain("no earlier start by itself");
    expect(applied[0]?.because.es).toContain("no adelanta el inicio");
  });

  it("carries no mark where the number is sourced", () => {
    const sourced = shipped.map((modifier) => ({ ...modifier, basis: "sourced" as const }));
    expect(suggestTimeline({ ...nothing, factors: ["smoker"] }, sourced).applied[0]?.source).toEqual([]);
  });
});

describe("the shipped modifiers", () => {
  it("are the ids that the rules know", () => {
    expect(shipped.map(({ id }) => id).toSorted()).toEqual([...modifierIds].toSorted());
  });
});

describe("phase starts", () => {
  it("move from phase 3 on, by the shift", () => {
    expect(phaseStarts(fourPhases, anchor, 21).map(({ n, day, on }) => [n, day, on])).toEqual([
      [1, 0, "2026-01-05"],
      [2, 14, "2026-01-19"],
      [3, 63, "2026-03-09"],
      [4, 105, "2026-04-20"],
    ]);
  });
});

describe("properties", () => {
  const healing = fc.record({
    levels: fc.subarray(["L1–L2", "L2–L3", "L3–L4", "L4–L5"], { minLength: 1 }),
    conditions: fc.subarray([...conditions]),
    factors: fc.subarray([...recordedModifierIds]),
  });
  const weeks = fc.integer({ min: -10, max: 30 });
  const modifiers = fc.tuple(...modifierIds.map(() => fc.tuple(weeks, weeks))).map((ranges) =>
    shipped.map((modifier, index) => {
      const [one = 0, other = 0] = ranges[index] ?? [];
      return { ...modifier, fromWeeks: Math.min(one, other), toWeeks: Math.max(one, other) };
    }),
  );

  it("never suggests an earlier day than the content, and no range upside down", () => {
    fc.assert(
      fc.property(healing, modifiers, (given, known) => {
        const { fromDays, toDays, applied } = suggestTimeline(given, known);
        expect(fromDays).toBeGreaterThanOrEqual(0);
        expect(toDays).toBeGreaterThanOrEqual(fromDays);
        for (const one of applied) expect(one.fromDays).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("never suggests less for one more factor", () => {
    fc.assert(
      fc.property(healing, modifiers, fc.constantFrom<ModifierId>(...recordedModifierIds), (given, known, more) => {
        const before = suggestTimeline(given, known);
        const after = suggestTimeline({ ...given, factors: [...given.factors, more] }, known);
        expect(after.fromDays).toBeGreaterThanOrEqual(before.fromDays);
        expect(after.toDays).toBeGreaterThanOrEqual(before.toDays);
      }),
    );
  });
});
