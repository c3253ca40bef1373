import { databaseCode, type Tx } from "@/lib/db/in-clinic";
import { acting, type TestPatient, type TestUser } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

type Row = Record<string, unknown>;
const orderOf = {
  episode: "created_at",
  also_protocol: "added_at",
  timeline_change: "changed_at",
  condition_change: "changed_at",
  alert: "opened_at",
  audit_event: "at",
} as const;
type Table = keyof typeof orderOf;

/** The rows of a table about a patient, as the superuser sees them. */
export async function rowsOf(table: Table, { patient }: TestPatient): Promise<Row[]> {
  const { rows } = await aDatabase().superuser.query<Row>(
    `SELECT * FROM ${table} WHERE patient_id = $1 ORDER BY ${orderOf[table]}`,
    [patient.id],
  );
  return rows;
}

/** Everything that an episode's verbs write about a patient. */
export async function written(of: TestPatient): Promise<Row[][]> {
  const tables: Table[] = ["episode", "also_protocol", "timeline_change", "condition_change", "alert", "audit_event"];
  return Promise.all(tables.map((table) => rowsOf(table, of)));
}

/** The database's code for a write that it refuses; null when it takes it, which then stands. */
export async function answerTo(user: TestUser, write: (tx: Tx) => Promise<unknown>): Promise<string | null> {
  try {
    await acting(user, write);
    return null;
  } catch (error) {
    return databaseCode(error);
  }
}
