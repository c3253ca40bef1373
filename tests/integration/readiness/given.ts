import { addDays, dayIn, type Day } from "@/lib/dates";
import { recordEvidence } from "@/lib/records/readiness/record-evidence";
import { recordEvidenceSchema, type RecordEvidenceInput } from "@/lib/schemas/evidence";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, acting, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { begunDaysAgo, doneDaysAgo } from "@/tests/support/past-factories";
import { aProgram, type TestProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

export type BeforePhase2 = { of: TestPatient; program: TestProgram };

export function daysAgo({ clinic }: TestPatient, days: number): Day {
  return addDays(dayIn(clinic.timeZone, new Date()), -days);
}

/**
 * Lumbar fusion, day 16, in phase 1, everything done and reported for a week, nothing worrying: of phase 2 lack only what a clinician records,
 * a walk of 10 minutes, the closed wound and transfers.
 * @param given `silentFor`: days since the newest check-in; `phase`: 2 where it has begun already
 */
export async function beforePhase2(
  given: { of?: TestPatient; silentFor?: number; phase?: number } = {},
): Promise<BeforePhase2> {
  const of = given.of ?? (await aPatient(await aClinic(), { days: 16 }));
  await aGrantedClearance(of, "PROGRAM_START");
  const program = await aProgram(of, { phase: given.phase ?? 1 });
  await begunDaysAgo(of, program, 15);
  for (let days = 0; days < 8; days += 1) {
    await aCheckIn(of, { daysAgo: days + (given.silentFor ?? 0), program });
    await doneDaysAgo(of, program, days);
  }
  return { of, program };
}

/** What lacks, each with a value that meets it, seen today. */
function lacking({ of, program }: BeforePhase2, given: { on?: Day } = {}): RecordEvidenceInput[] {
  const shared = { programId: program.id, phase: 2, observedOn: given.on ?? daysAgo(of, 0) };
  return [
    recordEvidenceSchema.parse({ ...shared, criterion: "walkContinuousMin", value: 10 }),
    recordEvidenceSchema.parse({ ...shared, criterion: "woundClosed", value: true, note: "Seen in the clinic." }),
    recordEvidenceSchema.parse({ ...shared, criterion: "other:1", value: true }),
  ];
}

export async function recordAll(before: BeforePhase2, given: { on?: Day } = {}): Promise<void> {
  for (const input of lacking(before, given)) await recordEvidence(asActor(before.of.therapist), input);
}

/** A hold of the easier kind, as a check-in would place it; a suspension is a surgeon's to lift. */
export async function heldNow(
  { of, program }: BeforePhase2,
  given: { cause?: string; surgeonOnly?: boolean; daysAgo?: number } = {},
): Promise<string> {
  const { cause = "dizziness", surgeonOnly = false } = given;
  const clinicId = of.clinic.id;
  const id = crypto.randomUUID();
  const placedAt = new Date(Date.now() - (given.daysAgo ?? 0) * 86_400_000);
  await acting(of.user, async (tx) => {
    const ids = { clinicId, id, programId: program.id, patientId: of.patient.id };
    await tx.hold.createMany({ data: { ...ids, cause, surgeonOnly, placedAt } });
    await tx.program.updateMany({ where: { clinicId, id: program.id }, data: { state: "held" } });
  });
  return id;
}

/** The rows of a table about a patient, as the superuser sees them. */
export async function rowsOf(
  table: "criterion_evidence" | "phase_change" | "program" | "hold" | "audit_event",
  { patient }: TestPatient,
): Promise<Record<string, unknown>[]> {
  const order = {
    criterion_evidence: "recorded_at",
    phase_change: "changed_at",
    program: "created_at",
    hold: "placed_at",
    audit_event: "at",
  };
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE patient_id = $1 ORDER BY ${order[table]}`,
    [patient.id],
  );
  return rows;
}
