import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { isInForce } from "@/lib/clinical/clearance";
import {
  clearanceKeys,
  clearanceStates,
  procedureTypes,
  restrictionKinds,
  type RestrictionKind,
  type Text,
} from "@/lib/clinical/facts";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { seeDecisions } from "@/lib/records/clearances/see-decisions";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";
import { courseOf, type Course } from "./course";

const numeric = z.coerce.number();
const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());
const ownRules = z.strictObject({
  episodeId: z.string(),
  procedureType: z.enum(procedureTypes),
  procedureDate: z.iso.date(),
  pathwayStart: z.iso.date().nullable(),
  surgeon: z.string(),
  clearances: z.array(
    z.strictObject({
      id: z.string(),
      texts: subjectTextsSchema,
      key: z.enum(clearanceKeys).nullable(),
      state: z.enum(clearanceStates),
      requestedBy: z.string(),
      requestedAt: instant,
      decider: z.string().nullable(),
      decidedAt: instant.nullable(),
      from: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      maxMinutes: z.number().nullable(),
      maxKg: numeric.nullable(),
      words: z.string().nullable(),
      reviewOn: z.iso.date().nullable(),
    }),
  ),
  restrictions: z.array(
    z.strictObject({
      kind: z.enum(restrictionKinds),
      kg: numeric.nullable(),
      minutes: z.number().nullable(),
      until: z.iso.date().nullable(),
    }),
  ),
});

/**
 * One entry of "what I may do now". Of a key `name` is a whole sentence that is true only while the grant is live; elsewhere its `key` must be named
 * instead. Days are calendar days, instants ISO texts, loads in kilograms.
 */
export type AllowedEntry = Omit<z.output<typeof ownRules>["clearances"][number], "texts"> & { name: Text };
export type OwnRestriction = { kind: RestrictionKind; kg: number | null; minutes: number | null; until: Day | null };

export type Allowed = Course & {
  today: Day;
  surgeon: string;
  /** Live grants. */
  yes: AllowedEntry[];
  /** Somebody is asked, or looks at it again. */
  ask: AllowedEntry[];
  /** Denied, revoked, over, or not begun. */
  notYet: AllowedEntry[];
  restrictions: OwnRestriction[];
};

/**
 * What the patient may do now, by the clearances of the open episode and the restrictions in force.
 * @throws {NotFound} when no episode is open
 */
export async function loadAllowed(actor: Actor, now: Date = new Date()): Promise<Allowed> {
  requirePermission(actor, "own.read");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    await seeDecisions(tx, actor);
    const own = await loadRules(tx, actor);
    await recordAct(tx, actor, "allowed.read", { kind: "episode", id: own.episodeId, patientId: ownPatientId(actor) });
    const entries = own.clearances.map(({ texts, ...entry }) => ({
      ...entry,
      name: texts.patientName ?? texts.name,
    }));
    const isLive = ({ state, from, until }: AllowedEntry) =>
      (state === "granted" || state === "limited") && isInForce({ from, until }, today);
    const isAsked = ({ state }: AllowedEntry) =>
      state === "requested" || state === "returned" || state === "under-review";
    return {
      today,
      ...courseOf(own, today),
      surgeon: own.surgeon,
      yes: entries.filter(isLive),
      ask: entries.filter(isAsked),
      notYet: entries.filter((entry) => !isLive(entry) && !isAsked(entry)),
      restrictions: own.restrictions.filter(({ until }) => isInForce({ until }, today)),
    };
  });
}

/** Of each subject the newest clearance alone. */
async function loadRules(tx: Tx, actor: Actor): Promise<z.output<typeof ownRules>> {
  const rows = await tx.$queryRaw<{ rules: unknown }[]>`
    SELECT jsonb_build_object(
      'episodeId', e.id, 'procedureType', e.procedure_type, 'procedureDate', e.procedure_date, 'pathwayStart', e.pathway_start, 'surgeon', surgeon.display_name,
      'clearances', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'texts', s.texts, 'key', CASE WHEN s.kind = 'key' THEN s.id END, 'state', c.state, 'requestedBy', asked.display_name,
          'requestedAt', c.requested_at, 'decidedAt', c.decided_at, 'from', c.from_day, 'until', c.until_day,
          'maxMinutes', c.max_minutes, 'maxKg', c.max_kg, 'words', c.words_for_patient, 'reviewOn', c.review_on, 'decider', (
            SELECT u.display_name FROM clinic_user u WHERE u.clinic_id = c.clinic_id AND u.id = c.decided_by_id)
        ) ORDER BY s.kind, c.requested_at, c.id), '[]')
        FROM (
          SELECT DISTINCT ON (subject_id) * FROM clearance
          WHERE clinic_id = e.clinic_id AND episode_id = e.id ORDER BY subject_id, requested_at DESC, id DESC
        ) c
        JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
        JOIN clinic_user asked ON asked.clinic_id = c.clinic_id AND asked.id = c.requested_by_id),
      'restrictions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'kg', r.limit_kg, 'minutes', r.limit_minutes, 'until', r.until_date)
          ORDER BY r.created_at, r.id), '[]')
        FROM restriction r
        WHERE r.clinic_id = e.clinic_id AND r.episode_id = e.id AND r.ended_at IS NULL)
    ) AS rules
    FROM episode e JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
    WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${ownPatientId(actor)}::uuid AND e.ended_at IS NULL`;
  const [row] = rows;
  if (!row) throw new NotFound("episode");
  return ownRules.parse(row.rules);
}
