import { describe, expect, test } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { resolveAlert } from "@/lib/records/alerts/resolve-alert";
import { runDailyReview } from "@/lib/records/reviews/run-daily-review";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { worklistQuerySchema } from "@/lib/schemas/worklist";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { acting, aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";
import { aPathwayPatient, aSilentPatient, inThePast, tasksOf } from "./given";

const todayOf = ({ clinic }: TestPatient) => dayIn(clinic.timeZone, new Date());
const review = (person: TestPatient) => runDailyReview(person.clinic.id, todayOf(person));

async function audits(person: TestPatient) {
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(
    `SELECT act, actor_id AS "actorId", actor_role AS role, patient_id AS "patientId" FROM audit_event
     WHERE clinic_id = $1 AND actor_role = 'system' ORDER BY at, id`,
    [person.clinic.id],
  );
  return rows;
}

/** Everything of the patient's tasks answered by the care team. */
async function resolveAll({ clinic, patient, therapist }: TestPatient) {
  await acting(therapist, (tx) =>
    tx.alert.updateMany({
      where: { clinicId: clinic.id, patientId: patient.id },
      data: { state: "resolved", resolvedById: therapist.id, resolvedAt: new Date(), resolution: "called", version: 9 },
    }),
  );
}

describe("somebody who has not reported", () => {
  test("is a task of the team's therapist, once, audited as the product's own act", async () => {
    const person = await aSilentPatient(await aClinic(), 4);
    expect(await review(person)).toMatchObject({ people: 1, tasks: 1 });
    const task = {
      ...{ cause: "no-checkin", occasion: `${addDays(todayOf(person), -4)}:4:missed`, level: null, state: "open" },
      ...{ ownerId: person.therapist.id, settingsVersion: 0 },
    };
    expect(await tasksOf(person)).toEqual([task]);
    const patientId = person.patient.id;
    expect(await audits(person)).toEqual([
      { act: "alert.open", actorId: null, role: "system", patientId },
      { act: "review.run", actorId: null, role: "system", patientId: null },
    ]);
    expect(await review(person)).toMatchObject({ people: 1, tasks: 0 });
    await resolveAll(person);
    expect(await review(person)).toMatchObject({ people: 1, tasks: 0 });
    expect(await tasksOf(person)).toEqual([{ ...task, state: "resolved" }]);
  });

  test("and has, or began only the day before yesterday, or may do nothing, is none", async () => {
    const clinic = await aClinic();
    const told = await aSilentPatient(clinic, 4);
    await aCheckIn(told, { daysAgo: 1 });
    const fresh = await aSilentPatient(clinic, 2);
    const stopped = await aSilentPatient(clinic, 4);
    await inThePast(
      `INSERT INTO hold (clinic_id, program_id, patient_id, cause, surgeon_only, easy_activity_allowed, placed_at)
       SELECT clinic_id, id, patient_id, 'fever', true, false, now() - interval '2 days' FROM program WHERE patient_id = $1`,
      [stopped.patient.id],
    );
    const notBegun = await aPatient(clinic);
    expect(await review(told)).toMatchObject({ people: 4, tasks: 0 });
    expect([await tasksOf(told), await tasksOf(fresh), await tasksOf(stopped), await tasksOf(notBegun)].flat()).toEqual(
      [],
    );
  });

  test("of another clinic is not looked at", async () => {
    const [one, other] = [await aSilentPatient(await aClinic(), 4), await aSilentPatient(await aClinic(), 4)];
    await review(one);
    expect(await tasksOf(other)).toEqual([]);
  });

  test("is judged by the clinic's number, whose version stays with the task", async () => {
    const person = await aSilentPatient(await aClinic(), 4);
    const { clinic, surgeon } = person;
    const set = (number: number, missedSessions: number) =>
      acting(surgeon, (tx) =>
        tx.clinicSettings.createMany({
          data: {
            ...{ clinicId: clinic.id, number, values: { "rule.missedSessions": missedSessions } },
            ...{ reason: "agreed", changedById: surgeon.id },
          },
        }),
      );
    await set(1, 5);
    expect(await review(person)).toMatchObject({ tasks: 0 });
    await set(2, 4);
    expect(await review(person)).toMatchObject({ tasks: 1 });
    expect(await tasksOf(person)).toMatchObject([{ settingsVersion: 2 }]);
  });
});

describe("the checkpoints", () => {
  test("of the persistent pain pathway: the therapist's at week 6, the surgeon's at week 12 beside it", async () => {
    const clinic = await aClinic();
    const today = dayIn(clinic.timeZone, new Date());
    const start = addDays(today, -42);
    const person = await aPathwayPatient(clinic, start);
    for (const daysAgo of [40, 39, 38, 2, 1]) await aCheckIn(person, { daysAgo, answers: { nprsBefore: 5 } });
    await runDailyReview(clinic.id, addDays(today, -1));
    expect(await tasksOf(person)).toEqual([]);
    await runDailyReview(clinic.id, today);
    const therapists = { cause: "fbss-reevaluation", occasion: `${start}:6:no-benefit`, ownerId: person.therapist.id };
    expect(await tasksOf(person)).toMatchObject([therapists]);
    await runDailyReview(clinic.id, addDays(today, 42));
    expect(await tasksOf(person)).toMatchObject([
      therapists,
      { cause: "fbss-reevaluation:surgeon", occasion: `${start}:12:no-check-ins`, ownerId: person.surgeon.id },
    ]);
  });

  test("of an injection: both are told on day 14, and a correction counts instead of what it corrects", async () => {
    const clinic = await aClinic();
    const person = await aPatient(clinic, { after: "epidural", days: 14 });
    await inThePast("UPDATE episode SET created_at = procedure_date WHERE id = $1", [person.episode.id]);
    for (const daysAgo of [12, 11]) await aCheckIn(person, { daysAgo, answers: { nprsBefore: 6 } });
    const { id } = await aCheckIn(person, { daysAgo: 1, answers: { nprsBefore: 2 } });
    const right = await aCheckIn(person, { daysAgo: 1, answers: { nprsBefore: 6 } });
    expect(await review(person)).toMatchObject({ tasks: 0 });
    await inThePast("ALTER TABLE check_in DISABLE TRIGGER USER", []);
    await inThePast("UPDATE check_in SET corrects_id = $2, correction_reason = 'wrong' WHERE id = $1", [right.id, id]);
    await inThePast("ALTER TABLE check_in ENABLE TRIGGER USER", []);
    expect(await review(person)).toMatchObject({ tasks: 2 });
    const occasion = `${person.episode.procedureDate}:14:no-benefit`;
    expect(await tasksOf(person)).toMatchObject([
      { cause: "injection-no-benefit", occasion, ownerId: person.therapist.id },
      { cause: "injection-no-benefit:surgeon", occasion, ownerId: person.surgeon.id },
    ]);
  });
});

describe("a task", () => {
  const reason = "Called: back to daily walks.";

  test("is answered with a reason by whose it is, not by the other profession", async () => {
    const clinic = await aClinic();
    const person = await aPatient(clinic, { after: "epidural", days: 14 });
    await inThePast("UPDATE episode SET created_at = procedure_date WHERE id = $1", [person.episode.id]);
    await review(person);
    const { rows } = await loadWorklist(asActor(person.surgeon), { ...worklistQuerySchema.parse({}), q: "" });
    const alerts = rows[0]?.alerts ?? [];
    expect(rows[0]?.group).toBe("today");
    expect(alerts.map(({ isMine, mayAnswer, level }) => [isMine, mayAnswer, level])).toEqual([
      [false, false, null],
      [true, true, null],
    ]);
    expect(alerts.map(({ ruleName, task }) => [ruleName?.en, task?.because.en, task?.source])).toEqual(
      ["Ask the patient", "Ask the patient"].map((what) => [
        "No benefit 2 weeks after injection",
        `Day 14 after the injection: no check-ins to judge by. ${what} about pain and daily life.`,
        ["UIC-INJ", "BLUEMTN-ESI"],
      ]),
    );
    const [therapists, surgeons] = alerts;
    if (!therapists || !surgeons) throw new Error("two tasks were raised");
    for (const [who, { id }] of [
      [person.surgeon, therapists],
      [person.therapist, surgeons],
    ] as const) {
      await expect(acknowledgeAlert(asActor(who), { alertId: id, version: 1 })).rejects.toThrow(Refused);
      await expect(resolveAlert(asActor(who), { alertId: id, version: 1, reason })).rejects.toThrow(Refused);
    }
    await acknowledgeAlert(asActor(person.surgeon), { alertId: surgeons.id, version: 1 });
    await resolveAlert(asActor(person.surgeon), { alertId: surgeons.id, version: 2, reason });
    await resolveAlert(asActor(person.therapist), { alertId: therapists.id, version: 1, reason });
    expect(await tasksOf(person)).toMatchObject([{ state: "resolved" }, { state: "resolved" }]);
  });
});

test("the number of statements does not depend on the number of patients", async () => {
  const clinic = await aClinic();
  const first = await aSilentPatient(clinic, 4);
  const one = await queriesOf(() => review(first));
  for (let more = 0; more < 4; more += 1) await aSilentPatient(clinic, 4);
  await aPathwayPatient(clinic, addDays(todayOf(first), -42));
  let run: unknown;
  const six = await queriesOf(async () => (run = await review(first)));
  expect(run).toMatchObject({ people: 6, tasks: 5 });
  expect(six).toBe(one);
  expect(six).toBeLessThanOrEqual(8);
});
