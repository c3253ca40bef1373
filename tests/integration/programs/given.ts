import { addDays, dayIn } from "@/lib/dates";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadProgram } from "@/lib/records/programs/load-program";
import { admitPatientSchema } from "@/lib/schemas/patient";
import { aClinic, asActor, aSurgeon, aTherapist, testPassword, type TestClinic } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

/** A draft program of a patient some days after a lumbar fusion, with its therapist and surgeon. */
export async function aDraft(days = 3) {
  const clinic = await aClinic();
  const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
  const admission = admissionOf(clinic, surgeon.id, days);
  const actor = asActor(therapist);
  const { patientId } = await admitPatient(actor, admission);
  const page = await loadProgram(actor, patientId);
  if (!page.draft) throw new Error("no draft");
  return { clinic, therapist, surgeon, actor, patientId, programId: page.programId, draft: page.draft, page };
}

/** What the therapist sends to admit somebody some days after a lumbar fusion. */
export function admissionOf(clinic: TestClinic, surgeonId: string, days: number) {
  return admitPatientSchema.parse({
    identity: {
      givenName: "Perpetua",
      familyName: "Ashgrove",
      mrn: "DEMO-7",
      birthDate: "1958-02-02",
      locale: "en",
      signInName: `perpetua-${crypto.randomUUID()}`,
    },
    episode: {
      procedureType: "fusion",
      region: "LUMBAR",
      levels: ["L3–L4"],
      technique: "PLIF",
      procedureDate: addDays(dayIn(clinic.timeZone, new Date()), -days),
      surgeonId,
      protocolId: "fusion-lumbar",
      conditions: [],
      restrictions: [],
    },
  });
}

/** What the therapist sends to sign the draft. */
export const signed = (given: { programId: string; version?: number }) => ({
  programId: given.programId,
  version: given.version ?? 1,
  askFor: ["PROGRAM_START" as const],
  question: "May she begin?",
  password: testPassword,
});

/** How many revisions are stored. */
export async function revisions(programId: string): Promise<number> {
  const { rows }: { rows: { n: number }[] } = await aDatabase().superuser.query(
    "SELECT count(*)::int AS n FROM program_revision WHERE program_id = $1",
    [programId],
  );
  return rows[0]?.n ?? 0;
}
