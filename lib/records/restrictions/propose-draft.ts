import type { Actor } from "@/lib/access/actor";
import type { LineOfPhase } from "@/lib/clinical/met-lines";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import type { Tx } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import type { OwnEpisode } from "@/lib/records/episodes/own-episode";
import { currentLines } from "@/lib/records/programs/reopen-draft";
import type { ProposedOf } from "@/lib/schemas/proposed";

/**
 * Begins a draft of the running program without the lines that cannot be signed now; the therapist looks at it and signs. A draft that is open is
 * left alone: its own findings say what the order means for it.
 * @returns whether one was begun
 */
export async function proposeDraft(
  tx: Tx,
  actor: Actor,
  { id: episodeId, patientId }: OwnEpisode,
  { ordered, leftOut }: { ordered: readonly RestrictionTerms[]; leftOut: LineOfPhase[] },
): Promise<boolean> {
  const { clinicId, userId: changedById } = actor;
  const program = await tx.program.findFirst({ where: { clinicId, episodeId, state: { in: ["active", "held"] } } });
  if (!program || program.currentRevision === null) return false;
  const out = new Set(leftOut.map(nameOf));
  const current = await currentLines(tx, clinicId, { programId: program.id, number: program.currentRevision });
  const lines = current.filter((line) => !out.has(nameOf(line)));
  if (lines.length === 0) return false;
  const proposed: ProposedOf<"restriction"> = {
    kind: "restriction",
    restrictions: ordered.map(({ kind, region, kg, minutes }) => ({ kind, region, kg, minutes })),
    leftOut,
  };
  const startPhase = program.currentPhase ?? 1;
  const { count } = await tx.programDraft.createMany({
    data: { clinicId, programId: program.id, patientId, startPhase, lines, changedById, proposed },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await recordAct(tx, actor, "program.draft", { kind: "program", id: program.id, patientId });
  return true;
}

function nameOf({ exercise, phase }: LineOfPhase): string {
  return `${phase} ${exercise}`;
}
