import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { runDailyReview } from "@/lib/records/reviews/run-daily-review";
import { dueReviews, jobIdOf } from "./due-reviews";
import { openQueue } from "./open-queue";
import { clinicReview, hourlyRound } from "./queues";

const reviewJob = z.strictObject({ clinicId: z.uuid(), day: z.iso.date() });

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
  await boss.work(hourlyRound, polling, () => sendDueReviews(boss, now()));
  await boss.work<unknown>(clinicReview, polling, async (jobs) => {
    for (const { data } of jobs) {
      await review(data, now());
    }
  });
  await boss.schedule(hourlyRound, "7 * * * *");
  await boss.send(hourlyRound, {});
  return { stop: () => boss.stop({ graceful: true, close: false, timeout: 20_000 }) };
}

/** What went wrong is kept with the job: its kind only, for an error's words may quote a record. */
async function review(data: unknown, now: Date): Promise<void> {
  try {
    const { clinicId, day } = reviewJob.parse(data);
    await runDailyReview(clinicId, day, now);
  } catch (error) {
    throw new Error(`the review failed: ${error instanceof Error ? error.name : "unknown"}`);
  }
}

/** One job for each clinic and day that has none yet. */
async function sendDueReviews(boss: PgBoss, now: Date): Promise<void> {
  for (const review of await dueReviews(now)) await boss.send(clinicReview, review, { id: jobIdOf(review) });
}
