import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { loadCheckInForm } from "@/lib/records/check-ins/load-form";
import { loadCheckInResult } from "@/lib/records/check-ins/load-result";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { loadToday } from "@/lib/records/today/load-today";
import { checkInSchema } from "@/lib/schemas/check-in";
import { aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";
import { quietAnswers } from "./quiet-answers";

const hour = 3_600_000;
const stage = (person: TestPatient, given: object, at: Date) =>
  reportCheckIn(
    asActor(person.user),
    checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: quietAnswers, ...given }),
    at,
  );

test("a report is corrected within 24 hours, by its id or by the phone's own key, and no later", async () => {
  const person = await aPatient(await aClinic());
  const now = Date.now();
  const idempotencyKey = randomUUID();
  const wrong = await stage(person, { idempotencyKey }, new Date(now - 23 * hour));
  const corrects = { checkInId: idempotencyKey, reason: "I chose the wrong answer" };
  expect(await loadCheckInResult(asActor(person.user), idempotencyKey)).toMatchObject({
    checkInId: wrong.checkInId,
    mayCorrect: true,
  });
  const right = await stage(person, { corrects }, new Date(now));
  expect(right.onDay).toBe(wrong.onDay);
  const form = async (correctsId: string) =>
    (await loadCheckInForm(asActor(person.user), "full", { corrects: correctsId })).correction;
  expect(await form(idempotencyKey)).toMatchObject({ checkInId: wrong.checkInId, refusal: "corrected" });
  expect(await form(right.checkInId)).toMatchObject({ refusal: null, isHeld: false });
  expect(await form(randomUUID())).toBeNull();
  expect(await queriesOf(() => form(right.checkInId))).toBeLessThanOrEqual(5);

  const late = await stage(person, {}, new Date(now - 25 * hour));
  await expect(
    stage(person, { corrects: { ...corrects, checkInId: late.checkInId } }, new Date(now)),
  ).rejects.toMatchObject({ code: "refused", reason: "tooLateToCorrect" });
  expect(await form(late.checkInId)).toMatchObject({ refusal: "tooLate" });
  expect(await loadCheckInResult(asActor(person.user), late.checkInId)).toMatchObject({ mayCorrect: false });
  const written = aDatabase().superuser.query(
    `INSERT INTO check_in (clinic_id, patient_id, episode_id, idempotency_key, fingerprint, stage, on_day, reported_at, answers, level, fired, missing, corrects_id, correction_reason)
     SELECT clinic_id, patient_id, episode_id, $2, fingerprint, stage, on_day, now(), answers, level, fired, missing, id, 'x' FROM check_in WHERE id = $1`,
    [late.checkInId, randomUUID()],
  );
  await expect(written).rejects.toMatchObject({ code: "PW062" });
});

test("Today knows what was told after the sessions of two days, without what was entered in error", async () => {
  const person = await aPatient(await aClinic());
  const pain = {
    stage: "after",
    answers: {
      nprsDuring: 3,
      painLocation: "none",
      painCharacter: "none",
      fatigue: "normal",
      dizziness: "none",
      sob: "none",
    },
  };
  const wrong = await stage(person, pain, new Date());
  await stage(person, { ...pain, corrects: { checkInId: wrong.checkInId, reason: "wrong" } }, new Date());
  await stage(person, { stage: "follow-up", answers: { nprsAfter: 2, hoursIncreased: 1.5 } }, new Date());
  const { told, fewHours } = await loadToday(asActor(person.user));
  expect(told.map(({ stage: of, hours }) => [of, hours])).toEqual([
    ["after", null],
    ["follow-up", 1.5],
  ]);
  expect(fewHours).toBeGreaterThan(0);
});
