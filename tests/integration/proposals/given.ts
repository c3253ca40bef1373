import { daysBetween } from "@/lib/clinical/days";
import { addDays, dayIn, mondayOf, type Day } from "@/lib/dates";
import { placeHold } from "@/lib/records/holds/place-hold";
import { proposeWeek } from "@/lib/records/proposals/run-week";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import {
  acting,
  aPatient,
  asActor,
  aSurgeon,
  type TestClinic,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { begunDaysAgo, doneDaysAgo } from "@/tests/support/past-factories";
import { aProgram, type TestProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

export type Trained = TestPatient & { program: TestProgram };

/** The clinic's local date now. */
export function todayOf({ timeZone }: TestClinic): Day {
  return dayIn(timeZone, new Date());
}

/** The Monday of the calendar week before. */
export function lastMonday(clinic: TestClinic): Day {
  return addDays(mondayOf(todayOf(clinic)), -7);
}

/**
 * In phase 4 after an epidural injection, everything done on every day of last week, each day quiet: walking may grow by 5 minutes, dead bug by two
 * repetitions, which it lacks to the phase's default; the rest is at its default.
 */
export async function aQuietWeek(clinic: TestClinic, therapist?: TestUser): Promise<Trained> {
  const team = therapist ? { careTeam: [therapist, await aSurgeon(clinic)] } : {};
  const person = await aPatient(clinic, { after: "epidural", days: 30, ...team });
  await aGrantedClearance(person, "PROGRAM_START");
  const program = await aProgram(person, {
    lines: (starting) =>
      starting.map((line) => (line.exercise === "dead-bug" ? { ...line, dosage: { ...line.dosage, reps: 6 } } : line)),
  });
  await begunDaysAgo(person, program, 14);
  const since = daysBetween(lastMonday(clinic), todayOf(clinic));
  const week = Array.from({ length: 7 }, (_, day) => since - day);
  await doneDaysAgo(person, program, week);
  for (const daysAgo of [since - 1, 0]) await aCheckIn(person, { daysAgo, program });
  return { ...person, program };
}

/** As `aQuietWeek`, with the product's draft of what may grow. */
export async function aProposal(clinic: TestClinic, therapist?: TestUser): Promise<Trained> {
  const person = await aQuietWeek(clinic, therapist);
  await proposeWeek(clinic.id, person.program.id, todayOf(clinic));
  return person;
}

/** Past every policy. */
export async function rowsOf(
  table: "dosage_proposal" | "program_draft" | "dismissed_draft",
  { program }: Trained,
): Promise<Record<string, unknown>[]> {
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(
    table === "dosage_proposal"
      ? `SELECT d.*, d.week::text, l.exercise_code FROM dosage_proposal d JOIN prescribed_exercise l ON l.id = d.line_id
         WHERE d.program_id = $1 ORDER BY d.week, d.change, l.position`
      : `SELECT * FROM ${table} WHERE program_id = $1`,
    [program.id],
  );
  return rows;
}

/** Every proposal to change something, in order. */
export async function statesOf(of: Trained) {
  const rows = await rowsOf("dosage_proposal", of);
  return rows
    .filter(({ change }) => change !== "keep")
    .map(({ exercise_code: exercise, change, state, reason }) => ({ exercise, change, state, reason }));
}

/** A rule stops the program after a report of the patient, in the patient's own transaction. */
export async function heldByReport(of: Trained): Promise<void> {
  const hold = { programId: of.program.id, patientId: of.patient.id, cause: "fall", level: "HOLD_NOTIFY_PT" };
  const rule = { surgeonOnly: false, easyActivityAllowed: false, checkInId: null, placedById: null, words: null };
  await acting(of.user, (tx) => placeHold(tx, asActor(of.user), { ...hold, ...rule }, new Date()));
}

/** The acts that were audited about the patient, of those that proposals write. */
export async function actsOf({ patient }: Trained): Promise<string[]> {
  const { rows } = await aDatabase().superuser.query<{ act: string }>(
    "SELECT act FROM audit_event WHERE patient_id = $1 AND (act LIKE 'proposal.%' OR act IN ('program.draft', 'program.sign')) ORDER BY id",
    [patient.id],
  );
  return rows.map(({ act }) => act);
}
