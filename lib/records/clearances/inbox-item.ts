import { z } from "zod";
import { daysBetween } from "@/lib/clinical/days";
import {
  clearanceStates,
  procedureTypes,
  type ClearanceState,
  type ProcedureType,
  type Text,
} from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { missingOf, type EvidenceNeed } from "./evidence-needed";
import { subjectTextsSchema } from "./subject-texts";

/** One clearance of the inbox. Instants are ISO, days calendar days of the clinic. */
export type InboxItem = {
  clearanceId: string;
  state: ClearanceState;
  subject: Text;
  patientName: string;
  procedure: { type: ProcedureType; levels: string[] };
  /** Days since the pathway's start, else since the procedure. */
  day: number;
  isPathway: boolean;
  askedAt: string;
  decidedAt: string | null;
  /** The day on which it ends or is to be looked at again, whichever comes first. */
  endsOn: Day | null;
  /** Days before the activity's typical earliest; 0 when it has come, null where the content names none. */
  earlyBy: number | null;
  /** What the evidence of a request still lacks, as far as the record tells; nothing of what waits for no decision. */
  missing: EvidenceNeed[];
  /** The last red flag, of what is under review because of one. */
  redFlag: { level: "EMERGENCY" | "SAME_DAY_SURGEON"; on: Day } | null;
};

/** The columns of an item, for a query over clearance c, clearance_subject s, episode e and patient p. */
export const itemColumns = Prisma.sql`jsonb_build_object(
  'clearanceId', c.id, 'state', c.state, 'texts', s.texts, 'patientName', p.given_name || ' ' || p.family_name,
  'procedure', jsonb_build_object('type', e.procedure_type, 'levels', to_jsonb(e.levels)), 'protocol', e.protocol_id,
  'countsFrom', coalesce(e.pathway_start, e.procedure_date), 'isPathway', e.pathway_start IS NOT NULL, 'askedAt', c.requested_at, 'decidedAt', c.decided_at, 'endsOn', least(c.until_day, c.review_on),
  'subjectId', s.id, 'lastAnswerOn', (
    SELECT max(i.on_day) FROM check_in i WHERE i.clinic_id = c.clinic_id AND i.episode_id = e.id AND i.nprs_before IS NOT NULL
      AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = i.clinic_id AND later.corrects_id = i.id)),
  'isWoundReportedClosed', coalesce((
    SELECT i.answers ->> 'wound' = 'closed dry' FROM check_in i
    WHERE i.clinic_id = c.clinic_id AND i.episode_id = e.id AND i.answers ->> 'wound' IS NOT NULL
    ORDER BY i.on_day DESC, i.reported_at DESC LIMIT 1), false),
  'recorded', (
    SELECT coalesce(jsonb_agg(DISTINCT n.criterion), '[]') FROM criterion_evidence n
    JOIN program own ON own.clinic_id = n.clinic_id AND own.id = n.program_id AND own.episode_id = e.id
    WHERE n.clinic_id = c.clinic_id AND n.criterion NOT LIKE 'other:%'),
  'askedByPhase', (
    SELECT coalesce(jsonb_agg(asked.id), '[]') FROM program pr
    JOIN template_version v ON v.clinic_id = pr.clinic_id AND v.id = pr.template_version_id
    CROSS JOIN LATERAL (
      SELECT next -> 'entryCriteria' AS criteria FROM jsonb_array_elements(v.facts -> 'phases') AS next
      WHERE (next ->> 'n')::int = coalesce(pr.current_phase, 0) + 1 AND next -> 'entryClearances' ?| c.opens_keys
    ) AS entry
    CROSS JOIN LATERAL (
      SELECT 'functional:' || (test ->> 'measure') AS id FROM jsonb_array_elements(entry.criteria -> 'functional') AS test
      UNION ALL SELECT id FROM unnest(ARRAY['walkContinuousMin', 'sitToleranceMin']) AS id WHERE jsonb_typeof(entry.criteria -> id) = 'number'
      UNION ALL SELECT 'woundClosed' WHERE entry.criteria -> 'woundClosed' = 'true'
      UNION ALL SELECT 'fusionEvidence' WHERE entry.criteria ->> 'fusionEvidence' <> 'NONE_REQUIRED'
    ) AS asked
    WHERE pr.clinic_id = c.clinic_id AND pr.episode_id = e.id AND pr.state IN ('draft', 'active', 'held')),
  'redFlag', CASE c.state WHEN 'under-review' THEN (
    SELECT jsonb_build_object('level', i.level, 'on', i.on_day) FROM check_in i
    WHERE i.clinic_id = c.clinic_id AND i.episode_id = e.id AND i.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')
    ORDER BY i.reported_at DESC, i.id DESC LIMIT 1) END
)`;

const row = z.strictObject({
  clearanceId: z.string(),
  state: z.enum(clearanceStates),
  texts: subjectTextsSchema,
  patientName: z.string(),
  procedure: z.strictObject({ type: z.enum(procedureTypes), levels: z.array(z.string()) }),
  protocol: z.string(),
  countsFrom: z.iso.date(),
  isPathway: z.boolean(),
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  endsOn: z.iso.date().nullable(),
  subjectId: z.string(),
  lastAnswerOn: z.iso.date().nullable(),
  isWoundReportedClosed: z.boolean(),
  recorded: z.array(z.string()),
  askedByPhase: z.array(z.string()),
  redFlag: z.strictObject({ level: z.enum(["EMERGENCY", "SAME_DAY_SURGEON"]), on: z.iso.date() }).nullable(),
});

/** Parses what `itemColumns` gives; unknown stored data stops the load. */
export function itemOf(stored: unknown, today: Day): InboxItem {
  const { texts, protocol, countsFrom, askedAt, decidedAt, ...found } = row.parse(stored);
  const { subjectId, lastAnswerOn, isWoundReportedClosed, recorded, askedByPhase, ...item } = found;
  const day = daysBetween(countsFrom, today);
  const typical = texts.typicalEarliest[protocol]?.earliestDay ?? null;
  const waits = item.state === "requested" || item.state === "under-review";
  const known = {
    ...{ subjectId, isWoundReportedClosed, recorded, askedByPhase },
    procedureType: item.procedure.type,
    hasAnswer: lastAnswerOn !== null && daysBetween(lastAnswerOn, today) <= 7,
  };
  return {
    ...item,
    missing: waits ? missingOf(known) : [],
    subject: texts.name,
    day,
    askedAt: new Date(askedAt).toISOString(),
    decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    earlyBy: typical === null ? null : Math.max(0, typical - day),
  };
}
