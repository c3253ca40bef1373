import { describe, expect, test } from "vitest";
import { triageContextOf } from "@/lib/check-in/context";
import { formSteps } from "@/lib/check-in/form-steps";
import { urgentBy, worryOf } from "@/lib/check-in/urgent";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";

const context = triageContextOf(
  {
    protocolId: "fusion-lumbar",
    procedureType: "fusion",
    region: "LUMBAR",
    technique: "TLIF",
    procedureDate: "2026-10-26",
  },
  "2026-11-22",
);
const steps = formSteps("before", context, shippedTriage(), true);
const worry = (answers: Parameters<typeof worryOf>[1]) => worryOf(steps, answers);

describe("a form's own signs, where nobody else can judge", () => {
  test("are as urgent as the worst that was ticked, and named", () => {
    expect(worry({ saddleNumb: true, calf: true })).toMatchObject({ level: "EMERGENCY", isCrisis: false });
    expect(worry({ saddleNumb: true })?.signs).toHaveLength(1);
  });

  test("say nothing of a quiet form, nor of a temperature below the one that worries", () => {
    expect(worry({ saddleNumb: false, nprsBefore: 10 })).toBeNull();
    expect(worry({ feverC: 37 })).toBeNull();
    expect(worry({ feverC: 39.5 })?.level).toBe("SAME_DAY_SURGEON");
  });

  test("thoughts of self-harm are an emergency with a line of its own", () => {
    const only = { level: "EMERGENCY", signs: [], isCrisis: true, isOnlyCrisis: true };
    expect(worry({ moodCrisis: true })).toEqual(only);
    expect(worry({ moodCrisis: true, saddleNumb: true })).toMatchObject({ isCrisis: true, isOnlyCrisis: false });
    expect(worry({ moodCrisis: false })).toBeNull();
  });
});

test.each([
  [
    { rules: "EMERGENCY", server: null, signs: null },
    { level: "EMERGENCY", by: "rules" },
  ],
  [
    { rules: "EMERGENCY", server: "EMERGENCY", signs: null },
    { level: "EMERGENCY", by: "rules" },
  ],
  [
    { rules: "EMERGENCY", server: "HOLD_NOTIFY_PT", signs: null },
    { level: "EMERGENCY", by: "rules" },
  ],
  [
    { rules: "SAME_DAY_SURGEON", server: "EMERGENCY", signs: null },
    { level: "EMERGENCY", by: "server" },
  ],
  [
    { rules: null, server: "SAME_DAY_SURGEON", signs: "EMERGENCY" },
    { level: "SAME_DAY_SURGEON", by: "server" },
  ],
  [
    { rules: null, server: null, signs: "EMERGENCY" },
    { level: "EMERGENCY", by: "signs" },
  ],
  [{ rules: "HOLD_NOTIFY_PT", server: null, signs: "SAME_DAY_SURGEON" }, null],
  [{ rules: "REDUCE_DOSE", server: "REDUCE_DOSE", signs: null }, null],
  [{ rules: null, server: null, signs: null }, null],
] as const)("%j is told as %j", (known, told) => {
  expect(urgentBy(known)).toEqual(told);
});
