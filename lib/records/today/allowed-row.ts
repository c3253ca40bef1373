import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { activityStandings, whyNots } from "@/lib/clinical/activity-now";
import { clearanceKeys, procedureTypes, regions, restrictionKinds } from "@/lib/clinical/facts";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { longestTherapistOfEpisode } from "@/lib/records/alerts/therapist-of";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { protocolOfEpisode, protocolsOf } from "@/lib/records/clearances/episode-protocols";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";
import { ownQuestionSchema, questionsOfEpisode } from "@/lib/records/questions/own-questions";
import { settingsOfClinic } from "@/lib/records/settings/current-settings";

const numeric = z.coerce.number();
const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());
const clinician = z.enum(["surgeon", "therapist"]);

const subjectRow = z.strictObject({
  id: z.string(),
  kind: z.enum(["activity", "key"]),
  texts: subjectTextsSchema.extend({
    group: z.enum(["home", "travel-work", "sport"]).default("home"),
    isCommon: z.boolean().default(false),
  }),
  covers: z.array(z.string()),
  decides: clinician,
  standing: z.enum(activityStandings),
  whyNot: z.enum(whyNots).nullable(),
  closedBy: z.array(z.enum(restrictionKinds)),
  byKey: z.string().nullable(),
  maxKg: numeric.nullable(),
  maxMinutes: z.number().nullable(),
  clearance: z
    .strictObject({
      requestedBy: z.string(),
      requestedAt: instant,
      decider: z.string().nullable(),
      decidedAt: instant.nullable(),
      from: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      words: z.string().nullable(),
      reviewOn: z.iso.date().nullable(),
    })
    .nullable(),
});

const ownRules = z.strictObject({
  episodeId: z.string(),
  procedureType: z.enum(procedureTypes),
  procedureDate: z.iso.date(),
  pathwayStart: z.iso.date().nullable(),
  surgeon: z.string(),
  therapist: z.string().nullable(),
  protocols: z.array(protocolOfEpisode),
  settings: z.unknown(),
  subjects: z.array(subjectRow),
  restrictions: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(restrictionKinds),
      region: z.enum(regions).nullable(),
      kg: numeric.nullable(),
      minutes: z.number().nullable(),
      until: z.iso.date().nullable(),
      untilPhase: z.number().nullable(),
      untilClearance: z.enum(clearanceKeys).nullable(),
      orderedBy: z.string(),
      orderedAt: instant,
    }),
  ),
  questions: z.array(ownQuestionSchema),
  lastVisit: instant.nullable(),
});
export type OwnRules = z.output<typeof ownRules>;
export type OwnRestriction = OwnRules["restrictions"][number];

/** The restrictions in force of the episode `e` of the surrounding query, the newest first, for a patient. */
const ownRestrictions = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'region', f.region, 'kg', f.limit_kg, 'minutes', f.limit_minutes,
    'until', f.until_date, 'untilPhase', f.until_phase, 'untilClearance', f.until_clearance, 'orderedBy', u.display_name,
    'orderedAt', r.created_at) ORDER BY r.created_at DESC, r.id DESC), '[]')
  FROM restrictions_in_force(e.clinic_id, e.id) f
  JOIN restriction r ON r.clinic_id = e.clinic_id AND r.id = f.id
  JOIN clinic_user u ON u.clinic_id = r.clinic_id AND u.id = r.ordered_by_id)`;

/**
 * How every activity and key of the patient's open episode stands, as the database decides it, with what stands beside it on the page. One query.
 * @throws {NotFound} when no episode is open
 */
export async function loadOwnRules(tx: Tx, actor: Actor): Promise<OwnRules> {
  const rows = await tx.$queryRaw<{ rules: unknown }[]>`
    SELECT jsonb_build_object(
      'episodeId', e.id, 'procedureType', e.procedure_type, 'procedureDate', e.procedure_date, 'pathwayStart', e.pathway_start,
      'surgeon', surgeon.display_name, 'therapist', (
        SELECT u.display_name FROM clinic_user u WHERE u.clinic_id = e.clinic_id AND u.id = ${longestTherapistOfEpisode}),
      'protocols', (SELECT jsonb_agg(o.facts ORDER BY o.n) FROM (${protocolsOf}) o),
      'settings', ${settingsOfClinic(Prisma.sql`e.clinic_id`)},
      'subjects', (
        SELECT jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'texts', s.texts, 'covers', s.covers,
          'decides', clearance_decider(s.clinic_id, s.id, e.id), 'standing', n.standing, 'whyNot', n.why_not, 'closedBy', n.closed_by,
          'byKey', n.by_key, 'maxKg', n.max_kg, 'maxMinutes', n.max_minutes, 'clearance', CASE WHEN c.id IS NOT NULL THEN jsonb_build_object(
            'requestedBy', asked.display_name, 'requestedAt', c.requested_at, 'decider', decider.display_name, 'decidedAt', c.decided_at,
            'from', c.from_day, 'until', c.until_day, 'words', c.words_for_patient, 'reviewOn', c.review_on) END) ORDER BY s.kind, s.id)
        FROM activity_now n
        JOIN clearance_subject s ON s.clinic_id = n.clinic_id AND s.id = n.subject_id
        LEFT JOIN clearance c ON c.clinic_id = n.clinic_id AND c.id = n.clearance_id
        LEFT JOIN clinic_user asked ON asked.clinic_id = c.clinic_id AND asked.id = c.requested_by_id
        LEFT JOIN clinic_user decider ON decider.clinic_id = c.clinic_id AND decider.id = c.decided_by_id
        WHERE n.clinic_id = e.clinic_id AND n.episode_id = e.id),
      'restrictions', ${ownRestrictions},
      'questions', ${questionsOfEpisode},
      'lastVisit', (
        SELECT max(seen.at) FROM audit_event seen
        WHERE seen.clinic_id = e.clinic_id AND seen.patient_id = e.patient_id AND seen.act = 'allowed.read' AND seen.actor_id = ${actor.userId}::uuid
          AND (seen.at AT TIME ZONE ${actor.clinic.timeZone})::date < today_in_clinic(e.clinic_id))
    ) AS rules
    FROM episode e JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
    WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${ownPatientId(actor)}::uuid AND e.ended_at IS NULL`;
  const [row] = rows;
  if (!row) throw new NotFound("episode");
  return ownRules.parse(row.rules);
}
