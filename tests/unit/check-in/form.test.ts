import { describe, expect, test } from "vitest";
import { stages, type TriageContext } from "@/lib/clinical/triage-content";
import { askedInputs } from "@/lib/clinical/triage/missing";
import { triageContextOf } from "@/lib/check-in/context";
import { readQuestion, type SentValues } from "@/lib/check-in/read-question";
import { formSteps, type FormQuestion } from "@/lib/check-in/form-steps";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { checkInSchema } from "@/lib/schemas/check-in";

const content = shippedTriage();
const lumbar: TriageContext = {
  region: "LUMBAR",
  procedureType: "FUSION",
  pathway: "STANDARD",
  surgical: true,
  daysSince: 40,
  inExpectedFlare: false,
};
const neck: TriageContext = { ...lumbar, region: "CERVICAL" };
const questions = (context = lumbar) => formSteps("full", context, content, false).flat();
const find = (name: string, context = lumbar): FormQuestion => {
  const found = questions(context).find((question) => question.name === name);
  if (!found) throw new Error(`${name} is not asked`);
  return found;
};
const read = (name: string, values: string[], more: SentValues = {}) =>
  readQuestion(find(name), { [name]: values, ...more });

describe("the screens", () => {
  test.each(stages)("of stage %s ask exactly what triage asks", (stage) => {
    for (const context of [lumbar, neck]) {
      const shown = formSteps(stage, context, content, false)
        .flat()
        .flatMap((question) => (question.kind === "signs" ? Object.keys(question.quiet) : [question.name]));
      expect(shown.sort()).toEqual(
        askedInputs(stage, context, content)
          .map(({ key }) => key)
          .sort(),
      );
    }
  });

  test.each(["before", "after", "skip", "full"] as const)(
    "of stage %s ask a pain score alone, and at most three groups together",
    (stage) => {
      for (const step of formSteps(stage, neck, content, false)) {
        if (step.some(({ kind }) => kind === "pain")) expect(step).toHaveLength(1);
        expect(step.filter(({ kind }) => kind === "signs").length).toBeLessThanOrEqual(3);
      }
    },
  );

  test("are one at the follow-up: pain now, and for how long it was higher", () => {
    const shown = formSteps("follow-up", lumbar, content, false).map((step) => step.map(({ name }) => name));
    expect(shown).toEqual([["nprsAfter", "hoursIncreased"]]);
  });
});

describe("the question about self-harm", () => {
  test("is asked alone and last, before a session only, and only where the clinic answers", () => {
    for (const stage of stages) {
      const without = formSteps(stage, lumbar, content, false);
      const withIt = formSteps(stage, lumbar, content, true);
      const asks = stage === "full" || stage === "before";
      expect(withIt.slice(0, without.length)).toEqual(without);
      const more = withIt.slice(without.length).map((step) => step.map(({ kind, name }) => `${kind} ${name}`));
      expect(more).toEqual(asks ? [["gentle moodCrisis"]] : []);
    }
  });

  test.each([
    [["yes"], { answers: { moodCrisis: true }, error: null }],
    [["no"], { answers: { moodCrisis: false }, error: null }],
    [["rather-not"], { answers: {}, error: null }],
    [[], { answers: {}, error: "chooseOne" }],
    [["maybe"], { answers: {}, error: "chooseOne" }],
  ])("answered %j", (values, expected) => {
    const [asked] = formSteps("full", lumbar, content, true).at(-1) ?? [];
    if (!asked) throw new Error("nothing is asked");
    expect(readQuestion(asked, { moodCrisis: values })).toEqual(expected);
  });
});

