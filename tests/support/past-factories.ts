import { addDays, dateOf, dayIn } from "@/lib/dates";
import { acting, type TestPatient } from "./factories";
import type { TestProgram } from "./program-factories";
import { aDatabase } from "./test-database";

/** Days as in the past: what was signed and begun today was signed and begun then. */
export async function begunDaysAgo(of: TestPatient, program: TestProgram, days: number): Promise<void> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(
      "UPDATE phase_change SET on_day = on_day - $2::int, changed_at = changed_at - $2 * interval '1 day' WHERE program_id = $1",
      [program.id, days],
    );
    await client.query("UPDATE prescribed_exercise SET opens_on = opens_on - $2::int WHERE patient_id = $1", [
      of.patient.id,
      days,
    ]);
    await client.query(
      "UPDATE program_revision SET signed_at = signed_at - $2 * interval '1 day' WHERE program_id = $1",
      [program.id, days],
    );
  } finally {
    await client.query("SET session_replication_role = origin");
    client.release();
  }
}

/** The first exercises of the current phase, all unless said otherwise, every session marked as done on a day or several in the past. */
export async function doneDaysAgo(
  of: TestPatient,
  program: TestProgram,
  daysAgo: number | readonly number[],
  exercises = 99,
  outcome = "done",
): Promise<void> {
  const days = [daysAgo].flat().map((ago) => dateOf(addDays(dayIn(of.clinic.timeZone, new Date()), -ago)));
  const lines = program.lines.filter(({ phase }) => phase === program.phase).slice(0, exercises);
  await acting(of.user, (tx) =>
    tx.exerciseLog.createMany({
      data: days.flatMap((onDay) =>
        lines.flatMap(({ id, perDay }) =>
          Array.from({ length: perDay ?? 1 }, (_, index) => ({
            ...{ clinicId: of.clinic.id, patientId: of.patient.id, prescribedExerciseId: id, onDay, outcome },
            ...{ session: index + 1, idempotencyKey: crypto.randomUUID(), reportedAt: new Date() },
          })),
        ),
      ),
    }),
  );
}
