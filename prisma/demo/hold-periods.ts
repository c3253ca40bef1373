import type { Effects } from "@/lib/check-in/effects";
import { phaseOn, type Person } from "./person";
import type { ToldDay } from "./told-days";

/** A hold that a check-in placed; lifted the next day, unless it is of today or yesterday, or a surgeon must look first. */
export type HoldPeriod = { placedBy: ToldDay; effects: Effects; liftedOn: number | null };

/** The holds of a story; a check-in whose cause is already being held adds none. */
export function holdPeriods(person: Person, told: readonly ToldDay[]): HoldPeriod[] {
  const periods: HoldPeriod[] = [];
  for (const checkIn of told) {
    const { effects, day } = checkIn;
    if (!effects || phaseOn(person, day) === null) continue;
    const isStanding = periods.some(
      (period) => period.effects.cause === effects.cause && (period.liftedOn === null || period.liftedOn > day),
    );
    if (isStanding) continue;
    const isAnswered = day < person.clock.today - 1 && !effects.isSuspension;
    periods.push({ placedBy: checkIn, effects, liftedOn: isAnswered ? day + 1 : null });
  }
  return periods;
}

/** Whether the program is held at some time of the day after the check-in that placed the hold. */
export function holdsOn(periods: readonly HoldPeriod[], day: number): readonly HoldPeriod[] {
  return periods.filter(({ placedBy, liftedOn }) => placedBy.day < day && (liftedOn === null || day < liftedOn));
}
