import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { endRestriction } from "@/lib/records/restrictions/end-restriction";
import { orderRestrictions } from "@/lib/records/restrictions/order-restrictions";
import { restrictionSchema } from "@/lib/schemas/restriction";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import {
  aPatient,
  asActor,
  testPassword,
  type TestClinic,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

export type Given = Partial<RestrictionTerms> & { kind: RestrictionTerms["kind"] };

/** The terms as a form's input becomes them. */
export function terms(given: Given): RestrictionTerms {
  return restrictionSchema.parse(given);
}

/** Ordered and signed by the patient's surgeon, or by who is named. */
export async function order(of: TestPatient, given: Given, by: TestUser = of.surgeon) {
  const input = { patientId: of.patient.id, restrictions: [terms(given)], password: testPassword };
  return orderRestrictions(asActor(by), input);
}

/** Ends every restriction of a patient that has not ended, by their surgeon. */
export async function endEvery(of: TestPatient): Promise<void> {
  for (const { id, ended_at: endedAt } of await rowsOf("restriction", of)) {
    const end = { patientId: of.patient.id, restrictionId: id, reason: "No longer needed.", password: testPassword };
    if (endedAt === null) await endRestriction(asActor(of.surgeon), end);
  }
}

/** The restrictions of a patient as they really are, past every policy. */
export async function rowsOf(
  table: "restriction" | "restriction_decision" | "alert" | "program_draft",
  of: TestPatient,
) {
  const by = {
    restriction: "created_at",
    restriction_decision: "decided_at",
    alert: "opened_at",
    program_draft: "changed_at",
  };
  const { rows } = await aDatabase().superuser.query<Record<string, unknown> & { id: string }>(
    `SELECT * FROM ${table} WHERE patient_id = $1 ORDER BY ${by[table]}, 1`,
    [of.patient.id],
  );
  return rows;
}

/** Everything that a verb of restrictions writes about a patient, audit included. */
export async function written(of: TestPatient): Promise<unknown> {
  const { rows } = await aDatabase().superuser.query(
    "SELECT * FROM audit_event WHERE patient_id = $1 AND act LIKE 'restriction.%'",
    [of.patient.id],
  );
  const tables = ["restriction", "restriction_decision", "alert", "program_draft"] as const;
  return [rows, ...(await Promise.all(tables.map((table) => rowsOf(table, of))))];
}

/** Lines that a bend, a twist, a seat, a lift, the pool and a raised arm each meet one of. */
const added = ["pelvic-tilt", "recumbent-bike", "water-walking", "single-knee-to-chest"];

/** A patient in the second phase after an injection, with a running program whose lines a restriction may meet. */
export async function inPhaseTwo(clinic: TestClinic): Promise<TestPatient & { programId: string }> {
  const of = await aPatient(clinic, { after: "epidural", days: 4 });
  const dosage = { sets: null, reps: 10, holdSec: null, restSec: null, durationMin: null, perDay: 1, perWeek: 7 };
  const { id } = await aProgram(of, {
    lines: (starting) => [
      ...starting,
      ...added.map((exercise) => ({
        ...{
          id: crypto.randomUUID(),
          phase: 2,
          exercise,
          noteToPatient: null,
          overrideReason: null,
          templateLineId: null,
        },
        dosage: {
          ...dosage,
          ...(exercise === "recumbent-bike" || exercise === "water-walking" ? { reps: null, durationMin: 10 } : {}),
          ...{ loadKg: null, rpeMax: 3, side: null },
        },
      })),
    ],
  });
  await aGrantedClearance(of, "PROGRAM_START");
  return { ...of, programId: id };
}

/** The exercises that the patient reads straight from SQL, as the application's role. */
export async function readableBy(of: TestPatient): Promise<string[]> {
  const client = await aDatabase().app.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', 'patient', true),
        set_config('app.patient_id', $3, true)`,
      [of.clinic.id, of.user.id, of.patient.id],
    );
    const { rows } = await client.query<{ exercise_code: string }>(
      "SELECT exercise_code FROM prescribed_exercise ORDER BY position",
    );
    return rows.map(({ exercise_code: code }) => code);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
