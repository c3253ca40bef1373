import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Stage } from "@/lib/clinical/triage-content";
import { addDays, dayIn } from "@/lib/dates";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { checkInSchema } from "@/lib/schemas/check-in";
import { aClinic, acting, aPatient, asActor, type TestClinic, type TestPatient } from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { quietAnswers } from "./quiet-answers";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const report = (person: TestPatient, given: object = {}, stage: Stage = "full") =>
  reportCheckIn(
    asActor(person.user),
    checkInSchema.parse({ idempotencyKey: randomUUID(), stage, answers: { ...quietAnswers, ...given } }),
  );

const counted = async (sql: string, patientId: string) => {
  const { rows } = await aDatabase().superuser.query(sql, [patientId]);
  return Number(rows[0].count);
};
const written = async ({ patient: { id } }: TestPatient) => ({
  checkIns: await counted("SELECT count(*) FROM check_in WHERE patient_id = $1", id),
  audits: await counted("SELECT count(*) FROM audit_event WHERE patient_id = $1 AND act = 'check-in.report'", id),
  alerts: await counted("SELECT count(*) FROM alert WHERE patient_id = $1", id),
  holds: await counted("SELECT count(*) FROM hold WHERE patient_id = $1", id),
});

const onlyRow = async (sql: string, id: string) => (await aDatabase().superuser.query(sql, [id])).rows[0];

describe("sent more than once", () => {
  test("50 parallel sends of one key are one row, one audit event and one alert, and all get the same answer", async () => {
    const person = await aPatient(clinic);
    await aProgram(person);
    const input = checkInSchema.parse({
      idempotencyKey: randomUUID(),
      stage: "full",
      answers: { ...quietAnswers, dizziness: "mild, passed with rest" },
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => reportCheckIn(asActor(person.user), input)));
    expect(await written(person)).toEqual({ checkIns: 1, audits: 1, alerts: 1, holds: 1 });
    expect(new Set(answers.map(({ checkInId }) => checkInId)).size).toBe(1);
    expect(new Set(answers.map(({ level }) => level))).toEqual(new Set(["HOLD_NOTIFY_PT"]));
    expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  });

  test("the same key with another payload is a conflict and writes nothing", async () => {
    const person = await aPatient(clinic);
    const input = checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: quietAnswers });
    await reportCheckIn(asActor(person.user), input);
    const other = { ...input, answers: { ...quietAnswers, nprsBefore: 9 } };
    await expect(reportCheckIn(asActor(person.user), other)).rejects.toMatchObject({
      code: "conflict",
      what: "check-in",
    });
    expect(await written(person)).toMatchObject({ checkIns: 1, audits: 1, alerts: 0 });
  });

  test("the key of one patient says nothing about another's", async () => {
    const [one, other] = [await aPatient(clinic), await aPatient(clinic)];
    const input = checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: quietAnswers });
    const first = await reportCheckIn(asActor(one.user), input);
    const second = await reportCheckIn(asActor(other.user), input);
    expect(second.checkInId).not.toBe(first.checkInId);
    expect(await written(other)).toMatchObject({ checkIns: 1 });
  });
});

