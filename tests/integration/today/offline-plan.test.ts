import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { judgeCheckIn } from "@/lib/check-in/judge";
import { addDays, dayIn } from "@/lib/dates";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { loadOfflinePlan } from "@/lib/records/today/load-offline-plan";
import { loadToday } from "@/lib/records/today/load-today";
import { checkInSchema } from "@/lib/schemas/check-in";
import { offlinePlanSchema } from "@/lib/schemas/offline-plan";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, aPatient, asActor, type TestClinic, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";
import { quietAnswers } from "../check-ins/quiet-answers";
import { order } from "../restrictions/given";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

/** As the phone reads it. */
const planOf = async ({ user }: TestPatient) =>
  offlinePlanSchema.parse(JSON.parse(JSON.stringify(await loadOfflinePlan(asActor(user)))));

const aPersonWithProgram = async (untilInDays?: number) => {
  const person = await aPatient(clinic, { after: "epidural", days: 10 });
  await aProgram(person);
  const untilDay =
    untilInDays === undefined ? {} : { untilDay: addDays(dayIn(clinic.timeZone, new Date()), untilInDays) };
  await aGrantedClearance(person, "PROGRAM_START", untilDay);
  return person;
};

describe("the plan of a phone", () => {
  test("is Today with what each exercise needs, in few statements, and is audited", async () => {
    const person = await aPersonWithProgram();
    expect(await queriesOf(() => loadOfflinePlan(asActor(person.user)))).toBeLessThanOrEqual(8);
    const [plan, today] = [await planOf(person), await loadToday(asActor(person.user))];
    expect(plan.person).toEqual({ userId: person.user.id, name: person.user.displayName });
    expect(plan.lines.map(({ id }) => id)).toEqual([...today.lines, ...today.notToday].map(({ id }) => id));
    expect(plan.lines.every(({ figure, texts }) => figure !== null && texts.steps.length > 0)).toBe(true);
    expect(plan.today).toMatchObject({ day: today.day, daysSince: today.daysSince, hold: null });
    const { rows } = await aDatabase().superuser.query<{ count: number }>(
      "SELECT count(*)::int FROM audit_event WHERE patient_id = $1 AND act = 'today.read'",
      [person.patient.id],
    );
    expect(rows).toEqual([{ count: 3 }]);
  });

  test("notes no decision as seen, which a phone fetches by itself; Today does", async () => {
    const person = await aPersonWithProgram();
    const seen = async () =>
      (await aDatabase().superuser.query("SELECT FROM clearance_seen WHERE patient_id = $1", [person.patient.id]))
        .rowCount;
    await planOf(person);
    expect(await seen()).toBe(0);
    await loadToday(asActor(person.user));
    expect(await seen()).toBeGreaterThan(0);
  });

  test("shows a line no longer than the grant behind it, and never one that a restriction holds back", async () => {
    const [open, ending] = [await planOf(await aPersonWithProgram()), await planOf(await aPersonWithProgram(2))];
    const last = (days: number) => addDays(open.today.day, days);
    expect(new Set(open.lines.map(({ shownThrough }) => shownThrough))).toEqual(new Set([last(7)]));
    expect(new Set(ending.lines.map(({ shownThrough }) => shownThrough))).toEqual(new Set([last(2)]));
    const person = await aPersonWithProgram();
    await order(person, { kind: "no-bending" });
    const held = await planOf(person);
    expect(held.lines.length).toBeLessThan(open.lines.length);
    const today = await loadToday(asActor(person.user));
    expect(held.lines.map(({ id }) => id)).toEqual(today.lines.map(({ id }) => id));
  });

  test("judges a check-in as the server does, by what was reported before", async () => {
    const person = await aPersonWithProgram();
    const send = (answers: object) =>
      reportCheckIn(
        asActor(person.user),
        checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers }),
      );
    const levels: string[] = [];
    for (const given of [{}, { fatigue: "excessive, gone next day" }, { nprsBefore: 9 }, { chestPain: true }]) {
      const { judging, today } = await planOf(person);
      const answers = { ...quietAnswers, injectionLimbWeak: false, ...given };
      const judged = judgeCheckIn(
        { stage: "full", answers, episode: judging.episode, earlier: judging.earlier, onDay: today.day },
        judging.content,
        judging.settings,
      );
      const { level } = await send(answers);
      expect(judged.result.level).toBe(level);
      levels.push(level);
    }
    expect(new Set(levels).size).toBeGreaterThan(2);
    expect((await planOf(person)).today.hold).toMatchObject({ isSuspension: true });
  });

  test("is nobody's but the patient's, and nothing without an open episode", async () => {
    const person = await aPatient(clinic);
    await expect(loadOfflinePlan(asActor(person.therapist))).rejects.toMatchObject({ code: "not-found" });
    await expect(loadOfflinePlan({ ...asActor(person.user), patientId: randomUUID() })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
