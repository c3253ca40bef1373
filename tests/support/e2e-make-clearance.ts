import { dosageSchema } from "@/lib/schemas/dosage";
import { aGrantedClearance } from "./clearance-factories";
import type { ClearanceWorld } from "./e2e-clearance-world";
import { signedInCookie } from "./e2e-sessions";
import { acting, aClinic, aPatient, testPassword } from "./factories";
import { aProgram } from "./program-factories";

/** Fourteen weeks after a lumbar fusion: the phase is open, and walking in water waits for its clearance. */
export async function aWaitingLine(): Promise<ClearanceWorld> {
  const clinic = await aClinic({ name: "Clearance Clinic", library: "whole" });
  const of = await aPatient(clinic, { weeks: 14, givenName: "Yarrow", familyName: "Waterleaf" });
  const minutes = 10;
  const { phase, revision } = await aProgram(of, {
    lines: (starting) => [
      ...starting,
      {
        id: crypto.randomUUID(),
        phase: 4,
        exercise: "water-walking",
        dosage: dosageSchema.parse({ durationMin: minutes, perDay: 1, perWeek: 3, rpeMax: 3 }),
        noteToPatient: null,
        overrideReason: null,
        templateLineId: null,
      },
    ],
  });
  const entry = await acting(of.therapist, (tx) =>
    tx.programPhase.findFirstOrThrow({ where: { clinicId: clinic.id, revisionId: revision.id, n: phase } }),
  );
  for (const key of entry.entryKeys) await aGrantedClearance(of, key);
  return {
    therapist: of.therapist,
    surgeon: of.surgeon,
    own: of.user,
    patientId: of.patient.id,
    cookies: {
      therapist: await signedInCookie(of.therapist),
      surgeon: await signedInCookie(of.surgeon),
      own: await signedInCookie(of.user),
    },
    line: { name: "Water walking", minutes },
    password: testPassword,
  };
}
