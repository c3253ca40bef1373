import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { defaultSettings } from "@/lib/clinical/settings";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { settingsOfClinic } from "@/lib/records/settings/current-settings";
import { areDefaultsReviewed } from "@/lib/records/settings/reviews";
import type { WorklistQuery } from "@/lib/schemas/worklist";

const pageSize = 20;
/** Days without a done exercise, and without a check-in, after which a patient is flagged. */
const missedDays = 2;
const silentDays = 5;

const rankedRow = z.strictObject({
  id: z.string(),
  position: z.coerce.number(),
  group: z.enum(["act-now", "today", "on-track"]),
  redFlag: z.boolean(),
  onHold: z.boolean(),
  suspended: z.boolean(),
  painRising: z.boolean(),
  missed: z.number().nullable(),
  silent: z.number().nullable(),
  clearanceWaiting: z.boolean(),
  ready: z.boolean(),
  /** A worrying report that is no part of the record, and that nobody has read. */
  unreadReport: z.boolean(),
});

const answerRow = z.strictObject({
  counts: z.strictObject({
    all: z.number(),
    "red-flag": z.number(),
    "on-hold": z.number(),
    "pain-rising": z.number(),
    missed: z.number(),
    silent: z.number(),
    "clearance-waiting": z.number(),
    ready: z.number(),
    "act-now": z.number(),
    today: z.number(),
    "on-track": z.number(),
  }),
  matching: z.number(),
  /** Drafts that the product began for any of the actor's patients, whatever is searched for. */
  proposals: z.number(),
  /** Whether programs may be signed at all. */
  areDefaultsReviewed: z.boolean(),
  page: z.array(rankedRow),
});
export type Ranking = z.output<typeof answerRow>;

/**
 * The actor's patients judged and put in order, exception first: the page asked for, and the counts of all tabs over what the search found.
 * Inside a group the least time left for an answer comes first, overdue before all. One query.
 * Pain rises as the trend rule says, with the clinic's own numbers: the mean of a week against the week before, with enough check-ins in both.
 * @param ready ids of the patients whose next phase may begin
 */
