import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { CompleteProgramInput } from "@/lib/schemas/phase";
import { lockRunningProgram, type RunningProgram } from "./running-program";

/**
 * Completes a running program, in its last phase or before, with the reason: from now on the patient reads none of its exercises.
 * @throws {Conflict} `program` when it is no longer the one that was read
 * @throws {Refused} `notStarted` before the first signature, `onHold` while a hold is open, `notRunning` where it has ended
 */
export async function completeProgram(
  actor: Actor,
  input: CompleteProgramInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "program.complete");
  return inClinic(actor, async (tx) => {
    await completeWithin(tx, actor, await lockRunningProgram(tx, actor, input), input.reason, now);
  });
}

/**
 * The same inside the transaction of who ends the episode too.
 * @param program as `lockRunningProgram` locked it
 */
export async function completeWithin(
  tx: Tx,
  actor: Actor,
  { id, patientId, state, version }: RunningProgram,
  reason: string,
  now: Date,
): Promise<void> {
  if (state === "draft") throw new Refused("notStarted");
  if (state === "held") throw new Refused("onHold");
  const { count } = await tx.program.updateMany({
    where: { clinicId: actor.clinicId, id, version, state: "active" },
    data: {
      ...{ state: "completed", version: { increment: 1 } },
      ...{ completedAt: now, completedById: actor.userId, completionReason: reason },
    },
  });
  if (count === 0) throw new Conflict("program", { version, state });
  await recordAct(tx, actor, "program.complete", { kind: "program", id, patientId });
}
