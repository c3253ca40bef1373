import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dateOf, dayOf, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { readWhen } from "@/lib/records/check-ins/when";
import type { ExerciseMark, Outcome } from "@/lib/schemas/exercise-log";

export type MarkedExercise = { lineId: string; session: number; onDay: Day; outcome: Outcome; isRepeat: boolean };

/**
 * Writes down what became of an exercise on a day. Marks are only added: the latest counts, and "not-done" takes one back.
 * @param now the clock, for tests
 * @throws {NotFound} when the line is not open to the patient: the database itself does not show it
 * @throws {Invalid} on a day in the future or too long ago
 * @throws {Conflict} on `exercise-mark` when the key was used for another mark
 */
export async function markExercise(actor: Actor, input: ExerciseMark, now: Date = new Date()): Promise<MarkedExercise> {
  requirePermission(actor, "own.report");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  const { lineId, session, outcome, idempotencyKey } = input;
  const { onDay, reportedAt } = readWhen(input, null, actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const line = await tx.prescribedExercise.findFirst({
      where: { clinicId, id: lineId, patientId },
      select: { id: true },
    });
    if (!line) throw new NotFound("exercise");
    const mark = { lineId, session, onDay, outcome };
    const { count } = await tx.exerciseLog.createMany({
      data: {
        clinicId,
        patientId,
        prescribedExerciseId: lineId,
        onDay: dateOf(onDay),
        session,
        outcome,
        idempotencyKey,
        reportedAt,
        receivedAt: now,
      },
      skipDuplicates: true,
    });
    if (count > 0) {
      await recordAct(tx, actor, "exercise.log", { kind: "prescribed-exercise", id: lineId, patientId });
      return { ...mark, isRepeat: false };
    }
    const first = await tx.exerciseLog.findUniqueOrThrow({
      where: { clinicId_patientId_idempotencyKey: { clinicId, patientId, idempotencyKey } },
    });
    const isSame =
      first.prescribedExerciseId === lineId &&
      first.session === session &&
      first.outcome === outcome &&
      dayOf(first.onDay) === onDay;
    if (!isSame) throw new Conflict("exercise-mark", { lineId: first.prescribedExerciseId, outcome: first.outcome });
    return { ...mark, isRepeat: true };
  });
}
