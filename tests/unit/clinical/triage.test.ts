import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { triageLevels, type Answer, type Answers } from "@/lib/clinical/triage-content";
import { triage, worseOf } from "@/lib/clinical/triage";
import { askedInputs, missingInputs } from "@/lib/clinical/triage/missing";
import type { RecentCheckIn } from "@/lib/clinical/triage/trends";
import { checkIn, judge, quietAnswers, triageContent, workedVignettes } from "../../support/clinical-check-in";

const on = "2026-06-30";
const daysAgo = (days: number, answers: Answers = {}): RecentCheckIn => ({
  on: addDays(on, -days),
  answers: { ...quietAnswers, ...answers },
  level: "NORMAL_SORENESS",
});
const firedIds = (input: Parameters<typeof judge>[0]) => judge(input).fired.map(({ rule }) => rule);

describe("the worked vignettes", () => {
  it("are all here", () => {
    expect(workedVignettes).toHaveLength(39);
  });

  it.each(workedVignettes)("$name: $expectedLevel", ({ input, expectedLevel }) => {
    expect(judge(input).level).toBe(expectedLevel);
  });
});

describe("the answer", () => {
  it("of a quiet day is normal soreness with nothing missing", () => {
    const { level, fired, missing } = judge(checkIn());
    expect([level, fired.map(({ rule }) => rule), missing]).toEqual(["NORMAL_SORENESS", ["normal-soreness"], []]);
  });

  it("lists the fired rules from the highest level down, with words and sources", () => {
    const { fired } = judge(
      checkIn({ fall: true, dizziness: "persisting or fainted", nprsDuring: 6, hoursIncreased: 4 }),
    );
    const ranks = fired.map(({ level }) => triageLevels.indexOf(level));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(new Set(ranks).size).toBeGreaterThan(3);
    for (const { patientMessage, action } of fired) {
      expect([patientMessage.en, patientMessage.es, action.en, action.es].every((words) => words.length > 0)).toBe(
        true,
      );
    }
    const sourceOf = (id: string) => fired.find(({ rule }) => rule === id)?.source;
    expect(sourceOf("collapse")).toEqual(["PE-NHSWALES", "SEED1"]);
    expect(sourceOf("fall-late")).toEqual(["CALL-OSC", "background, unverified"]);
  });

  it("is normal soreness when no rule fires at all", () => {
    expect(triage(checkIn({ nprsDuring: null }), { ...triageContent, rules: [] }).level).toBe("NORMAL_SORENESS");
  });

  it("the more serious of two levels", () => {
    expect(worseOf("EMERGENCY", "REDUCE_DOSE")).toBe("EMERGENCY");
    expect(worseOf("REDUCE_DOSE", "HOLD_NOTIFY_PT")).toBe("HOLD_NOTIFY_PT");
  });
});

describe("missing answers", () => {
  it("of a warning sign hold the program, of another input raise nothing", () => {
    for (const { key, redFlag } of askedInputs("full", checkIn().context, triageContent)) {
      const { level, missing } = judge(checkIn({ [key]: null }));
      expect([key, missing, level]).toEqual([key, [key], redFlag ? "HOLD_NOTIFY_PT" : "NORMAL_SORENESS"]);
    }
  });

  it("never lower a level", () => {
    expect(judge(checkIn({ saddleNumb: null, chestPain: true })).level).toBe("EMERGENCY");
    expect(judge({ ...checkIn(), answers: {} })).toMatchObject({ level: "HOLD_NOTIFY_PT", fired: [] });
  });

  it("count the conditional inputs only where they fit, and thoughts of self-harm never", () => {
    const keys = (context: Parameters<typeof checkIn>[1]) =>
      askedInputs("full", checkIn({}, context).context, triageContent).map(({ key }) => key);
    const conditional = ["gaitHandClumsy", "neckSwallow", "injectionLimbWeak", "moodCrisis"];
    const asked = (context: Parameters<typeof checkIn>[1]) => conditional.filter((key) => keys(context).includes(key));
    expect(asked({})).toEqual([]);
    expect(asked({ region: "CERVICAL" })).toEqual(["gaitHandClumsy", "neckSwallow"]);
    expect(asked({ region: "THORACOLUMBAR" })).toEqual(["gaitHandClumsy"]);
    expect(asked({ procedureType: "INJECTION" })).toEqual(["injectionLimbWeak"]);
    expect(judge(checkIn({ moodCrisis: null })).missing).toEqual([]);
    expect(judge(checkIn({ neckSwallow: null }, { region: "CERVICAL" }))).toMatchObject({
      level: "HOLD_NOTIFY_PT",
      missing: ["neckSwallow"],
    });
  });
});