describe("effects of the level", () => {
  test("an expected answer changes nothing else", async () => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    expect(await report(person)).toMatchObject({ level: "NORMAL_SORENESS", missing: [] });
    expect(await written(person)).toMatchObject({ alerts: 0, holds: 0 });
    expect(await stateOf(program.id)).toBe("active");
  });

  test("REDUCE_DOSE stands on the check-in alone", async () => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    expect(await report(person, { hoursIncreased: 4 })).toMatchObject({ level: "REDUCE_DOSE" });
    expect(await written(person)).toMatchObject({ alerts: 0, holds: 0 });
    expect(await stateOf(program.id)).toBe("active");
  });

  test("HOLD_NOTIFY_PT holds the program and tells the therapist; easy activity stays", async () => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    const now = Date.now();
    expect(await report(person, { fatigue: "excessive, gone next day" })).toMatchObject({ level: "HOLD_NOTIFY_PT" });
    const hold = await onlyRow("SELECT * FROM hold WHERE patient_id = $1", person.patient.id);
    expect(hold).toMatchObject({
      cause: "excessive-fatigue",
      surgeon_only: false,
      easy_activity_allowed: true,
      placed_by_id: null,
    });
    const alert = await onlyRow("SELECT * FROM alert WHERE patient_id = $1", person.patient.id);
    expect(alert).toMatchObject({ cause: "excessive-fatigue", owner_id: person.therapist.id, state: "open" });
    expect((alert.due_at.getTime() - now) / 60_000).toBeCloseTo(1440, 0);
    expect(await stateOf(program.id)).toBe("held");
    expect(
      await counted("SELECT count(*) FROM audit_event WHERE patient_id = $1 AND act = 'hold.place'", person.patient.id),
    ).toBe(1);
  });

  test.each([
    ["dizziness", { dizziness: "mild, passed with rest" }],
    ["breath", { sob: "only in exercise, gone within 10 min" }],
    ["a fall", { fall: true }],
  ])("beside a rule about %s not even easy activity is advised", async (_, answer) => {
    const person = await aPatient(clinic, { weeks: 60 });
    await aProgram(person);
    expect(await report(person, answer)).toMatchObject({ level: "HOLD_NOTIFY_PT" });
    expect(await onlyRow("SELECT * FROM hold WHERE patient_id = $1", person.patient.id)).toMatchObject({
      easy_activity_allowed: false,
    });
  });

  test.each([
    ["SAME_DAY_SURGEON", { newRadiating: true }, "new-radiating-or-sensory", 240],
    ["EMERGENCY", { saddleNumb: true }, "cauda-equina", 0],
  ])("%s suspends, puts grants under review and tells the surgeon", async (level, answer, cause, dueInMinutes) => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    const granted = await aGrantedClearance(person, "SWIM_POOL");
    const now = Date.now();
    const answered = await report(person, answer);
    expect(answered.level).toBe(level);
    expect(answered.messages.length).toBeGreaterThan(0);
    expect(await onlyRow("SELECT * FROM hold WHERE patient_id = $1", person.patient.id)).toMatchObject({
      cause,
      surgeon_only: true,
      easy_activity_allowed: false,
    });
    const alert = await onlyRow("SELECT * FROM alert WHERE patient_id = $1", person.patient.id);
    expect(alert).toMatchObject({ cause, level, owner_id: person.surgeon.id });
    expect((alert.due_at.getTime() - now) / 60_000).toBeCloseTo(dueInMinutes, 0);
    expect(await stateOf(program.id)).toBe("held");
    expect((await onlyRow("SELECT state FROM clearance WHERE id = $1", granted.id)).state).toBe("under-review");
    expect(await counted("SELECT count(*) FROM symptom_report WHERE patient_id = $1", person.patient.id)).toBe(1);
  });

  test("the same cause again opens no second alert or hold; another cause does", async () => {
    const person = await aPatient(clinic);
    await aProgram(person);
    await report(person, { fatigue: "excessive, gone next day" });
    await report(person, { fatigue: "excessive, gone next day" });
    expect(await written(person)).toMatchObject({ checkIns: 2, alerts: 1, holds: 1 });
    await report(person, { dizziness: "mild, passed with rest" });
    expect(await written(person)).toMatchObject({ checkIns: 3, alerts: 2, holds: 2 });
  });

  test("without a program the alert opens all the same", async () => {
    const person = await aPatient(clinic);
    await report(person, { chestPain: true });
    expect(await written(person)).toMatchObject({ alerts: 1, holds: 0 });
  });

  test("an unanswered warning sign is never below a hold", async () => {
    const person = await aPatient(clinic);
    await aProgram(person);
    const answered = await report(person, { saddleNumb: null });
    expect(answered).toMatchObject({ level: "HOLD_NOTIFY_PT", missing: ["saddleNumb"], messages: [] });
    expect(await onlyRow("SELECT * FROM alert WHERE patient_id = $1", person.patient.id)).toMatchObject({
      cause: "unanswered",
      owner_id: person.therapist.id,
    });
  });

  async function stateOf(programId: string): Promise<string> {
    return (await onlyRow("SELECT state FROM program WHERE id = $1", programId)).state;
  }
});

