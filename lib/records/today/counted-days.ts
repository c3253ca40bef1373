import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";

/** A column with the patient's own days from one day to another, both included, for `countedDaySchema`, oldest first. */
export function countedDays(from: Day | Prisma.Sql, to: Day): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_agg(jsonb_build_object('on', d.on_day, 'due', d.due, 'dueDone', d.due_done, 'aDay', d.a_day, 'anyDone', d.any_done,
      'isDaily', d.is_daily, 'isHeld', d.is_held) ORDER BY d.on_day)
    FROM own_exercise_days(${from}::date, ${to}::date) d)`;
}
