import { z } from "zod";
import { dosageOfLine } from "@/lib/records/programs/dosage-columns";
import { nameOfLine } from "@/lib/records/programs/line-as-drafted";
import { daysBetween } from "@/lib/clinical/days";
import type { SettingValues } from "@/lib/clinical/settings/entry";
import { typicalStart } from "@/lib/clinical/typical-start";
import { addDays, type Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { sha256Of } from "@/lib/records/canonical-json";
import { judgeProgram } from "@/lib/records/readiness/judge-program";
import { readinessColumns } from "@/lib/records/readiness/readiness-columns";
import { readSettings, settingsOfClinic } from "@/lib/records/settings/current-settings";
import { weekDone } from "@/lib/records/worklist/adherence";
import { adherenceColumns, adherenceFacts } from "@/lib/records/worklist/adherence-facts";
import { protocolOfEpisode, protocolsOf } from "./episode-protocols";
import { evidenceSchema, type Evidence } from "./evidence";
import { painOf, painAnswers } from "./pain-evidence";
import { recordedColumns, recordedFacts, recordedParts } from "./recorded-evidence";
import { subjectTextsSchema } from "./subject-texts";
import { typicalIn, typicalOfKeys, typicalOfKeysIn } from "./typical-earliest";

const ofRecord = { function: true, healing: true, triage: true } as const;
const facts = evidenceSchema.omit({ ...ofRecord, time: true, pain: true, subject: true, readiness: true }).extend({
  subject: evidenceSchema.shape.subject.omit({ name: true }).extend({ texts: subjectTextsSchema }),
  protocols: z.array(protocolOfEpisode.extend({ ofKeys: typicalOfKeys })),
  answers: painAnswers,
  conditions: evidenceSchema.shape.conditions.omit({ adherencePercent: true, toCheck: true }),
  inForce: evidenceSchema.shape.inForce.omit({ clearances: true }).extend({
    clearances: z.array(
      evidenceSchema.shape.inForce.shape.clearances.element.omit({ name: true }).extend({ texts: subjectTextsSchema }),
    ),
  }),
  adherence: adherenceFacts,
  readiness: z.unknown(),
  recorded: recordedFacts,
  settings: z.unknown(),
});

/**
 * Everything that a decision on one clearance rests on, in one query. The caller has made sure that the actor may see the clearance.
 * @param today the calendar day in the clinic's time zone
 * @throws when stored clinical data is not what the rules know, or the clearance is not there
 */
export async function gatherEvidence(tx: Tx, clinicId: string, clearanceId: string, today: Day): Promise<Evidence> {
  const [evidence] = (await gatherEvidences(tx, askedClearances(clinicId, [clearanceId]), today)).values();
  if (!evidence) throw new Error("a clearance without evidence");
  return evidence;
}

/** Clearances by id, with the keys that a decision would open: of what waits for one they are counted when it comes. */
export function askedClearances(clinicId: string, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT w.clinic_id, w.id, w.episode_id, w.subject_id, w.question, w.requested_at, w.requested_by_id,
      CASE WHEN w.state IN ('requested', 'under-review') THEN keys_opened_by(w.clinic_id, w.subject_id, w.episode_id) ELSE w.opens_keys END AS opens_keys
    FROM clearance w WHERE w.clinic_id = ${clinicId}::uuid AND w.id = ANY (${ids}::uuid[])`;
}

/**
 * The same of several in one query: by the clearance's id, of what nobody has asked for yet by the subject's.
 * @param asked rows of clearance; they may be such as nobody has asked for yet, without an id
 */
export async function gatherEvidences(tx: Tx, asked: Prisma.Sql, today: Day): Promise<Map<string, Evidence>> {
  const rows = await tx.$queryRaw<{ key: string; facts: unknown }[]>`
    SELECT coalesce(c.id::text, c.subject_id) AS key, jsonb_build_object(
      'asked', jsonb_build_object('by', asker.printed_name, 'at', c.requested_at, 'question', c.question),
      'subject', jsonb_build_object('id', s.id, 'kind', s.kind, 'texts', s.texts, 'opensKeys', to_jsonb(c.opens_keys)),
      'procedure', jsonb_build_object('type', e.procedure_type, 'protocol', e.protocol_id, 'levels', to_jsonb(e.levels),
        'technique', e.technique, 'on', e.procedure_date, 'pathwayStart', e.pathway_start),
      'phase', (
        SELECT jsonb_build_object('n', ph.n, 'name', ph.facts -> 'name',
          'of', (SELECT max(n) FROM program_phase every WHERE every.clinic_id = r.clinic_id AND every.revision_id = r.id))
        FROM program_phase ph WHERE ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = pr.current_phase),
      'protocols', (
        SELECT jsonb_agg(o.facts || jsonb_build_object('ofKeys', ${typicalOfKeysIn(Prisma.sql`o.id`)}) ORDER BY o.n) FROM (${protocolsOf}) o),
      'answers', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('on', i.on_day, 'at', i.reported_at, 'before', i.nprs_before, 'during', i.nprs_during)
          ORDER BY i.on_day, i.reported_at, i.id), '[]')
        FROM check_in i WHERE i.clinic_id = c.clinic_id AND i.episode_id = e.id AND i.on_day > ${today}::date - 14
          AND i.on_day <= ${today}::date AND NOT EXISTS (
            SELECT FROM check_in later WHERE later.clinic_id = i.clinic_id AND later.corrects_id = i.id)),
      'conditions', jsonb_build_object(
        'recorded', to_jsonb(e.conditions),
        'redFlags', (
          SELECT jsonb_build_object('count', count(*), 'last', max(i.on_day),
            'level', (array_agg(i.level ORDER BY i.on_day DESC, i.reported_at DESC))[1])
          FROM check_in i WHERE i.clinic_id = c.clinic_id AND i.episode_id = e.id AND i.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')
            AND NOT EXISTS (SELECT FROM check_in later WHERE later.clinic_id = i.clinic_id AND later.corrects_id = i.id)),
        'holds', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('cause', h.cause, 'surgeonOnly', h.surgeon_only, 'since', h.placed_at)
            ORDER BY h.placed_at, h.id), '[]')
          FROM hold h WHERE h.clinic_id = c.clinic_id AND h.program_id = pr.id AND h.lifted_at IS NULL)),
      'inForce', jsonb_build_object(
        'restrictions', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'region', x.region, 'kg', x.limit_kg, 'minutes', x.limit_minutes,
            'untilDate', x.until_date, 'untilPhase', x.until_phase, 'untilClearance', x.until_clearance, 'by', u.printed_name,
            'since', x.created_at) ORDER BY x.created_at, x.id), '[]')
          FROM restrictions_in_force(c.clinic_id, e.id) stands
          JOIN restriction x ON x.clinic_id = c.clinic_id AND x.id = stands.id
          JOIN clinic_user u ON u.clinic_id = x.clinic_id AND u.id = x.ordered_by_id),
        'clearances', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('texts', o.texts, 'maxMinutes', live.max_minutes, 'maxKg', live.max_kg,
            'until', live.until_day) ORDER BY live.decided_at, live.id), '[]')
          FROM clearance live JOIN clearance_subject o ON o.clinic_id = live.clinic_id AND o.id = live.subject_id
          WHERE live.clinic_id = c.clinic_id AND live.episode_id = e.id AND live.id IS DISTINCT FROM c.id AND live.state IN ('granted', 'limited')
            AND live.from_day <= ${today}::date AND (live.until_day IS NULL OR live.until_day >= ${today}::date))),
      'opens', jsonb_build_object(
        'lines', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('code', l.exercise_code, 'name', ${nameOfLine}, 'phase', l.phase,
            'opensOn', l.opens_on, 'alsoNeeds', (
              SELECT coalesce(jsonb_agg(key ORDER BY key), '[]') FROM unnest(l.needs_keys) AS key WHERE NOT key = ANY (c.opens_keys)
                AND NOT has_live_grant(c.clinic_id, e.id, key, l.duration_min, l.load_kg, l.is_loaded_lifting))) || ${dosageOfLine}
            ORDER BY l.phase, l.position), '[]')
          FROM prescribed_exercise l JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
          WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.needs_keys && c.opens_keys),
        'phases', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('n', ph.n, 'name', ph.facts -> 'name') ORDER BY ph.n), '[]')
          FROM program_phase ph WHERE ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.entry_keys && c.opens_keys)),
      'adherence', ${adherenceColumns(today)},
      'readiness', CASE WHEN pr.id IS NULL THEN NULL ELSE ${readinessColumns(today)} END,
      'recorded', ${recordedColumns(today)},
      'settings', ${settingsOfClinic(Prisma.sql`c.clinic_id`)}
    ) AS facts
    FROM (${asked}) c
    JOIN clinic ON clinic.id = c.clinic_id
    JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
    JOIN episode e ON e.clinic_id = c.clinic_id AND e.id = c.episode_id
    JOIN clinic_user asker ON asker.clinic_id = c.clinic_id AND asker.id = c.requested_by_id
    LEFT JOIN program pr ON pr.clinic_id = e.clinic_id AND pr.episode_id = e.id AND pr.state IN ('active', 'held')
    LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision`;
  return new Map(rows.map((row) => [row.key, evidenceOf(facts.parse(row.facts), today)]));
}

/** Digest of evidence that was shown before anybody had asked: who asks and when is no part of it. */
export function shownDigest({ asked: _, ...shown }: Evidence): string {
  return sha256Of(shown);
}

function evidenceOf(found: z.output<typeof facts>, today: Day): Evidence {
  const { answers, adherence, subject, protocols, conditions, inForce, settings, readiness, recorded, ...rest } = found;
  const { lines, done, holds } = adherence;
  const { texts, ...aboutSubject } = subject;
  const anchor = found.procedure.pathwayStart ?? found.procedure.on;
  return {
    ...rest,
    subject: { ...aboutSubject, name: texts.name },
    time: {
      today,
      day: daysBetween(anchor, today),
      typical: typicalSince(anchor, subject, protocols, readSettings(settings).values),
    },
    pain: painOf(answers, addDays(today, -13), today),
    readiness: readinessOf(readiness, today),
    ...recordedParts(recorded),
    conditions: {
      ...conditions,
      toCheck: texts.conditions,
      adherencePercent: weekDone(lines, done, holds, today).percent,
    },
    inForce: {
      restrictions: inForce.restrictions,
      clearances: inForce.clearances.map(({ texts: { name }, ...live }) => ({ name, ...live })),
    },
  };
}

/** The latest of all protocols, counted as the episode's own days are. */
function typicalSince(
  anchor: Day,
  subject: z.output<typeof facts>["subject"],
  protocols: z.output<typeof facts>["protocols"],
  values: SettingValues,
): Evidence["time"]["typical"] {
  const start = typicalStart(protocols.flatMap((protocol) => typicalIn(subject, protocol, values)));
  if (start === null) return null;
  const { on, isAvoided, basis, sources } = start;
  return { day: on === null ? null : daysBetween(anchor, on), isAvoided, basis, sources: [...sources] };
}

/** Of the next phase; null without a running program, and in the last phase. */
function readinessOf(selected: unknown, today: Day): Evidence["readiness"] {
  if (selected === null) return null;
  const { next, readiness } = judgeProgram(selected, today);
  return (
    next && {
      phase: next.n,
      name: next.name,
      ready: readiness.ready,
      criteria: readiness.criteria.map((criterion) => ({ ...criterion, source: [...criterion.source] })),
    }
  );
}
