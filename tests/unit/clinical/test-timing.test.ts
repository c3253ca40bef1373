import { describe, expect, it } from "vitest";
import { digitsOf, stopwatchResult, timingOf } from "@/lib/clinical/readiness/test-timing";
import { loadContent } from "@/prisma/content/load";

const { measures } = loadContent();
const methodOf = (id: string) => measures.find((measure) => measure.id === id)?.method.en ?? "";

describe("how a test is timed", () => {
  it("is as the reference says how it is done", () => {
    expect(timingOf("functional:TUG")).toEqual({ kind: "stopwatch", unit: "s", hasPractice: true });
    expect(methodOf("TUG")).toMatch(/One practice; record time/);
    expect(timingOf("functional:30S_CHAIR_STAND")).toEqual({ kind: "countdown", seconds: 30, isCounted: true });
    expect(methodOf("30S_CHAIR_STAND")).toMatch(/in 30 seconds/);
    expect(timingOf("functional:6MWT")).toEqual({ kind: "countdown", seconds: 360, isCounted: false });
    expect(methodOf("6MWT")).toMatch(/in 6 minutes/);
    expect(timingOf("functional:5XSTS")).toMatchObject({ kind: "stopwatch", hasPractice: false });
    expect([timingOf("woundClosed"), timingOf("functional:NDI")]).toEqual([null, null]);
  });

  it.each([
    [9_449, "s", 9.4],
    [9_450, "s", 9.5],
    [119_999, "min", 1],
    [120_000, "min", 2],
  ] as const)("%i ms on the stopwatch are %s: %d", (milliseconds, unit, result) => {
    expect(stopwatchResult(milliseconds, unit)).toBe(result);
  });

  it("shows tenths up to a minute, minutes from there, and what is left of a countdown", () => {
    const [tug, chair, walk] = ["functional:TUG", "functional:30S_CHAIR_STAND", "walkContinuousMin"].map(timingOf);
    if (!tug || !chair || !walk) throw new Error("a test is not timed");
    expect([0, 12_380, 59_990, 62_000].map((ms) => digitsOf(tug, ms))).toEqual(["0.0", "12.3", "59.9", "1:02"]);
    expect([0, 100, 29_100, 30_000, 31_500].map((ms) => digitsOf(chair, ms))).toEqual([
      ...["0:30", "0:30", "0:01", "0:00", "0:00"],
    ]);
    expect(digitsOf(walk, 605_000)).toBe("10:05");
  });
});
