import { aCheckIn } from "./check-in-factories";
import { aGrantedClearance } from "./clearance-factories";
import type { LadderWorld } from "./e2e-ladder-world";
import { signedInCookie } from "./e2e-sessions";
import { acting, aClinic, aPatient, type TestPatient } from "./factories";
import { doneDaysAgo } from "./past-factories";
import { aProgram } from "./program-factories";

/** Somebody before the last phase, and somebody suspended for 14 days. */
export async function aLadder(): Promise<LadderWorld> {
  const clinic = await aClinic({ name: "Ladder Clinic", library: "whole" });
  const of = await beforeTheLastPhase(
    await aPatient(clinic, { days: 200, givenName: "Juniper", familyName: "Stairwell" }),
  );
  const careTeam = [of.therapist, of.surgeon];
  const suspended = await aPatient(clinic, { days: 60, givenName: "Alder", familyName: "Landing", careTeam });
  await suspendedDaysAgo(suspended, 14);
  return {
    patientId: of.patient.id,
    suspendedId: suspended.patient.id,
    cookies: {
      therapist: await signedInCookie(of.therapist),
      surgeon: await signedInCookie(of.surgeon),
      own: await signedInCookie(of.user),
    },
  };
}

/** In phase 5 of a lumbar fusion for nine days, everything done and reported: of phase 6 lacks what clinicians record. */
async function beforeTheLastPhase(of: TestPatient): Promise<TestPatient> {
  const keys = ["PROGRAM_START", "PHASE_DYNAMIC_STABILISATION", "AEROBIC_MACHINES", "LIFT_LIMIT_UPDATE"];
  for (const key of [...keys, "PHASE_RETURN_TO_ACTIVITY"]) await aGrantedClearance(of, key);
  const program = await aProgram(of, { phase: 5, daysAgo: 9 });
  for (let days = 0; days < 8; days += 1) {
    await aCheckIn(of, { daysAgo: days, program });
    await doneDaysAgo(of, program, days);
  }
  return of;
}

async function suspendedDaysAgo(of: TestPatient, days: number): Promise<void> {
  await aGrantedClearance(of, "PROGRAM_START");
  const program = await aProgram(of, { phase: 2, daysAgo: days + 10 });
  const clinicId = of.clinic.id;
  const ids = { clinicId, programId: program.id, patientId: of.patient.id };
  const placedAt = new Date(Date.now() - days * 86_400_000);
  await acting(of.user, async (tx) => {
    await tx.hold.createMany({ data: { ...ids, cause: "new-radiating-or-sensory", surgeonOnly: true, placedAt } });
    await tx.program.updateMany({ where: { clinicId, id: program.id }, data: { state: "held" } });
  });
}
