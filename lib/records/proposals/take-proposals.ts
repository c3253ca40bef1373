import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { isSameDosage } from "@/lib/draft/same";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadOwnDraft, lockOwnDraft } from "@/lib/records/programs/draft";
import { dosageSchema } from "@/lib/schemas/dosage";
import type { TakeProposalsInput } from "@/lib/schemas/proposals";

/**
 * Takes the open proposals of the week into a person's own draft. A line whose dosage the draft has changed already stays as it was typed.
 * @returns how many lines were changed
 * @throws {Conflict} when the draft is no longer the one that was read
 * @throws {Refused} `notRunning` where the program was stopped or completed
 */
export async function takeProposals(actor: Actor, input: TakeProposalsInput): Promise<{ taken: number }> {
  requirePermission(actor, "program.write");
  const { clinicId } = actor;
  const { programId, version, follows } = input;
  return inClinic(actor, async (tx) => {
    const draft = await lockOwnDraft(tx, actor, programId);
    if (!draft) throw new NotFound("program");
    if (draft.state === "stopped" || draft.state === "completed") throw new Refused("notRunning");
    if (draft.version !== version || draft.currentRevision !== follows) throw new Conflict("draft", draft);
    const rows = await tx.dosageProposal.findMany({ where: { clinicId, programId, state: "open" } });
    const signed = await tx.prescribedExercise.findMany({
      where: { clinicId, id: { in: rows.map(({ lineId }) => lineId) } },
      select: { id: true, phase: true, exerciseCode: true },
    });
    const lines = draft.lines.map((line) => {
      const meant = signed.find(({ phase, exerciseCode }) => phase === line.phase && exerciseCode === line.exercise);
      const row = rows.find(({ lineId }) => lineId === meant?.id);
      if (!row || !isSameDosage(line.dosage, dosageSchema.parse(row.fromDosage))) return line;
      return { ...line, dosage: dosageSchema.parse(row.toDosage) };
    });
    const taken = lines.filter((line, place) => line !== draft.lines[place]).length;
    if (taken === 0) return { taken };
    const { count } = await tx.programDraft.updateMany({
      where: { clinicId, programId, version },
      data: { lines, version: { increment: 1 }, changedAt: new Date(), changedById: actor.userId },
    });
    if (count === 0) throw new Conflict("draft", await loadOwnDraft(tx, actor, programId));
    await recordAct(tx, actor, "program.draft", { kind: "program", id: programId, patientId: draft.patientId });
    return { taken };
  });
}
