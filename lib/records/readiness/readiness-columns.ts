import { z } from "zod";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { situationOf } from "@/lib/records/programs/situation";
import { adherenceColumns, adherenceFacts } from "@/lib/records/worklist/adherence-facts";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";

const day = z.iso.date();
const observed = z.strictObject({ value: z.number(), on: day }).nullable();

/** What a clinician recorded last for one criterion. */
const recorded = z.strictObject({
  criterion: z.string(),
  /** The phase whose entry it is for. */
  phase: z.number(),
  value: z.union([z.number(), z.boolean(), z.enum(fusionEvidenceLevels)]),
  norm: z.coerce.number().nullable(),
  note: z.string().nullable(),
  on: day,
  at: z.coerce.date(),
  by: z.string(),
});
export type RecordedEvidence = z.output<typeof recorded>;

/** What `readinessColumns` selected; the situation is `readSituation`'s to read. */
export const readinessFacts = z.strictObject({
  situation: z.unknown(),
  protocol: protocolFactsSchema,
  /** Where a program that has not begun would begin. */
  startPhase: z.number().nullable(),
  holdSince: day.nullable(),
  /** Since when the program stands still: holds that touch each other are one stop. */
  heldSince: day.nullable(),
  reported: z.strictObject({ first: day, last: day, lastWarning: day.nullable() }).nullable(),
  painBefore: observed,
  painDuring: observed,
  woundReport: z.strictObject({ on: day, at: z.coerce.date() }).nullable(),
  recorded: z.array(recorded),
  adherence: adherenceFacts,
});
export type ReadinessFacts = z.output<typeof readinessFacts>;

/** Days over which pain is averaged, and its worst taken: `nprsAvg7d`. */
const painDays = 7;
/** The quiet answer about the wound; every other one speaks against "wound closed". */
const quietWound = "closed dry";

/**
 * Everything that readiness reads of one program, as one JSON value for `readinessFacts`: for a query over the clinic, an episode e, its program
 * pr and the program's current revision r, which may be missing. Of pain the last seven days count, as everywhere in the product; a corrected
 * check-in never counts. A mean is rounded up to its hundredth: a bound is in whole tenths, so rounding never opens anything.
 * @param today the calendar day in the clinic's time zone
 */
export function readinessColumns(today: Day): Prisma.Sql {
  const standing = Prisma.sql`c.clinic_id = e.clinic_id AND c.patient_id = e.patient_id AND c.episode_id = e.id AND c.on_day <= ${today}::date
    AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id)`;
  const inLastDays = Prisma.sql`c.on_day > ${today}::date - ${painDays}::int`;
  return Prisma.sql`jsonb_build_object(
    'situation', ${situationOf(today)},
    'protocol', (
      SELECT v.facts || jsonb_build_object('phases', (
        SELECT jsonb_agg(phase || '{"lines": []}' ORDER BY place) FROM jsonb_array_elements(v.facts -> 'phases') WITH ORDINALITY AS listed (phase, place)))
      FROM template_version v WHERE v.clinic_id = pr.clinic_id AND v.id = pr.template_version_id),
    'startPhase', (
      SELECT d.start_phase FROM program_draft d WHERE d.clinic_id = pr.clinic_id AND d.program_id = pr.id AND pr.current_phase IS NULL),
    'holdSince', (
      SELECT min((h.placed_at AT TIME ZONE clinic.time_zone)::date) FROM hold h
      WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND h.lifted_at IS NULL),
    'heldSince', (held_since(pr.clinic_id, pr.id) AT TIME ZONE clinic.time_zone)::date,
    'reported', (
      SELECT jsonb_build_object('first', min(c.on_day), 'last', max(c.on_day),
        'lastWarning', max(c.on_day) FILTER (WHERE c.level IN ('HOLD_NOTIFY_PT', 'SAME_DAY_SURGEON', 'EMERGENCY')))
      FROM check_in c WHERE ${standing} HAVING count(*) > 0),
    'painBefore', (
      SELECT jsonb_build_object('value', ceil(avg(c.nprs_before) * 100) / 100, 'on', max(c.on_day)) FROM check_in c
      WHERE ${standing} AND ${inLastDays} AND c.nprs_before IS NOT NULL HAVING count(*) > 0),
    'painDuring', (
      SELECT jsonb_build_object('value', max(c.nprs_during), 'on', max(c.on_day)) FROM check_in c
      WHERE ${standing} AND ${inLastDays} AND c.nprs_during IS NOT NULL HAVING count(*) > 0),
    'woundReport', (
      SELECT jsonb_build_object('on', c.on_day, 'at', c.reported_at) FROM check_in c
      WHERE ${standing} AND c.answers ->> 'wound' <> ${quietWound} ORDER BY c.on_day DESC, c.reported_at DESC LIMIT 1),
    'recorded', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('criterion', newest.criterion, 'phase', newest.phase, 'value', newest.value,
        'norm', newest.norm, 'note', newest.note, 'on', newest.observed_on, 'at', newest.recorded_at, 'by', who.printed_name)
        ORDER BY newest.criterion, newest.phase), '[]')
      FROM (
        SELECT DISTINCT ON (n.criterion, CASE WHEN n.criterion LIKE 'other:%' THEN n.phase END) n.* FROM criterion_evidence n
        WHERE n.clinic_id = pr.clinic_id AND n.program_id = pr.id AND n.observed_on <= ${today}::date
        ORDER BY n.criterion, CASE WHEN n.criterion LIKE 'other:%' THEN n.phase END, n.observed_on DESC, n.recorded_at DESC, n.id DESC
      ) newest
      JOIN clinic_user who ON who.clinic_id = newest.clinic_id AND who.id = newest.recorded_by_id),
    'adherence', ${adherenceColumns(today)}
  )`;
}
