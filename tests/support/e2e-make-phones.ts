import { dayIn, dayOf } from "@/lib/dates";
import { holdProgram } from "@/lib/records/holds/hold-program";
import { aGrantedClearance } from "./clearance-factories";
import type { PhonePerson, PhoneWorld, Reported } from "./e2e-phones";
import { signedInCookie } from "./e2e-sessions";
import { acting, aClinic, aPatient, asActor, aSurgeon, aTherapist, testPassword, type TestPatient } from "./factories";
import { aProgram, type TestProgram } from "./program-factories";

const made = new Map<string, { of: TestPatient; program: TestProgram }>();

/** A clinic of its own with so many people whose program has run for five days, and one more who reads Spanish. */
export async function phones(count: number): Promise<PhoneWorld> {
  const clinic = await aClinic({ name: "Pocket Clinic", country: "US" });
  const careTeam = [await aTherapist(clinic), await aSurgeon(clinic)];
  const person = async (givenName: string, locale: "en" | "es"): Promise<PhonePerson> => {
    const of = await aPatient(clinic, { days: 9, careTeam, givenName, locale });
    await aGrantedClearance(of, "PROGRAM_START", { decidedAt: new Date(Date.now() - 5 * 86_400_000) });
    made.set(of.patient.id, { of, program: await aProgram(of, { daysAgo: 5 }) });
    const { id: userId, signInName, displayName: name } = of.user;
    return { name, userId, patientId: of.patient.id, signInName, cookie: await signedInCookie(of.user) };
  };
  const people: PhonePerson[] = [];
  for (let n = 0; n < count; n += 1) people.push(await person(`Sorrel${"abcdefgh".charAt(n)}`, "en"));
  const spanish = await person("Amapola", "es");
  return { people, spanish, password: testPassword };
}

/** What the record holds of one of these people. */
export async function reported(patientId: string): Promise<Reported> {
  const { of } = known(patientId);
  const where = { clinicId: of.clinic.id, patientId };
  return acting(of.therapist, async (tx) => {
    const checkIns = await tx.checkIn.findMany({ where, orderBy: { reportedAt: "asc" } });
    const marks = await tx.exerciseLog.findMany({ where, orderBy: { reportedAt: "asc" } });
    const acts = (act: string) => tx.auditEvent.count({ where: { ...where, act } });
    return {
      checkIns: checkIns.map(({ stage, level, onDay }) => ({ stage, level, onDay: dayOf(onDay) })),
      marks: marks.map(({ outcome, session, onDay }) => ({ outcome, session, onDay: dayOf(onDay) })),
      aside: await tx.reportSetAside.count({ where }),
      acts: { checkIn: await acts("check-in.report"), mark: await acts("exercise.log") },
      alerts: (await tx.alert.findMany({ where: { ...where, checkInId: { not: null } } })).map(({ level }) => level),
      holds: await tx.hold.count({ where }),
      today: dayIn(of.clinic.timeZone, new Date()),
    };
  });
}

/** The therapist stops the program of one of these people. */
export async function stopProgram(patientId: string): Promise<null> {
  const { of, program } = known(patientId);
  await holdProgram(asActor(of.therapist), {
    programId: program.id,
    version: program.version,
    cause: "illness",
    easyActivityAllowed: false,
    surgeonOnly: false,
    words: "A cold.",
  });
  return null;
}

function known(patientId: string) {
  const found = made.get(patientId);
  if (!found) throw new Error("nobody of this clinic");
  return found;
}
