import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { markExercise } from "@/lib/records/exercise-log/mark-exercise";
import { loadToday } from "@/lib/records/today/load-today";
import { exerciseMarkSchema } from "@/lib/schemas/exercise-log";
import type { Outcome } from "@/lib/schemas/outcomes";
import {
  aClinic,
  aPatient,
  asActor,
  type TestClinic,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const mark = (user: TestUser, lineId: string, outcome: Outcome, idempotencyKey: string = randomUUID(), session = 1) =>
  markExercise(asActor(user), exerciseMarkSchema.parse({ idempotencyKey, lineId, outcome, session }));

/** Somebody in the first phase after an injection, with an open line. */
async function aPatientWithALine(of = clinic): Promise<TestPatient & { lineId: string }> {
  const person = await aPatient(of, { after: "epidural", days: 4 });
  await aProgram(person);
  await aGrantedClearance(person, "PROGRAM_START");
  const [line] = (await loadToday(asActor(person.user))).lines;
  if (!line) throw new Error("no line is open");
  return { ...person, lineId: line.id };
}

const written = async ({ patient: { id } }: TestPatient) => {
  const { rows } = await aDatabase().superuser.query<{ marks: number; audits: number }>(
    `SELECT (SELECT count(*)::int FROM exercise_log WHERE patient_id = $1) AS marks,
      (SELECT count(*)::int FROM audit_event WHERE patient_id = $1 AND act = 'exercise.log') AS audits`,
    [id],
  );
  return rows[0];
};

describe("marking an exercise", () => {
  test("is written and audited, and the latest mark of each session of the day counts", async () => {
    const person = await aPatientWithALine();
    await mark(person.user, person.lineId, "done");
    expect((await marksOnToday(person))?.[0]).toBe("done");
    await mark(person.user, person.lineId, "not-done");
    expect((await marksOnToday(person))?.[0]).toBe("not-done");
    expect(await written(person)).toEqual({ marks: 2, audits: 2 });
  });

  test("the second of several sessions may come before the first, none beyond what is prescribed", async () => {
    const person = await aPatientWithALine();
    const marks = await marksOnToday(person);
    const times = marks?.length ?? 0;
    expect(times, "the first line of the phase is prescribed several times a day").toBeGreaterThan(1);
    await mark(person.user, person.lineId, "too-easy", randomUUID(), 2);
    expect((await marksOnToday(person))?.slice(0, 2)).toEqual([null, "too-easy"]);
    const beyond = mark(person.user, person.lineId, "done", randomUUID(), times + 1);
    await expect(beyond).rejects.toMatchObject({ fields: { session: "outOfRange" } });
    expect(await written(person)).toEqual({ marks: 1, audits: 1 });
  });

  test("50 parallel sends of one key are one mark; with another payload a conflict", async () => {
    const person = await aPatientWithALine();
    const key = randomUUID();
    const sent = await Promise.all(Array.from({ length: 50 }, () => mark(person.user, person.lineId, "done", key)));
    expect(sent.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
    await expect(mark(person.user, person.lineId, "too-easy", key)).rejects.toMatchObject({ code: "conflict" });
    await expect(mark(person.user, person.lineId, "done", key, 2)).rejects.toMatchObject({ code: "conflict" });
    expect(await written(person)).toEqual({ marks: 1, audits: 1 });
  });

  test("a line that the database holds back, another patient's and another clinic's are not there", async () => {
    const person = await aPatientWithALine();
    const neighbor = await aPatientWithALine();
    const stranger = await aPatientWithALine(await aClinic());
    const { rows } = await aDatabase().superuser.query<{ id: string }>(
      "SELECT id FROM prescribed_exercise WHERE patient_id = $1 AND phase > 2 LIMIT 1",
      [person.patient.id],
    );
    for (const lineId of [rows[0]?.id ?? "", neighbor.lineId, stranger.lineId]) {
      await expect(mark(person.user, lineId, "done")).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await written(person)).toEqual({ marks: 0, audits: 0 });
  });

  test("a clinician marks for nobody", async () => {
    const person = await aPatientWithALine();
    await expect(mark(person.therapist, person.lineId, "done")).rejects.toMatchObject({ code: "not-found" });
    expect(await written(person)).toEqual({ marks: 0, audits: 0 });
  });

  async function marksOnToday({ user, lineId }: TestPatient & { lineId: string }) {
    return (await loadToday(asActor(user))).lines.find(({ id }) => id === lineId)?.marks;
  }
});
