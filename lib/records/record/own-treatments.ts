import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import {
  historyColumns,
  historyEntries,
  historySchema,
  toldChangesTable,
  type HistoryEntry,
} from "@/lib/records/today/load-own-history";
import { ownResultSchema } from "@/lib/records/today/own-results";
import { ownRecordSchema, ownTreatmentSchema, type OwnTreatment } from "@/lib/schemas/own-record";
import { measures } from "@/prisma/content/bundled";
import { dayIn } from "@/lib/dates";

const treatmentRow = ownTreatmentSchema
  .omit({ exercises: true, results: true, history: true, revisions: true })
  .extend({
    history: historySchema,
    results: z.array(ownResultSchema),
  });
const found = ownRecordSchema
  .pick({ person: true, team: true, setAside: true })
  .extend({ treatments: z.array(treatmentRow) });
export type FoundRecord = Pick<z.output<typeof found>, "person" | "team" | "setAside"> & { treatments: OwnTreatment[] };

/** The person, the care team and every treatment, without what may be done now. One query, of what the patient may read. */
export async function loadOwnTreatments(tx: Tx, actor: Actor): Promise<FoundRecord> {
  const zone = actor.clinic.timeZone;
  const inZone = (column: string) => Prisma.sql`(${Prisma.raw(column)} AT TIME ZONE ${zone})::date`;
  const rows = await tx.$queryRaw<{ found: unknown }[]>`
    WITH ${toldChangesTable}
    SELECT jsonb_build_object(
      'person', jsonb_build_object('name', pt.given_name || ' ' || pt.family_name, 'recordNumber', pt.mrn, 'bornOn', pt.birth_date,
        'language', pt.locale, 'phone', pt.phone),
      'team', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('name', u.display_name, 'role', u.role, 'from', ${inZone("m.joined_at")},
          'to', ${inZone("m.left_at")}) ORDER BY m.joined_at, u.display_name), '[]')
        FROM care_team_member m JOIN clinic_user u ON u.clinic_id = m.clinic_id AND u.id = m.user_id
        WHERE m.clinic_id = pt.clinic_id AND m.patient_id = pt.id),
      'setAside', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'why', k.why, 'onDay', k.on_day, 'reportedAt', k.reported_at,
          'answers', k.payload -> 'answers', 'outcome', k.payload ->> 'outcome') ORDER BY k.reported_at, k.id), '[]')
        FROM report_set_aside k WHERE k.clinic_id = pt.clinic_id AND k.patient_id = pt.id),
      'treatments', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', e.id, 'procedureType', e.procedure_type, 'region', e.region, 'levels', to_jsonb(e.levels), 'technique', e.technique,
          'procedureOn', e.procedure_date, 'pathwayStart', e.pathway_start, 'surgeon', s.display_name, 'openedOn', ${inZone("e.created_at")},
          'endedAs', e.ended_as, 'endedOn', coalesce(y.content ->> 'endedOn', (${inZone("e.ended_at")})::text),
          'summary', y.content, 'advice', y.advice, 'history', ${historyColumns},
          'protocol', (
            SELECT v.facts -> 'title' FROM program p JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = p.template_version_id
            WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id ORDER BY p.created_at DESC LIMIT 1),
          'restrictions', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'region', r.region, 'kg', r.limit_kg, 'minutes', r.limit_minutes,
              'isInForce', EXISTS (SELECT FROM restrictions_in_force(e.clinic_id, e.id) f WHERE f.id = r.id),
              'from', ${inZone("r.created_at")}, 'untilDate', r.until_date, 'untilPhase', r.until_phase, 'untilClearance', r.until_clearance,
              'orderedBy', u.display_name) ORDER BY r.created_at, r.id), '[]')
            FROM restriction r JOIN clinic_user u ON u.clinic_id = r.clinic_id AND u.id = r.ordered_by_id
            WHERE r.clinic_id = e.clinic_id AND r.episode_id = e.id),
          'clearances', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('subject', c.subject_id, 'kind', cs.kind, 'state', c.state,
              'name', coalesce(CASE WHEN cs.kind = 'activity' THEN nullif(cs.texts -> 'patientName', 'null') END, cs.texts -> 'name'),
              'askedOn', ${inZone("c.requested_at")}, 'decidedOn', ${inZone("c.decided_at")}, 'decidedBy', u.display_name, 'from', c.from_day,
              'until', c.until_day, 'maxMinutes', c.max_minutes, 'maxKg', c.max_kg, 'words', c.words_for_patient, 'nextLookOn', c.review_on)
              ORDER BY c.requested_at, c.id), '[]')
            FROM clearance c
            JOIN clearance_subject cs ON cs.clinic_id = c.clinic_id AND cs.id = c.subject_id
            LEFT JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = c.decided_by_id
            WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id),
          'questions', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('askedOn', ${inZone("q.asked_at")},
              'about', coalesce(nullif(qs.texts -> 'patientName', 'null'), qs.texts -> 'name'), 'question', q.question, 'answer', q.answer,
              'answeredBy', u.display_name, 'answeredOn', ${inZone("q.answered_at")},
              'isForwarded', q.state = 'forwarded') ORDER BY q.asked_at, q.id), '[]')
            FROM patient_question q
            LEFT JOIN clearance_subject qs ON qs.clinic_id = q.clinic_id AND qs.id = q.subject_id
            LEFT JOIN clinic_user u ON u.clinic_id = q.clinic_id AND u.id = q.answered_by_id
            WHERE q.clinic_id = e.clinic_id AND q.episode_id = e.id),
          'results', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('criterion', o.criterion, 'value', o.value, 'on', o.observed_on)
              ORDER BY o.observed_on, o.criterion), '[]')
            FROM own_results() o WHERE o.episode_id = e.id)
          ) ORDER BY e.ended_at DESC NULLS FIRST, e.created_at DESC), '[]')
        FROM episode e
        JOIN clinic_user s ON s.clinic_id = e.clinic_id AND s.id = e.surgeon_id
        LEFT JOIN episode_summary y ON y.clinic_id = e.clinic_id AND y.episode_id = e.id
        WHERE e.clinic_id = pt.clinic_id AND e.patient_id = pt.id)
    ) AS found
    FROM patient pt WHERE pt.clinic_id = ${actor.clinicId}::uuid AND pt.id = ${ownPatientId(actor)}::uuid`;
  const { treatments, ...rest } = found.parse(rows[0]?.found);
  return { ...rest, treatments: treatments.map((row) => treatmentOf(row, zone)) };
}

