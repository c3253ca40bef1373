import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dateOf, dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { lockRunningProgram } from "@/lib/records/programs/running-program";
import type { StepBackInput } from "@/lib/schemas/phase";

/**
 * Goes back to an earlier phase with a reason, held or not: the patient reads that phase's lines again, and none of a later one.
 * @throws {Invalid} on `phase`, where it is not an earlier one
 * @throws {Conflict} `program` when it is no longer the one that was read
 * @throws {Refused} `notStarted` before the first signature, `notRunning` where it has ended
 */
export async function stepBack(
  actor: Actor,
  { reason, phase, ...asRead }: StepBackInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "phase.step-back");
  return inClinic(actor, async (tx) => {
    const { id, patientId, currentPhase, version, state } = await lockRunningProgram(tx, actor, asRead);
    if (currentPhase === null) throw new Refused("notStarted");
    if (phase >= currentPhase) throw new Invalid({ phase: "earlierPhase" });
    const onDay = dayIn(actor.clinic.timeZone, now);
    await recordStepBack(tx, actor, { programId: id, patientId, from: currentPhase, to: phase, reason, onDay });
    const { count } = await tx.program.updateMany({
      where: { clinicId: actor.clinicId, id, version },
      data: { currentPhase: phase, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("program", { version, state });
  });
}

/** Keeps the step with its reason; whoever changes the program's phase does so in the same transaction. */
export async function recordStepBack(
  tx: Tx,
  actor: Actor,
  step: {
    programId: string;
    patientId: string;
    from: number;
    to: number;
    reason: string;
    onDay: Day;
    /** The hold whose lifting leads back. */
    holdId?: string;
  },
): Promise<void> {
  const { programId, patientId, from, to, reason, onDay, holdId = null } = step;
  await tx.phaseChange.create({
    data: {
      ...{ clinicId: actor.clinicId, programId, patientId, fromPhase: from, toPhase: to, reason, holdId },
      ...{ changedById: actor.userId, onDay: dateOf(onDay) },
    },
  });
  await recordAct(tx, actor, "phase.step-back", { kind: "program", id: programId, patientId });
}