describe("stages", () => {
  const missingIn = (stage: Parameters<typeof missingInputs>[0], answers: Answers = {}) =>
    missingInputs(stage, answers, checkIn().context, triageContent).map(({ key }) => key);
  const signs = triageContent.inputs
    .filter(({ redFlag, required }) => redFlag && required === true)
    .map(({ key }) => key);

  it("ask what belongs to them", () => {
    expect(new Set(missingIn("before"))).toEqual(new Set(["nprsBefore", ...signs]));
    expect(missingIn("after")).toEqual(["nprsDuring", "painLocation", "painCharacter", "sob", "dizziness", "fatigue"]);
    expect(missingIn("follow-up")).toEqual(["nprsAfter", "hoursIncreased"]);
    expect(missingIn("skip")).toEqual([
      "nprsDuring",
      "painLocation",
      "newRadiating",
      "newNumbTingle",
      "weakness",
      "bladderBowel",
      "saddleNumb",
      "newSexualDysfunction",
      "bilateralLegSymptoms",
    ]);
    expect(missingIn("full")).toHaveLength(25);
  });

  it("carry the day's earlier answers over", () => {
    expect(missingIn("after", { dizziness: "none", sob: "none", nprsDuring: 3 })).toEqual([
      "painLocation",
      "painCharacter",
      "fatigue",
    ]);
    expect(judge({ ...checkIn(), stage: "follow-up", answers: { nprsAfter: 2, hoursIncreased: 0 } })).toMatchObject({
      level: "NORMAL_SORENESS",
      missing: [],
    });
    expect(judge({ ...checkIn(), stage: "after", answers: { nprsDuring: 2 } }).level).toBe("HOLD_NOTIFY_PT");
  });
});

describe("two-reduce-in-row", () => {
  const reduce = { hoursIncreased: 4 };
  const fires = (today: Answers, recent: RecentCheckIn[] | undefined, told = true) =>
    firedIds(checkIn(today, {}, { recent, ...(told ? { on } : {}) })).includes("two-reduce-in-row");

  it("needs both this check-in and the one before it", () => {
    expect(fires(reduce, [daysAgo(1, reduce)])).toBe(true);
    expect(fires(reduce, [daysAgo(1, { nprsDuring: 6 })])).toBe(true);
    expect(fires(reduce, [daysAgo(2, reduce), daysAgo(1)])).toBe(false);
    expect(fires({}, [daysAgo(1, reduce)])).toBe(false);
    expect(fires(reduce, [])).toBe(false);
    expect(fires(reduce, undefined)).toBe(false);
    const { level, fired } = judge(checkIn(reduce, {}, { on, recent: [daysAgo(1, reduce)] }));
    expect(level).toBe("HOLD_NOTIFY_PT");
    const known = triageContent.trendRules.find(({ id }) => id === "two-reduce-in-row");
    const mark = known?.basis === "sourced" ? [] : ["background, unverified"];
    expect(fired[0]?.source).toEqual([...(known?.sources ?? []), ...mark]);
  });

  it("counts an earlier session of the same day, and not the milder reasons to reduce", () => {
    expect(fires(reduce, [daysAgo(0, reduce)])).toBe(true);
    expect(fires(reduce, [daysAgo(0, reduce)], false)).toBe(true);
    expect(fires({ painCharacter: "sharp" }, [daysAgo(1, { painCharacter: "sharp" })])).toBe(false);
    expect(fires(reduce, [daysAgo(1, { neckSwallow: "mild swallowing trouble stable or better" })])).toBe(false);
  });
});

