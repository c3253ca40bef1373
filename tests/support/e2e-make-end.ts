import { aCheckIn } from "./check-in-factories";
import { aGrantedClearance } from "./clearance-factories";
import type { EndWorld } from "./e2e-end-world";
import { signedInCookie } from "./e2e-sessions";
import { aClinic, aPatient, testPassword } from "./factories";
import { aProgram } from "./program-factories";

/** A lumbar fusion nine months ago, in phase 6, with one restriction that stays and one clearance. */
export async function inTheLastPhase(): Promise<EndWorld> {
  const clinic = await aClinic({ name: "Farewell Clinic" });
  const restrictions = [{ kind: "no-twisting" as const }];
  const of = await aPatient(clinic, { days: 270, givenName: "Bryony", familyName: "Lastgate", restrictions });
  await aGrantedClearance(of, "SWIM_POOL");
  const program = await aProgram(of, { phase: 6, daysAgo: 9 });
  for (const daysAgo of [8, 0]) await aCheckIn(of, { daysAgo, program });
  return {
    patientId: of.patient.id,
    password: testPassword,
    cookies: { therapist: await signedInCookie(of.therapist), own: await signedInCookie(of.user) },
  };
}
