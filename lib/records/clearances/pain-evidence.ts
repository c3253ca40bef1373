import { z } from "zod";
import { daysBetween } from "@/lib/clinical/days";
import type { Day } from "@/lib/dates";
import type { Evidence } from "./evidence";

const score = z.number().int().min(0).max(10).nullable();

/** The check-ins of the last 14 days that stand (a corrected one does not), oldest first. */
export const painAnswers = z.array(z.strictObject({ on: z.iso.date(), at: z.string(), before: score, during: score }));

/** Means, worst and daily points of the 14 days from `first` to `today`; a day without an answer stays a gap. */
export function painOf(answers: z.output<typeof painAnswers>, first: Day, today: Day): Evidence["pain"] {
  const points: (number | null)[] = Array.from({ length: 14 }, () => null);
  for (const { on, before } of answers) if (before !== null) points[daysBetween(first, on)] = before;
  const isLate = ({ on }: { on: Day }) => daysBetween(on, today) < 7;
  const [late, early] = [answers.filter(isLate), answers.filter((answer) => !isLate(answer))];
  const worst = late.flatMap(({ during }) => (during === null ? [] : [during]));
  const lastAt = answers.findLast(({ before }) => before !== null)?.at;
  return {
    mean: meanBefore(late),
    meanBefore: meanBefore(early),
    worstDuring: worst.length === 0 ? null : Math.max(...worst),
    points,
    lastAt: lastAt === undefined ? null : new Date(lastAt).toISOString(),
  };
}

/** To one decimal, as it is shown; null without an answer. */
function meanBefore(answers: z.output<typeof painAnswers>): number | null {
  const scores = answers.flatMap(({ before }) => (before === null ? [] : [before]));
  if (scores.length === 0) return null;
  return Math.round((10 * scores.reduce((sum, one) => sum + one, 0)) / scores.length) / 10;
}
