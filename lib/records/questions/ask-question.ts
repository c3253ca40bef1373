import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { databaseCode, inClinic, type Tx } from "@/lib/db/in-clinic";
import { Invalid, NotFound, Refused } from "@/lib/errors";
import { openAlert } from "@/lib/records/alerts/open-alert";
import { therapistOf } from "@/lib/records/alerts/therapist-of";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import type { AskQuestionInput } from "@/lib/schemas/question";
import { questionsCause } from "./waiting-questions";

/**
 * The patient asks whether they may do something; their therapist is told. The same form sent again writes nothing more.
 * @throws {NotFound} when no episode is open
 * @throws {Invalid} of an unknown activity, or one about which a question waits already
 * @throws {Refused} when five questions wait
 */
export async function askQuestion(
  actor: Actor,
  { idempotencyKey, subjectId, question }: AskQuestionInput,
  now: Date = new Date(),
): Promise<{ questionId: string }> {
  requirePermission(actor, "own.ask");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  try {
    return await inClinic(actor, async (tx) => {
      const episode = await tx.episode.findFirst({
        where: { clinicId, patientId, endedAt: null },
        select: { id: true },
      });
      if (!episode) throw new NotFound("episode");
      const sent = await tx.patientQuestion.findFirst({
        where: { clinicId, patientId, idempotencyKey },
        select: { id: true },
      });
      if (sent) return { questionId: sent.id };
      if (subjectId !== null) await requireActivity(tx, clinicId, subjectId);
      const asked = { clinicId, patientId, episodeId: episode.id, idempotencyKey, subjectId, question, askedAt: now };
      const [written] = await tx.patientQuestion.createManyAndReturn({ data: [asked], select: { id: true } });
      if (!written) throw new Error("the question was not written");
      const ownerId = await therapistOf(tx, clinicId, patientId);
      const raised = { level: null, checkInId: null, dueAt: null, settingsVersion: null, occasion: null };
      await openAlert(tx, { clinicId, patientId, ownerId, cause: questionsCause, ...raised }, now);
      await recordAct(tx, actor, "question.ask", { kind: "question", id: written.id, patientId });
      return { questionId: written.id };
    });
  } catch (error) {
    const code = databaseCode(error);
    if (code === "P2002") throw new Invalid({ subjectId: "askedAlready" });
    if (code === "PW030") throw new Refused("questionsWait");
    throw error;
  }
}

async function requireActivity(tx: Tx, clinicId: string, id: string): Promise<void> {
  const activity = await tx.clearanceSubject.findFirst({
    where: { clinicId, id, kind: "activity" },
    select: { id: true },
  });
  if (!activity) throw new Invalid({ subjectId: "chooseOne" });
}
