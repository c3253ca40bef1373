import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Actor, Role } from "@/lib/access/actor";
import type { Condition, RestrictionKind } from "@/lib/clinical/facts";
import { addDays, dateOf, dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { openForTest } from "./ready-clinics";
import { aDatabase } from "./test-database";

/** A clinic of its own for one test: other tests of the worker do not see it. */
export type TestClinic = Actor["clinic"] & { id: string };

export type TestUser = {
  clinic: TestClinic;
  id: string;
  role: Role;
  signInName: string;
  displayName: string;
  printedName: string;
  locale: "en" | "es";
  patientId: string | null;
};

/** A patient with an open episode and who cares for them. */
export type TestPatient = {
  clinic: TestClinic;
  patient: { id: string; mrn: string; givenName: string; familyName: string };
  user: TestUser;
  episode: {
    id: string;
    protocolId: string;
    technique: string;
    procedureDate: Day;
    /** What the days count from. */ startOn: Day;
  };
  /** The first of their role on the care team. */
  therapist: TestUser;
  surgeon: TestUser;
};

/** The password of everybody whom a factory makes. */
export const testPassword = "a sturdy password for tests";

/** A stored hash says what it cost: checking one of these takes 0.3 ms, one as the product stores them 27 ms. */
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
let storedHash: Promise<string> | undefined;
let counter = 0;

/** Opens a clinic as the owner of the worker's database: with few protocols of the shipped library, or with the whole of it. */
export async function aClinic({
  library = "few",
  ...given
}: Partial<Omit<TestClinic, "id">> & { library?: "few" | "whole" } = {}): Promise<TestClinic> {
  const clinic = {
    name: "Harborview Test Clinic",
    timeZone: "America/Chicago",
    country: "US",
    emergencyNumber: "911",
    phone: "(555) 555-0101",
    massUnit: "kg" as const,
    isDemo: false,
    ...given,
  };
  return { id: await openForTest(ownerUrl(), clinic, library), ...clinic };
}

type GivenUser = Partial<Pick<TestUser, "signInName" | "displayName" | "printedName" | "locale">>;
/** Their signature that the shipped numbers were reviewed stands unless a test is about its absence. */
type GivenClinician = GivenUser & { hasReviewed?: boolean };

export function aTherapist(clinic: TestClinic, given: GivenClinician = {}): Promise<TestUser> {
  return aClinician(clinic, "therapist", { displayName: "Robin Plover", printedName: "Robin Plover, PT", ...given });
}

export function aSurgeon(clinic: TestClinic, given: GivenClinician = {}): Promise<TestUser> {
  return aClinician(clinic, "surgeon", { displayName: "Dr. Jay Osprey", printedName: "Dr. Jay Osprey, MD", ...given });
}

export function anAdministrator(clinic: TestClinic, given: GivenUser = {}): Promise<TestUser> {
  return aUser(clinic, "administrator", { displayName: "Wren Dunlin", printedName: "Wren Dunlin", ...given });
}

export type GivenPatient = {
  /** Chooses procedure and protocol: `fusion-lumbar`, `injection-epidural`, or after a fusion the pathway `fbss`. */
  after?: "fusion" | "epidural" | "persistent-pain";
  /** Days since the pathway's start; 35 when not given. */
  pathwayDays?: number;
  /** Time since the procedure, in the clinic's time zone; 8 weeks when neither is given. */
  weeks?: number;
  days?: number;
  /** Who is on the care team; a new therapist and a new surgeon when absent. */
  careTeam?: readonly TestUser[];
  conditions?: readonly Condition[];
  restrictions?: readonly { kind: RestrictionKind; limitKg?: number; limitMinutes?: number; untilDate?: Day }[];
  givenName?: string;
  familyName?: string;
  locale?: "en" | "es";
};

/** A patient who signs in, with an open episode and a care team, and no program yet. */
export async function aPatient(clinic: TestClinic, given: GivenPatient = {}): Promise<TestPatient> {
  const { after = "fusion", locale = "en", givenName = "Linden", familyName = `Mallow${++counter}` } = given;
  const team = given.careTeam ?? [await aTherapist(clinic), await aSurgeon(clinic)];
  const therapist = team.find(({ role }) => role === "therapist") ?? (await aTherapist(clinic));
  const surgeon = team.find(({ role }) => role === "surgeon") ?? (await aSurgeon(clinic));
  const displayName = `${givenName} ${familyName}`;
  const user = await aUser(clinic, "patient", { displayName, printedName: displayName, locale });
  const patient = { id: randomUUID(), mrn: `DEMO-T${randomUUID().slice(0, 8)}`, givenName, familyName };
  const today = dayIn(clinic.timeZone, new Date());
  const procedureDate = addDays(today, -daysAfter(given));
  const episode = {
    id: randomUUID(),
    protocolId: { fusion: "fusion-lumbar", epidural: "injection-epidural", "persistent-pain": "fbss" }[after],
    technique: after === "epidural" ? "Transforaminal epidural" : "TLIF",
    procedureDate,
    startOn: after === "persistent-pain" ? addDays(today, -(given.pathwayDays ?? 35)) : procedureDate,
  };
  await acting(therapist, async (tx) => {
    const clinicId = clinic.id;
    await tx.patient.createMany({
      data: {
        clinicId,
        ...patient,
        userId: user.id,
        searchName: displayName.toLowerCase(),
        birthDate: dateOf("1968-03-14"),
        locale,
        timeZone: clinic.timeZone,
        phone: "(555) 555-0142",
      },
    });
    await tx.careTeamMember.createMany({
      data: team.map(({ id: userId }) => ({ clinicId, patientId: patient.id, userId })),
    });
    await tx.episode.createMany({
      data: {
        clinicId,
        id: episode.id,
        patientId: patient.id,
        procedureType: after === "epidural" ? "injection" : "fusion",
        protocolId: episode.protocolId,
        region: "LUMBAR",
        levels: ["L4–L5"],
        technique: episode.technique,
        procedureDate: dateOf(procedureDate),
        pathwayStart: after === "persistent-pain" ? dateOf(episode.startOn) : null,
        surgeonId: surgeon.id,
        conditions: [...(given.conditions ?? [])],
      },
    });
    await tx.restriction.createMany({
      data: (given.restrictions ?? []).map(({ untilDate, ...restriction }) => ({
        clinicId,
        episodeId: episode.id,
        patientId: patient.id,
        orderedById: surgeon.id,
        untilDate: untilDate === undefined ? null : dateOf(untilDate),
        ...restriction,
      })),
    });
  });
  return { clinic, patient, user: { ...user, patientId: patient.id }, episode, therapist, surgeon };
}

async function aClinician(
  clinic: TestClinic,
  role: "therapist" | "surgeon",
  { hasReviewed = true, ...given }: GivenClinician,
): Promise<TestUser> {
  const clinician = await aUser(clinic, role, given);
  const { id, printedName } = clinician;
  if (hasReviewed) {
    await acting(
      clinician,
      (tx) =>
        tx.$executeRaw`INSERT INTO defaults_review (clinic_id, role, settings_version, signed_by_id, signed_name, signed_at, meaning, sha256)
        VALUES (${clinic.id}::uuid, ${role}, 0, ${id}::uuid, ${printedName}, now(), 'reviewed the defaults', ${"0".repeat(64)})
        ON CONFLICT DO NOTHING`,
    );
  }
  return clinician;
}

/** The actor that a session of this person would give. */
export function asActor({
  clinic: { id: clinicId, ...clinic },
  id: userId,
  signInName: _,
  ...person
}: TestUser): Actor {
  return { clinicId, userId, sessionId: randomUUID(), requestId: randomUUID(), clinic, ...person };
}

/** One transaction as the application's role, with this person acting. */
export function acting<T>(user: TestUser, act: (tx: Tx) => Promise<T>): Promise<T> {
  return inClinic(asActor(user), act);
}

async function aUser(clinic: TestClinic, role: Role, given: GivenUser): Promise<TestUser> {
  const id = randomUUID();
  const user: TestUser = {
    clinic,
    id,
    role,
    signInName: `${role}-${id.slice(0, 8)}@tests.example`,
    displayName: role,
    printedName: role,
    locale: "en",
    patientId: null,
    ...given,
  };
  storedHash ??= hash(testPassword, cheap);
  const passwordHash = await storedHash;
  await acting(user, async (tx) => {
    const { signInName, displayName, printedName, locale } = user;
    await tx.user.createMany({
      data: { clinicId: clinic.id, id, role, signInName, displayName, printedName, locale },
    });
    await tx.credential.createMany({ data: { clinicId: clinic.id, userId: id, passwordHash } });
    await tx.$queryRaw`SELECT 1 FROM register_sign_in_name(${signInName}, ${id}::uuid)`;
  });
  return user;
}

/** Of the worker's own database; where no test runner made one, of the database that the caller names. */
function ownerUrl(): string | undefined {
  return process.env["TEST_SUPERUSER_URL"] === undefined ? process.env["MIGRATE_DATABASE_URL"] : aDatabase().ownerUrl;
}

function daysAfter({ weeks, days }: GivenPatient): number {
  if (weeks === undefined && days === undefined) return 8 * 7;
  return (weeks ?? 0) * 7 + (days ?? 0);
}
