import { z } from "zod";
import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import { clearanceKeys, procedureTypes } from "@/lib/clinical/facts";
import { stages, triageLevels } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";
import { countedDaySchema } from "./calendar";
import { countedDays } from "./counted-days";
import { daysLookedBack } from "./missed-days";
import { mayBeNews } from "./news";
import type { OpenHolds } from "./strictest-hold";

/** What `ownDayOf` selects. */
export const ownDaySchema = z.strictObject({
  episodeId: z.string(),
  procedureType: z.enum(procedureTypes),
  procedureDate: z.iso.date(),
  pathwayStart: z.iso.date().nullable(),
  program: z.strictObject({ state: z.enum(["active", "held"]), phase: z.number() }).nullable(),
  waiting: z.array(
    z.strictObject({
      texts: subjectTextsSchema,
      key: z.enum(clearanceKeys).nullable(),
      state: z.enum(["requested", "returned", "under-review"]),
      reviewOn: z.iso.date().nullable(),
      decider: z.string(),
    }),
  ),
  checkIns: z.strictObject({
    /** Yesterday's and today's that stand, oldest first. */
    latest: z.array(
      z.strictObject({
        id: z.string(),
        onDay: z.iso.date(),
        stage: z.enum(stages),
        level: z.enum(triageLevels),
        at: z.iso.datetime({ offset: true }),
        hours: z.number().nullable(),
      }),
    ),
    /** Of the last seven days. */
    levels: z.array(z.enum(triageLevels)),
  }),
  /** The last days, today the last of them. */
  days: z.array(countedDaySchema),
  mayBeNews: z.boolean(),
});
type StoredDay = z.output<typeof ownDaySchema>;
export type OwnDay = Omit<StoredDay, "program"> & {
  holds: OpenHolds;
  program: (NonNullable<StoredDay["program"]> & { protocol: ProtocolWithEntry }) | null;
};

/**
 * What a patient's day rests on, but for the exercises and holds, of the episode `e` with its `surgeon` and of `running`, its program, in the surrounding query: what
 * waits for a decision, the latest check-ins, and whether there may be news.
 */
export function ownDayOf(today: Day): Prisma.Sql {
  return Prisma.sql`json_build_object(
      'episodeId', e.id, 'procedureType', e.procedure_type, 'procedureDate', e.procedure_date, 'pathwayStart', e.pathway_start,
      'program', CASE WHEN running.id IS NOT NULL THEN json_build_object('state', running.state, 'phase', running.current_phase) END,
      'waiting', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('texts', s.texts, 'key', CASE WHEN s.kind = 'key' THEN s.id END, 'state', c.state, 'reviewOn', c.review_on,
          'decider', CASE WHEN clearance_decider(c.clinic_id, c.subject_id, c.episode_id) = 'surgeon' THEN surgeon.display_name ELSE asked.display_name END)
          ORDER BY c.requested_at, c.id), '[]')
        FROM clearance c
        JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
        JOIN clinic_user asked ON asked.clinic_id = c.clinic_id AND asked.id = c.requested_by_id
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state IN ('requested', 'returned', 'under-review')),
      'checkIns', (
        SELECT jsonb_build_object('levels', coalesce(jsonb_agg(DISTINCT ci.level), '[]'), 'latest', coalesce(
          jsonb_agg(jsonb_build_object('id', ci.id, 'onDay', ci.on_day, 'stage', ci.stage, 'level', ci.level, 'at', ci.reported_at,
            'hours', ci.hours_increased) ORDER BY ci.reported_at, ci.id) FILTER (WHERE ci.on_day >= ${today}::date - 1), '[]'))
        FROM check_in ci
        WHERE ci.clinic_id = e.clinic_id AND ci.patient_id = e.patient_id AND ci.on_day > ${today}::date - 7 AND ci.on_day <= ${today}::date
          AND NOT EXISTS (
            SELECT FROM check_in later WHERE later.clinic_id = ci.clinic_id AND later.corrects_id = ci.id)),
      'days', ${daysToMiss(today)},
      'mayBeNews', ${mayBeNews(today)}
    )`;
}

/**
 * Of the episode `e` of the surrounding query, the days from the one before the first without anything done, for `missedDays` to know whether the list had
 * begun, to today; none where no day can have been missed. What was open on a day is dear to ask, what was done is not. A mark that was taken back on the
 * line of another revision of the same day still counts here.
 */
export function daysToMiss(today: Day): Prisma.Sql {
  const from = Prisma.sql`${today}::date - ${daysLookedBack}::int`;
  return Prisma.sql`(
    SELECT CASE WHEN ${today}::date = ANY (done.days) OR gap.first IS NULL THEN '[]'
      ELSE ${countedDays(Prisma.sql`greatest(gap.first - 1, ${from})`, today)} END
    FROM (
      SELECT coalesce(array_agg(marked.on_day), '{}') AS days
      FROM (
        SELECT DISTINCT ON (g.on_day, g.prescribed_exercise_id, g.session) g.on_day, g.outcome FROM exercise_log g
        WHERE g.clinic_id = e.clinic_id AND g.patient_id = e.patient_id AND g.on_day BETWEEN ${from} AND ${today}::date
        ORDER BY g.on_day, g.prescribed_exercise_id, g.session, g.reported_at DESC, g.received_at DESC, g.id DESC) marked
      WHERE marked.outcome IN ('done', 'too-easy')) done
    CROSS JOIN LATERAL (
      SELECT min(${today}::date - back) AS first FROM generate_series(1, ${daysLookedBack}::int) AS back WHERE ${today}::date - back <> ALL (done.days)) gap)`;
}
