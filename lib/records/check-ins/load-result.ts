import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { CheckInResult } from "@/lib/check-in/result";
import { moodCrisis, signWords } from "@/lib/check-in/sign-words";
import { isInTimeToCorrect } from "@/lib/clinical/correction";
import { procedureTypes } from "@/lib/clinical/facts";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { openHolds, openHoldsSchema, strictestHold } from "@/lib/records/today/strictest-hold";
import { answerOf } from "./answer";
import { firedRules } from "./check-in-row";
import { unanswered } from "@/lib/check-in/effects";
import { ownPatientId } from "./own-patient";
import { shippedTriage } from "./shipped-triage";

/**
 * The answer to one of the patient's own check-ins, by its id or by the key that a phone gave it before it was sent.
 * @throws {NotFound} for everybody else's
 */
export async function loadCheckInResult(
  actor: Actor,
  checkInId: string,
  now: Date = new Date(),
): Promise<CheckInResult> {
  requirePermission(actor, "own.read");
  const id = z.uuid().safeParse(checkInId).data;
  if (id === undefined) throw new NotFound("check-in");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  return inClinic(actor, async (tx) => {
    const row = await tx.checkIn.findFirst({
      where: { clinicId, patientId, OR: [{ id }, { idempotencyKey: id }] },
      include: { symptoms: true, correctedBy: { select: { id: true } } },
    });
    if (!row) throw new NotFound("check-in");
    const fired = firedRules.parse(row.fired).filter(({ level }) => level === row.level);
    const [about] = await tx.$queryRaw<{ about: unknown }[]>`
      SELECT jsonb_build_object(
        'name', p.given_name || ' ' || p.family_name, 'bornOn', p.birth_date,
        'procedureType', e.procedure_type, 'levels', to_jsonb(e.levels), 'technique', e.technique, 'on', e.procedure_date,
        'surgeon', s.display_name,
        'crisisPhone', (
          SELECT cs.crisis_phone FROM clinic_settings cs WHERE cs.clinic_id = e.clinic_id ORDER BY cs.number DESC LIMIT 1),
        'holds', ${openHolds(Prisma.sql`h.clinic_id = e.clinic_id AND h.patient_id = e.patient_id`)},
        'alert', (
          SELECT jsonb_build_object('owner', u.display_name, 'dueAt', a.due_at)
          FROM alert a LEFT JOIN clinic_user u ON u.clinic_id = a.clinic_id AND u.id = a.owner_id
          WHERE a.clinic_id = e.clinic_id AND a.patient_id = e.patient_id AND a.cause = ${fired[0]?.rule ?? unanswered}
          ORDER BY a.opened_at DESC LIMIT 1)
      ) AS about
      FROM episode e
      JOIN patient p ON p.clinic_id = e.clinic_id AND p.id = e.patient_id
      JOIN clinic_user s ON s.clinic_id = e.clinic_id AND s.id = e.surgeon_id
      WHERE e.clinic_id = ${clinicId}::uuid AND e.id = ${row.episodeId}::uuid`;
    await recordAct(tx, actor, "check-in.read", { kind: "check-in", id: row.id, patientId });
    const { name, bornOn, holds, alert, crisisPhone, ...treatment } = aboutRow.parse(about?.about);
    const content = shippedTriage();
    return {
      ...answerOf(row, true),
      reportedAt: row.reportedAt.toISOString(),
      onDay: dayOf(row.onDay),
      hold: strictestHold(holds),
      alert,
      person: { name, bornOn },
      treatment,
      crisisPhone: fired.some(({ rule }) => rule === moodCrisis) ? crisisPhone : null,
      signs: row.symptoms.flatMap(({ input, value }) => signWords(content, input, value)),
      mayCorrect: row.correctedBy.length === 0 && isInTimeToCorrect(row.reportedAt.getTime(), now.getTime()),
      suspected: fired.flatMap(({ rule }) => content.rules.find((known) => known.id === rule)?.name ?? []),
    };
  });
}

const aboutRow = z.strictObject({
  name: z.string(),
  bornOn: z.iso.date(),
  procedureType: z.enum(procedureTypes),
  levels: z.array(z.string()),
  technique: z.string(),
  on: z.iso.date(),
  surgeon: z.string(),
  crisisPhone: z.string().nullable(),
  holds: openHoldsSchema,
  alert: z
    .strictObject({
      owner: z.string().nullable(),
      dueAt: z.iso
        .datetime({ offset: true })
        .transform((at) => new Date(at).toISOString())
        .nullable(),
    })
    .nullable(),
});
