import { addDays, dayIn } from "@/lib/dates";
import { connections } from "@/lib/db/client";
import type { TestPatient } from "./factories";
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
  const days = [daysAgo].flat().map((ago) => addDays(dayIn(of.clinic.timeZone, new Date()), -ago));
  const lines = program.lines.filter(({ phase }) => phase === program.phase).slice(0, exercises);
  const client = await connections().pool.connect();
  try {
    // As nobody: a patient marks only what was open, and here the past is made up.
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.clinic_id', $1, true)", [of.clinic.id]);
    await client.query(
      `INSERT INTO exercise_log (clinic_id, patient_id, prescribed_exercise_id, on_day, outcome, session, idempotency_key, reported_at)
      SELECT l.clinic_id, l.patient_id, l.id, day, $3, session, gen_random_uuid(), now()
      FROM prescribed_exercise l, unnest($2::date[]) AS day, generate_series(1, coalesce(l.per_day, 1)) AS session
      WHERE l.id = ANY ($1::uuid[])`,
      [lines.map(({ id }) => id), days, outcome],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
