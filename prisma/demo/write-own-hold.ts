import type { Tx } from "@/lib/db/in-clinic";
import type { AuditTrail } from "./audit-trail";
import type { Person } from "./person";

/** The hold that the therapist of a story placed, in the therapist's own name. */
export async function writeOwnHold(tx: Tx, person: Person, audit: AuditTrail): Promise<void> {
  const { story, clinicId, patientId, programId, therapist, clock } = person;
  if (!story.held) return;
  const { day, cause, words } = story.held;
  const placedAt = clock.at(day, "09:50");
  await tx.$queryRaw`SELECT set_config('app.actor_id', ${therapist.userId}, true)`;
  await tx.hold.createMany({
    data: {
      ...{ clinicId, programId, patientId, cause, words, placedAt, placedById: therapist.userId },
      ...{ surgeonOnly: false, easyActivityAllowed: true },
    },
  });
  await tx.program.updateMany({
    where: { clinicId, id: programId, state: "active" },
    data: { state: "held", version: { increment: 1 } },
  });
  audit.add(therapist, "hold.place", { kind: "program", id: programId, patientId }, placedAt);
}