function treatmentOf({ history, results, ...row }: z.output<typeof treatmentRow>, timeZone: string): OwnTreatment {
  return {
    ...row,
    history: historyEntries(history, timeZone).map(withoutIds),
    revisions: history.revisions.map(({ number, by, at }) => ({ number, by, on: dayIn(timeZone, new Date(at)) })),
    exercises: [],
    results: results.map(({ criterion, value, on }) => {
      const test = criterion.replace("functional:", "");
      const measure = measures.find(({ id }) => id === test);
      return { test, name: measure?.name ?? null, unit: measure?.forms[0]?.units[0] ?? "min", value, on };
    }),
  };
}

/** Of a changed line what its patient reads: no phase, no place in a template. */
function withoutIds(entry: HistoryEntry): OwnTreatment["history"][number] {
  if (entry.kind !== "changes") return entry;
  const changes = entry.changes.map(({ name, change }) => ({
    kind: change.kind,
    exercise: name,
    before: change.kind === "added" ? null : doseOf(change.before),
    after: change.kind === "stopped" ? null : doseOf(change.after),
  }));
  return { ...entry, changes };
}

type Dose = OwnTreatment["exercises"][number];
function doseOf({ dosage, noteToPatient }: Omit<Dose, "exercise">): Omit<Dose, "exercise"> {
  return { dosage, noteToPatient };
}
