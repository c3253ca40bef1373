import { expect, test } from "vitest";
import {
  asSent,
  isTooFine,
  startOf,
  typedNumber,
  type LineInfo,
  type LineValues,
} from "@/app/(clinic)/clearances/_components/decision-values";

const text = { en: "Lifting", es: "Levantar peso" };
const line: LineInfo = {
  sent: { subjectId: "lifting" },
  evidenceSha256: "0".repeat(64),
  subject: { kind: "activity", name: text, meaning: null, patientName: text },
  patient: { name: "Linden Mallow", locale: "en" },
  askedBy: "Robin Plover, PT",
  time: { today: "2026-11-21", day: 59, typical: null },
  isRenewal: false,
  outcomes: ["granted", "limited", "denied"],
  terms: {
    fromDay: "2026-11-21",
    untilDay: null,
    maxMinutes: 20,
    maxKg: 4.5,
    wordsForPatient: "Hold the rail.",
    reviewOn: "2026-12-12",
  },
};
const values = (given: Partial<LineValues>, unit: "kg" | "lb" = "kg") => ({ ...startOf(line, unit, true), ...given });

test("a load is typed in the clinic's unit and sent in kilograms", () => {
  expect(startOf(line, "lb", true).load).toBe(10);
  expect(asSent(line, values({ outcome: "limited" }, "lb"), "lb")).toMatchObject({ maxKg: 4.5, maxMinutes: 20 });
  expect(asSent(line, values({ outcome: "limited", load: 0 }, "lb"), "lb")).toMatchObject({ maxKg: 0 });
  expect([4.5, 4.25].map((load) => isTooFine(values({ outcome: "limited", load }), "lb"))).toEqual([false, true]);
  expect(isTooFine(values({ outcome: "limited", load: 4.25 }), "kg")).toBe(false);
});

test("what was typed for a grant goes with no refusal, and limits with no full grant", () => {
  expect(asSent(line, values({ outcome: "denied", reason: "Too soon." }), "kg")).toEqual({
    ...{ subjectId: "lifting", evidenceSha256: line.evidenceSha256, outcome: "denied", reason: "Too soon." },
  });
  const granted = asSent(line, values({ outcome: "granted" }), "kg");
  expect(granted).toMatchObject({ fromDay: "2026-11-21", wordsForPatient: "Hold the rail." });
  expect(Object.keys(granted)).not.toContain("maxKg");
  expect(["", "4,5", "x", 3].map(typedNumber)).toEqual([null, 4.5, Number.NaN, 3]);
});
