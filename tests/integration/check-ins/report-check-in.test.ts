import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Stage } from "@/lib/clinical/triage-content";
import { addDays, dayIn } from "@/lib/dates";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { checkInSchema } from "@/lib/schemas/check-in";
import { aClinic, acting, aPatient, asActor, type TestClinic, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { quietAnswers } from "./quiet-answers";
import { onlyRow, report, written } from "./what-is-written";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

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
    expect((await onlyRow("SELECT state FROM program WHERE id = $1", program.id))["state"]).toBe("held");
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

  test("a day too long ago; a day to come is that of a wrong clock, and is today", async () => {
    const person = await aPatient(clinic);
    const today = dayIn(clinic.timeZone, new Date());
    const on = (onDay: string) =>
      reportCheckIn(
        asActor(person.user),
        checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: quietAnswers, onDay }),
      );
    await expect(on(addDays(today, -32))).rejects.toMatchObject({ fields: { onDay: "tooOld" } });
    expect(await on(addDays(today, 1))).toMatchObject({ onDay: today });
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
