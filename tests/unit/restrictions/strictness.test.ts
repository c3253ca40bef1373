import { expect, it } from "vitest";
import { isSameLimit, loosenedIn, type RestrictionTerms } from "@/lib/clinical/restriction-strictness";

const lift: RestrictionTerms = {
  ...{ kind: "lift-limit", region: null, kg: 4.5, minutes: null },
  ...{ untilDate: "2026-12-01", untilPhase: null, untilClearance: null },
};
const open = { untilDate: null, untilPhase: null, untilClearance: null };

it.each<[string, Partial<RestrictionTerms>, Partial<RestrictionTerms>, string | null]>([
  ["the same", {}, {}, null],
  ["another kind", { kind: "no-lifting", kg: null }, {}, "kind"],
  ["one region of all", { region: "LUMBAR" }, {}, "region"],
  ["all regions instead of one", {}, { region: "LUMBAR" }, null],
  ["less weight", { kg: 2.3 }, {}, null],
  ["more weight", { kg: 4.6 }, {}, "kg"],
  ["no weight named", { kg: null }, {}, "kg"],
  ["fewer minutes", { minutes: 10 }, { minutes: 20 }, null],
  ["more minutes", { minutes: 30 }, { minutes: 20 }, "minutes"],
  ["a later day", { untilDate: "2026-12-02" }, {}, null],
  ["an earlier day", { untilDate: "2026-11-30" }, {}, "end"],
  ["a day where there was no end", {}, open, "end"],
  ["no end at all", open, {}, null],
  ["a later phase", { ...open, untilPhase: 4 }, { ...open, untilPhase: 3 }, null],
  ["an earlier phase", { ...open, untilPhase: 2 }, { ...open, untilPhase: 3 }, "end"],
  ["a phase instead of a day", { ...open, untilPhase: 6 }, {}, "end"],
  ["the same clearance", { ...open, untilClearance: "RUNNING" }, { ...open, untilClearance: "RUNNING" }, null],
  ["another clearance", { ...open, untilClearance: "RUNNING" }, { ...open, untilClearance: "SWIM_POOL" }, "end"],
])("%s", (_, changed, former, answer) => {
  expect(loosenedIn({ ...lift, ...changed }, { ...lift, ...former })).toBe(answer);
});

it.each<[string, Partial<RestrictionTerms>, boolean]>([
  ["the same with another end", open, true],
  ["another kind", { kind: "no-lifting" }, false],
  ["another region", { region: "LUMBAR" }, false],
  ["another weight", { kg: 2.3 }, false],
  ["other minutes", { minutes: 20 }, false],
])("is the same limit: %s", (_, other, answer) => {
  expect(isSameLimit({ ...lift, ...other }, { kind: "lift-limit", kg: 4.5 })).toBe(answer);
});

it("is the same limit where neither names a place or an amount", () => {
  expect(isSameLimit({ kind: "no-bending" }, { kind: "no-bending" })).toBe(true);
});
