import { createHash } from "node:crypto";
import { z } from "zod";
import { dayIn, hourIn, mondayOf, type Day } from "@/lib/dates";
import { connections } from "@/lib/db/client";

/** One clinic's day to review. */
export type DueReview = { clinicId: string; day: Day };

/** One clinic's end of a week: `day` is the local day, `week` the Monday on or before it. */
export type DueWeek = { clinicId: string; day: Day; week: Day };

/** The local hour from which a day is reviewed: by then phones that were offline in the evening have told. */
const firstHour = 4;

const clinicRows = z.array(z.strictObject({ clinic_id: z.uuid(), time_zone: z.string() }));

/** The local day of every clinic, whatever the hour there. */
export async function todaysReviews(now: Date): Promise<DueReview[]> {
  return (await clinics()).map(({ clinic_id, time_zone }) => ({ clinicId: clinic_id, day: dayIn(time_zone, now) }));
}

/** The local day of every clinic where it is past four in the morning. */
export async function dueReviews(now: Date): Promise<DueReview[]> {
  return (await clinics())
    .filter(({ time_zone }) => hourIn(time_zone, now) >= firstHour)
    .map(({ clinic_id, time_zone }) => ({ clinicId: clinic_id, day: dayIn(time_zone, now) }));
}

/** Every clinic where it is past four in the morning: from Monday on its calendar week before can be judged, on whichever day of this week. */
export async function dueWeeks(now: Date): Promise<DueWeek[]> {
  return (await dueReviews(now)).map(({ clinicId, day }) => ({ clinicId, day, week: mondayOf(day) }));
}

/** The same id for the same clinic and day: a job that is kept or done is not made again. */
export function jobIdOf({ clinicId, day }: DueReview): string {
  return idOf(`daily-review ${clinicId} ${day}`);
}

/** The same id on every day of the week: a server that was down on Monday catches up once. */
export function weekJobIdOf({ clinicId, week }: Omit<DueWeek, "day">): string {
  return idOf(`week ${clinicId} ${week}`);
}

function idOf(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function clinics() {
  const { rows } = await connections().pool.query("SELECT clinic_id, time_zone FROM clinics_with_time_zone()");
  return clinicRows.parse(rows);
}
