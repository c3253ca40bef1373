import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { loadCheckInForm } from "@/lib/records/check-ins/load-form";
import { loadCheckIns } from "@/lib/records/patients/load-check-ins";
import { loadOwnAside } from "@/lib/records/reports/load-own-aside";
import { seeReport } from "@/lib/records/reports/see-report";
import { takeCheckIn, takeMark } from "@/lib/records/reports/take-report";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { checkInSchema } from "@/lib/schemas/check-in";
import { exerciseMarkSchema } from "@/lib/schemas/exercise-log";
import { worklistQuerySchema } from "@/lib/schemas/worklist";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import { aClinic, acting, aPatient, asActor, type TestClinic, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { quietAnswers } from "../check-ins/quiet-answers";
import { onlyRow, written } from "../check-ins/what-is-written";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const dayMs = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const checkIn = (given: object = {}, more: object = {}) =>
  checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: { ...quietAnswers, ...given }, ...more });
const aside = ({ patient: { id } }: TestPatient) =>
  onlyRow(
    `SELECT (SELECT count(*)::int FROM report_set_aside WHERE patient_id = $1) AS kept,
      (SELECT count(*)::int FROM audit_event WHERE patient_id = $1 AND act = 'report.set-aside') AS audits`,
    id,
  );
const asideOf = async ({ therapist, patient }: TestPatient) =>
  (await loadCheckIns(asActor(therapist), patient.id, { after: null, before: null })).aside;

const aNewEpisode = ({ patient, therapist, surgeon }: TestPatient) =>
  acting(therapist, (tx) =>
    tx.episode.createMany({
      data: {
        ...{ clinicId: clinic.id, patientId: patient.id, surgeonId: surgeon.id, levels: ["L4–L5"] },
        ...{ procedureType: "fusion", region: "LUMBAR", technique: "PLIF", protocolId: "fusion-lumbar" },
        procedureDate: new Date(dayIn(clinic.timeZone, new Date())),
      },
    }),
  );