describe("a day in stages", () => {
  const stage = (person: TestPatient, name: Stage, answers: object, more: object = {}) =>
    reportCheckIn(
      asActor(person.user),
      checkInSchema.parse({ idempotencyKey: randomUUID(), stage: name, answers, ...more }),
    );
  const { nprsBefore: _before, nprsDuring: _during, nprsAfter: _after, hoursIncreased: _hours, ...rest } = quietAnswers;
  const {
    painLocation: _location,
    painCharacter: _character,
    fatigue: _fatigue,
    medicationChanged: _medicine,
    ...signs
  } = rest;

  test("what was answered before the session carries over that day", async () => {
    const person = await aPatient(clinic);
    expect(await stage(person, "before", { ...signs, nprsBefore: 2 })).toMatchObject({ level: "NORMAL_SORENESS" });
    const after = {
      nprsDuring: 5,
      painLocation: "local",
      painCharacter: "ache",
      dizziness: "none",
      sob: "none",
      fatigue: "normal",
    };
    expect(await stage(person, "after", after)).toMatchObject({ level: "REDUCE_DOSE", missing: [] });
    expect(await stage(person, "follow-up", { nprsAfter: 6, hoursIncreased: 1 })).toMatchObject({
      level: "SAME_DAY_SURGEON",
    });
  });

  test("a correction is a new row, takes the wrong one out of the judgement, and lifts nothing", async () => {
    const person = await aPatient(clinic);
    const program = await aProgram(person);
    const wrong = await stage(person, "before", { ...signs, nprsBefore: 2, chestPain: true });
    const corrects = { checkInId: wrong.checkInId, reason: "I chose the wrong answer" };
    const right = await stage(person, "before", { ...signs, nprsBefore: 2 }, { corrects });
    expect(right.level).toBe("NORMAL_SORENESS");
    expect((await onlyRow("SELECT state FROM program WHERE id = $1", program.id)).state).toBe("held");
    await expect(stage(person, "before", { ...signs, nprsBefore: 3 }, { corrects })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a week-old report is accepted once, on its own day", async () => {
    const person = await aPatient(clinic);
    const onDay = addDays(dayIn(clinic.timeZone, new Date()), -7);
    const reportedAt = new Date(Date.now() - 7 * 86_400_000).toISOString();
    const input = checkInSchema.parse({
      idempotencyKey: randomUUID(),
      stage: "full",
      answers: quietAnswers,
      onDay,
      reportedAt,
    });
    expect(await reportCheckIn(asActor(person.user), input)).toMatchObject({ onDay, isRepeat: false });
    expect(await reportCheckIn(asActor(person.user), input)).toMatchObject({ onDay, isRepeat: true });
    expect(await written(person)).toMatchObject({ checkIns: 1 });
  });
});

describe("refused", () => {
  test.each([
    ["an unknown input", { happiness: 3 }, { "answers.happiness": "notAsked" }],
    ["an input of another region", { neckSwallow: "ok" }, { "answers.neckSwallow": "notAsked" }],
    ["a pain score over 10", { nprsBefore: 11 }, { "answers.nprsBefore": "painNumber" }],
    ["a pain score with a fraction", { nprsBefore: 2.5 }, { "answers.nprsBefore": "painNumber" }],
    ["a pain score as text", { nprsBefore: "2" }, { "answers.nprsBefore": "painNumber" }],
    ["a temperature out of range", { feverC: 101 }, { "answers.feverC": "outOfRange" }],
    ["an unknown choice", { weakness: "a bit" }, { "answers.weakness": "chooseOne" }],
    ["a yes as text", { chestPain: "true" }, { "answers.chestPain": "yesOrNo" }],
  ])("%s names its field and writes nothing", async (_, answer, fields) => {
    const person = await aPatient(clinic);
    await expect(report(person, answer)).rejects.toMatchObject({ code: "invalid", fields });
    expect(await written(person)).toEqual({ checkIns: 0, audits: 0, alerts: 0, holds: 0 });
  });

  test("a day to come, and one too long ago", async () => {
    const person = await aPatient(clinic);
    const today = dayIn(clinic.timeZone, new Date());
    const on = (onDay: string) =>
      reportCheckIn(
        asActor(person.user),
        checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: quietAnswers, onDay }),
      );
    await expect(on(addDays(today, 1))).rejects.toMatchObject({ fields: { onDay: "inTheFuture" } });
    await expect(on(addDays(today, -32))).rejects.toMatchObject({ fields: { onDay: "tooOld" } });
  });

  test("a clinician reports for nobody", async () => {
    const person = await aPatient(clinic);
    const input = checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: quietAnswers });
    await expect(reportCheckIn(asActor(person.therapist), input)).rejects.toMatchObject({ code: "not-found" });
    expect(await written(person)).toMatchObject({ checkIns: 0 });
  });

  test("the check-in of another patient, or of another clinic, is not there to correct", async () => {
    const [one, neighbor] = [await aPatient(clinic), await aPatient(clinic)];
    const stranger = await aPatient(await aClinic());
    const { checkInId } = await report(one);
    for (const other of [neighbor, stranger]) {
      const input = checkInSchema.parse({
        idempotencyKey: randomUUID(),
        stage: "full",
        answers: quietAnswers,
        corrects: { checkInId, reason: "not mine" },
      });
      await expect(reportCheckIn(asActor(other.user), input)).rejects.toMatchObject({ code: "not-found" });
      expect(await acting(other.user, (tx) => tx.checkIn.count({ where: { id: checkInId } }))).toBe(0);
    }
  });
});
