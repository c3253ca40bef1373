import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { addDays, daysBetween } from "@/lib/clinical/days";
import type { Text } from "@/lib/clinical/facts";
import { isLongStop } from "@/lib/clinical/readiness/phase-to-resume";
import { triageLevels } from "@/lib/clinical/triage-content";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { loadOpenAlerts, type OpenAlert } from "@/lib/records/alerts/queries";
import { ruleName } from "@/lib/records/alerts/words";
import { recordAct } from "@/lib/records/audit/record-act";
import { readTimeline, timelineColumn, type Timeline, type TimelineQuery } from "@/lib/records/timeline/load-timeline";
import { patientIdOf } from "./care-scope";

const day = z.iso.date();
const instant = z.coerce.date().transform((at) => at.toISOString());
const text = z.object({ en: z.string(), es: z.string() });
const score = z.number().int().min(0).max(10).nullable();

const overviewRow = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  anchorOn: day,
  /** The last day of an episode that has ended: what counts days, counts to it. */
  endedOn: day.nullable(),
  /** The days count from the pathway's start, not from the procedure. */
  isPathway: z.boolean(),
  shiftDays: z.number(),
  isHeld: z.boolean(),
  currentPhase: z.number().nullable(),
  /** Of the current revision, else of the template. */
  phases: z.array(z.strictObject({ n: z.number(), name: text, dayStart: z.number(), isCleared: z.boolean() })),
  phaseChanges: z.array(z.strictObject({ toPhase: z.number(), on: day })),
  holds: z.array(
    z.strictObject({
      id: z.string(),
      cause: z.string(),
      words: z.string().nullable(),
      from: day,
      until: day.nullable(),
      placedAt: instant,
      placedBy: z.string().nullable(),
      surgeonOnly: z.boolean(),
      easyActivityAllowed: z.boolean(),
    }),
  ),
  /** Since when the program stands still. */
  heldSince: day.nullable(),
  /** By day; the latest answer before a session, the worst during one. */
  pain: z.array(z.strictObject({ on: day, before: score, worst: score })),
  checkIns: z.array(
    z.strictObject({
      id: z.string(),
      reportedAt: instant,
      nprsBefore: score,
      nprsDuring: score,
      nprsAfter: score,
      hoursIncreased: z.number().nullable(),
      level: z.enum(triageLevels),
    }),
  ),
  checkInCount: z.number(),
  /** What stands or waits, the newest few, oldest first. */
  clearances: z.array(
    z.strictObject({
      id: z.string(),
      name: text,
      state: z.enum(["requested", "returned", "granted", "limited", "under-review"]),
      from: day,
      until: day.nullable(),
    }),
  ),
  happened: z.unknown(),
});
type OverviewRow = z.output<typeof overviewRow>;

export type Overview = Omit<OverviewRow, "holds" | "heldSince" | "phaseChanges" | "pain" | "happened"> & {
  today: Day;
  /** It has stood still for so long that lifting the last hold asks for the phase. */
  isLongStop: boolean;
  day: number;
  /** `day` is whole days since the anchor. */
  pain: { day: number; before: number | null; worst: number | null }[];
  /** Phases as they were, in order; `toDay` null: now. */
  stretches: { n: number; fromDay: number; toDay: number | null }[];
  holds: (OverviewRow["holds"][number] & { ruleName: Text | null; fromDay: number; toDay: number | null })[];
  alerts: OpenAlert[];
  /** What happened, newest first, a page of it. */
  timeline: Timeline;
};

/**
 * What has happened to a patient since the procedure: pain, phases, holds, check-ins, what is open. Two queries; audited.
 * @param happened which page of what happened, and of which kind
 * @throws {NotFound} where the actor is not on the care team
 */
