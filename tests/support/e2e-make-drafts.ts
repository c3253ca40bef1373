import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadProgram } from "@/lib/records/programs/load-program";
import { admission } from "./e2e-askers";
import type { DraftedPatient, DraftWorld } from "./e2e-drafts";
import { signedInCookie } from "./e2e-sessions";
import { acting, aClinic, asActor, aSurgeon, aTherapist, testPassword } from "./factories";

/** A clinic with two therapists, and so many patients of both whose program is a draft. */
export async function drafts(count: number): Promise<DraftWorld> {
  const clinic = await aClinic({ name: "Two Editors Clinic", library: "whole" });
  const first = await aTherapist(clinic, { displayName: "Linden Wren" });
  const second = await aTherapist(clinic, { displayName: "Juniper Teal" });
  const surgeon = await aSurgeon(clinic);
  const patients: DraftedPatient[] = [];
  for (let made = 0; made < count; made += 1) {
    const { patientId } = await admitPatient(asActor(first), admission(surgeon));
    await acting(first, (tx) =>
      tx.careTeamMember.create({ data: { clinicId: clinic.id, patientId, userId: second.id } }),
    );
    const { programId } = await loadProgram(asActor(first), patientId);
    patients.push({ patientId, programId });
  }
  const cookies = { first: await signedInCookie(first), second: await signedInCookie(second) };
  return { first, second, cookies, patients, password: testPassword };
}
