import { Prisma } from "@/lib/db/generated/client";

/** The dosage of a signed line `l` of the surrounding query as JSON; the days of the week only where the line names them. */
export const dosageOfLine = Prisma.sql`(jsonb_build_object('sets', l.sets, 'reps', l.reps, 'holdSec', l.hold_sec, 'restSec', l.rest_sec,
  'durationMin', l.duration_min, 'perDay', l.per_day, 'perWeek', l.per_week, 'loadKg', l.load_kg, 'rpeMax', l.rpe_max, 'side', l.side)
  || CASE WHEN l.weekdays IS NULL THEN '{}' ELSE jsonb_build_object('weekdays', to_jsonb(l.weekdays)) END)`;
