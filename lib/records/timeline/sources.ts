import { Prisma } from "@/lib/db/generated/client";
import type { TimelineGroup } from "./event";

/** The table of the row, its own key in it, and one more letter where a row gives two events. */
const idOf = (letter: string, alias: string) => Prisma.raw(`'${letter}' || ${alias}.id`);
const nameOf = (column: string) =>
  Prisma.raw(
    `(SELECT who.printed_name FROM clinic_user who WHERE who.clinic_id = mine.clinic_id AND who.id = ${column})`,
  );
const subjectOf = (column: string) =>
  Prisma.raw(
    `(SELECT s.texts -> 'name' FROM clearance_subject s WHERE s.clinic_id = mine.clinic_id AND s.id = ${column})`,
  );
const midnightOf = (date: string) => Prisma.raw(`(${date})::timestamp AT TIME ZONE mine.time_zone`);

/** What each part of the record tells: columns at, id, kind, by, facts; each over `mine`, the patient with the clinic's time zone and today. */
const program = Prisma.sql`
  SELECT ${midnightOf("e.procedure_date")}, ${idOf("e", "e")}, 'procedure', ${nameOf("e.surgeon_id")}, jsonb_build_object(
    'procedureType', e.procedure_type, 'region', e.region, 'levels', to_jsonb(e.levels), 'technique', e.technique)
  FROM mine JOIN episode e ON e.clinic_id = mine.clinic_id AND e.patient_id = mine.id AND e.procedure_date <= mine.today
  UNION ALL
  SELECT r.signed_at, ${idOf("r", "r")}, 'revision', r.signed_name, jsonb_build_object('number', r.number)
  FROM mine JOIN program_revision r ON r.clinic_id = mine.clinic_id AND r.patient_id = mine.id
  UNION ALL
  SELECT c.changed_at, ${idOf("p", "c")}, 'phase', ${nameOf("c.changed_by_id")}, jsonb_build_object('from', c.from_phase, 'to', c.to_phase,
    'reason', c.reason, 'name', (SELECT ph.facts -> 'name' FROM program pr
      JOIN template_phase ph ON ph.clinic_id = pr.clinic_id AND ph.version_id = pr.template_version_id AND ph.n = c.to_phase
      WHERE pr.clinic_id = c.clinic_id AND pr.id = c.program_id))
  FROM mine JOIN phase_change c ON c.clinic_id = mine.clinic_id AND c.patient_id = mine.id
  UNION ALL
  SELECT pr.completed_at, ${idOf("P", "pr")}, 'completed', ${nameOf("pr.completed_by_id")}, jsonb_build_object('reason', pr.completion_reason)
  FROM mine JOIN program pr ON pr.clinic_id = mine.clinic_id AND pr.patient_id = mine.id AND pr.completed_at IS NOT NULL
  UNION ALL
  SELECT d.ended_at, 'D' || d.episode_id, 'episodeEnded', d.signed_name, jsonb_build_object('episodeId', d.episode_id, 'as', d.kind,
    'to', d.transferred_to, 'reason', d.reason)
  FROM mine JOIN episode_end d ON d.clinic_id = mine.clinic_id AND d.patient_id = mine.id
  UNION ALL
  SELECT e.created_at, ${idOf("o", "e")}, 'episodeOpened', NULL, '{}'::jsonb
  FROM mine JOIN episode e ON e.clinic_id = mine.clinic_id AND e.patient_id = mine.id AND EXISTS (
    SELECT FROM episode before WHERE before.clinic_id = e.clinic_id AND before.patient_id = e.patient_id AND before.ended_at IS NOT NULL
      AND before.id <> e.id AND before.created_at < e.created_at)
  UNION ALL
  SELECT changed.changed_at, ${idOf("k", "changed")}, 'conditions', ${nameOf("changed.changed_by_id")}, jsonb_build_object(
    'added', to_jsonb(ARRAY(SELECT unnest(changed.conditions) EXCEPT SELECT unnest(changed.former) ORDER BY 1)),
    'removed', to_jsonb(ARRAY(SELECT unnest(changed.former) EXCEPT SELECT unnest(changed.conditions) ORDER BY 1)))
  FROM (
    SELECT k.*, lag(k.conditions, 1, '{}') OVER (PARTITION BY k.episode_id ORDER BY k.changed_at, k.id) AS former
    FROM mine JOIN condition_change k ON k.clinic_id = mine.clinic_id AND k.patient_id = mine.id
  ) AS changed, mine WHERE changed.conditions <> changed.former
  UNION ALL
  SELECT a.added_at, ${idOf("a", "a")}, 'protocol', ${nameOf("a.added_by_id")}, jsonb_build_object('title', v.facts -> 'title',
    'protocolId', a.protocol_id, 'isEnd', false, 'reason', a.reason)
  FROM mine JOIN also_protocol a ON a.clinic_id = mine.clinic_id AND a.patient_id = mine.id
  JOIN template_version v ON v.clinic_id = a.clinic_id AND v.id = a.template_version_id
  UNION ALL
  SELECT a.ended_at, ${idOf("A", "a")}, 'protocol', ${nameOf("a.ended_by_id")}, jsonb_build_object('title', v.facts -> 'title',
    'protocolId', a.protocol_id, 'isEnd', true, 'reason', a.end_reason)
  FROM mine JOIN also_protocol a ON a.clinic_id = mine.clinic_id AND a.patient_id = mine.id AND a.ended_at IS NOT NULL
  JOIN template_version v ON v.clinic_id = a.clinic_id AND v.id = a.template_version_id
  UNION ALL
  SELECT t.changed_at, ${idOf("t", "t")}, 'shift', ${nameOf("t.changed_by_id")}, jsonb_build_object('days', t.shift_days, 'reason', t.reason)
  FROM mine JOIN timeline_change t ON t.clinic_id = mine.clinic_id AND t.patient_id = mine.id
  UNION ALL
  SELECT n.recorded_at, ${idOf("n", "n")}, 'evidence', ${nameOf("n.recorded_by_id")}, jsonb_build_object('criterion', n.criterion,
    'value', n.value, 'on', n.observed_on)
  FROM mine JOIN criterion_evidence n ON n.clinic_id = mine.clinic_id AND n.patient_id = mine.id`;

