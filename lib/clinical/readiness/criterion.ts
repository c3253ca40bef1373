import { dateInWords, daysBetween, type Day } from "../days";
import type { Text } from "../facts";
import type { Source } from "../finding";
import { sourcesOf, type Setting } from "../settings";
import { text } from "../review/report";
import type { Observed } from "./evidence";

export type CriterionState = "met" | "unmet" | "unknown";
export type CriterionValue = number | string | boolean | null;

/** One criterion: what it needs and what is there, seen `on` that day; `has` and `on` are null where nothing is known. */
export type Criterion = {
  id: string;
  state: CriterionState;
  needed: CriterionValue;
  has: CriterionValue;
  on: Day | null;
  because: Text;
  source: Source;
};

/** A criterion as the content asks it, in words that stand before and after a colon. */
export type Asked<T> = {
  id: string;
  label: Text;
  needed: CriterionValue;
  /** "at most 5 of 10". */
  need: Text;
  isMet: (value: T) => boolean;
  shown: (value: T) => Text;
  /** Days after which the evidence is too old; null: it does not go stale. */
  maxAge: Setting | null;
  source: Source;
};

/** Met or unmet by evidence that is not too old, else unknown. */
export function judged<T extends number | string | boolean>(
  asked: Asked<T>,
  observed: Observed<T> | undefined,
  today: Day,
): Criterion {
  const { id, label, needed, need, source } = asked;
  if (!observed) {
    return {
      ...{ id, state: "unknown", needed, has: null, on: null, source },
      because: text(
        `${label.en}: nothing known. Needed: ${need.en}.`,
        `${label.es}: sin datos. Se necesita: ${need.es}.`,
      ),
    };
  }
  const { value, on } = observed;
  const [date, shown] = [dateInWords(on, today), asked.shown(value)];
  const seen = text(`${label.en}: ${shown.en} (${date.en})`, `${label.es}: ${shown.es} (${date.es})`);
  if (isStale(on, asked.maxAge, today)) {
    const days = asked.maxAge.value;
    return {
      ...{ id, state: "unknown", needed, has: value, on },
      because: text(
        `${seen.en}, over ${days} days ago: too old to count. Needed: ${need.en}.`,
        `${seen.es}, hace más de ${days} días: ya no cuenta. Se necesita: ${need.es}.`,
      ),
      source: [...new Set([...source, ...sourcesOf(asked.maxAge)])],
    };
  }
  return {
    ...{ id, state: asked.isMet(value) ? "met" : "unmet", needed, has: value, on, source },
    because: text(`${seen.en}. Needed: ${need.en}.`, `${seen.es}. Se necesita: ${need.es}.`),
  };
}

function isStale(on: Day, maxAge: Setting | null, today: Day): maxAge is Setting {
  return maxAge !== null && daysBetween(on, today) > maxAge.value;
}
