import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { dosageOfLine } from "@/lib/records/programs/dosage-columns";
import { nameOfLine } from "@/lib/records/programs/line-as-drafted";
import { termsOfRestriction } from "@/lib/records/restrictions/own-restriction";
import { episodeSummarySchema, type EpisodeSummary } from "@/lib/schemas/episode-summary";
import { allowedOf, standings, standingSchema } from "./allowed-at-the-end";
import { daysToDo } from "./days-to-do";
import { painCourse } from "./pain-course";

const found = episodeSummarySchema.omit({ painFirst: true, painLast: true, exerciseDays: true, allowed: true }).extend({
  standings: z.array(standingSchema),
  /** Days with an exercise done, by the latest mark of each of its sessions. */
  doneDays: z.array(z.iso.date()),
  begunOn: z.iso.date().nullable(),
  /** The day on which the program was completed before its episode ends. */
  completedOn: z.iso.date().nullable(),
});

/**
 * What was done in an open episode up to a day: what its end signs. One query; the caller has found the episode in the actor's scope.
 * @param endedOn what is counted by days, counts up to it; what is decided or forbidden, stands as it does now
 */
export async function loadSummary(
  tx: Tx,
  { clinicId, clinic: { timeZone } }: Actor,
  episodeId: string,
  endedOn: Day,
): Promise<EpisodeSummary> {
  const [row] = await tx.$queryRaw<{ summary: unknown }[]>`
    SELECT jsonb_build_object(
      'patient', jsonb_build_object('name', p.given_name || ' ' || p.family_name, 'mrn', p.mrn, 'bornOn', p.birth_date, 'language', p.locale),
      'treatment', jsonb_build_object('procedureType', e.procedure_type, 'region', e.region, 'levels', to_jsonb(e.levels), 'technique', e.technique,
        'procedureOn', e.procedure_date, 'pathwayStart', e.pathway_start, 'surgeon', surgeon.printed_name, 'protocol', coalesce(own.title, (
          SELECT v.facts -> 'title' FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id
          WHERE t.clinic_id = e.clinic_id AND t.protocol_id = e.protocol_id AND v.published_at IS NOT NULL
          ORDER BY t.origin = 'shipped' DESC, v.number DESC LIMIT 1)),
        'also', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('title', v.facts -> 'title', 'anchorOn', a.anchor_on) ORDER BY a.added_at, a.id), '[]')
          FROM also_protocol a JOIN template_version v ON v.clinic_id = a.clinic_id AND v.id = a.template_version_id
          WHERE a.clinic_id = e.clinic_id AND a.episode_id = e.id)),
      'endedOn', ${endedOn}::date,
      'openedOn', (e.created_at AT TIME ZONE ${timeZone})::date,
      'begunOn', (SELECT min(c.on_day) FROM phase_change c WHERE c.clinic_id = pr.clinic_id AND c.program_id = pr.id),
      'completedOn', (pr.completed_at AT TIME ZONE ${timeZone})::date,
      'phases', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('n', c.to_phase, 'name', c.name, 'from', c.on_day, 'to', c.until_day)
          ORDER BY c.changed_at, c.id), '[]')
        FROM (
          SELECT pc.id, pc.to_phase, pc.on_day, pc.changed_at, lead(pc.on_day) OVER (ORDER BY pc.changed_at, pc.id) AS until_day, (
            SELECT tp.facts -> 'name' FROM template_phase tp
            WHERE tp.clinic_id = pr.clinic_id AND tp.version_id = pr.template_version_id AND tp.n = pc.to_phase) AS name
          FROM phase_change pc WHERE pc.clinic_id = pr.clinic_id AND pc.program_id = pr.id AND pc.on_day <= ${endedOn}::date
        ) c),
      'phaseCount', (SELECT count(*) FROM template_phase tp WHERE tp.clinic_id = pr.clinic_id AND tp.version_id = pr.template_version_id),
      'revisions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'on', (r.signed_at AT TIME ZONE ${timeZone})::date, 'by', r.signed_name)
          ORDER BY r.number), '[]')
        FROM program_revision r WHERE r.clinic_id = pr.clinic_id AND r.program_id = pr.id),
      'pain', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('on', by_day.on_day, 'before', by_day.before, 'worst', by_day.worst)
          ORDER BY by_day.on_day) FILTER (WHERE num_nonnulls(by_day.before, by_day.worst) > 0), '[]')
        FROM (
          SELECT c.on_day, max(c.nprs_during) AS worst,
            (array_agg(c.nprs_before ORDER BY c.reported_at DESC) FILTER (WHERE c.nprs_before IS NOT NULL))[1] AS before
          FROM check_in c WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.on_day <= ${endedOn}::date
            AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id)
          GROUP BY c.on_day) by_day),
      'checkInDays', (
        SELECT count(DISTINCT c.on_day) FROM check_in c
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.on_day <= ${endedOn}::date),
      'tests', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('criterion', seen.criterion, 'first', seen.every[1], 'last', seen.every[array_length(seen.every, 1)])
          ORDER BY seen.criterion), '[]')
        FROM (
          SELECT x.criterion, array_agg(jsonb_build_object('value', x.value, 'norm', x.norm, 'on', x.observed_on)
            ORDER BY x.observed_on, x.recorded_at, x.id) AS every
          FROM criterion_evidence x
          WHERE x.clinic_id = pr.clinic_id AND x.program_id = pr.id AND x.observed_on <= ${endedOn}::date
            AND (x.criterion LIKE 'functional:%' OR x.criterion IN ('walkContinuousMin', 'sitToleranceMin'))
          GROUP BY x.criterion) seen),
      'doneDays', (
        SELECT coalesce(jsonb_agg(DISTINCT latest.on_day), '[]')
        FROM (
          SELECT DISTINCT ON (g.on_day, l.exercise_code, g.session) g.on_day, g.outcome FROM exercise_log g
          JOIN prescribed_exercise l ON l.clinic_id = g.clinic_id AND l.id = g.prescribed_exercise_id
          JOIN program_revision r ON r.clinic_id = l.clinic_id AND r.id = l.revision_id AND r.program_id = pr.id
          WHERE g.clinic_id = e.clinic_id AND g.patient_id = e.patient_id
          ORDER BY g.on_day, l.exercise_code, g.session, g.reported_at DESC, g.received_at DESC, g.id DESC) latest
        WHERE latest.outcome IN ('done', 'too-easy')),
      'holds', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('from', (h.placed_at AT TIME ZONE ${timeZone})::date,
          'to', CASE WHEN (h.lifted_at AT TIME ZONE ${timeZone})::date <= ${endedOn}::date THEN (h.lifted_at AT TIME ZONE ${timeZone})::date END,
          'isSuspension', h.surgeon_only) ORDER BY h.placed_at, h.id), '[]')
        FROM hold h
        WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND (h.placed_at AT TIME ZONE ${timeZone})::date <= ${endedOn}::date),
      'clearances', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('subjectId', c.subject_id, 'kind', s.kind, 'name', s.texts -> 'name',
          'from', c.from_day, 'until', c.until_day, 'maxMinutes', c.max_minutes, 'maxKg', c.max_kg,
          'state', CASE WHEN c.state IN ('granted', 'limited') AND c.until_day < today_in_clinic(e.clinic_id) THEN 'expired' ELSE c.state END)
          ORDER BY s.kind, c.requested_at, c.id), '[]')
        FROM clearance c JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id),
      'standings', ${standings},
      'restrictions', (
        SELECT coalesce(jsonb_agg(${termsOfRestriction} ORDER BY x.created_at, x.id), '[]')
        FROM restrictions_in_force(e.clinic_id, e.id) f JOIN restriction x ON x.clinic_id = e.clinic_id AND x.id = f.id),
      'conditions', to_jsonb(e.conditions),
      'exercises', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('name', ${nameOfLine}, 'dosage', ${dosageOfLine}) ORDER BY l.position, l.id), '[]')
        FROM program_revision r
        JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase = pr.current_phase
        JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = l.phase
        JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
        WHERE r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision AND l.opens_on <= ${endedOn}::date
          AND NOT EXISTS (SELECT FROM hold h WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND h.lifted_at IS NULL)
          AND NOT EXISTS (
            SELECT FROM unnest(ph.entry_keys || l.needs_keys) AS key
            WHERE NOT has_live_grant(l.clinic_id, e.id, key, l.duration_min, l.load_kg, l.is_loaded_lifting))
          AND NOT is_restricted(l.clinic_id, e.id, l.exercise_code, l.duration_min, l.load_kg, l.own_exercise))
    ) AS summary
    FROM episode e
    JOIN patient p ON p.clinic_id = e.clinic_id AND p.id = e.patient_id
    JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
    LEFT JOIN LATERAL (
      SELECT * FROM program latest WHERE latest.clinic_id = e.clinic_id AND latest.episode_id = e.id
      ORDER BY latest.state IN ('draft', 'active', 'held') DESC, latest.created_at DESC LIMIT 1
    ) pr ON true
    LEFT JOIN LATERAL (
      SELECT v.facts -> 'title' AS title FROM template_version v WHERE v.clinic_id = pr.clinic_id AND v.id = pr.template_version_id
    ) own ON true
    WHERE e.clinic_id = ${clinicId}::uuid AND e.id = ${episodeId}::uuid`;
  if (!row) throw new NotFound("episode");
  const { doneDays, begunOn, completedOn, standings: all, ...summary } = found.parse(row.summary);
  const until = completedOn !== null && completedOn < endedOn ? completedOn : endedOn;
  const toDo = new Set(begunOn === null ? [] : daysToDo(begunOn, until, summary.holds));
  const exerciseDays = { done: doneDays.filter((day) => toDo.has(day)).length, of: toDo.size };
  return { ...summary, ...painCourse(summary.pain), exerciseDays, allowed: allowedOf(all) };
}
