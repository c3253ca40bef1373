import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dateOf, dayIn, dayOf, type Day } from "@/lib/dates";
import { databaseCode, inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { readWhen } from "@/lib/records/check-ins/when";
import { saidIn } from "@/lib/records/reports/said-in";
import type { ExerciseMark } from "@/lib/schemas/exercise-log";
import { type Outcome, outcomes } from "@/lib/schemas/outcomes";

export type MarkedExercise = { lineId: string; session: number; onDay: Day; outcome: Outcome; isRepeat: boolean };

/**
 * Writes down what became of one session of an exercise on a day. Marks are only added: the latest counts, and "not-done" takes one back. A mark that
 * comes late counts where the exercise was open on its day, whatever was signed, held back or revoked since.
 * @param now the clock, for tests
 * @throws {NotFound} on `exercise` when the line was not open to the patient on that day: the database answers as for one that is not there; on
 *   `episode` when it ended in this moment
 * @throws {Invalid} on a day too long ago, and on a session more than is prescribed a day
 * @throws {Conflict} on `exercise-mark` when the key was used for another mark
 */
export async function markExercise(actor: Actor, input: ExerciseMark, now: Date = new Date()): Promise<MarkedExercise> {
  requirePermission(actor, "own.report");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  const { lineId, session, outcome, idempotencyKey } = input;
  const fingerprint = saidIn(input);
  return inClinic(actor, async (tx) => {
    const first = await findByKey(tx, clinicId, patientId, idempotencyKey);
    if (first) return repeated(first, fingerprint);
    const { onDay, reportedAt } = readWhen(input, null, actor.clinic.timeZone, now);
    await requireOpen(tx, actor, lineId, onDay, now);
    const row = { clinicId, patientId, prescribedExerciseId: lineId, onDay: dateOf(onDay), session, outcome };
    const { count } = await tx.exerciseLog
      .createMany({
        data: { ...row, idempotencyKey, fingerprint, reportedAt, receivedAt: now },
        skipDuplicates: true,
      })
      .catch(refusedByDatabase);
    if (count > 0) {
      await recordAct(tx, actor, "exercise.log", { kind: "prescribed-exercise", id: lineId, patientId });
      return { lineId, session, onDay, outcome, isRepeat: false };
    }
    const written = await findByKey(tx, clinicId, patientId, idempotencyKey);
    if (!written) throw new NotFound("exercise");
    return repeated(written, fingerprint);
  });
}

/** A line that is open now takes marks of today; of every other one, and of every other day, the database says whether the exercise was open then. */
async function requireOpen(
  tx: Tx,
  { clinicId, patientId, clinic }: Actor,
  lineId: string,
  onDay: Day,
  now: Date,
): Promise<void> {
  const [answer] = await tx.$queryRaw<{ takes: boolean }[]>`
    SELECT ${onDay === dayIn(clinic.timeZone, now)} AND EXISTS (
        SELECT FROM prescribed_exercise l
        WHERE l.clinic_id = ${clinicId}::uuid AND l.patient_id = ${patientId}::uuid AND l.id = ${lineId}::uuid)
      OR line_takes_mark(${clinicId}::uuid, ${lineId}::uuid, ${onDay}::date) AS takes`;
  if (answer?.takes !== true) throw new NotFound("exercise");
}

/** More sessions than the line prescribes, also one that the patient reads no longer: the database alone knows. Or it closed, or the episode ended, in this moment. */
function refusedByDatabase(error: unknown): never {
  if (databaseCode(error) === "PW063") throw new NotFound("exercise");
  if (databaseCode(error) === "PW046") throw new NotFound("episode");
  if (databaseCode(error) === "PW060") throw new Invalid({ session: "outOfRange" });
  throw error;
}

type Written = { prescribedExerciseId: string; session: number; onDay: Date; outcome: string; fingerprint: string };

function repeated(first: Written, fingerprint: string): MarkedExercise {
  const { prescribedExerciseId: lineId, session } = first;
  const outcome = z.enum(outcomes).parse(first.outcome);
  if (first.fingerprint !== fingerprint) throw new Conflict("exercise-mark", { lineId, session, outcome });
  return { lineId, session, onDay: dayOf(first.onDay), outcome, isRepeat: true };
}

function findByKey(tx: Tx, clinicId: string, patientId: string, idempotencyKey: string) {
  return tx.exerciseLog.findUnique({
    where: { clinicId_patientId_idempotencyKey: { clinicId, patientId, idempotencyKey } },
  });
}
