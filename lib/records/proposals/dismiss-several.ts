import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { lockOwnDraft } from "@/lib/records/programs/draft";
import type { DismissSeveralInput } from "@/lib/schemas/proposals";
import { proposedSchema } from "@/lib/schemas/proposed";
import { oneByOne, type OneOutcome } from "./one-by-one";

type ReadDraft = DismissSeveralInput["drafts"][number];

/**
 * Puts away drafts that the product began, for one reason: what was drafted is kept with it, and a week's proposals are not made again. What is signed
 * stays in force.
 * @returns what became of each, in the order in which they were named
 */
export async function dismissSeveral(
  actor: Actor,
  { drafts, reason }: DismissSeveralInput,
  now: Date = new Date(),
): Promise<OneOutcome[]> {
  requirePermission(actor, "program.write");
  return oneByOne(drafts, (draft) => dismiss(actor, draft, reason, now));
}

async function dismiss(actor: Actor, read: ReadDraft, reason: string, now: Date): Promise<null> {
  const { clinicId, userId } = actor;
  const { programId, version, follows } = read;
  return inClinic(actor, async (tx) => {
    const draft = await lockOwnDraft(tx, actor, programId);
    if (!draft) throw new NotFound("draft");
    if (draft.version !== version || draft.currentRevision !== follows) throw new Conflict("draft", draft);
    const stored = await tx.programDraft.findUnique({
      where: { clinicId_programId: { clinicId, programId } },
      select: { proposed: true },
    });
    const proposed = proposedSchema.nullable().parse(stored?.proposed ?? null);
    if (!proposed) throw new NotFound("draft");
    const { patientId, lines } = draft;
    await tx.dismissedDraft.create({
      data: { clinicId, programId, patientId, proposed, lines, reason, dismissedById: userId, dismissedAt: now },
    });
    if (proposed.kind === "dosage") {
      await tx.dosageProposal.updateMany({
        where: { clinicId, programId, state: "open" },
        data: { state: "dismissed", settledAt: now, settledById: userId, reason },
      });
    }
    const { count } = await tx.programDraft.deleteMany({ where: { clinicId, programId, version } });
    if (count === 0) throw new Conflict("draft", null);
    await recordAct(tx, actor, "proposal.dismiss", { kind: "program", id: programId, patientId });
    return null;
  });
}
