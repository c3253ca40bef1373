import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openSession, resumeAsking, resumeSession } from "@/lib/access/sessions";
import { loadPainHistory } from "@/lib/records/check-ins/pain-history";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { weekdayOf } from "@/lib/clinical/weekdays";
import { addDays, dayIn } from "@/lib/dates";
import { markExercise } from "@/lib/records/exercise-log/mark-exercise";
import { loadToday, todayAsked } from "@/lib/records/today/load-today";
import { checkInSchema } from "@/lib/schemas/check-in";
import { aClinic, aPatient, asActor, type TestClinic, type TestPatient } from "@/tests/support/factories";
import { aGrantedClearance, aRequestedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { quietAnswers } from "../check-ins/quiet-answers";
import { order } from "../restrictions/given";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const report = (person: TestPatient, given: object = {}) =>
  reportCheckIn(
    asActor(person.user),
    checkInSchema.parse({
      idempotencyKey: randomUUID(),
      stage: "full",
      answers: {
        ...quietAnswers,
        ...(person.episode.protocolId === "injection-epidural" ? { injectionLimbWeak: false } : {}),
        ...given,
      },
    }),
  );

describe("today", () => {
  test("shows the open lines, what waits and the day's check-ins, and is audited once", async () => {
    const person = await aPatient(clinic, { after: "epidural", days: 4 });
    await aProgram(person);
    await aGrantedClearance(person, "PROGRAM_START");
    await aRequestedClearance(person, "SWIM_POOL");
    await report(person);
    const today = await loadToday(asActor(person.user));
    expect(today.lines.length).toBeGreaterThan(0);
    expect(today).toMatchObject({ daysSince: 4, countsFrom: "injection", hold: null, missedDays: 0 });
    expect(today.waiting).toMatchObject([{ decider: person.surgeon.displayName, isAgain: false }]);
    expect(today.checkIns).toMatchObject([{ stage: "full", level: "NORMAL_SORENESS" }]);
    const { rows } = await aDatabase().superuser.query<{ count: number }>(
      "SELECT count(*)::int FROM audit_event WHERE patient_id = $1 AND act = 'today.read'",
      [person.patient.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("is the same where it was asked together with who asks", async () => {
    const person = await aPatient(clinic, { after: "epidural", days: 4 });
    await aProgram(person);
    await aGrantedClearance(person, "PROGRAM_START");
    const now = new Date();
    const token = await openSession({ clinicId: clinic.id, userId: person.user.id, role: "patient" }, randomUUID());
    await resumeSession(token, randomUUID());
    const both = await resumeAsking(token, randomUUID(), true, (asker) => todayAsked(asker, now));
    if (!both) throw new Error("the session is not known");
    const today = await loadToday(both.actor, now, both.rows);
    expect(today.lines.length).toBeGreaterThan(0);
    expect(today).toEqual(await loadToday(asActor(person.user), now));
  });

  test("is one message on a quiet day, and one more where a hold or a new restriction is to be told", async () => {
    const person = await aPatient(clinic, { after: "epidural", days: 4 });
    await aProgram(person);
    await aGrantedClearance(person, "PROGRAM_START");
    const messages = async () => {
      const query = vi.spyOn(Client.prototype, "query");
      await loadToday(asActor(person.user));
      const commits = query.mock.calls.filter(([text]) => text === "COMMIT").length;
      expect(query).toHaveBeenCalledTimes(3 * commits);
      query.mockRestore();
      return commits;
    };
    // What the library says is asked for once.
    await messages();
    expect(await messages()).toBe(1);
    await order(person, { kind: "no-bending" });
    expect(await messages()).toBe(2);
    await report(person, { fatigue: "excessive, gone next day" });
    expect(await messages()).toBe(3);
  });

  test("during a hold says who calls and by when; a suspension leaves no exercise", async () => {
    const person = await aPatient(clinic, { after: "epidural", days: 4 });
    await aProgram(person);
    await aGrantedClearance(person, "PROGRAM_START");
    await report(person, { fatigue: "excessive, gone next day" });
    const held = await loadToday(asActor(person.user));
    expect(held.hold).toMatchObject({
      isSuspension: false,
      easyActivityAllowed: true,
      caller: person.therapist.displayName,
    });
    expect(held.hold?.callBy).not.toBeNull();
    await report(person, { chestPain: true });
    const suspended = await loadToday(asActor(person.user));
    expect(suspended.lines).toEqual([]);
    expect(suspended.hold).toMatchObject({
      isSuspension: true,
      easyActivityAllowed: false,
      caller: person.surgeon.displayName,
    });
  });

  test("a restriction that came after the signature takes the line away at once", async () => {
    const person = await aPatient(clinic, { after: "epidural", days: 10 });
    await aProgram(person);
    await aGrantedClearance(person, "PROGRAM_START");
    const before = (await loadToday(asActor(person.user))).lines;
    expect(before.length).toBeGreaterThan(2);
    await order(person, { kind: "no-bending" });
    const after = (await loadToday(asActor(person.user))).lines;
    const bent = before.filter(({ id }) => !after.some((line) => line.id === id));
    expect(bent.length).toBeGreaterThan(0);
    expect(after.length).toBeGreaterThan(0);
  });

  test("takes at most five statements, whatever the number of exercises", async () => {
    const person = await aPatient(clinic, { after: "epidural", days: 10 });
    await aProgram(person);
    await aGrantedClearance(person, "PROGRAM_START");
    const query = vi.spyOn(Client.prototype, "query");
    await loadToday(asActor(person.user));
    const statements = query.mock.calls.map((call) => JSON.stringify(call[0]));
    query.mockRestore();
    expect(statements.length).toBeGreaterThan(2);
    expect(statements.filter((text) => !/BEGIN|COMMIT/.test(text)).length).toBeLessThanOrEqual(5);
  });

  test("is nobody's but a patient's", async () => {
    const person = await aPatient(clinic);
    await expect(loadToday(asActor(person.therapist))).rejects.toMatchObject({ code: "not-found" });
    await expect(loadToday({ ...asActor(person.user), patientId: null })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("lines of some days of the week", () => {
  /** The first line of the phase is for the days given, counted from today. */
  const aPerson = async (inDays: number[], timeZone?: string) => {
    const of = timeZone === undefined ? clinic : await aClinic({ timeZone });
    const person = await aPatient(of, { after: "epidural", days: 4 });
    const today = dayIn(of.timeZone, new Date());
    const weekdays = inDays.map((days) => weekdayOf(addDays(today, days))).sort();
    const { lines, phase } = await aProgram(person, {
      lines: (starting) =>
        starting.map((line, index) =>
          starting[index - 1]?.phase !== line.phase
            ? { ...line, dosage: { ...line.dosage, perWeek: weekdays.length, weekdays } }
            : line,
        ),
    });
    await aGrantedClearance(person, "PROGRAM_START");
    return { person, actor: asActor(person.user), lineId: lines.find((line) => line.phase === phase)?.id ?? "", today };
  };

  test("are today's on those days, and on the others told with the day that comes next", async () => {
    const { actor, lineId, today } = await aPerson([0, 2]);
    const now = await loadToday(actor);
    expect(now.lines.map(({ id }) => id)).toContain(lineId);
    expect(now.notToday).toEqual([]);
    const other = await aPerson([2, 5]);
    const later = await loadToday(other.actor);
    expect(later.lines.length).toBe(now.lines.length - 1);
    expect(later.lines.map(({ id }) => id)).not.toContain(other.lineId);
    expect(later.notToday).toMatchObject([{ id: other.lineId, nextOn: addDays(today, 2), mark: null }]);
  });

  test("are of today once they are marked, until the mark is taken back", async () => {
    const { actor, lineId } = await aPerson([1]);
    const mark = (outcome: "done" | "not-done") =>
      markExercise(actor, { lineId, session: 1, outcome, idempotencyKey: randomUUID() });
    await mark("done");
    expect((await loadToday(actor)).notToday).toEqual([]);
    await mark("not-done");
    expect((await loadToday(actor)).notToday).toMatchObject([{ id: lineId }]);
  });

  test("go by the clinic's day, also where UTC has another", async () => {
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const { actor, lineId } = await aPerson([0], timeZone);
      expect((await loadToday(actor)).lines.map(({ id }) => id)).toContain(lineId);
    }
  });
});

test("the pain history is one's own, newest first, without what was entered in error", async () => {
  const [one, other] = [await aPatient(clinic), await aPatient(clinic)];
  const wrong = await report(one, { nprsBefore: 7 });
  await reportCheckIn(
    asActor(one.user),
    checkInSchema.parse({
      idempotencyKey: randomUUID(),
      stage: "full",
      answers: { ...quietAnswers, nprsBefore: 3 },
      corrects: { checkInId: wrong.checkInId, reason: "Wrong number" },
    }),
  );
  expect(await loadPainHistory(asActor(one.user))).toMatchObject([{ nprsBefore: 3, level: "NORMAL_SORENESS" }]);
  expect(await loadPainHistory(asActor(other.user))).toEqual([]);
});