const isRed = Prisma.sql`i.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')
  AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = i.clinic_id AND later.corrects_id = i.id)`;

const checkIns = Prisma.sql`
  SELECT i.reported_at, ${idOf("i", "i")}, 'redFlag', NULL, jsonb_build_object('level', i.level, 'fired', i.fired)
  FROM mine JOIN check_in i ON i.clinic_id = mine.clinic_id AND i.patient_id = mine.id AND ${isRed}
  UNION ALL
  SELECT h.placed_at, ${idOf("h", "h")}, 'hold', ${nameOf("h.placed_by_id")}, jsonb_build_object('cause', h.cause, 'surgeonOnly', h.surgeon_only,
    'words', h.words)
  FROM mine JOIN hold h ON h.clinic_id = mine.clinic_id AND h.patient_id = mine.id
  UNION ALL
  SELECT h.lifted_at, ${idOf("H", "h")}, 'lifted', ${nameOf("h.lifted_by_id")}, jsonb_build_object('cause', h.cause, 'reason', h.lift_reason,
    'stayReason', h.stay_reason)
  FROM mine JOIN hold h ON h.clinic_id = mine.clinic_id AND h.patient_id = mine.id AND h.lifted_at IS NOT NULL`;

const limits = Prisma.sql`'restriction', x.kind, 'region', x.region, 'kg', x.limit_kg, 'minutes', x.limit_minutes,
  'untilDate', x.until_date, 'untilPhase', x.until_phase`;

