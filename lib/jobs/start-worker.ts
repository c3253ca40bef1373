import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { runWeek } from "@/lib/records/proposals/run-week";
import { runDailyReview } from "@/lib/records/reviews/run-daily-review";
import { dueReviews, dueWeeks, jobIdOf, weekJobIdOf } from "./due-reviews";
import { openQueue } from "./open-queue";
import { clinicReview, clinicWeek, hourlyRound } from "./queues";

const reviewJob = z.strictObject({ clinicId: z.uuid(), day: z.iso.date() });
const weekJob = z.strictObject({ clinicId: z.uuid(), week: z.iso.date() });

export type Worker = {
  /** Takes no job any more and waits for the one at hand; the pool stays open for the requests that still run. */
  stop: () => Promise<void>;
};

/**
 * Takes jobs in this process. The round runs every hour, and at once: a server that was down catches up.
 * @param given the clock and how often the queue is looked at, for tests
 */
export async function startWorker(given: { now?: () => Date; pollingSeconds?: number } = {}): Promise<Worker> {
  const { now = () => new Date(), pollingSeconds = 30 } = given;
  const polling = { pollingIntervalSeconds: pollingSeconds };
  const boss = openQueue({ isWorker: true });
  await boss.start();
  await boss.work(hourlyRound, polling, async () => {
    await sendDueReviews(boss, now());
    await sendDueWeeks(boss, now());
  });
  await boss.work<unknown>(clinicReview, polling, async (jobs) => {
    for (const { data } of jobs) {
      await review(data, now());
    }
  });
  await boss.work<unknown>(clinicWeek, polling, async (jobs) => {
    for (const { data } of jobs) {
      await endWeek(data, now());
    }
  });
  await boss.schedule(hourlyRound, "7 * * * *");
  await boss.send(hourlyRound, {});
  return { stop: () => boss.stop({ graceful: true, close: false, timeout: 20_000 }) };
}

function review(data: unknown, now: Date): Promise<void> {
  return orItsKind("the review", async () => {
    const { clinicId, day } = reviewJob.parse(data);
    await runDailyReview(clinicId, day, now);
  });
}

/** A week is judged while it is the last one: a job that waited longer has nothing to say any more. */
function endWeek(data: unknown, now: Date): Promise<void> {
  return orItsKind("the week's end", async () => {
    const { clinicId, week } = weekJob.parse(data);
    const due = (await dueWeeks(now)).find((clinic) => clinic.clinicId === clinicId);
    if (due?.week === week) await runWeek(clinicId, due.day);
  });
}

/** What went wrong is kept with the job: its kind only, for an error's words may quote a record. */
async function orItsKind(job: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new Error(`${job} failed: ${error instanceof Error ? error.name : "unknown"}`);
  }
}

/** One job for each clinic and day that has none yet. */
async function sendDueReviews(boss: PgBoss, now: Date): Promise<void> {
  for (const review of await dueReviews(now)) await boss.send(clinicReview, review, { id: jobIdOf(review) });
}

/** One job for each clinic and week that has none yet. */
async function sendDueWeeks(boss: PgBoss, now: Date): Promise<void> {
  for (const { clinicId, week } of await dueWeeks(now)) {
    await boss.send(clinicWeek, { clinicId, week }, { id: weekJobIdOf({ clinicId, week }) });
  }
}
