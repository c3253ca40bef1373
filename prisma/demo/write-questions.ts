import type { Tx } from "@/lib/db/in-clinic";
import type { AuditTrail } from "./audit-trail";
import type { Person } from "./person";

/** What the story's patient asked and what became of it; clearances are written before. */
export async function writeQuestions(tx: Tx, person: Person, audit: AuditTrail): Promise<void> {
  const { story, clinicId, patientId, episodeId, userId, therapist, clock } = person;
  const asked = (story.questions ?? []).map((question) => ({ ...question, id: crypto.randomUUID() }));
  if (asked.length === 0) return;
  const own = { clinicId, userId, role: "patient" as const };
  await act(tx, own, patientId);
  await tx.patientQuestion.createMany({
    data: asked.map(({ id, subject: subjectId = null, words: question, asked: day }) => ({
      ...{ clinicId, id, patientId, episodeId, subjectId, question, idempotencyKey: id },
      askedAt: clock.at(day, "18:10"),
    })),
  });
  await act(tx, therapist, "");
  for (const { id, subject: subjectId, answer, asked: day, answered } of asked) {
    const at = clock.at(answered, "13:55");
    const clearance =
      answer === undefined && subjectId !== undefined
        ? await tx.clearance.findFirst({ where: { clinicId, episodeId, subjectId }, select: { id: true } })
        : null;
    await tx.patientQuestion.updateMany({
      where: { clinicId, id },
      data: {
        ...{ answeredById: therapist.userId, answeredAt: at },
        ...(clearance
          ? { state: "forwarded", clearanceId: clearance.id }
          : { state: "answered", answer: answer ?? "" }),
      },
    });
    const question = { kind: "question", id, patientId };
    audit.add(own, "question.ask", question, clock.at(day, "18:10"));
    audit.add(therapist, clearance ? "question.forward" : "question.answer", question, at);
  }
}

/** Who acts from here on; a patient with their own record. */
export function act(tx: Tx, { userId, role }: { userId: string; role: string }, patientId: string) {
  return tx.$queryRaw`SELECT set_config('app.actor_id', ${userId}, true), set_config('app.actor_role', ${role}, true),
    set_config('app.patient_id', ${patientId}, true)`;
}
