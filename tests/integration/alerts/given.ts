import { databaseCode, type Tx } from "@/lib/db/in-clinic";
import { acting, type TestPatient, type TestUser } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

/** An alert as a check-in of the level would raise it, open and owned by the surgeon. */
export async function anAlert(
  of: TestPatient,
  given: { cause?: string; level?: string; openedAt?: Date; dueAt?: Date; checkInId?: string } = {},
): Promise<{ id: string; version: number }> {
  const id = crypto.randomUUID();
  const { cause = "new-radiating-or-sensory", level = "SAME_DAY_SURGEON", openedAt = new Date(), ...rest } = given;
  await acting(of.user, (tx) =>
    tx.alert.createMany({
      data: {
        ...{ clinicId: of.clinic.id, id, patientId: of.patient.id, cause, level, openedAt, ...rest },
        ownerId: of.surgeon.id,
      },
    }),
  );
  return { id, version: 1 };
}

/** The rows of a table about a patient, as the superuser sees them. */
export async function rowsOf(
  table: "alert" | "audit_event" | "hold" | "program",
  patientId: string,
): Promise<unknown[]> {
  const order = { alert: "opened_at", audit_event: "at", hold: "placed_at", program: "created_at" }[table];
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE patient_id = $1 ORDER BY ${order}`,
    [patientId],
  );
  return rows;
}

/** The database's code for a write that it refuses; null when it takes it. The transaction is undone either way. */
export async function codeOf(user: TestUser, write: (tx: Tx) => Promise<unknown>): Promise<string | null> {
  const undo = new Error("undo");
  const error: unknown = await acting(user, async (tx) => {
    await write(tx);
    throw undo;
  }).catch((reason: unknown) => reason);
  return error === undo ? null : databaseCode(error);
}