describe("a report that cannot be part of the record", () => {
  it("is kept once after the end of the episode, judged, listed for the team, and read once", async () => {
    const person = await aPatient(clinic);
    await anEndedEpisode(person);
    const report = checkIn({ chestPain: true });
    const sent = await Promise.all(Array.from({ length: 20 }, () => takeCheckIn(asActor(person.user), report)));
    expect(sent.filter(({ answer }) => !answer.isRepeat)).toHaveLength(1);
    expect(sent[0]).toMatchObject({ isKept: true, answer: { why: "no-open-episode", level: "EMERGENCY" } });
    expect(await aside(person)).toEqual({ kept: 1, audits: 1 });
    expect(await written(person)).toEqual({ checkIns: 0, audits: 0, alerts: 0, holds: 0 });
    const other = { ...report, answers: quietAnswers };
    await expect(takeCheckIn(asActor(person.user), other)).rejects.toMatchObject({ code: "conflict", what: "report" });
    const key = report.idempotencyKey;
    const answer = await loadOwnAside(asActor(person.user), key);
    expect(answer).toMatchObject({ level: "EMERGENCY", isRepeat: true });
    expect(answer.messages.length).toBeGreaterThan(0);
    for (const who of [(await aPatient(clinic)).user, person.therapist])
      await expect(loadOwnAside(asActor(who), key)).rejects.toMatchObject({ code: "not-found" });
    const begun = { screens: 9, answered: [] };
    expect((await loadCheckInForm(asActor(person.user), "full", { begun })).steps.length).toBeGreaterThan(0);
    await expect(loadCheckInForm(asActor(person.user), "full")).rejects.toMatchObject({ code: "not-found" });

    const listed = async () =>
      (await loadWorklist(asActor(person.therapist), { ...worklistQuerySchema.parse({}), q: "" })).rows.find(
        ({ id }) => id === person.patient.id,
      );
    expect(await listed()).toMatchObject({ group: "act-now", flags: { unreadReport: true } });
    const [row] = await asideOf(person);
    expect(row).toMatchObject({ why: "no-open-episode", level: "EMERGENCY", seenBy: null, said: { stage: "full" } });
    const reportId = row?.id ?? "";
    const stranger = await aPatient(await aClinic());
    for (const who of [person.user, stranger.therapist, (await aPatient(clinic)).therapist]) {
      await expect(seeReport(asActor(who), { reportId })).rejects.toMatchObject({ code: "not-found" });
    }
    await seeReport(asActor(person.therapist), { reportId });
    await seeReport(asActor(person.surgeon), { reportId });
    expect(await asideOf(person)).toMatchObject([{ seenBy: person.therapist.displayName }]);
    expect(await listed()).toBeUndefined();
  });

  it("that comes too late opens an alert where it worries, and holds nothing", async () => {
    const person = await aPatient(clinic);
    await aProgram(person);
    const late = checkIn({ dizziness: "mild, passed with rest" }, { reportedAt: ago(40), sentAt: ago(0) });
    const kept = { isKept: true, answer: { why: "too-old", level: "HOLD_NOTIFY_PT", isRepeat: false } };
    expect(await takeCheckIn(asActor(person.user), late)).toMatchObject(kept);
    expect(await written(person)).toEqual({ checkIns: 0, audits: 0, alerts: 1, holds: 0 });
  });

  it("is one that answers what is not asked, once its person can no longer mend it", async () => {
    const person = await aPatient(clinic);
    const given = { neckSwallow: "ok" };
    await expect(takeCheckIn(asActor(person.user), checkIn(given))).rejects.toMatchObject({ code: "invalid" });
    const late = checkIn(given, { reportedAt: ago(1), sentAt: ago(0) });
    expect(await takeCheckIn(asActor(person.user), late)).toMatchObject({ isKept: true, answer: { why: "not-asked" } });
  });

  it("is one of the time before the open episode, in which another one was open", async () => {
    const person = await aPatient(clinic);
    await anEndedEpisode(person);
    await aNewEpisode(person);
    const before = checkIn({}, { reportedAt: ago(1), sentAt: ago(0) });
    const kept = { isKept: true, answer: { why: "no-open-episode", level: "NORMAL_SORENESS" } };
    expect(await takeCheckIn(asActor(person.user), before)).toMatchObject(kept);
    expect(await takeCheckIn(asActor(person.user), checkIn())).toMatchObject({ isKept: false });
  });

  it("is not one that was in the record of the ended episode already and is sent again", async () => {
    const person = await aPatient(clinic);
    const first = checkIn({}, { reportedAt: ago(1), sentAt: ago(0) });
    const { answer } = await takeCheckIn(asActor(person.user), first);
    await anEndedEpisode(person);
    await aNewEpisode(person);
    const again = { isKept: false, answer: { ...answer, isRepeat: true } };
    expect(await takeCheckIn(asActor(person.user), first)).toMatchObject(again);
    expect(await aside(person)).toEqual({ kept: 0, audits: 0 });
  });

  it("is a correction of what was corrected before, or is not there: the worse of two is not lost", async () => {
    const person = await aPatient(clinic);
    const { answer } = await takeCheckIn(asActor(person.user), checkIn());
    const wrong = "checkInId" in answer ? answer.checkInId : "";
    const correction = (checkInId: string, given: object = {}) =>
      takeCheckIn(asActor(person.user), checkIn(given, { corrects: { checkInId, reason: "Wrong answer" } }));
    expect(await correction(wrong)).toMatchObject({ isKept: false });
    const kept = { isKept: true, answer: { why: "not-correctable", level: "EMERGENCY" } };
    expect(await correction(wrong, { chestPain: true })).toMatchObject(kept);
    expect(await correction(randomUUID(), { chestPain: true })).toMatchObject(kept);
    expect(await written(person)).toMatchObject({ checkIns: 2, alerts: 1, holds: 0 });
  });

  it("is the mark of a line that was not open: one that is held back tells as little as one that is not there", async () => {
    const person = await aPatient(clinic);
    const { lines, phase } = await aProgram(person);
    const heldBack = lines.find((line) => line.phase > phase)?.id;
    const marks = [heldBack, randomUUID()].map((lineId) =>
      exerciseMarkSchema.parse({ idempotencyKey: randomUUID(), lineId, outcome: "done" }),
    );
    const answers = await Promise.all(marks.map((mark) => takeMark(asActor(person.user), mark)));
    const kept = { why: "not-open", level: null, messages: [], isRepeat: false };
    expect(answers).toEqual(marks.map(() => ({ isKept: true, answer: kept, isClockCorrected: false })));
    expect(
      (await asideOf(person)).map(({ said }) => said.kind === "mark" && said.exercise !== null).toSorted(),
    ).toEqual([false, true]);
  });

  it("is kept by its patient alone, as it was sent: nobody else writes one, and nobody changes or removes it", async () => {
    const person = await aPatient(clinic);
    await anEndedEpisode(person);
    await takeCheckIn(asActor(person.user), checkIn());
    await expect(takeCheckIn(asActor(person.therapist), checkIn())).rejects.toMatchObject({ code: "not-found" });
    const copy =
      "INSERT INTO report_set_aside SELECT (jsonb_populate_record(x, '{}' || jsonb_build_object('id', uuidv7()))).* FROM report_set_aside x";
    for (const [who, sql] of [
      [person.therapist, copy],
      [person.therapist, "UPDATE report_set_aside SET why = 'too-old'"],
      [person.therapist, "DELETE FROM report_set_aside"],
      [person.user, "UPDATE report_set_aside SET seen_at = now(), seen_by_id = (SELECT id FROM clinic_user LIMIT 1)"],
      [person.surgeon, `UPDATE report_set_aside SET seen_at = now(), seen_by_id = '${person.therapist.id}'`],
    ] as const) {
      const write = acting(who, (tx) => tx.$executeRawUnsafe(sql));
      await expect(write, sql).rejects.toThrow(/row-level security|permission denied|PW061|read once/);
    }
    expect(await aside(person)).toEqual({ kept: 1, audits: 1 });
  });
});

describe("the phone's clock", () => {
  it("is corrected by what it shows while it sends; a retry with another clock is the same report", async () => {
    const person = await aPatient(clinic);
    const today = dayIn(clinic.timeZone, new Date());
    const ahead = checkIn({}, { reportedAt: ago(-1), sentAt: ago(-1), onDay: addDays(today, 1) });
    const taken = { isKept: false, isClockCorrected: true, answer: { onDay: today, isRepeat: false } };
    expect(await takeCheckIn(asActor(person.user), ahead)).toMatchObject(taken);
    const again = { ...ahead, sentAt: ago(-1.001) };
    expect(await takeCheckIn(asActor(person.user), again)).toMatchObject({ answer: { onDay: today, isRepeat: true } });
    const { lag } = await onlyRow(
      "SELECT abs(extract(epoch FROM received_at - reported_at)) < 60 AS lag FROM check_in WHERE patient_id = $1",
      person.patient.id,
    );
    expect(lag, "stored by the server's clock").toBe(true);
  });
});
