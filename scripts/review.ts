import { closeConnections } from "@/lib/db/client";
import { todaysReviews } from "@/lib/jobs/due-reviews";
import { runWeek } from "@/lib/records/proposals/run-week";
import { runDailyReview } from "@/lib/records/reviews/run-daily-review";
import { orRefuse, Refusal, say } from "./lib/say.js";

await orRefuse(async () => {
  if (!process.env["DATABASE_URL"] || !process.env["NEXTAUTH_SECRET"]) {
    throw new Refusal("Needs what the server runs with: DATABASE_URL (the application's role) and NEXTAUTH_SECRET.");
  }
  try {
    const now = new Date();
    for (const { clinicId, day } of await todaysReviews(now)) {
      const { people, tasks } = await runDailyReview(clinicId, day, now);
      const { programs, proposals } = await runWeek(clinicId, day);
      say(
        `${clinicId}  ${day}  ${people} people reviewed, ${tasks} tasks opened; ` +
          `last week of ${programs} programs judged, ${proposals} changes of a dose proposed`,
      );
    }
  } finally {
    await closeConnections();
  }
});
