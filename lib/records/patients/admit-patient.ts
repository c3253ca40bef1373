import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dateOf, dayIn } from "@/lib/dates";
import { databaseCode, inClinic, type Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { openEpisode } from "@/lib/records/episodes/open-episode";
import { recordWithTeam } from "@/lib/records/episodes/record-with-team";
import { addPerson, newFirstPassword } from "@/lib/records/people/add-person";
import { startProgram } from "@/lib/records/programs/start-program";
import type { AdmitPatientInput } from "@/lib/schemas/patient";

/** What the therapist hands to the patient; the password is shown once and stored only as a hash. */
export type Admitted = { patientId: string; signInName: string; firstPassword: string };

/**
 * Admits a patient in one act: identity and sign-in, care team (the therapist and the operating surgeon), episode with its restrictions, and a
 * draft program with the starting selection of the chosen protocol.
 * @throws {Invalid} on a record number or sign-in name that is taken, a day that cannot be, a protocol or surgeon that does not fit
 */
export async function admitPatient(actor: Actor, input: AdmitPatientInput, now: Date = new Date()): Promise<Admitted> {
  requirePermission(actor, "patient.create");
  const today = dayIn(actor.clinic.timeZone, now);
  if (input.identity.birthDate >= today) throw new Invalid({ "identity.birthDate": "birthInPast" });
  const { firstPassword, passwordHash } = await newFirstPassword();
  return inClinic(actor, async (tx) => {
    const patientId = await createPatient(tx, actor, input.identity, passwordHash);
    const episode = await openEpisode(tx, actor, patientId, input.episode, today);
    await tx.careTeamMember.createMany({
      data: [actor.userId, input.episode.surgeonId].map((userId) => ({ clinicId: actor.clinicId, patientId, userId })),
    });
    await recordWithTeam(tx, actor, { id: episode.episodeId, patientId, ...input.episode }, today);
    await startProgram(tx, actor, { patientId, ...episode }, today);
    await recordAct(tx, actor, "patient.create", { kind: "patient", id: patientId, patientId });
    return { patientId, signInName: input.identity.signInName.normalize("NFKC").toLowerCase(), firstPassword };
  });
}

async function createPatient(
  tx: Tx,
  actor: Actor,
  identity: AdmitPatientInput["identity"],
  passwordHash: string,
): Promise<string> {
  const { clinicId } = actor;
  const displayName = `${identity.givenName} ${identity.familyName}`;
  const { signInName, locale } = identity;
  const userId = await orInvalid("identity.signInName", "signInNameTaken", () =>
    addPerson(
      tx,
      clinicId,
      { role: "patient", signInName, displayName, printedName: displayName, locale },
      passwordHash,
    ),
  );
  const patient = await orInvalid("identity.mrn", "mrnTaken", () =>
    tx.patient.create({
      data: {
        clinicId,
        userId,
        mrn: identity.mrn,
        givenName: identity.givenName,
        familyName: identity.familyName,
        searchName: searchable(displayName),
        birthDate: dateOf(identity.birthDate),
        locale,
        timeZone: actor.clinic.timeZone,
        phone: identity.phone || null,
      },
    }),
  );
  return patient.id;
}

/** A name as the worklist searches it: lower case, without accents. */
export function searchable(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

async function orInvalid<T>(field: string, message: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (["P2002", "P2010", "23505"].includes(databaseCode(error) ?? "")) throw new Invalid({ [field]: message });
    throw error;
  }
}
