import type { Day } from "@/lib/dates";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aPatient, type GivenPatient, type TestClinic, type TestPatient } from "@/tests/support/factories";
import { begunDaysAgo } from "@/tests/support/past-factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

/** A patient whose program of daily lines began some days ago, and who has not reported since. */
export async function aSilentPatient(clinic: TestClinic, days: number, given: GivenPatient = {}): Promise<TestPatient> {
  const person = await aPatient(clinic, { after: "epidural", days: 5, ...given });
  await aGrantedClearance(person, "PROGRAM_START");
  await begunDaysAgo(person, await aProgram(person), days);
  return person;
}

/** A patient of the persistent pain pathway, recorded on its first day. */
export async function aPathwayPatient(clinic: TestClinic, start: Day, given: GivenPatient = {}): Promise<TestPatient> {
  const person = await aPatient(clinic, { weeks: 40, ...given });
  await inThePast(
    "UPDATE episode SET protocol_id = 'fbss', pathway_start = $2::date, created_at = $2::date WHERE id = $1",
    [person.episode.id, start],
  );
  return person;
}

/** What only time does, seen past every rule. */
export async function inThePast(sql: string, values: unknown[]): Promise<void> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("BEGIN; SET LOCAL session_replication_role = replica");
    await client.query(sql, values);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

/** The patient's tasks, past every policy. */
export async function tasksOf({ patient }: TestPatient): Promise<Record<string, unknown>[]> {
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(
    `SELECT cause, occasion, level, state, owner_id AS "ownerId", settings_version AS "settingsVersion"
     FROM alert WHERE patient_id = $1 ORDER BY cause`,
    [patient.id],
  );
  return rows;
}
