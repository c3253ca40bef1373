import type { Actor } from "@/lib/access/actor";
import { NotFound } from "@/lib/errors";

/**
 * The id of the actor's own record.
 * @throws {NotFound} when the account has none
 */
export function ownPatientId(actor: Pick<Actor, "patientId">): string {
  if (actor.patientId === null) throw new NotFound("patient");
  return actor.patientId;
}
