import { z } from "zod";
import { triageLevels } from "@/lib/clinical/triage-content";
import { addDays, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { lineAsDrafted, lineIsOpen } from "@/lib/records/programs/line-as-drafted";
import { readSituation, situationOf, type EpisodeSituation } from "@/lib/records/programs/situation";
import { adherenceColumns, adherenceFacts } from "@/lib/records/worklist/adherence-facts";
import { draftLineSchema } from "@/lib/schemas/program";

const instant = z.iso.datetime({ offset: true });
const weekRow = z.strictObject({
  patientId: z.string(),
  templateVersionId: z.string(),
  state: z.enum(["active", "held"]),
  currentPhase: z.number(),
  adherence: adherenceFacts,
  /** All lines of the revision in force, in order. */
  lines: z.array(
    z.strictObject({
      line: draftLineSchema,
      /** Whether the patient reads it now: the database's own gate. */
      isOpen: z.boolean(),
      /** Since when it has stood with this dosage, without a break, and the first day on which it could then be done. */
      since: instant,
      sinceDay: z.iso.date(),
      openSince: z.iso.date(),
      /** The changes that have been answered for this week already; what was dismissed is, of a later revision's line too. */
      answered: z.array(z.enum(["increase", "keep", "reduce"])),
    }),
  ),
  /** Of the week, but for those that were corrected, oldest first. */
  checkIns: z.array(
    z.strictObject({ id: z.string(), level: z.enum(triageLevels), onDay: z.iso.date(), reportedAt: instant }),
  ),
});

/** What the record says of one running program and one calendar week. */
export type WeekRow = z.output<typeof weekRow> & { situation: EpisodeSituation };

/**
 * Locks a running program and reads what its week is judged by.
 * @param monday the first day of the week
 * @param today the clinic's local date
 * @returns null where the program does not run, or its episode has ended
 */
export async function lockWeek(
  tx: Tx,
  clinicId: string,
  programId: string,
  monday: Day,
  today: Day,
): Promise<WeekRow | null> {
  await tx.$queryRaw`SELECT 1 FROM program WHERE clinic_id = ${clinicId}::uuid AND id = ${programId}::uuid FOR NO KEY UPDATE`;
  const sunday = addDays(monday, 6);
  // Days that have not come owe nothing; of a week that is over all seven count, whatever was done since.
  const until = today > sunday ? addDays(monday, 7) : today;
  const rows = await tx.$queryRaw<{ week: unknown; situation: unknown }[]>`
    SELECT jsonb_build_object('patientId', pr.patient_id, 'templateVersionId', pr.template_version_id, 'state', pr.state,
      'currentPhase', pr.current_phase, 'adherence', ${adherenceColumns(until)},
      'lines', (
        SELECT jsonb_agg(jsonb_build_object('line', ${lineAsDrafted}, 'isOpen', ${lineIsOpen}, 'since', first.signed_at,
          'sinceDay', (first.signed_at AT TIME ZONE clinic.time_zone)::date,
          'openSince', greatest(first.opens_on, entered.on_day, (
            SELECT max(g.from_day) FROM clearance g
            WHERE g.clinic_id = e.clinic_id AND g.episode_id = e.id AND g.state IN ('granted', 'limited') AND g.opens_keys && l.needs_keys)),
          'answered', (
            SELECT coalesce(jsonb_agg(DISTINCT d.change), '[]') FROM dosage_proposal d
            JOIN prescribed_exercise o ON o.clinic_id = d.clinic_id AND o.id = d.line_id
            WHERE d.clinic_id = pr.clinic_id AND d.program_id = pr.id AND d.week = ${monday}::date
              AND (o.id = l.id OR (d.state = 'dismissed' AND o.phase = l.phase AND o.exercise_code = l.exercise_code)))) ORDER BY l.phase, l.position)
        FROM prescribed_exercise l
        CROSS JOIN LATERAL (
          SELECT h.signed_at, o.opens_on
          FROM program_revision h
          JOIN prescribed_exercise o ON o.clinic_id = h.clinic_id AND o.revision_id = h.id AND o.phase = l.phase
            AND o.exercise_code = l.exercise_code
          WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND h.number > coalesce((
            SELECT max(b.number) FROM program_revision b
            WHERE b.clinic_id = pr.clinic_id AND b.program_id = pr.id AND b.number < r.number AND NOT EXISTS (
              SELECT FROM prescribed_exercise w
              WHERE w.clinic_id = b.clinic_id AND w.revision_id = b.id AND w.phase = l.phase AND w.exercise_code = l.exercise_code
                AND (w.sets, w.reps, w.hold_sec, w.duration_min, w.per_day, w.per_week, w.weekdays, w.load_kg, w.side)
                  IS NOT DISTINCT FROM (l.sets, l.reps, l.hold_sec, l.duration_min, l.per_day, l.per_week, l.weekdays, l.load_kg, l.side))), 0)
          ORDER BY h.number LIMIT 1
        ) first
        WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id),
      'checkIns', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', ci.id, 'level', ci.level, 'onDay', ci.on_day, 'reportedAt', ci.reported_at)
          ORDER BY ci.reported_at, ci.id), '[]')
        FROM check_in ci
        WHERE ci.clinic_id = pr.clinic_id AND ci.patient_id = pr.patient_id AND ci.on_day BETWEEN ${monday}::date AND ${sunday}::date
          AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = ci.clinic_id AND later.corrects_id = ci.id))
    ) AS week, ${situationOf(today)} AS situation
    FROM program pr
    JOIN clinic ON clinic.id = pr.clinic_id
    JOIN episode e ON e.clinic_id = pr.clinic_id AND e.id = pr.episode_id AND e.ended_at IS NULL
    JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
    CROSS JOIN LATERAL (
      SELECT max(pc.on_day) AS on_day FROM phase_change pc
      WHERE pc.clinic_id = pr.clinic_id AND pc.program_id = pr.id AND pc.to_phase = pr.current_phase
    ) entered
    WHERE pr.clinic_id = ${clinicId}::uuid AND pr.id = ${programId}::uuid AND pr.state IN ('active', 'held')`;
  const [row] = rows;
  return row ? { ...weekRow.parse(row.week), situation: readSituation(row.situation, today) } : null;
}