export async function loadOverview(
  actor: Actor,
  patientId: string,
  now: Date = new Date(),
  happened: TimelineQuery = { group: null, after: null },
): Promise<Overview> {
  requirePermission(actor, "patient.read");
  const id = patientIdOf(patientId);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const rows = await tx.$queryRaw<{ overview: unknown }[]>`
      SELECT jsonb_build_object(
        'name', p.given_name || ' ' || p.family_name, 'phone', p.phone, 'anchorOn', coalesce(e.pathway_start, e.procedure_date),
        'endedOn', (SELECT x.ended_on FROM episode_end x WHERE x.clinic_id = e.clinic_id AND x.episode_id = e.id),
        'isPathway', e.pathway_start IS NOT NULL, 'shiftDays', e.shift_days,
        'isHeld', coalesce(pr.state = 'held', false), 'currentPhase', pr.current_phase,
        'phases', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('n', ph.n, 'name', ph.facts -> 'name', 'dayStart', (ph.facts ->> 'dayStart')::int,
            'isCleared', coalesce((SELECT pp.entry_keys FROM program_phase pp JOIN program_revision r
              ON r.clinic_id = pp.clinic_id AND r.id = pp.revision_id AND r.program_id = pr.id AND r.number = pr.current_revision
              WHERE pp.clinic_id = ph.clinic_id AND pp.n = ph.n), '{}') <@ granted.keys) ORDER BY ph.n), '[]')
          FROM template_phase ph WHERE ph.clinic_id = pr.clinic_id AND ph.version_id = pr.template_version_id),
        'phaseChanges', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('toPhase', pc.to_phase, 'on', pc.on_day) ORDER BY pc.on_day, pc.changed_at), '[]')
          FROM phase_change pc WHERE pc.clinic_id = pr.clinic_id AND pc.program_id = pr.id),
        'holds', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'cause', h.cause, 'words', h.words, 'placedAt', h.placed_at, 'surgeonOnly', h.surgeon_only,
            'from', (h.placed_at AT TIME ZONE clinic.time_zone)::date, 'until', (coalesce(h.lifted_at, e.ended_at) AT TIME ZONE clinic.time_zone)::date,
            'placedBy', who.display_name, 'easyActivityAllowed', h.easy_activity_allowed) ORDER BY h.placed_at), '[]')
          FROM hold h LEFT JOIN clinic_user who ON who.clinic_id = h.clinic_id AND who.id = h.placed_by_id
          WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id),
        'heldSince', (held_since(pr.clinic_id, pr.id) AT TIME ZONE clinic.time_zone)::date,
        'pain', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('on', by_day.on_day, 'before', by_day.before, 'worst', by_day.worst)
            ORDER BY by_day.on_day), '[]')
          FROM (
            SELECT c.on_day, max(c.nprs_during) AS worst,
              (array_agg(c.nprs_before ORDER BY c.reported_at DESC) FILTER (WHERE c.nprs_before IS NOT NULL))[1] AS before
            FROM check_in c
            WHERE c.clinic_id = p.clinic_id AND c.patient_id = p.id AND c.on_day >= coalesce(e.pathway_start, e.procedure_date) AND c.on_day <= ${today}::date
              AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id)
            GROUP BY c.on_day) by_day),
        'checkIns', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'reportedAt', c.reported_at, 'nprsBefore', c.nprs_before,
            'nprsDuring', c.nprs_during, 'nprsAfter', c.nprs_after, 'hoursIncreased', c.hours_increased, 'level', c.level)
            ORDER BY c.reported_at DESC), '[]')
          FROM (
            SELECT * FROM check_in latest WHERE latest.clinic_id = p.clinic_id AND latest.patient_id = p.id
              AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = latest.clinic_id AND later.corrects_id = latest.id)
            ORDER BY latest.on_day DESC, latest.reported_at DESC LIMIT 5) c),
        'checkInCount', (SELECT count(*) FROM check_in c WHERE c.clinic_id = p.clinic_id AND c.patient_id = p.id),
        'clearances', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', stands.id, 'name', stands.name, 'state', stands.state, 'from', stands.begins,
            'until', stands.until_day) ORDER BY stands.begins, stands.id), '[]')
          FROM (
            SELECT c.id, s.texts -> 'name' AS name, c.state, c.until_day,
              coalesce(CASE WHEN c.state NOT IN ('requested', 'returned') THEN c.from_day END, (c.requested_at AT TIME ZONE clinic.time_zone)::date) AS begins
            FROM clearance c JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
            WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state IN ('requested', 'returned', 'granted', 'limited', 'under-review')
              AND (c.until_day IS NULL OR c.until_day >= ${today}::date)
            ORDER BY begins DESC, c.id DESC LIMIT 6
          ) stands),
        'happened', ${timelineColumn({ clinicId: actor.clinicId, patientId: id }, happened, today)}
      ) AS overview
      FROM patient p
      JOIN clinic ON clinic.id = p.clinic_id
      JOIN LATERAL (
        SELECT * FROM episode latest WHERE latest.clinic_id = p.clinic_id AND latest.patient_id = p.id
        ORDER BY latest.ended_at DESC NULLS FIRST, latest.created_at DESC LIMIT 1
      ) e ON true
      LEFT JOIN LATERAL (
        SELECT * FROM program latest WHERE latest.clinic_id = e.clinic_id AND latest.episode_id = e.id
        ORDER BY latest.state IN ('draft', 'active', 'held') DESC, latest.created_at DESC LIMIT 1
      ) pr ON true
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(key), '{}') AS keys FROM clearance c, unnest(c.opens_keys) AS key
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.state IN ('granted', 'limited') AND c.from_day <= ${today}::date
          AND (c.until_day IS NULL OR c.until_day >= ${today}::date)
      ) granted
      WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${id}::uuid AND EXISTS (
        SELECT FROM care_team_member m
        WHERE m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL)`;
    const [row] = rows;
    if (!row) throw new NotFound("patient");
    const alerts = await loadOpenAlerts(tx, actor, [id]);
    await recordAct(tx, actor, "check-in.read", { kind: "patient", id, patientId: id });
    const found = overviewRow.parse(row.overview);
    return {
      ...shaped(found, found.endedOn ?? today),
      alerts: alerts.get(id) ?? [],
      timeline: readTimeline(found.happened, happened),
    };
  });
}

function shaped(
  { holds, heldSince, phaseChanges, pain, happened: _, ...overview }: OverviewRow,
  today: Day,
): Omit<Overview, "alerts" | "timeline"> {
  const since = (on: Day) => daysBetween(overview.anchorOn, on);
  return {
    ...overview,
    today,
    isLongStop: heldSince !== null && isLongStop(heldSince, today),
    day: since(today),
    pain: pain.map(({ on, before, worst }) => ({ day: since(on), before, worst })),
    stretches: phaseChanges.map(({ toPhase, on }, index) => {
      const next = phaseChanges[index + 1];
      return { n: toPhase, fromDay: since(on), toDay: next ? since(addDays(next.on, -1)) : null };
    }),
    holds: holds.map((hold) => ({
      ...hold,
      ruleName: ruleName(hold.cause),
      fromDay: since(hold.from),
      toDay: hold.until === null ? null : since(hold.until),
    })),
  };
}