describe("reading an answer", () => {
  test("untouched pain is an error, never 0", () => {
    expect(read("nprsBefore", [])).toEqual({ answers: {}, error: "choosePain" });
    expect(read("nprsBefore", ["0"])).toEqual({ answers: { nprsBefore: 0 }, error: null });
    expect(read("nprsBefore", ["10"])).toEqual({ answers: { nprsBefore: 10 }, error: null });
    expect(read("nprsBefore", ["11"]).error).toBe("choosePain");
  });

  test("none of these answers every sign of the group quietly", () => {
    const { answers, error } = read("signs-bladder-bowel", ["none"]);
    expect({ answers, error }).toEqual({
      answers: { bladderBowel: "no", saddleNumb: false, newSexualDysfunction: false },
      error: null,
    });
  });

  test("an untouched group and a contradiction are asked again", () => {
    expect(read("signs-nerves", []).error).toBe("chooseSigns");
    expect(read("signs-nerves", ["none", "newNumbTingle=true"]).error).toBe("noneOrSigns");
  });

  test("not sure leaves open what was not ticked", () => {
    expect(read("signs-nerves", ["unsure", "weakness=mild"]).answers).toEqual({ weakness: "mild" });
  });

  test("of two ticked values the heavier one counts", () => {
    expect(
      read("signs-bladder-bowel", ["bladderBowel=new difficulty", "bladderBowel=cannot pass urine"]).answers,
    ).toMatchObject({
      bladderBowel: "cannot pass urine",
      saddleNumb: false,
    });
  });

  test.each([
    ["", 38],
    ["38.4", 38.4],
    ["38,4", 38.4],
    ["101.1", 38.4],
  ])("a temperature of %j is %d °C", (typed, celsius) => {
    const { answers } = read("signs-infection-wound", ["feverC=38"], { "measured-feverC": [typed] });
    expect(answers["feverC"]).toBe(celsius);
  });

  test("a temperature that nobody has is asked again", () => {
    expect(read("signs-infection-wound", ["feverC=38"], { "measured-feverC": ["hot"] }).error).toBe("temperature");
  });

  test("hours are a number in range", () => {
    expect(read("hoursIncreased", ["4,5"]).answers).toEqual({ hoursIncreased: 4.5 });
    expect(read("hoursIncreased", [" "]).error).toBe("numberNeeded");
    expect(read("hoursIncreased", ["721"]).error).toBe("outOfRange");
    expect(read("hoursIncreased", ["many"]).error).toBe("outOfRange");
  });
});

describe("the payload", () => {
  const good = { idempotencyKey: "0b5d1c1e-6d0f-4a55-9b8e-0d7d5b9f9a11", stage: "before", answers: { nprsBefore: 3 } };

  test.each([
    ["an unknown key", { ...good, level: "NORMAL_SORENESS" }],
    ["no key of its own", { ...good, idempotencyKey: "1" }],
    ["an unknown stage", { ...good, stage: "later" }],
    ["answers that are a list", { ...good, answers: [3] }],
    ["an answer that is an object", { ...good, answers: { nprsBefore: { $gt: 0 } } }],
    ["a day that the calendar lacks", { ...good, onDay: "2027-02-29" }],
    ["a correction without a reason", { ...good, corrects: { checkInId: good.idempotencyKey, reason: " " } }],
    [
      "a reason with a control character",
      { ...good, corrects: { checkInId: good.idempotencyKey, reason: "a\u0000b" } },
    ],
  ])("%s is refused", (_, payload) => {
    expect(checkInSchema.safeParse(payload).success).toBe(false);
  });

  test("null is not answered, and that is allowed", () => {
    expect(checkInSchema.safeParse({ ...good, answers: { nprsBefore: null } }).success).toBe(true);
  });
});

test("more pain is expected after an epidural on days 0 to 7 only", () => {
  const epidural = {
    protocolId: "injection-epidural",
    procedureType: "injection",
    region: "LUMBAR",
    technique: "Epidural",
  } as const;
  const flareOn = (day: string) => triageContextOf({ ...epidural, procedureDate: "2026-11-10" }, day).inExpectedFlare;
  expect(["2026-11-09", "2026-11-10", "2026-11-17", "2026-11-18"].map(flareOn)).toEqual([false, true, true, false]);
});
