import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { databaseCode, inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid } from "@/lib/errors";
import { requestClearances } from "@/lib/records/clearances/request-clearance";
import type { ForwardQuestionInput } from "@/lib/schemas/question";
import { findWaitingQuestion, writeAnswer } from "./waiting-questions";

/** What already waits for a decision is not asked twice: the patient's question joins it. */
const waits = ["requested", "under-review"];

/**
 * The therapist asks whoever decides, for the patient: a request for a clearance, to which the question points from then on.
 * @returns the clearance's id, and whether the therapist decides it
 * @throws {NotFound} of a patient who is not theirs, {Invalid} of an unknown subject
 * @throws {Conflict} where the question was answered meanwhile, or a grant of the subject stands
 */
export async function forwardQuestion(
  actor: Actor,
  { questionId, subjectId, question }: ForwardQuestionInput,
  now: Date = new Date(),
): Promise<{ clearanceId: string; isMineToDecide: boolean }> {
  requirePermission(actor, "question.answer");
  requirePermission(actor, "clearance.request");
  const { clinicId } = actor;
  try {
    return await inClinic(actor, async (tx) => {
      const waiting = await findWaitingQuestion(tx, actor, questionId);
      const { patientId, episodeId } = waiting;
      const [decider] = await tx.$queryRaw<{ role: string | null }[]>`
        SELECT clearance_decider(${clinicId}::uuid, ${subjectId}, ${episodeId}::uuid) AS role`;
      if (!decider?.role) throw new Invalid({ subjectId: "chooseOne" });
      const [asked] = await requestClearances(
        tx,
        actor,
        { episodeId, patientId, subjectIds: [subjectId], question },
        now,
      );
      const standing =
        asked === undefined
          ? await tx.clearance.findFirst({
              where: { clinicId, episodeId, subjectId, state: { in: [...waits, "granted", "limited"] } },
              select: { id: true, state: true },
            })
          : null;
      const clearanceId = asked ?? (standing && waits.includes(standing.state) ? standing.id : undefined);
      if (clearanceId === undefined) throw new Conflict("clearance", { state: standing?.state });
      await writeAnswer(tx, actor, waiting, { state: "forwarded", clearanceId }, now);
      return { clearanceId, isMineToDecide: decider.role === actor.role };
    });
  } catch (error) {
    if (databaseCode(error) === "P2002") throw new Conflict("clearance", { state: "requested" });
    throw error;
  }
}
