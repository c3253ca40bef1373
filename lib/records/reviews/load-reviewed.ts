import { z } from "zod";
import type { ReviewedPerson } from "@/lib/clinical/daily-review";
import { procedureTypes } from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { longestTherapistOfEpisode } from "@/lib/records/alerts/therapist-of";

const day = z.iso.date();
const reviewedRow = z.strictObject({
  patientId: z.string(),
  /** Of the team's therapist who has been on it longest; null: there is none. */
  therapistId: z.string().nullable(),
  surgeonId: z.string(),
  procedureType: z.enum(procedureTypes),
  procedureOn: day,
  pathwayStart: day.nullable(),
  knownSince: day,
  schedule: z
    .strictObject({
      start: day,
      lines: z.array(z.strictObject({ opensOn: day, perWeek: z.number() })),
      stopped: z.array(z.strictObject({ from: day, until: day.nullable() })),
    })
    .nullable(),
  lastCheckIn: day.nullable(),
  scores: z.array(z.strictObject({ on: day, nprs: z.number() })),
  raised: z.array(z.strictObject({ cause: z.string(), occasion: z.string().nullable(), isOpen: z.boolean() })),
});

/** A person of the clinic with what the day's review judges by, and to whom its tasks go. */
export type ReviewedPatient = ReviewedPerson &
  Pick<z.output<typeof reviewedRow>, "patientId" | "therapistId" | "surgeonId">;

/**
 * Everybody of the clinic with an open episode, as known on its local date. One query, whatever their number. Of a line's week nothing is
 * scheduled before the phase and the grants that it needs are there; a stop that allows no easy activity schedules nothing.
 */
export async function loadReviewed(tx: Tx, clinicId: string, today: Day): Promise<ReviewedPatient[]> {
  const rows = await tx.$queryRaw<{ person: unknown }[]>`
    SELECT jsonb_build_object(
      'patientId', e.patient_id, 'surgeonId', e.surgeon_id, 'procedureType', e.procedure_type, 'procedureOn', e.procedure_date,
      'knownSince', (e.created_at AT TIME ZONE clinic.time_zone)::date,
      'therapistId', ${longestTherapistOfEpisode},
      'pathwayStart', CASE WHEN e.protocol_id = 'fbss' THEN coalesce(e.pathway_start, e.procedure_date) ELSE (
        SELECT min(also.anchor_on) FROM also_protocol also
        WHERE also.clinic_id = e.clinic_id AND also.episode_id = e.id AND also.protocol_id = 'fbss' AND also.ended_at IS NULL) END,
      'schedule', CASE WHEN pr.id IS NULL THEN NULL ELSE jsonb_build_object(
        'start', pr.first_day,
        'lines', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('perWeek', coalesce(l.per_week, 7), 'opensOn', greatest(l.opens_on, pr.phase_since,
            (SELECT max(c.from_day) FROM clearance c
              WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state IN ('granted', 'limited')
                AND c.opens_keys && (l.needs_keys || pr.entry_keys))))), '[]')
          FROM prescribed_exercise l
          WHERE l.clinic_id = e.clinic_id AND l.revision_id = pr.revision_id AND l.phase = pr.current_phase
            AND l.needs_keys || pr.entry_keys <@ granted.keys),
        'stopped', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('from', (h.placed_at AT TIME ZONE clinic.time_zone)::date,
            'until', (h.lifted_at AT TIME ZONE clinic.time_zone)::date)), '[]')
          FROM hold h WHERE h.clinic_id = e.clinic_id AND h.program_id = pr.id AND (h.surgeon_only OR NOT h.easy_activity_allowed))) END,
      'lastCheckIn', (SELECT max(c.on_day) FROM check_in c WHERE c.clinic_id = e.clinic_id AND c.patient_id = e.patient_id),
      'scores', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('on', c.on_day, 'nprs', c.nprs_before) ORDER BY c.on_day), '[]')
        FROM check_in c
        WHERE c.clinic_id = e.clinic_id AND c.patient_id = e.patient_id AND c.nprs_before IS NOT NULL AND c.on_day <= ${today}::date
          AND (e.protocol_id = 'fbss' OR e.procedure_type = 'injection' OR EXISTS (
            SELECT FROM also_protocol also WHERE also.clinic_id = e.clinic_id AND also.episode_id = e.id AND also.protocol_id = 'fbss'))
          AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id)),
      'raised', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('cause', a.cause, 'occasion', a.occasion, 'isOpen', a.state <> 'resolved')), '[]')
        FROM alert a WHERE a.clinic_id = e.clinic_id AND a.patient_id = e.patient_id AND a.level IS NULL)
    ) AS person
    FROM episode e
    JOIN clinic ON clinic.id = e.clinic_id
    LEFT JOIN LATERAL (
      SELECT p.id, p.current_phase, r.id AS revision_id, ph.entry_keys,
        (SELECT (min(f.signed_at) AT TIME ZONE clinic.time_zone)::date FROM program_revision f
          WHERE f.clinic_id = p.clinic_id AND f.program_id = p.id) AS first_day,
        (SELECT max(pc.on_day) FROM phase_change pc
          WHERE pc.clinic_id = p.clinic_id AND pc.program_id = p.id AND pc.to_phase = p.current_phase) AS phase_since
      FROM program p
      JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
      JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = p.current_phase
      WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held')
    ) pr ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(key), '{}') AS keys FROM clearance c, unnest(c.opens_keys) AS key
      WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state IN ('granted', 'limited') AND c.from_day <= ${today}::date
        AND (c.until_day IS NULL OR c.until_day >= ${today}::date)
    ) granted
    WHERE e.clinic_id = ${clinicId}::uuid AND e.ended_at IS NULL`;
  return rows.map(({ person }) => reviewedRow.parse(person));
}
