import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { daysBetween } from "@/lib/clinical/days";
import { endKinds } from "@/lib/clinical/episode-end";
import { procedureTypes, type Text } from "@/lib/clinical/facts";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { ruleName } from "@/lib/records/alerts/words";
import { recordAct } from "@/lib/records/audit/record-act";
import { restrictionTermsSchema, termsOfRestriction } from "@/lib/records/restrictions/own-restriction";
import { episodeRegions } from "@/lib/schemas/patient";
import { wholeYears } from "./age";
import { patientIdOf } from "./care-scope";

const day = z.iso.date();
const text = z.object({ en: z.string(), es: z.string() });
const bannerRow = z.strictObject({
  name: z.string(),
  mrn: z.string(),
  birthDate: day,
  locale: z.enum(["en", "es"]),
  procedureType: z.enum(procedureTypes),
  region: z.enum(episodeRegions),
  levels: z.array(z.string()),
  technique: z.string(),
  surgeonName: z.string(),
  procedureOn: day,
  anchorOn: day,
  anchor: z.enum(["PROCEDURE_DATE", "PATHWAY_START"]),
  phase: z.strictObject({ current: z.number(), count: z.number(), name: text, since: day.nullable() }).nullable(),
  hold: z.strictObject({ cause: z.string(), since: day, isSuspension: z.boolean() }).nullable(),
  lastHoldOn: day.nullable(),
  isRedFlag: z.boolean(),
  /** Null while the episode is open. */
  ended: z.strictObject({ episodeId: z.string(), as: z.enum(endKinds), on: day }).nullable(),
  /** In force now, the oldest first. */
  restrictions: z.array(restrictionTermsSchema),
});

/** Who a patient's pages are about. Days are calendar days of the clinic; `day` counts from the anchor and is negative before it. */
export type PatientHead = Omit<z.output<typeof bannerRow>, "birthDate" | "hold"> & {
  bornOn: Day;
  ageYears: number;
  day: number;
  /** Days since the latest procedure, where the days count from something else. */
  daysAfterProcedure: number | null;
  hold: { cause: string; ruleName: Text | null; since: Day; isSuspension: boolean } | null;
};

/**
 * The head of every page of a patient; the read is audited here, once per request.
 * @throws {NotFound} where the actor is not on the care team, or there was never an episode
 */
export async function loadBanner(actor: Actor, patientId: string, now: Date = new Date()): Promise<PatientHead> {
  requirePermission(actor, "patient.read");
  const id = patientIdOf(patientId);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const { birthDate, hold, ...head } = await findHead(tx, actor, id);
    await recordAct(tx, actor, "patient.read", { kind: "patient", id, patientId: id });
    const until = head.ended?.on ?? today;
    return {
      ...head,
      bornOn: birthDate,
      ageYears: wholeYears(birthDate, today),
      day: daysBetween(head.anchorOn, until),
      daysAfterProcedure: head.anchor === "PATHWAY_START" ? daysBetween(head.procedureOn, until) : null,
      // A hold that was open at the end stands in the record; nothing is held any more.
      hold: hold === null || head.ended !== null ? null : { ...hold, ruleName: ruleName(hold.cause) },
    };
  });
}

async function findHead(tx: Tx, actor: Actor, id: string): Promise<z.output<typeof bannerRow>> {
  const rows = await tx.$queryRaw<{ head: unknown }[]>`
    SELECT jsonb_build_object(
      'name', p.given_name || ' ' || p.family_name, 'mrn', p.mrn, 'birthDate', p.birth_date, 'locale', p.locale,
      'procedureType', e.procedure_type, 'region', e.region, 'levels', to_jsonb(e.levels), 'technique', e.technique,
      'surgeonName', surgeon.display_name, 'procedureOn', e.procedure_date, 'anchorOn', coalesce(e.pathway_start, e.procedure_date),
      'anchor', CASE WHEN e.pathway_start IS NULL THEN 'PROCEDURE_DATE' ELSE 'PATHWAY_START' END,
      'phase', CASE WHEN ph.id IS NULL THEN NULL ELSE jsonb_build_object('current', ph.n, 'name', ph.facts -> 'name',
        'count', (SELECT count(*) FROM program_phase every WHERE every.clinic_id = ph.clinic_id AND every.revision_id = ph.revision_id),
        'since', (SELECT max(pc.on_day) FROM phase_change pc
          WHERE pc.clinic_id = pr.clinic_id AND pc.program_id = pr.id AND pc.to_phase = pr.current_phase)) END,
      'hold', (
        SELECT jsonb_build_object('cause', h.cause, 'since', (h.placed_at AT TIME ZONE clinic.time_zone)::date, 'isSuspension', h.surgeon_only)
        FROM hold h WHERE h.clinic_id = pr.clinic_id AND h.program_id = pr.id AND h.lifted_at IS NULL
        ORDER BY h.surgeon_only DESC, h.placed_at LIMIT 1),
      'lastHoldOn', (SELECT max((h.lifted_at AT TIME ZONE clinic.time_zone)::date) FROM hold h
        WHERE h.clinic_id = p.clinic_id AND h.patient_id = p.id),
      'isRedFlag', EXISTS (SELECT FROM alert a WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id AND a.state <> 'resolved'
        AND a.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')),
      'ended', (
        SELECT jsonb_build_object('episodeId', x.episode_id, 'as', x.kind, 'on', x.ended_on) FROM episode_end x
        WHERE x.clinic_id = e.clinic_id AND x.episode_id = e.id),
      'restrictions', (
        SELECT coalesce(jsonb_agg(${termsOfRestriction} ORDER BY x.created_at, x.id), '[]')
        FROM restrictions_in_force(e.clinic_id, e.id) f JOIN restriction x ON x.clinic_id = e.clinic_id AND x.id = f.id)
    ) AS head
    FROM patient p
    JOIN clinic ON clinic.id = p.clinic_id
    JOIN LATERAL (
      SELECT * FROM episode latest WHERE latest.clinic_id = p.clinic_id AND latest.patient_id = p.id
      ORDER BY latest.ended_at DESC NULLS FIRST, latest.created_at DESC LIMIT 1
    ) e ON true
    JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
    LEFT JOIN LATERAL (
      SELECT * FROM program latest WHERE latest.clinic_id = e.clinic_id AND latest.episode_id = e.id
      ORDER BY latest.state IN ('draft', 'active', 'held') DESC, latest.created_at DESC LIMIT 1
    ) pr ON true
    LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
    LEFT JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = pr.current_phase
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${id}::uuid AND EXISTS (
      SELECT FROM care_team_member m
      WHERE m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL)`;
  const [row] = rows;
  if (!row) throw new NotFound("patient");
  return bannerRow.parse(row.head);
}
