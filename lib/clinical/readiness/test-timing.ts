/** How a test or a tolerance is timed; `method` of the clinical reference's measures says so. */
export type TestTiming =
  | {
      kind: "stopwatch";
      /** Of the result; whole minutes are counted down to the last full one. */
      unit: "s" | "min";
      /** The first run does not count. */
      hasPractice: boolean;
    }
  | {
      kind: "countdown";
      seconds: number;
      /** Whether repetitions are counted meanwhile; otherwise the result is read elsewhere. */
      isCounted: boolean;
    };

const minutes: TestTiming = { kind: "stopwatch", unit: "min", hasPractice: false };
const timings: Readonly<Record<string, TestTiming>> = {
  walkContinuousMin: minutes,
  sitToleranceMin: minutes,
  "functional:TUG": { kind: "stopwatch", unit: "s", hasPractice: true },
  "functional:5XSTS": { kind: "stopwatch", unit: "s", hasPractice: false },
  "functional:30S_CHAIR_STAND": { kind: "countdown", seconds: 30, isCounted: true },
  "functional:6MWT": { kind: "countdown", seconds: 360, isCounted: false },
};

/** How the criterion with this id is timed; null where time is no part of it. */
export function timingOf(criterion: string): TestTiming | null {
  return timings[criterion] ?? null;
}

/** The result of a stopwatch that ran for so many milliseconds: seconds to the tenth, or full minutes. */
export function stopwatchResult(milliseconds: number, unit: "s" | "min"): number {
  return unit === "min" ? Math.floor(milliseconds / 60_000) : Math.round(milliseconds / 100) / 10;
}

/** What the digits show: "12.3" up to a minute, "1:02" from there and of a countdown; never below zero. */
export function digitsOf(timing: TestTiming, milliseconds: number): string {
  if (timing.kind === "stopwatch" && timing.unit === "s" && milliseconds < 60_000) {
    return (Math.floor(milliseconds / 100) / 10).toFixed(1);
  }
  const left = timing.kind === "countdown" ? Math.ceil(timing.seconds - milliseconds / 1000) : milliseconds / 1000;
  const seconds = Math.max(0, Math.floor(left));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
