import type { SentValues } from "./read-question";
import type { StepState } from "./step-state";

const minuteMs = 60_000;
/** Pain is what it is now: after so long a form is begun anew with its answers filled in, to be looked at one by one, minutes. */
const asLeftMinutes = 20;
/** After so long nothing comes back, minutes. A patient is signed out for idleness after one hour. */
const keptMinutes = 180;

/** A form as it was left: when (ms since the epoch), what it was about, and how far it was. */
export type LeftForm = { at: number; about: string; screens: number; step: number; values: SentValues };
export type BroughtBack = {
  state: StepState;
  /** When its answers were given (ms since the epoch), where that is long enough ago to be said; null: just now. */
  from: number | null;
};

/**
 * How a form comes back that was left: within twenty minutes where it was left, within three hours at its first screen, and the person is told. Null
 * where it is older, of the future, or about something else.
 * @param form what the form at hand is about, and its number of screens
 * @param now ms since the epoch
 */
export function broughtBack(
  left: LeftForm,
  { about, screens }: Pick<LeftForm, "about" | "screens">,
  now: number,
): BroughtBack | null {
  const minutes = (now - left.at) / minuteMs;
  if (left.about !== about || left.screens !== screens || !(minutes >= 0 && minutes <= keptMinutes)) return null;
  const isAsLeft = minutes <= asLeftMinutes;
  const step = isAsLeft ? Math.min(left.step, screens - 1) : 0;
  return { state: { step, attempt: 1, values: left.values, errors: {} }, from: isAsLeft ? null : left.at };
}
