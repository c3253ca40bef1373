import { expect, it } from "vitest";
import { isClockOff, readWhen } from "@/lib/records/check-ins/when";

const zone = "America/New_York";
const now = new Date("2026-11-20T15:00:00Z");
const read = (told: Parameters<typeof readWhen>[0], corrected: string | null = null) => {
  const { onDay, reportedAt } = readWhen(told, corrected, zone, now);
  return [onDay, reportedAt.toISOString().slice(0, 16), isClockOff(told, zone, now)];
};

it.each<[string, Parameters<typeof readWhen>[0], [string, string, boolean]]>([
  ["says nothing: it is now", {}, ["2026-11-20", "2026-11-20T15:00", false]],
  [
    "is right: its times stand",
    times("2026-11-19T23:00:00Z", "2026-11-20T15:00:00Z"),
    ["2026-11-19", "2026-11-19T23:00", false],
  ],
  [
    "names the day: it stands",
    { ...times("2026-11-20T14:00:00Z"), onDay: "2026-11-19" },
    ["2026-11-19", "2026-11-20T14:00", false],
  ],
  [
    "is a little slow: counted, not told",
    times("2026-11-20T14:00:00Z", "2026-11-20T14:58:00Z"),
    ["2026-11-20", "2026-11-20T14:02", false],
  ],
  ["is a little fast: never the future", times("2026-11-20T15:03:00Z"), ["2026-11-20", "2026-11-20T15:00", false]],
  [
    "is a day ahead",
    { ...times("2026-11-21T13:00:00Z", "2026-11-21T15:00:00Z"), onDay: "2026-11-21" },
    ["2026-11-20", "2026-11-20T13:00", true],
  ],
  [
    "is a day behind, and the server asked about the day before",
    { ...times("2026-11-19T14:00:00Z", "2026-11-19T15:00:00Z"), onDay: "2026-11-19" },
    ["2026-11-19", "2026-11-20T14:00", true],
  ],
  [
    "is six minutes slow, and the server asked about the day before",
    { ...times("2026-11-20T14:54:00Z", "2026-11-20T14:54:00Z"), onDay: "2026-11-19" },
    ["2026-11-19", "2026-11-20T15:00", true],
  ],
  [
    "is six minutes slow, and midnight came over the form about the day before",
    { ...times("2026-11-20T05:05:00Z", "2026-11-20T14:54:00Z"), onDay: "2026-11-18" },
    ["2026-11-18", "2026-11-20T05:11", true],
  ],
  [
    "is a week behind, and it named the day before by itself",
    { ...times("2026-11-13T14:00:00Z", "2026-11-13T15:00:00Z"), onDay: "2026-11-12" },
    ["2026-11-19", "2026-11-20T14:00", true],
  ],
  [
    "is off, and the day that it names is none that was asked about",
    { ...times("2026-11-13T14:00:00Z", "2026-11-13T15:00:00Z"), onDay: "2026-11-02" },
    ["2026-11-20", "2026-11-20T14:00", true],
  ],
  ["is ahead and says no more", times("2026-11-25T13:00:00Z"), ["2026-11-20", "2026-11-20T15:00", true]],
  ["names a day to come", { onDay: "2026-11-21" }, ["2026-11-20", "2026-11-20T15:00", true]],
])("where the phone's clock %s", (_, told, expected) => {
  expect(read(told)).toEqual(expected);
});

it("takes the day of the check-in that it corrects where it names none", () => {
  expect(read({}, "2026-11-18")[0]).toBe("2026-11-18");
});

it("refuses what lies more than 31 days back", () => {
  const fields = (told: Parameters<typeof readWhen>[0]) => {
    try {
      return read(told);
    } catch (error) {
      return error;
    }
  };
  expect(fields({ onDay: "2026-10-20" })).toEqual(["2026-10-20", "2026-11-20T15:00", false]);
  expect(fields({ onDay: "2026-10-19" })).toMatchObject({ fields: { onDay: "tooOld" } });
  expect(fields(times("2026-10-01T12:00:00Z"))).toMatchObject({ fields: { reportedAt: "tooOld", onDay: "tooOld" } });
});

function times(reportedAt: string, sentAt?: string) {
  return sentAt === undefined ? { reportedAt } : { reportedAt, sentAt };
}
