import { fromPrisma } from "pg-boss";
import { afterEach, describe, expect, test } from "vitest";
import { addDays, dayIn, mondayOf } from "@/lib/dates";
import { dueReviews, jobIdOf } from "@/lib/jobs/due-reviews";
import { openQueue } from "@/lib/jobs/open-queue";
import { clinicReview, clinicWeek } from "@/lib/jobs/queues";
import { startWorker } from "@/lib/jobs/start-worker";
import { aClinic, acting, aTherapist } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aSilentPatient, tasksOf } from "./given";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function jobs(name = clinicReview): Promise<{ id: string; state: string; data: unknown }[]> {
  const { rows } = await aDatabase().superuser.query<{ id: string; state: string; data: unknown }>(
    "SELECT id, state, data FROM pgboss.job WHERE name = $1 ORDER BY created_on",
    [name],
  );
  return rows;
}

describe("which days are due", () => {
  test("is told by each clinic's own clock, from four in the morning", async () => {
    const chicago = await aClinic();
    const madrid = await aClinic({ timeZone: "Europe/Madrid", country: "ES", emergencyNumber: "112" });
    for (const clinic of [chicago, madrid]) await aTherapist(clinic);
    const of = async (at: string) =>
      (await dueReviews(new Date(at)))
        .filter(({ clinicId }) => [chicago.id, madrid.id].includes(clinicId))
        .map(({ clinicId, day }) => `${clinicId === chicago.id ? "Chicago" : "Madrid"} ${day}`)
        .sort();
    expect(await of("2026-11-21T02:59:00Z")).toEqual(["Chicago 2026-11-20"]);
    expect(await of("2026-11-21T03:00:00Z")).toEqual(["Chicago 2026-11-20", "Madrid 2026-11-21"]);
    expect(await of("2026-11-21T05:59:00Z")).toEqual(["Chicago 2026-11-20", "Madrid 2026-11-21"]);
    expect(await of("2026-11-21T06:00:00Z")).toEqual(["Madrid 2026-11-21"]);
    expect(await of("2026-11-21T10:00:00Z")).toEqual(["Chicago 2026-11-21", "Madrid 2026-11-21"]);
  });
});

describe("the queue", () => {
  test("keeps no job of a transaction that is rolled back, and one job for a clinic and a day", async () => {
    const person = await aSilentPatient(await aClinic(), 4);
    const boss = openQueue({ isWorker: false });
    await boss.start();
    stops.push(() => boss.stop({ graceful: false, close: false }));
    const due = { clinicId: person.clinic.id, day: "2026-11-20" };
    const send = (fails: boolean) =>
      acting(person.therapist, async (tx) => {
        await boss.send(clinicReview, due, { id: jobIdOf(due), db: fromPrisma(tx) });
        if (fails) throw new Error("not this time");
      });
    await expect(send(true)).rejects.toThrow("not this time");
    expect(await jobs()).toEqual([]);
    await send(false);
    await send(false);
    expect(await jobs()).toMatchObject([{ id: jobIdOf(due), data: due }]);
    await boss.deleteAllJobs(clinicReview);
  });
});

describe("the worker", () => {
  test("reviews the day and the last week of every clinic once, as the application, and a worker that starts again does not repeat it", async () => {
    const people = [
      await aSilentPatient(await aClinic(), 5),
      await aSilentPatient(await aClinic({ timeZone: "Asia/Tokyo", country: "JP", emergencyNumber: "119" }), 5),
    ];
    // Noon in London tomorrow: in Chicago and in Tokyo the morning of that day is over.
    const noon = new Date(`${addDays(dayIn("UTC", new Date()), 1)}T12:00:00Z`);
    const clinics = await dueReviews(noon);
    const given = { now: () => noon, pollingSeconds: 0.5 };
    const worker = await startWorker(given);
    const done = async () =>
      [...(await jobs()), ...(await jobs(clinicWeek))].filter(({ state }) => state === "completed").length;
    await expect.poll(done, { timeout: 15_000 }).toBe(2 * clinics.length);
    await worker.stop();
    for (const person of people) expect(await tasksOf(person)).toMatchObject([{ cause: "no-checkin" }]);
    expect((await jobs()).map(({ data }) => data)).toEqual(expect.arrayContaining(clinics));
    const weeks = clinics.map(({ clinicId, day }) => ({ clinicId, week: mondayOf(day) }));
    expect((await jobs(clinicWeek)).map(({ data }) => data)).toEqual(expect.arrayContaining(weeks));
    const again = await startWorker(given);
    stops.push(() => again.stop());
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (const name of [clinicReview, clinicWeek]) expect(await jobs(name)).toHaveLength(clinics.length);
  });
});
