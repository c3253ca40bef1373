import { z } from "zod";
import { type Actor, roles } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { cursorOf, readCursor } from "@/lib/records/keyset";
import { accessKindOf } from "./access-kinds";
import { groupAccesses, type AccessesOfDay } from "./group-accesses";

/** Acts read for one page: a busy day of a team has some twenty. */
const actsOnPage = 200;

const accessRow = z.strictObject({
  id: z.string(),
  /** As PostgreSQL wrote it, for the cursor. */
  stamp: z.string(),
  at: z.date().transform((at) => at.toISOString()),
  actorId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  act: z.string(),
});

export type Accesses = { days: AccessesOfDay[]; next: string | null };

/**
 * Who of the clinic opened the patient's own record or wrote in it, newest first, by day and person. What was refused is not in it, nor what the
 * patient did themself or the product by itself.
 * @param after a cursor of an earlier page; anything else is the first page
 */
export async function loadAccesses(actor: Actor, after: string | null = null): Promise<Accesses> {
  requirePermission(actor, "own.read");
  const patientId = ownPatientId(actor);
  const [at, id] = readCursor(after) ?? [null, null];
  return inClinic(actor, async (tx) => {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT a.id, a.at::text AS stamp, a.at, a.actor_id AS "actorId", who.display_name AS name, a.actor_role AS role, a.act
      FROM audit_event a JOIN clinic_user who ON who.clinic_id = a.clinic_id AND who.id = a.actor_id
      WHERE a.clinic_id = ${actor.clinicId}::uuid AND a.patient_id = ${patientId}::uuid AND a.outcome = 'done'
        AND a.actor_role IN ('therapist', 'surgeon', 'administrator')
        AND (${at}::timestamptz IS NULL OR (a.at, a.id) < (${at}::timestamptz, ${id}::uuid))
      ORDER BY a.at DESC, a.id DESC LIMIT ${actsOnPage + 1}`;
    const rows = z.array(accessRow).parse(found);
    await recordAct(tx, actor, "record.accesses", { kind: "patient", id: patientId, patientId });
    const shown = rows.slice(0, actsOnPage);
    const last = rows.length > actsOnPage ? shown.at(-1) : undefined;
    return {
      days: groupAccesses(
        shown.map(({ act, ...one }) => ({ ...one, kind: accessKindOf(act) })),
        actor.clinic.timeZone,
      ),
      next: last === undefined ? null : cursorOf({ at: last.stamp, id: last.id }),
    };
  });
}
