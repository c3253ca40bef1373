import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { loadContent } from "@/prisma/content/load";
import { phaseNotYet } from "../../support/clinical-answers";

const anchor = "2026-09-01";
const { clinical } = loadContent();
const on = (day: number, phase: number, shiftDays = 0) =>
  phaseNotYet({ protocol: "fusion-lumbar", anchor, today: addDays(anchor, day), phase, shiftDays }, clinical);

describe("beginning a program in a phase", () => {
  it.each([
    [1, -30, 0, true],
    [2, 13, 0, false],
    [2, 14, 0, true],
    [3, 41, 0, false],
    [3, 42, 0, true],
    [3, 42, 7, false],
    [3, 49, 7, true],
    [6, 181, 0, false],
    [6, 182, 0, true],
  ])("phase %i on day %i, shifted by %i: %s", (phase, day, shift, may) => {
    expect(on(day, phase, shift).map(({ rule, severity }) => [rule, severity])).toEqual(
      may ? [] : [["phase-not-reached", "block"]],
    );
  });
});
