import type { Tx } from "@/lib/db/in-clinic";
import { insertRows, type Row } from "@/lib/records/clinics/insert-rows";
import type { AuditTrail } from "./audit-trail";
import type { HoldPeriod } from "./hold-periods";
import type { Person } from "./person";

const minute = 60_000;
/** What the therapist wrote when the program went on. */
const answered = "Called the patient. Pain has settled, strength is normal, the next session is lighter.";

/** The holds and alerts that a story's check-ins left, and what they stopped. */
export async function writeAlerts(
  tx: Tx,
  people: readonly { person: Person; holds: readonly HoldPeriod[] }[],
  audit: AuditTrail,
): Promise<void> {
  const run = (sql: string, json: string) => tx.$executeRawUnsafe(sql, json);
  const rows = people.flatMap(({ person, holds }) => holds.map((hold) => ({ person, hold })));
  await insertRows(
    run,
    "hold",
    rows.map(({ person, hold }) => holdRow(person, hold, audit)),
  );
  await insertRows(
    run,
    "alert",
    rows.map(({ person, hold }) => alertRow(person, hold, audit)),
  );
  for (const { person, hold } of rows) {
    if (hold.liftedOn !== null) continue;
    const { clinicId, programId, episodeId } = person;
    await tx.program.updateMany({
      where: { clinicId, id: programId, state: "active" },
      data: { state: "held", version: { increment: 1 } },
    });
    if (!hold.effects.isSuspension) continue;
    await tx.clearance.updateMany({
      where: { clinicId, episodeId, state: { in: ["granted", "limited"] } },
      data: { state: "under-review", version: { increment: 1 } },
    });
  }
}

function holdRow(person: Person, { placedBy, effects, liftedOn }: HoldPeriod, audit: AuditTrail): Row {
  const { clinicId, programId, patientId, userId, therapist, clock } = person;
  const program = { kind: "program", id: programId, patientId };
  audit.add({ clinicId, userId, role: "patient" }, "hold.place", program, placedBy.at);
  const liftedAt = liftedOn === null ? null : clock.at(liftedOn, "11:10");
  if (liftedAt) audit.add(therapist, "hold.lift", program, liftedAt);
  return {
    ...{ clinic_id: clinicId, id: crypto.randomUUID(), program_id: programId, patient_id: patientId },
    ...{ cause: effects.cause, level: effects.level, surgeon_only: effects.isSuspension },
    ...{ easy_activity_allowed: effects.easyActivityAllowed, check_in_id: placedBy.id },
    placed_at: placedBy.at.toISOString(),
    ...{ lifted_at: liftedAt?.toISOString() ?? null, lifted_by_id: liftedAt && therapist.userId },
    lift_reason: liftedAt && answered,
  };
}

function alertRow(person: Person, { placedBy, effects, liftedOn }: HoldPeriod, audit: AuditTrail): Row {
  const { clinicId, patientId, therapist, surgeon, clock } = person;
  const id = crypto.randomUUID();
  const owner = effects.isSuspension ? surgeon : therapist;
  const resolvedAt = liftedOn === null ? null : clock.at(liftedOn, "11:12");
  const seenAt = resolvedAt && clock.at(liftedOn ?? 0, "09:05");
  if (seenAt) {
    audit.add(owner, "alert.acknowledge", { kind: "alert", id, patientId }, seenAt);
    audit.add(owner, "alert.resolve", { kind: "alert", id, patientId }, resolvedAt);
  }
  const { dueInMinutes } = effects;
  return {
    ...{ clinic_id: clinicId, id, patient_id: patientId, cause: effects.cause, level: effects.level },
    ...{ check_in_id: placedBy.id, owner_id: owner.userId, state: resolvedAt ? "resolved" : "open" },
    opened_at: placedBy.at.toISOString(),
    due_at: dueInMinutes === null ? null : new Date(placedBy.at.getTime() + dueInMinutes * minute).toISOString(),
    ...{ acknowledged_by_id: seenAt && owner.userId, acknowledged_at: seenAt?.toISOString() ?? null },
    ...{ resolved_by_id: resolvedAt && owner.userId, resolved_at: resolvedAt?.toISOString() ?? null },
    ...{ resolution: resolvedAt && answered, version: resolvedAt ? 3 : 1 },
  };
}
