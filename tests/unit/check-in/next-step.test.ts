import { describe, expect, test } from "vitest";
import { formSteps } from "@/lib/check-in/form-steps";
import { nextStep, quietRest } from "@/lib/check-in/next-step";
import type { SentValues } from "@/lib/check-in/read-question";
import { firstStep } from "@/lib/check-in/step-state";
import { stages, type Stage, type TriageContext } from "@/lib/clinical/triage-content";
import { askedInputs } from "@/lib/clinical/triage/missing";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";

const content = shippedTriage();
const lumbar: TriageContext = {
  region: "LUMBAR",
  procedureType: "FUSION",
  pathway: "STANDARD",
  surgical: true,
  daysSince: 21,
  inExpectedFlare: false,
};

/** The taps of a quiet stage: a number and onwards on each screen with pain, one tap on every other. */
function answerQuietly(stage: Stage) {
  const steps = formSteps(stage, lumbar, content, false);
  let [taps, values]: [number, SentValues] = [0, {}];
  for (let step = 0; step < steps.length; step += 1) {
    const questions = steps[step] ?? [];
    const pain = questions.find(({ kind }) => kind === "pain");
    const rest = quietRest(questions);
    if (pain) values = { ...values, [pain.name]: ["2"] };
    taps += pain ? 2 : 1;
    const next = nextStep(steps, firstStep, { step, values, go: rest ? "rest" : "on" });
    if ("answers" in next) return { taps, answers: next.answers };
    ({ values } = next.state);
  }
  throw new Error("nothing was sent");
}

describe("a quiet day", () => {
  test("is twelve taps at most, opening each part included, and answers everything that is asked", () => {
    const day = (["before", "after", "follow-up"] as const).map((stage) => ({ stage, ...answerQuietly(stage) }));
    expect(day.reduce((sum, { taps }) => sum + 1 + taps, 0)).toBeLessThanOrEqual(12);
    for (const { stage, answers } of day) {
      const asked = askedInputs(stage, lumbar, content).map(({ key }) => key);
      expect(Object.keys(answers).sort()).toEqual(asked.sort());
    }
  });
});

describe("one tap for the rest of a screen", () => {
  const signs = formSteps("before", lumbar, content, false)[1] ?? [];
  const steps = [signs];
  const go = (values: SentValues, way: "on" | "rest" = "rest") =>
    nextStep(steps, firstStep, { step: 0, values, go: way });

  test("keeps what was ticked, and answers only what was not touched", () => {
    const next = go({ "signs-nerves": ["weakness=mild"] });
    expect(next).toMatchObject({
      answers: { weakness: "mild", newRadiating: false, bladderBowel: "no", wound: "closed dry" },
    });
  });

  test("hides no contradiction, and no temperature that nobody has", () => {
    const both = go({ "signs-nerves": ["none", "weakness=mild"] });
    expect(both).toMatchObject({ state: { step: 0, errors: { "signs-nerves": "noneOrSigns" } } });
    const hot = go({ "signs-infection-wound": ["feverC=38"], "measured-feverC": ["hot"] });
    expect(hot).toMatchObject({ state: { errors: { "signs-infection-wound": "temperature" } } });
  });

  test("is not what onwards does: untouched groups are asked again, and everything stays", () => {
    const sent = { "signs-nerves": ["weakness=mild"] };
    expect(go(sent, "on")).toMatchObject({
      state: { attempt: 1, values: sent, errors: { "signs-bladder-bowel": "chooseSigns" } },
    });
  });

  test("is offered where quiet is an answer: never for pain alone, where it hurts, or how the mood is", () => {
    const offered = stages.map((stage) => [
      stage,
      formSteps(stage, lumbar, content, true).map((questions) => quietRest(questions) !== null),
    ]);
    expect(Object.fromEntries(offered)).toEqual({
      full: [false, false, false, true, true, true, false],
      before: [false, true, true, false],
      after: [false, true],
      "follow-up": [true],
      skip: [false, false, true],
    });
  });
});

test("back keeps everything, and looks at nothing", () => {
  const steps = formSteps("before", lumbar, content, false);
  const values = { nprsBefore: ["4"], "signs-nerves": ["none", "weakness=mild"] };
  expect(nextStep(steps, firstStep, { step: 1, values, go: "back" })).toEqual({
    state: { step: 0, attempt: 1, values, errors: {} },
  });
});

test("the first screen with something wrong comes back, however far one has come", () => {
  const steps = formSteps("before", lumbar, content, false);
  const next = nextStep(steps, firstStep, { step: 2, values: {}, go: "rest" });
  expect(next).toMatchObject({ state: { step: 0, errors: { nprsBefore: "choosePain" } } });
});
