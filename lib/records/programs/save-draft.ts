import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { recordUse } from "@/lib/records/library/record-use";
import type { SaveDraftInput } from "@/lib/schemas/program";
import { loadOwnDraft, templateLineIds } from "./draft";
import { unusableExercises } from "./retired-exercises";

/**
 * Replaces the lines of a draft against the version that was read.
 * @returns the new version
 * @throws {Conflict} with the draft that stands now, when somebody else was faster or has signed the draft meant and begun another
 * @throws {Refused} `notRunning` where the program was stopped or completed
 * @throws {Invalid} on a line that is named twice or whose exercise the clinic's library lacks, or a phase that the protocol lacks
 */
export async function saveDraft(actor: Actor, input: SaveDraftInput): Promise<{ version: number }> {
  requirePermission(actor, "program.write");
  return inClinic(actor, async (tx) => {
    const draft = await loadOwnDraft(tx, actor, input.programId);
    if (!draft) throw new NotFound("program");
    if (["stopped", "completed"].includes(draft.state)) throw new Refused("notRunning");
    const isOther = input.follows !== undefined && input.follows !== draft.currentRevision;
    if (isOther || draft.version !== input.version) throw new Conflict("draft", draft);
    const unsigned = draft.lines.map(({ exercise }) => exercise);
    const unusable = await unusableExercises(tx, actor.clinicId, draft, input.lines, unsigned);
    const origins = await templateLineIds(tx, actor.clinicId, draft.templateVersionId);
    const fields: Record<string, string> = {};
    const ids = new Set<string>();
    input.lines.forEach((line, index) => {
      if (ids.has(line.id)) fields[`lines.${index}.id`] = "twice";
      ids.add(line.id);
      const why = unusable.get(line.exercise);
      if (why) fields[`lines.${index}.exercise`] = why;
      if (line.templateLineId !== null && !origins.has(line.templateLineId)) {
        fields[`lines.${index}.templateLineId`] = "badId";
      }
      if (line.phase > draft.phases) fields[`lines.${index}.phase`] = "noSuchPhase";
    });
    if (input.startPhase > draft.phases) fields["startPhase"] = "noSuchPhase";
    if (Object.keys(fields).length > 0) throw new Invalid(fields);
    const { count } = await tx.programDraft.updateMany({
      where: { clinicId: actor.clinicId, programId: input.programId, version: input.version },
      data: {
        lines: input.lines,
        startPhase: input.startPhase,
        version: { increment: 1 },
        changedAt: new Date(),
        changedById: actor.userId,
      },
    });
    if (count === 0) throw new Conflict("draft", await loadOwnDraft(tx, actor, input.programId));
    const already = new Set(draft.lines.map(({ exercise }) => exercise));
    const now = new Set(input.lines.map(({ exercise }) => exercise));
    await recordUse(tx, actor, now.difference(already));
    await recordAct(tx, actor, "program.draft", {
      kind: "program",
      id: input.programId,
      patientId: draft.patientId,
    });
    return { version: input.version + 1 };
  });
}
