import { z } from "zod";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";

const day = z.iso.date();

/** What `weekDone` counts; of the holds also what the worklist says about them. */
export const adherenceFacts = z.strictObject({
  lines: z.array(
    z.strictObject({
      exercise: z.string(),
      opensOn: day,
      perWeek: z.number().nullable(),
      weekdays: z.array(z.number()).nullable(),
    }),
  ),
  /** Of each exercise and day the part of its sessions that was done, over 0 to 1. */
  done: z.array(z.strictObject({ exercise: z.string(), on: day, share: z.number() })),
  holds: z.array(
    z.strictObject({
      from: day,
      until: day.nullable(),
      isOpen: z.boolean(),
      surgeonOnly: z.boolean(),
      easyActivityAllowed: z.boolean(),
    }),
  ),
});

/**
 * The facts as one JSON value, for a query over the clinic, an episode e, its program pr and the program's current revision r, any of which may
 * be missing. A line counts where the clearances that it and its phase need are granted; one put under review still counts as begun.
 */
export function adherenceColumns(today: Day): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'lines', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('exercise', l.exercise_code, 'perWeek', l.per_week, 'weekdays', to_jsonb(l.weekdays),
        'opensOn', greatest(l.opens_on,
        (SELECT max(pc.on_day) FROM phase_change pc
          WHERE pc.clinic_id = pr.clinic_id AND pc.program_id = pr.id AND pc.to_phase = pr.current_phase),
        (SELECT max(g.from_day) FROM clearance g
          WHERE g.clinic_id = e.clinic_id AND g.episode_id = e.id AND g.state IN ('granted', 'limited', 'under-review')
            AND g.opens_keys && (l.needs_keys || entered.entry_keys)))) ORDER BY l.position), '[]')
      FROM prescribed_exercise l
      JOIN program_phase entered ON entered.clinic_id = l.clinic_id AND entered.revision_id = l.revision_id AND entered.n = l.phase
      WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase = pr.current_phase AND l.needs_keys || entered.entry_keys <@ (
        SELECT coalesce(array_agg(key), '{}') FROM clearance g, unnest(g.opens_keys) AS key
        WHERE g.clinic_id = e.clinic_id AND g.episode_id = e.id AND g.state IN ('granted', 'limited', 'under-review')
          AND g.from_day <= ${today}::date)),
    'done', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('exercise', by_day.exercise_code, 'on', by_day.on_day,
        'share', least(1, by_day.sessions::numeric / by_day.times)) ORDER BY by_day.on_day, by_day.exercise_code), '[]')
      FROM (
        SELECT latest.on_day, latest.exercise_code, count(*) AS sessions, max(latest.times) AS times FROM (
        SELECT DISTINCT ON (x.on_day, l.exercise_code, x.session) x.on_day, l.exercise_code, x.outcome, coalesce(l.per_day, 1) AS times
        FROM exercise_log x
        JOIN prescribed_exercise l ON l.clinic_id = x.clinic_id AND l.id = x.prescribed_exercise_id
        WHERE x.clinic_id = e.clinic_id AND x.patient_id = e.patient_id AND x.on_day > ${today}::date - 8 AND x.on_day <= ${today}::date
        ORDER BY x.on_day, l.exercise_code, x.session, x.reported_at DESC, x.received_at DESC, x.id DESC) latest
        WHERE latest.outcome IN ('done', 'too-easy') GROUP BY latest.on_day, latest.exercise_code) by_day),
    'holds', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('from', (h.placed_at AT TIME ZONE clinic.time_zone)::date,
        'until', (h.lifted_at AT TIME ZONE clinic.time_zone)::date, 'isOpen', h.lifted_at IS NULL, 'surgeonOnly', h.surgeon_only,
        'easyActivityAllowed', h.easy_activity_allowed) ORDER BY h.placed_at), '[]')
      FROM hold h WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND (h.lifted_at IS NULL OR h.lifted_at > ${today}::date - 8)))`;
}
