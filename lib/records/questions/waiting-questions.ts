import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";

/** The cause of the alert that waits while a patient's question does. */
export const questionsCause = "patient-asks";

/** A patient's question that nobody has answered yet, of an open episode. */
export type WaitingQuestion = { id: string; patientId: string; episodeId: string };

/**
 * The question of a patient of the actor's care team.
 * @throws {NotFound} for everybody else's and of an ended episode, {Conflict} where it was answered meanwhile
 */
export async function findWaitingQuestion(tx: Tx, { clinicId, userId }: Actor, id: string): Promise<WaitingQuestion> {
  const question = await tx.patientQuestion.findFirst({
    where: { clinicId, id, episode: { endedAt: null }, patient: { careTeam: { some: { userId, leftAt: null } } } },
    select: { id: true, patientId: true, episodeId: true, state: true },
  });
  if (!question) throw new NotFound("question");
  const { state, ...waiting } = question;
  if (state !== "asked") throw new Conflict("question", { state });
  return waiting;
}

type Answered = { state: "answered"; answer: string } | { state: "forwarded"; clearanceId: string };

/**
 * Writes the answer inside the caller's transaction; with the episode's last waiting question its alerts go too.
 * @throws {Conflict} where somebody else was faster
 */
export async function writeAnswer(
  tx: Tx,
  actor: Actor,
  { id, patientId, episodeId }: WaitingQuestion,
  answered: Answered,
  now: Date,
): Promise<void> {
  const { clinicId, userId } = actor;
  const { count } = await tx.patientQuestion.updateMany({
    where: { clinicId, id, state: "asked" },
    data: { ...answered, answeredById: userId, answeredAt: now },
  });
  if (count === 0) throw new Conflict("question", { state: "answered" });
  const act = answered.state === "answered" ? "question.answer" : "question.forward";
  await recordAct(tx, actor, act, { kind: "question", id, patientId });
  if ((await tx.patientQuestion.count({ where: { clinicId, episodeId, state: "asked" } })) > 0) return;
  const told = await tx.alert.updateManyAndReturn({
    where: { clinicId, patientId, cause: questionsCause, state: { not: "resolved" } },
    data: {
      state: "resolved",
      resolvedById: userId,
      resolvedAt: now,
      resolution: resolution[actor.locale],
      version: { increment: 1 },
    },
    select: { id: true },
  });
  for (const alert of told) await recordAct(tx, actor, "alert.resolve", { kind: "alert", id: alert.id, patientId });
}

const resolution = { en: "All questions answered.", es: "Todas las preguntas respondidas." };
