import { askQuestion } from "@/lib/records/questions/ask-question";
import { aDatabase } from "@/tests/support/test-database";
import { asActor, type TestPatient } from "@/tests/support/factories";

/** The patient's question: about swimming unless it says otherwise. */
export function aQuestion(
  of: TestPatient,
  given: { subjectId?: string | null; question?: string | null; idempotencyKey?: string } = {},
) {
  return askQuestion(asActor(of.user), {
    idempotencyKey: crypto.randomUUID(),
    subjectId: "swimming",
    question: "May I swim on Sundays?",
    ...given,
  });
}

/** Rows as they really are, past every policy. */
export async function rowsOf(table: "patient_question" | "clearance" | "alert" | "audit_event", patientId: string) {
  const order = { patient_question: "asked_at", clearance: "requested_at", alert: "opened_at", audit_event: "at" }[
    table
  ];
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE patient_id = $1 ORDER BY ${order}, id`,
    [patientId],
  );
  return rows;
}
