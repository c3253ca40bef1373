import { sha256Of } from "@/lib/records/canonical-json";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { gatherEvidence } from "@/lib/records/clearances/gather-evidence";
import { requestClearance } from "@/lib/records/clearances/request-clearance";
import { decideClearanceSchema, type DecideClearanceInput } from "@/lib/schemas/clearance";
import { dayIn, type Day } from "@/lib/dates";
import { aDatabase } from "@/tests/support/test-database";
import { acting, asActor, testPassword, type TestPatient } from "@/tests/support/factories";

/** A therapist's open request about the subject. */
export async function aRequest(of: TestPatient, subjectId = "SWIM_POOL", question = "May they walk in the pool?") {
  return requestClearance(asActor(of.therapist), { patientId: of.patient.id, subjectId, question });
}

export function today(of: TestPatient): Day {
  return dayIn(of.clinic.timeZone, new Date());
}

/** A decision as the form sends it, on the evidence of then: a full grant from that day unless it says otherwise. */
export async function aDecision(
  of: TestPatient,
  given: Partial<DecideClearanceInput> & { clearanceId: string },
  at = new Date(),
): Promise<DecideClearanceInput> {
  const isRefusal = given.outcome !== undefined && !["granted", "limited"].includes(given.outcome);
  const onDay = dayIn(of.clinic.timeZone, at);
  const evidence = await acting(of.surgeon, (tx) => gatherEvidence(tx, of.clinic.id, given.clearanceId, onDay));
  return decideClearanceSchema.parse({
    version: 1,
    outcome: "granted",
    password: testPassword,
    evidenceSha256: sha256Of(evidence),
    ...(isRefusal ? { reason: "Wound not seen yet." } : { fromDay: onDay, reason: "Wound seen and closed." }),
    ...given,
  });
}

/** The surgeon's decision, signed. */
export async function decided(of: TestPatient, given: Partial<DecideClearanceInput> & { clearanceId: string }) {
  return decideClearance(asActor(of.surgeon), await aDecision(of, given));
}

/** Rows as they really are, past every policy. */
export async function rowsOf(table: "clearance" | "clearance_decision" | "audit_event", patientId: string) {
  const order = { clearance: "requested_at", clearance_decision: "decided_at", audit_event: "at" }[table];
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE patient_id = $1 ORDER BY ${order}, id`,
    [patientId],
  );
  return rows;
}
