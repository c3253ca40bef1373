import { expect, it } from "vitest";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { whyAside } from "@/lib/records/reports/why-aside";
import { checkInSchema } from "@/lib/schemas/check-in";

const now = new Date("2026-11-20T15:00:00Z");
const report = checkInSchema.parse({
  idempotencyKey: "0190f000-0000-7000-8000-000000000001",
  stage: "full",
  answers: { nprsBefore: 3 },
});
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

it.each<[string, Error, string | null]>([
  ["no episode is open", new NotFound("episode"), "no-open-episode"],
  ["the exercise was not open", new NotFound("exercise"), "not-open"],
  ["it corrects what is not in the record", new NotFound("check-in"), "not-correctable"],
  ["it corrects what was corrected already", new Conflict("correction", null), "not-correctable"],
  ["its key was used for another report", new Conflict("check-in", null), null],
  ["it corrects too late", new Refused("tooLateToCorrect"), "not-correctable"],
  ["its day lies too far back", new Invalid({ onDay: "tooOld" }), "too-old"],
])("keeps a report where %s, and says why", (_, error, why) => {
  expect(whyAside(error, report, now, now)).toBe(why);
});

it("gives back what is not asked while its person is there to mend it, whatever their clock, and keeps it later", () => {
  const notAsked = new Invalid({ "answers.neckSwallow": "notAsked" });
  expect(whyAside(notAsked, report, minutesAgo(9), now)).toBeNull();
  expect(whyAside(notAsked, report, minutesAgo(11), now)).toBe("not-asked");
});
