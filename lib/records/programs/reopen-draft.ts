import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { databaseCode, inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { dosageOf } from "./previous";
import type { DraftLine } from "@/lib/schemas/program";

/**
 * Begins the next revision: a draft with the lines of the current one. The signed revision stays as it is.
 * @throws {Refused} where the program does not run, or has no revision
 * @throws {Conflict} where somebody has begun a draft already
 */
export async function reopenDraft(actor: Actor, programId: string): Promise<void> {
  requirePermission(actor, "program.write");
  await inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const program = await tx.program.findFirst({
      where: { clinicId, id: programId, patient: { careTeam: { some: { userId: actor.userId, leftAt: null } } } },
    });
    if (!program) throw new NotFound("program");
    if (program.currentRevision === null || !["active", "held"].includes(program.state))
      throw new Refused("notRunning");
    const lines = await currentLines(tx, clinicId, { programId, number: program.currentRevision });
    try {
      await tx.programDraft.create({
        data: {
          clinicId,
          programId,
          patientId: program.patientId,
          startPhase: program.currentPhase ?? 1,
          lines,
          changedById: actor.userId,
        },
      });
    } catch (error) {
      if (databaseCode(error) === "P2002") throw new Conflict("draft", null);
      throw error;
    }
    await recordAct(tx, actor, "program.draft", { kind: "program", id: programId, patientId: program.patientId });
  });
}

/** The lines of a signed revision as a draft holds them, in order. */
export async function currentLines(
  tx: Tx,
  clinicId: string,
  { programId, number }: { programId: string; number: number },
): Promise<DraftLine[]> {
  const lines = await tx.prescribedExercise.findMany({
    where: { clinicId, revision: { clinicId, programId, number } },
    orderBy: [{ phase: "asc" }, { position: "asc" }],
  });
  return lines.map((line) => ({
    id: line.id,
    phase: line.phase,
    exercise: line.exerciseCode,
    dosage: dosageOf(line),
    noteToPatient: line.noteToPatient,
    overrideReason: line.overrideReason,
    templateLineId: line.templateLineId,
  }));
}
