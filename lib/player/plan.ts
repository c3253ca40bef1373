import type { Dosage } from "../clinical/facts";

/** "first" and "other": which side a person begins with is theirs; one side alone is no side to change. */
export type LiftSide = "first" | "other";

/** One repetition: which of the set, on which side, and how long it lasts; without seconds the person counts it by a tap. */
export type Lift = { set: number; rep: number; side: LiftSide | null; seconds: number | null };

/** What a dosage asks for in one session, in order. `count` is by taps, `hold` by held seconds, `time` by minutes. */
export type PlayerPlan = {
  kind: "count" | "hold" | "time";
  sets: number;
  /** Repetitions of a set on one side; 1 where only the time counts. */
  reps: number;
  /** Pause between two sets in seconds; null where none is prescribed. */
  restSec: number | null;
  lifts: readonly Lift[];
};

/**
 * The lifts of one session. "both": a whole set on one side, then on the other; "alternate": the sides take turns, and each turn is one of the
 * repetitions prescribed, so that nobody is led to do more than is written.
 * @param goesOnToOtherSide the exercise's own steps send the person on to the other side, whatever the line says of it
 * @returns null where there is nothing to count: no number at all, or a single time without a clock
 */
export function planOf(dosage: Dosage, goesOnToOtherSide = false): PlayerPlan | null {
  const { sets, reps, holdSec, durationMin, restSec, side } = dosage;
  const kind = durationMin != null ? "time" : holdSec != null ? "hold" : "count";
  const seconds = durationMin != null ? durationMin * 60 : (holdSec ?? null);
  const [setCount, repCount] = [sets ?? 1, reps ?? 1];
  const lifts: Lift[] = [];
  for (let set = 1; set <= setCount; set += 1) {
    for (const { rep, on } of repsOfSet(repCount, side ?? (goesOnToOtherSide ? "both" : null), kind)) {
      lifts.push({ set, rep, side: on, seconds });
    }
  }
  if (kind === "count" && lifts.length < 2) return null;
  return { kind, sets: setCount, reps: repCount, restSec: restSec != null && restSec > 0 ? restSec : null, lifts };
}

type Turn = { rep: number; on: LiftSide | null };

function repsOfSet(count: number, side: Dosage["side"], kind: PlayerPlan["kind"]): Turn[] {
  const each = Array.from({ length: count }, (_, index) => index + 1);
  // Minutes are of the whole exercise: a walk has no other side.
  if (kind !== "time" && side === "both") {
    return (["first", "other"] as const).flatMap((on) => each.map((rep) => ({ rep, on })));
  }
  if (kind !== "time" && side === "alternate") {
    return each.map((rep) => ({ rep, on: rep % 2 === 1 ? "first" : "other" }));
  }
  return each.map((rep) => ({ rep, on: null }));
}
