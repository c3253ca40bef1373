import type { Queue } from "pg-boss";

/** The schema in which pg-boss keeps its jobs. */
export const jobSchema = "pgboss";

/** Every hour: which clinics' day has begun and is not reviewed, and which ones' week is over and not judged? */
export const hourlyRound = "daily-reviews";
/** One clinic's review of one of its days. */
export const clinicReview = "daily-review-of-a-clinic";

/** One clinic's end of a calendar week: what the dosage rule proposes. */
export const clinicWeek = "week-of-a-clinic";

/** A quarter of an hour, then longer each time: a review that fails is tried again well within its day. */
const retried = { retryLimit: 5, retryDelay: 15 * 60, retryBackoff: true } as const;

/** The queues, made by the owner of the tables when the database is migrated. A job's data holds ids and days, never health data. */
export const queues: readonly Queue[] = [
  { name: hourlyRound, policy: "short", retryLimit: 0 },
  { name: clinicReview, policy: "standard", ...retried },
  { name: clinicWeek, policy: "standard", ...retried },
];