export async function rankPatients(
  tx: Tx,
  actor: Actor,
  query: WorklistQuery,
  ready: readonly string[],
  today: Day,
): Promise<Ranking> {
  const start = likePrefix(query.q);
  const zone = actor.clinic.timeZone;
  const { trendRisePoints, trendWindowDays, trendCheckIns } = defaultSettings;
  const own = settingsOfClinic(Prisma.sql`${actor.clinicId}::uuid`);
  const rows = await tx.$queryRaw<unknown[]>`
    WITH own AS (SELECT ${own} -> 'values' AS v), trend AS MATERIALIZED (
      SELECT coalesce((v ->> 'rule.trendRisePoints')::numeric, ${trendRisePoints.value}) AS rise,
        coalesce((v ->> 'rule.trendWindowDays')::int, ${trendWindowDays.value}::int) AS days,
        coalesce((v ->> 'rule.trendCheckIns')::int, ${trendCheckIns.value}::int) AS check_ins
      FROM own
    ), mine AS MATERIALIZED (
      SELECT p.id, p.family_name, p.given_name, e.id AS episode_id
      FROM care_team_member m
      JOIN patient p ON p.clinic_id = m.clinic_id AND p.id = m.patient_id
      LEFT JOIN episode e ON e.clinic_id = p.clinic_id AND e.patient_id = p.id AND e.ended_at IS NULL
      WHERE m.clinic_id = ${actor.clinicId}::uuid AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL
        -- Who has no open episode needs nobody, unless they report something that worries; a search finds them.
        AND (e.id IS NOT NULL OR ${query.q} <> '' OR ${unreadReports(Prisma.sql`p.id`, actor.clinicId)} IS NOT NULL)
        AND (${query.q} = '' OR p.search_name LIKE ${start} OR p.search_name LIKE ${`% ${start}`} OR lower(p.mrn) LIKE ${start})
    ), judged AS MATERIALIZED (
      SELECT mine.*, coalesce(alarm.is_red, false) AS red_flag, stop.n > 0 AS on_hold, coalesce(stop.is_suspension, false) AS suspended,
        alarm.due_at, alarm.opened_at, alarm.n > 0 AS has_alert,
        coalesce(pain.now_n >= trend.check_ins AND pain.before_n >= trend.check_ins
          AND pain.now_mean - pain.before_mean >= trend.rise, false) AS pain_rising,
        CASE WHEN running.state = 'active' AND line.opens_on IS NOT NULL
          THEN greatest(${today}::date - ceil(7.0 / line.per_week)::int - idle.since, on_weekdays.missed) END AS missed,
        CASE WHEN running.id IS NOT NULL THEN ${today}::date - greatest(report.last_day, running.first_day) END AS silent,
        EXISTS (SELECT FROM clearance c WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.episode_id = mine.episode_id
          AND c.state IN ('requested', 'returned')) AS clearance_waiting,
        mine.id = ANY (${[...ready]}::uuid[]) AS is_ready, unread.is_red IS NOT NULL AS unread_report, coalesce(unread.is_red, false) AS unread_red
      FROM mine CROSS JOIN trend
      CROSS JOIN LATERAL (SELECT ${unreadReports(Prisma.sql`mine.id`, actor.clinicId)} AS is_red) unread
      CROSS JOIN LATERAL (
        SELECT count(*) AS n, bool_or(a.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')) AS is_red, min(a.due_at) AS due_at,
          min(a.opened_at) AS opened_at
        FROM alert a WHERE a.clinic_id = ${actor.clinicId}::uuid AND a.patient_id = mine.id AND a.state <> 'resolved'
      ) alarm
      LEFT JOIN LATERAL (
        SELECT p.id, p.state, r.id AS revision_id, ph.n AS phase, ph.entry_keys,
          (SELECT (min(f.signed_at) AT TIME ZONE ${zone})::date FROM program_revision f
            WHERE f.clinic_id = p.clinic_id AND f.program_id = p.id) AS first_day,
          coalesce((SELECT max(pc.on_day) FROM phase_change pc
            WHERE pc.clinic_id = p.clinic_id AND pc.program_id = p.id AND pc.to_phase = p.current_phase), (r.signed_at AT TIME ZONE ${zone})::date) AS since
        FROM program p
        JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
        JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = p.current_phase
        WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.episode_id = mine.episode_id AND p.state IN ('active', 'held')
      ) running ON true
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE h.lifted_at IS NULL) AS n, bool_or(h.surgeon_only) FILTER (WHERE h.lifted_at IS NULL) AS is_suspension,
          (max(h.lifted_at) AT TIME ZONE ${zone})::date AS last_day
        FROM hold h WHERE h.clinic_id = ${actor.clinicId}::uuid AND h.program_id = running.id
      ) stop
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(key), '{}') AS keys, max(c.from_day) FILTER (WHERE key = ANY (running.entry_keys)) AS from_day
        FROM clearance c, unnest(c.opens_keys) AS key
        WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.episode_id = mine.episode_id AND c.state IN ('granted', 'limited')
          AND c.from_day <= ${today}::date AND (c.until_day IS NULL OR c.until_day >= ${today}::date)
      ) entry
      CROSS JOIN LATERAL (
        SELECT max(coalesce(l.per_week, 7)) FILTER (WHERE l.weekdays IS NULL) AS per_week, min(l.opens_on) AS opens_on,
          coalesce(bool_or(l.weekdays IS NOT NULL), false) AS has_weekdays
        FROM prescribed_exercise l
        WHERE l.clinic_id = ${actor.clinicId}::uuid AND l.revision_id = running.revision_id AND l.phase = running.phase
          AND l.needs_keys || running.entry_keys <@ entry.keys
      ) line
      CROSS JOIN LATERAL (
        SELECT max(x.on_day) AS last_day FROM exercise_log x
        WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.patient_id = mine.id AND x.outcome IN ('done', 'too-easy')
      ) work
      CROSS JOIN LATERAL (
        SELECT greatest(work.last_day, running.since - 1, line.opens_on - 1, entry.from_day - 1, stop.last_day - 1) AS since
      ) idle
      CROSS JOIN LATERAL (
        SELECT CASE WHEN line.has_weekdays THEN (
          SELECT count(*)::int FROM generate_series(1, ${today}::date - idle.since - 1) AS after
          WHERE EXISTS (SELECT FROM prescribed_exercise l
            WHERE l.clinic_id = ${actor.clinicId}::uuid AND l.revision_id = running.revision_id AND l.phase = running.phase
              AND l.needs_keys || running.entry_keys <@ entry.keys AND l.opens_on <= idle.since + after
              AND extract(isodow FROM idle.since + after) = ANY (l.weekdays))) END AS missed
      ) on_weekdays
      CROSS JOIN LATERAL (
        SELECT max(c.on_day) AS last_day FROM check_in c WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.patient_id = mine.id
      ) report
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE is_now) AS now_n, count(*) FILTER (WHERE NOT is_now) AS before_n,
          avg(nprs_before) FILTER (WHERE is_now) AS now_mean, avg(nprs_before) FILTER (WHERE NOT is_now) AS before_mean
        FROM (
          SELECT c.nprs_before, c.on_day > ${today}::date - trend.days AS is_now FROM check_in c
          WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.patient_id = mine.id AND c.nprs_before IS NOT NULL
            AND c.on_day > ${today}::date - 2 * trend.days AND c.on_day <= ${today}::date
            AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id)
        ) scored
      ) pain
    ), flagged AS MATERIALIZED (
      SELECT *, missed >= ${missedDays} AS is_missed, silent >= ${silentDays} AS is_silent,
        CASE WHEN red_flag OR on_hold OR unread_red THEN 1
          WHEN has_alert OR unread_report OR pain_rising OR clearance_waiting OR is_ready OR coalesce(missed >= ${missedDays}, false)
            OR coalesce(silent >= ${silentDays}, false) THEN 2
          ELSE 3 END AS rank
      FROM judged
    ), ordered AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY rank, due_at NULLS LAST, opened_at NULLS LAST, family_name, given_name, id)::int AS position
      FROM flagged
      WHERE CASE ${query.flag ?? "all"} WHEN 'red-flag' THEN red_flag WHEN 'on-hold' THEN on_hold WHEN 'pain-rising' THEN pain_rising
        WHEN 'missed' THEN is_missed WHEN 'silent' THEN is_silent WHEN 'clearance-waiting' THEN clearance_waiting
        WHEN 'ready' THEN is_ready ELSE true END
    ), first AS (
      SELECT greatest(1, coalesce(
        (SELECT position + 1 FROM ordered WHERE id = ${query.after}::uuid),
        (SELECT position - ${pageSize} FROM ordered WHERE id = ${query.before}::uuid), 1)) AS position
    )
    SELECT
      (SELECT jsonb_build_object('all', count(*), 'red-flag', count(*) FILTER (WHERE red_flag), 'on-hold', count(*) FILTER (WHERE on_hold),
        'pain-rising', count(*) FILTER (WHERE pain_rising), 'missed', count(*) FILTER (WHERE is_missed),
        'silent', count(*) FILTER (WHERE is_silent), 'clearance-waiting', count(*) FILTER (WHERE clearance_waiting),
        'ready', count(*) FILTER (WHERE is_ready),
        'act-now', count(*) FILTER (WHERE rank = 1), 'today', count(*) FILTER (WHERE rank = 2), 'on-track', count(*) FILTER (WHERE rank = 3))
        FROM flagged) AS counts,
      (SELECT count(*)::int FROM program_draft d
        JOIN program p ON p.clinic_id = d.clinic_id AND p.id = d.program_id AND p.state IN ('active', 'held')
        JOIN care_team_member m ON m.clinic_id = d.clinic_id AND m.patient_id = d.patient_id AND m.left_at IS NULL
          AND m.user_id = ${actor.userId}::uuid
        WHERE d.clinic_id = ${actor.clinicId}::uuid AND d.proposed IS NOT NULL) AS proposals,
      (SELECT count(*)::int FROM ordered) AS matching, ${areDefaultsReviewed(Prisma.sql`${actor.clinicId}::uuid`)} AS "areDefaultsReviewed",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'position', o.position,
        'group', CASE o.rank WHEN 1 THEN 'act-now' WHEN 2 THEN 'today' ELSE 'on-track' END, 'redFlag', red_flag, 'onHold', on_hold,
        'suspended', suspended, 'painRising', pain_rising, 'missed', CASE WHEN is_missed THEN missed END,
        'silent', CASE WHEN is_silent THEN silent END, 'clearanceWaiting', clearance_waiting, 'ready', is_ready,
        'unreadReport', unread_report) ORDER BY o.position), '[]')
        FROM ordered o, first WHERE o.position BETWEEN first.position AND first.position + ${pageSize} - 1) AS page`;
  return answerRow.parse(rows[0]);
}

/** Whether one of the patient's unread reports outside the record is a red flag; null where none worries. */
function unreadReports(patientId: Prisma.Sql, clinicId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT bool_or(a.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')) FROM report_set_aside a
    WHERE a.clinic_id = ${clinicId}::uuid AND a.patient_id = ${patientId} AND a.seen_at IS NULL
      AND a.level IN ('EMERGENCY', 'SAME_DAY_SURGEON', 'HOLD_NOTIFY_PT'))`;
}

/** A pattern that matches from the start; what a pattern would read as a sign is taken as it stands. */
function likePrefix(typed: string): string {
  const plain = typed.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return `${plain.replace(/[\\%_]/g, "\\$&")}%`;
}
