import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import { clearanceKeys, procedureTypes } from "@/lib/clinical/facts";
import { stages, triageLevels } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";
import { countedDaySchema } from "./calendar";
import { countedDays } from "./counted-days";
import { missedFrom } from "./missed-days";
import { newPhaseOfEpisode, newPhaseSchema } from "./new-phase";
import { changesOfEpisode, storedChangesSchema } from "./own-changes";
import { openHolds, openHoldsSchema } from "./strictest-hold";

/** What `ownDayOf` selects. */
export const ownDaySchema = z.strictObject({
  episodeId: z.string(),
  procedureType: z.enum(procedureTypes),
  procedureDate: z.iso.date(),
  pathwayStart: z.iso.date().nullable(),
  program: z.strictObject({ state: z.enum(["active", "held"]), phase: z.number() }).nullable(),
  holds: openHoldsSchema,
  waiting: z.array(
    z.strictObject({
      texts: subjectTextsSchema,
      key: z.enum(clearanceKeys).nullable(),
      state: z.enum(["requested", "returned", "under-review"]),
      reviewOn: z.iso.date().nullable(),
      decider: z.string(),
    }),
  ),
  checkIns: z.array(z.strictObject({ id: z.string(), stage: z.enum(stages), level: z.enum(triageLevels) })),
  /** What was told of yesterday's and today's sessions after them, for the questions some hours later. */
  told: z.array(
    z.strictObject({
      onDay: z.iso.date(),
      stage: z.enum(["after", "follow-up"]),
      at: z.iso.datetime({ offset: true }),
      hours: z.number().nullable(),
    }),
  ),
  /** The last days, today the last of them. */
  days: z.array(countedDaySchema),
  changes: storedChangesSchema.nullable(),
  /** The latest move to another phase of the last two weeks, until the patient says that they have read it. */
  newPhase: newPhaseSchema.nullable(),
  /** The newest restriction of the last week that came after what was signed; lines that it meets are closed, and not told. */
  newLimit: z.strictObject({ by: z.string(), at: z.iso.datetime({ offset: true }) }).nullable(),
});
type StoredDay = z.output<typeof ownDaySchema>;
export type OwnDay = Omit<StoredDay, "program"> & {
  program: (NonNullable<StoredDay["program"]> & { protocol: ProtocolWithEntry }) | null;
};

/**
 * What a patient's day rests on, but for the exercises, of the episode `e` with its `surgeon` and of `running`, its program, in the surrounding query: open
 * holds with who answers for them by when, what waits for a decision, the day's check-ins, oldest first, and what a new revision changed.
 */
export function ownDayOf(actor: Actor, today: Day): Prisma.Sql {
  return Prisma.sql`json_build_object(
      'episodeId', e.id, 'procedureType', e.procedure_type, 'procedureDate', e.procedure_date, 'pathwayStart', e.pathway_start,
      'program', CASE WHEN running.id IS NOT NULL THEN json_build_object('state', running.state, 'phase', running.current_phase) END,
      'holds', ${openHolds(Prisma.sql`h.clinic_id = e.clinic_id AND h.program_id IN (
        SELECT p.id FROM program p WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('held', 'draft'))`)},
      'waiting', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('texts', s.texts, 'key', CASE WHEN s.kind = 'key' THEN s.id END, 'state', c.state, 'reviewOn', c.review_on,
          'decider', CASE WHEN clearance_decider(c.clinic_id, c.subject_id, c.episode_id) = 'surgeon' THEN surgeon.display_name ELSE asked.display_name END)
          ORDER BY c.requested_at, c.id), '[]')
        FROM clearance c
        JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
        JOIN clinic_user asked ON asked.clinic_id = c.clinic_id AND asked.id = c.requested_by_id
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state IN ('requested', 'returned', 'under-review')),
      'checkIns', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', ci.id, 'stage', ci.stage, 'level', ci.level)
          ORDER BY ci.reported_at, ci.id), '[]')
        FROM check_in ci
        WHERE ci.clinic_id = e.clinic_id AND ci.patient_id = e.patient_id AND ci.on_day = ${today}::date AND NOT EXISTS (
          SELECT FROM check_in later WHERE later.clinic_id = ci.clinic_id AND later.corrects_id = ci.id)),
      'told', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('onDay', ci.on_day, 'stage', ci.stage, 'at', ci.reported_at, 'hours', ci.hours_increased)), '[]')
        FROM check_in ci
        WHERE ci.clinic_id = e.clinic_id AND ci.patient_id = e.patient_id AND ci.on_day BETWEEN ${today}::date - 1 AND ${today}::date
          AND ci.stage IN ('after', 'follow-up') AND NOT EXISTS (
          SELECT FROM check_in later WHERE later.clinic_id = ci.clinic_id AND later.corrects_id = ci.id)),
      'days', ${daysToMiss(today)},
      'changes', ${changesOfEpisode(actor, today)},
      'newPhase', ${newPhaseOfEpisode(today)},
      'newLimit', (
        SELECT jsonb_build_object('by', u.display_name, 'at', r.created_at)
        FROM restrictions_in_force(e.clinic_id, e.id) f
        JOIN restriction r ON r.clinic_id = e.clinic_id AND r.id = f.id
        JOIN clinic_user u ON u.clinic_id = r.clinic_id AND u.id = r.ordered_by_id
        JOIN program p ON p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held')
        JOIN program_revision v ON v.clinic_id = p.clinic_id AND v.program_id = p.id AND v.number = p.current_revision
        WHERE f.kind <> 'driving' AND r.created_at > v.signed_at AND r.created_at > ${today}::date - 7
        ORDER BY r.created_at DESC, r.id DESC LIMIT 1)
    )`;
}

/**
 * The days from the one before the first without anything done, for `missedDays` to know whether the list had begun, to today; none where no day can
 * have been missed.
 */
function daysToMiss(today: Day): Prisma.Sql {
  const from = missedFrom(today);
  return Prisma.sql`(
    SELECT CASE WHEN gap.first IS NULL THEN '[]' ELSE ${countedDays(Prisma.sql`greatest(gap.first - 1, ${from}::date)`, today)} END
    FROM own_first_gap(${from}::date, ${today}::date) AS gap (first))`;
}
