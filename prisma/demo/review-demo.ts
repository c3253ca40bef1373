import type { Actor } from "@/lib/access/actor";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { resolveAlert } from "@/lib/records/alerts/resolve-alert";
import { proposeWeek } from "@/lib/records/proposals/run-week";
import { runDailyReview, runReviewOfPeople } from "@/lib/records/reviews/run-daily-review";
import type { Person } from "./person";
import type { DemoClinic } from "./write-demo";

/** Whose last week is judged when the demo begins; a server that takes jobs judges everybody's. */
const judged: ReadonlySet<string> = new Set(["guadalupe", "verbena"]);

/**
 * The daily reviews of the demo clinic by the product's own verb: those whose tasks are answered already, then today's; and the end of last week for
 * some, so that there are changes to read and sign.
 */
export async function reviewDemo(clinic: DemoClinic, people: readonly Person[], now: Date): Promise<void> {
  for (const person of people) {
    const { answeredReview } = person.story;
    if (answeredReview) await reviewAndAnswer(person, answeredReview);
  }
  const today = dayIn(clinic.timeZone, now);
  await runDailyReview(clinic.id, today, now);
  for (const { story, programId } of people) {
    if (judged.has(story.key)) await proposeWeek(clinic.id, programId, today);
  }
}

/** The review of a day of the story, and what the therapist made of its tasks. */
async function reviewAndAnswer(
  { clinicId, patientId, therapist, clock }: Person,
  { day, words }: { day: number; words: string },
): Promise<void> {
  await runReviewOfPeople(clinicId, clock.dayOf(day), clock.at(day, "06:00"));
  for (const { id: alertId, version } of await openTasks(therapist, patientId)) {
    await acknowledgeAlert(therapist, { alertId, version }, clock.at(day, "09:10"));
    await resolveAlert(therapist, { alertId, version: version + 1, reason: words }, clock.at(day + 2, "16:30"));
  }
}

function openTasks(therapist: Actor, patientId: string): Promise<{ id: string; version: number }[]> {
  return inClinic(therapist, (tx) =>
    tx.alert.findMany({ where: { patientId, level: null, state: "open" }, select: { id: true, version: true } }),
  );
}
