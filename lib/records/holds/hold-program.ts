import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Refused } from "@/lib/errors";
import { lockRunningProgram } from "@/lib/records/programs/running-program";
import type { HoldProgramInput } from "@/lib/schemas/hold";
import { placeHold } from "./place-hold";

/**
 * Holds a program, running or still a draft, for one of the usual reasons and in the clinician's own words.
 * @throws {Refused} `surgeonOnly` where a therapist would keep the lift for a surgeon, `alreadyHeld` while a hold of the same cause is open,
 *   `notRunning` where it has ended
 * @throws {Conflict} `program` when it is no longer the one that was read
 */
export async function holdProgram(actor: Actor, input: HoldProgramInput, now: Date = new Date()): Promise<void> {
  requirePermission(actor, "hold.place");
  const { programId, version, ...hold } = input;
  if (hold.surgeonOnly && actor.role !== "surgeon") throw new Refused("surgeonOnly");
  return inClinic(actor, async (tx) => {
    const { patientId } = await lockRunningProgram(tx, actor, { programId, version });
    const { clinicId, userId } = actor;
    const same = await tx.hold.count({ where: { clinicId, programId, cause: hold.cause, liftedAt: null } });
    if (same > 0) throw new Refused("alreadyHeld");
    const placed = { ...hold, programId, patientId, level: null, checkInId: null, placedById: userId };
    await placeHold(tx, actor, placed, now);
  });
}
