import { describe, expect, it } from "vitest";
import {
  answeredBy,
  causeParts,
  readOccasion,
  storedTaskWords,
  taskCause,
  writtenOccasion,
  type Occasion,
} from "@/lib/clinical/daily-review/task";

const start = "2026-03-02";

describe("what a task is kept under", () => {
  const occasion: Occasion = { from: start, count: 6, grounds: "no-benefit" };

  it("is read as it was written", () => {
    expect(readOccasion(writtenOccasion(occasion))).toEqual(occasion);
    for (const owner of ["therapist", "surgeon"] as const) {
      expect(causeParts(taskCause("no-checkin", owner))).toEqual({ rule: "no-checkin", owner });
    }
  });

  it.each([
    "",
    "once",
    `${start}:6`,
    `${start}:6:why`,
    `${start}::missed`,
    "2026-13-01:6:missed",
    `${start}:6:missed:x`,
  ])("%j is no occasion", (text) => {
    expect(readOccasion(text)).toBeNull();
    expect(storedTaskWords("no-checkin", text)).toBeNull();
  });

  it.each([
    ["no-checkin", "therapist"],
    ["clearance-decided", "therapist"],
    ["fbss-reevaluation:surgeon", "surgeon"],
    ["fbss-worsening:surgeon", "surgeon"],
    ["fbss-worsening", null],
    ["fever", null],
  ])("%s is answered by %s alone", (cause, owner) => {
    expect(answeredBy(cause)).toBe(owner);
  });

  it("gives the words again", () => {
    expect(storedTaskWords("fbss-reevaluation", writtenOccasion(occasion))).toEqual({
      en: "Week 6 of the persistent pain pathway: pain has not fallen by what your clinic counts as a benefit. Look again at goals, dose and daily load with the patient.",
      es: "Semana 6 de la vía de dolor persistente: el dolor no ha bajado lo que su clínica considera un beneficio. Revise con el paciente las metas, la dosis y la carga diaria.",
    });
    expect(
      storedTaskWords(
        "injection-no-benefit:surgeon",
        writtenOccasion({ ...occasion, count: 14, grounds: "no-check-ins" }),
      )?.en,
    ).toBe("Day 14 after the injection: no check-ins to judge by. Ask the patient about pain and daily life.");
    expect(storedTaskWords("fever", writtenOccasion(occasion))).toBeNull();
    expect(storedTaskWords("no-checkin", null)).toBeNull();
  });
});
