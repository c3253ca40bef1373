import { describe, expect, it } from "vitest";
import type { Answers, TriageCondition, TriageContext } from "@/lib/clinical/triage-content";
import { holds, inputsIn } from "@/lib/clinical/triage/language";

const context: TriageContext = {
  region: "LUMBAR",
  procedureType: "FUSION",
  pathway: "STANDARD",
  surgical: true,
  daysSince: 40,
  inExpectedFlare: false,
};
const answers: Answers = { nprsBefore: 2, nprsDuring: 4, wound: "closed dry", calf: false, chills: null };

describe("the language of the conditions", () => {
  it.each<[TriageCondition, boolean]>([
    [["==", "calf", false], true],
    [["==", "calf", true], false],
    [["!=", "wound", "closed dry"], false],
    [["!=", "calf", true], true],
    [[">=", "nprsDuring", 4], true],
    [[">=", "nprsDuring", 5], false],
    [["<=", "nprsDuring", 4], true],
    [["<=", "nprsDuring", 3], false],
    [[">", "nprsDuring", 3], true],
    [[">", "nprsDuring", 4], false],
    [["<", "nprsDuring", 5], true],
    [["<", "nprsDuring", 4], false],
    [["in", "wound", ["closed dry", "redness or warmth"]], true],
    [["in", "wound", ["redness or warmth"]], false],
    [["in", "wound", "closed dry"], true],
    [["==", "wound", ["closed dry"]], false],
    [["and", ["==", "calf", false], [">", "nprsDuring", 3]], true],
    [["and", ["==", "calf", false], [">", "nprsDuring", 4]], false],
    [["or", ["==", "calf", true], [">", "nprsDuring", 3]], true],
    [["or", ["==", "calf", true], [">", "nprsDuring", 4]], false],
    [["not", ["==", "calf", true]], true],
    [["not", ["==", "calf", false]], false],
    [["rise", "nprsDuring", "nprsBefore", 2], true],
    [["rise", "nprsDuring", "nprsBefore", 3], false],
    [["ctx", "daysSince", "<=", 40], true],
    [["ctx", "daysSince", "<", 40], false],
    [["ctx", "region", "in", ["CERVICAL", "LUMBAR"]], true],
    [["ctx", "surgical", "==", true], true],
  ])("%j is %s", (condition, expected) => {
    expect(holds(condition, answers, context)).toBe(expected);
  });

  it.each<[TriageCondition]>([
    [["==", "chills", false]],
    [["!=", "chills", true]],
    [["<=", "nprsAfter", 10]],
    [["in", "chills", [true, false]]],
    [["rise", "nprsAfter", "nprsBefore", 0]],
    [["rise", "nprsDuring", "nprsAfter", 0]],
  ])("%j with a missing answer is false", (condition) => {
    expect(holds(condition, answers, context)).toBe(false);
  });
});

it("says which inputs a condition reads", () => {
  const condition: TriageCondition = [
    "and",
    ["or", [">=", "nprsDuring", 6], ["rise", "nprsAfter", "nprsBefore", 2]],
    ["not", ["==", "fall", true]],
    ["ctx", "pathway", "!=", "FBSS"],
  ];
  expect(inputsIn(condition)).toEqual(["nprsDuring", "nprsAfter", "nprsBefore", "fall"]);
});