describe("baseline-drift", () => {
  const at = (days: readonly number[], nprsBefore: Answer | null) =>
    days.map((day) => daysAgo(day, { nprsBefore, nprsDuring: nprsBefore, nprsAfter: nprsBefore }));
  const fires = (recent: RecentCheckIn[], today: number, told = true) =>
    firedIds(
      checkIn({ nprsBefore: today, nprsDuring: today, nprsAfter: today }, {}, { recent, ...(told ? { on } : {}) }),
    ).includes("baseline-drift");

  it("needs a rise of 2 points between the means of two weeks", () => {
    expect(fires([...at([13, 10, 7], 2), ...at([6, 1], 4)], 4)).toBe(true);
    expect(fires([...at([13, 10, 7], 2), ...at([6, 1], 4)], 3)).toBe(false);
    expect(fires([...at([13, 10, 7], 4), ...at([6, 1], 2)], 2)).toBe(false);
  });

  it("needs 3 check-ins in each week, this one counted", () => {
    expect(fires([...at([13, 10], 2), ...at([6, 1], 5)], 5)).toBe(false);
    expect(fires([...at([13, 10, 7], 2), ...at([1], 5)], 5)).toBe(false);
    expect(fires([...at([14, 10, 7], 2), ...at([6, 1], 5)], 5)).toBe(false);
    expect(fires([...at([13, 10, 7], 2), ...at([7, 1], 5)], 5)).toBe(false);
    expect(fires([...at([13, 10, 7], 2), ...at([6], 9), ...at([1], null)], 9)).toBe(false);
  });

  it("takes the newest day or the next where the day is not told", () => {
    expect(fires([...at([13, 10, 7], 2), ...at([6, 1], 4)], 4, false)).toBe(true);
    expect(fires([...at([14, 13, 8], 2), ...at([7, 1], 4)], 4, false)).toBe(true);
    expect(fires([...at([14, 13, 8], 2), ...at([7, 1], 4)], 4)).toBe(false);
    expect(fires([...at([20, 19, 18], 2), ...at([13, 12, 11, 6, 5, 4], 5)], 5, false)).toBe(false);
    expect(fires([...at([13, 10, 7], 2), ...at([6, 1], 3)], 3, false)).toBe(false);
  });
});

describe("fbss-worsening", () => {
  const scores = (days: readonly number[], nprsBefore: number) => days.map((day) => daysAgo(day, { nprsBefore }));
  const fires = (recent: RecentCheckIn[], pathway: "FBSS" | "STANDARD" = "FBSS", told = true) =>
    firedIds(
      checkIn(
        { nprsBefore: 6, nprsDuring: 6, nprsAfter: 6 },
        { pathway, daysSince: 600 },
        { recent, ...(told ? { on } : {}) },
      ),
    ).includes("fbss-worsening");

  it("compares the last week with the first one of the pathway", () => {
    const slow = [...scores([40, 38, 36], 4), ...scores([13, 10, 9], 5), ...scores([2, 1], 6)];
    expect(fires(slow)).toBe(true);
    expect(fires(slow, "FBSS", false)).toBe(true);
    expect(fires(slow, "STANDARD")).toBe(false);
    expect(fires([...scores([40, 38, 36], 5), ...scores([5, 3], 6)])).toBe(false);
    expect(fires([...scores([12, 11, 10], 2), ...scores([5, 3], 6)])).toBe(false);
    expect(fires([...scores([40, 38], 2), ...scores([5, 3], 6)])).toBe(false);
    expect(fires([...scores([40, 38, 33], 2), ...scores([5, 3], 6)])).toBe(false);
    expect(fires([...scores([40, 38, 34], 2), ...scores([5, 3], 6)])).toBe(true);
    expect(fires([...scores([13, 12, 11], 2), ...scores([5, 3], 6)])).toBe(true);
  });
});

describe("trend rules without a level", () => {
  it("make tasks, never an answer", () => {
    const content = {
      ...triageContent,
      trendRules: triageContent.trendRules.flatMap((rule) => [
        { ...rule, level: null },
        { ...rule, id: "no-such-trend", level: "EMERGENCY" as const },
      ]),
    };
    const recent = [13, 10, 7].map((day) => daysAgo(day, { nprsBefore: 0 }));
    const input = checkIn({}, {}, { on, recent: [...recent, daysAgo(2), daysAgo(1)] });
    expect(firedIds(input)).toContain("baseline-drift");
    const { level, fired } = triage(input, content);
    expect([level, fired.map(({ rule }) => rule)]).toEqual(["NORMAL_SORENESS", ["normal-soreness"]]);
  });
});
