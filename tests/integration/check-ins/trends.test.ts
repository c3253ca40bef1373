import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Stage } from "@/lib/clinical/triage-content";
import { addDays, dateOf, dayIn } from "@/lib/dates";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { checkInSchema } from "@/lib/schemas/check-in";
import { acting, aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { quietAnswers } from "./quiet-answers";

const { nprsBefore: _before, nprsDuring: _during, nprsAfter: _after, hoursIncreased: _hours, ...rest } = quietAnswers;
const { painLocation: _location, painCharacter: _character, fatigue: _fatigue, medicationChanged: _m, ...signs } = rest;
const after = { painLocation: "local", painCharacter: "ache", dizziness: "none", sob: "none", fatigue: "normal" };

function stage(person: TestPatient, name: Stage, answers: object, corrects?: string) {
  const correction = corrects === undefined ? {} : { corrects: { checkInId: corrects, reason: "wrong" } };
  return reportCheckIn(
    asActor(person.user),
    checkInSchema.parse({ idempotencyKey: randomUUID(), stage: name, answers, ...correction }),
  );
}
const levels = async ({ patient }: TestPatient) => {
  const { rows } = await aDatabase().superuser.query<{ fired: { rule: string }[] }>(
    "SELECT fired FROM check_in WHERE patient_id = $1 ORDER BY received_at, id",
    [patient.id],
  );
  return rows.map(({ fired }) => fired.some(({ rule }) => rule === "two-reduce-in-row"));
};

test("the stages of one session are one; a correction stays in the place of what it corrects", async () => {
  const person = await aPatient(await aClinic());
  await aProgram(person);
  const session = async (nprsDuring: number) => {
    const { checkInId } = await stage(person, "before", { ...signs, nprsBefore: 2 });
    await stage(person, "after", { ...after, nprsDuring });
    return checkInId;
  };
  const first = await session(5);
  await stage(person, "follow-up", { nprsAfter: 4, hoursIncreased: 4 });
  expect(await levels(person)).toEqual([false, false, false]);
  await stage(person, "before", { ...signs, nprsBefore: 2 }, first);
  await session(2);
  await session(5);
  expect((await levels(person)).slice(3)).toEqual([false, false, false, false, false]);
  await session(5);
  expect((await levels(person)).slice(8)).toEqual([false, true]);
});

test("in the persistent pain pathway pain is compared with the first week, however long ago", async () => {
  const clinic = await aClinic();
  const person = await aPatient(clinic, { weeks: 40 });
  const today = dayIn(clinic.timeZone, new Date());
  const { rowCount } = await aDatabase().superuser.query(
    "UPDATE episode SET protocol_id = 'fbss', pathway_start = $2 WHERE id = $1",
    [person.episode.id, dateOf(addDays(today, -100))],
  );
  expect(rowCount).toBe(1);
  for (const daysAgo of [120, 119, 118]) await aCheckIn(person, { daysAgo, answers: { nprsBefore: 7 } });
  for (const daysAgo of [98, 97, 96]) await aCheckIn(person, { daysAgo, answers: { nprsBefore: 2 } });
  for (const daysAgo of [25, 24, 23, 2, 1])
    await aCheckIn(person, { daysAgo, answers: { nprsBefore: 5, nprsDuring: 5 } });
  const { level } = await stage(person, "full", { ...quietAnswers, nprsBefore: 5, nprsDuring: 5, nprsAfter: 5 });
  expect(level).toBe("HOLD_NOTIFY_PT");
  const alerts = await acting(person.therapist, (tx) =>
    tx.alert.findMany({
      where: { patientId: person.patient.id },
      orderBy: { cause: "asc" },
      select: { cause: true, level: true, ownerId: true },
    }),
  );
  expect(alerts).toEqual([
    { cause: "fbss-worsening", level: "HOLD_NOTIFY_PT", ownerId: person.therapist.id },
    { cause: "fbss-worsening:surgeon", level: null, ownerId: person.surgeon.id },
  ]);
});
