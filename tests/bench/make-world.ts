import { z } from "zod";
import { closeConnections, connections } from "@/lib/db/client";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadProgram } from "@/lib/records/programs/load-program";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { pointAtProduct } from "../support/e2e-database";
import { admission } from "../support/e2e-askers";
import { signedInCookie } from "../support/e2e-sessions";
import { aClinic, anAdministrator, aPatient, aSurgeon, asActor, aTherapist } from "../support/factories";
import { aProgram } from "../support/program-factories";

const length = 60;

/**
 * Makes a draft of 60 lines over all phases of a lumbar fusion, and says to stdout where it is and who may open which page; among them Marigold
 * Thistlewood of the demo clinic, whose day has everything.
 */
async function makeWorld() {
  const clinic = await aClinic({ name: "Bench Clinic", library: "whole" });
  const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
  const own = await aPatient(clinic, { careTeam: [therapist, surgeon], weeks: 1 });
  await aProgram(own);
  const { patientId } = await admitPatient(asActor(therapist), admission(surgeon));
  const page = await loadProgram(asActor(therapist), patientId);
  const perPhase = Math.ceil(length / page.phases.length);
  const lines = page.phases
    .flatMap(({ n, lines: ofPhase }) => ofPhase.slice(0, perPhase).map((line) => ({ ...line, phase: n })))
    .slice(0, length)
    .map(({ phase, exercise, dosage, templateLineId, overrideReason }) => ({
      id: crypto.randomUUID(),
      ...{ phase, exercise, dosage, templateLineId, noteToPatient: null, overrideReason: overrideReason?.en ?? null },
    }));
  await saveDraft(asActor(therapist), {
    programId: page.programId,
    version: page.draft?.version ?? 1,
    startPhase: page.draft?.startPhase ?? 1,
    lines,
  });
  return {
    lines: lines.length,
    path: `/patients/${patientId}/program`,
    therapist: await signedInCookie(therapist),
    patient: await signedInCookie(own.user),
    administrator: await signedInCookie(await anAdministrator(clinic)),
    demoPatient: await demoCookie("marigold"),
  };
}

const people = z.array(z.object({ clinic_id: z.string(), user_id: z.string(), sign_in_name: z.string() }));

async function demoCookie(name: string): Promise<string> {
  const { rows } = await connections().pool.query("SELECT * FROM demo_personas()");
  const person = people.parse(rows).find(({ sign_in_name }) => sign_in_name.startsWith(name));
  if (!person) throw new Error(`The demo clinic has nobody named ${name}.`);
  return signedInCookie({ id: person.user_id, role: "patient", clinic: { id: person.clinic_id } });
}

// A process of its own, as for the end-to-end tests: Playwright's cannot load what the factories read.
pointAtProduct();
process.stdout.write(JSON.stringify(await makeWorld()));
await closeConnections();