/** A clearance that was returned and asked again keeps its first question in the decision that returned it. */
const clearances = Prisma.sql`
  SELECT asked.at, 'c' || asked.id || asked.at, 'asked', asked.by, jsonb_build_object('subject', ${subjectOf("asked.subject_id")}, 'question', asked.question)
  FROM mine CROSS JOIN LATERAL (
    SELECT c.id, c.subject_id, c.requested_at AS at, ${nameOf("c.requested_by_id")} AS by, c.question
    FROM clearance c WHERE c.clinic_id = mine.clinic_id AND c.patient_id = mine.id
    UNION
    SELECT c.id, c.subject_id, (d.evidence -> 'asked' ->> 'at')::timestamptz, d.evidence -> 'asked' ->> 'by', d.evidence -> 'asked' ->> 'question'
    FROM clearance c JOIN clearance_decision d ON d.clinic_id = c.clinic_id AND d.clearance_id = c.id
    WHERE c.clinic_id = mine.clinic_id AND c.patient_id = mine.id
      AND abs(extract(epoch FROM (d.evidence -> 'asked' ->> 'at')::timestamptz - c.requested_at)) > 1
  ) AS asked
  UNION ALL
  SELECT d.decided_at, ${idOf("d", "d")}, 'decided', d.signed_name, jsonb_build_object('decisionId', d.id, 'subject', ${subjectOf("c.subject_id")},
    'outcome', d.outcome, 'reason', d.reason, 'untilDay', d.terms -> 'untilDay', 'maxMinutes', d.terms -> 'maxMinutes', 'maxKg', d.terms -> 'maxKg')
  FROM mine JOIN clearance_decision d ON d.clinic_id = mine.clinic_id AND d.patient_id = mine.id
  JOIN clearance c ON c.clinic_id = d.clinic_id AND c.id = d.clearance_id
  UNION ALL
  SELECT i.reported_at, ${idOf("u", "i")}, 'underReview', NULL, jsonb_build_object('subjects', put.subjects)
  FROM mine JOIN check_in i ON i.clinic_id = mine.clinic_id AND i.patient_id = mine.id AND ${isRed}
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(${subjectOf("c.subject_id")} ORDER BY c.subject_id) AS subjects
    FROM clearance c CROSS JOIN LATERAL (
      SELECT d.* FROM clearance_decision d WHERE d.clinic_id = c.clinic_id AND d.clearance_id = c.id AND d.decided_at < i.reported_at
        AND d.outcome <> 'undone'
        AND NOT EXISTS (SELECT FROM clearance_decision back WHERE back.clinic_id = d.clinic_id AND back.undoes_id = d.id)
      ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
    ) AS standing
    WHERE c.clinic_id = i.clinic_id AND c.episode_id = i.episode_id AND standing.outcome IN ('granted', 'limited')
      AND coalesce(standing.terms ->> 'untilDay', '9999-12-31') >= i.on_day::text
      AND NOT EXISTS (
        SELECT FROM check_in before WHERE before.clinic_id = i.clinic_id AND before.episode_id = i.episode_id
          AND before.level IN ('EMERGENCY', 'SAME_DAY_SURGEON') AND before.reported_at > standing.decided_at AND before.reported_at < i.reported_at)
  ) AS put WHERE put.subjects IS NOT NULL
  UNION ALL
  SELECT ${midnightOf("c.until_day + 1")}, ${idOf("x", "c")}, 'expired', NULL, jsonb_build_object('subject', ${subjectOf("c.subject_id")})
  FROM mine JOIN clearance c ON c.clinic_id = mine.clinic_id AND c.patient_id = mine.id
    AND c.state IN ('granted', 'limited', 'expired') AND c.until_day < mine.today
  UNION ALL
  SELECT d.decided_at, ${idOf("R", "d")}, 'restriction', d.signed_name, jsonb_build_object('act', d.act, 'reason', d.reason, ${limits})
  FROM mine JOIN restriction_decision d ON d.clinic_id = mine.clinic_id AND d.patient_id = mine.id
  JOIN restriction x ON x.clinic_id = d.clinic_id AND x.id = d.restriction_id
  UNION ALL
  SELECT x.created_at, ${idOf("E", "x")}, 'restriction', ${nameOf("x.ordered_by_id")}, jsonb_build_object('act', 'entered', 'reason', NULL, ${limits})
  FROM mine JOIN restriction x ON x.clinic_id = mine.clinic_id AND x.patient_id = mine.id
  WHERE NOT EXISTS (SELECT FROM restriction_decision d
    WHERE d.clinic_id = x.clinic_id AND d.restriction_id = x.id AND d.act IN ('ordered', 'changed'))
  UNION ALL
  SELECT ${midnightOf("x.until_date + 1")}, ${idOf("O", "x")}, 'restriction', NULL, jsonb_build_object('act', 'over', 'reason', NULL, ${limits})
  FROM mine JOIN restriction x ON x.clinic_id = mine.clinic_id AND x.patient_id = mine.id AND x.ended_at IS NULL AND x.until_date < mine.today
  UNION ALL
  SELECT q.asked_at, ${idOf("q", "q")}, 'question', mine.name, jsonb_build_object('act', 'asked', 'subject', ${subjectOf("q.subject_id")},
    'words', q.question)
  FROM mine JOIN patient_question q ON q.clinic_id = mine.clinic_id AND q.patient_id = mine.id
  UNION ALL
  SELECT q.answered_at, ${idOf("Q", "q")}, 'question', ${nameOf("q.answered_by_id")}, jsonb_build_object('act', q.state,
    'subject', ${subjectOf("coalesce(c.subject_id, q.subject_id)")}, 'words', coalesce(q.answer, q.question))
  FROM mine JOIN patient_question q ON q.clinic_id = mine.clinic_id AND q.patient_id = mine.id AND q.state <> 'asked'
  LEFT JOIN clearance c ON c.clinic_id = q.clinic_id AND c.id = q.clearance_id`;

const all: Readonly<Record<TimelineGroup, Prisma.Sql>> = { program, clearances, checkIns };

/** The parts of one group, or of all of them. */
export function sourcesOf(group: TimelineGroup | null): Prisma.Sql {
  return group === null ? Prisma.join([program, clearances, checkIns], " UNION ALL ") : all[group];
}
