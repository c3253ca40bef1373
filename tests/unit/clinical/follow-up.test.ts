import { describe, expect, test } from "vitest";
import { isInTimeToCorrect } from "@/lib/clinical/correction";
import { followUpDue, type ToldStage } from "@/lib/clinical/follow-up";

const at = (iso: string) => Date.parse(`${iso}Z`);
const [yesterday, today] = ["2026-11-20", "2026-11-21"];
const told = (stage: ToldStage["stage"], onDay: string, iso: string, hours: number | null = null): ToldStage => ({
  onDay,
  stage,
  at: at(iso),
  toldOn: iso.slice(0, 10),
  hours,
});
const due = (list: ToldStage[], now: string) => followUpDue(list, { at: at(now), today: now.slice(0, 10) }, 2);

describe("the questions some hours after a session", () => {
  const session = told("after", today, "2026-11-21T10:00:00");

  test("are not asked without a session", () => {
    expect(due([told("before", today, "2026-11-21T09:00:00")], "2026-11-21T20:00:00")).toEqual({ state: "none" });
    expect(due([told("after", "2026-11-19", "2026-11-19T10:00:00")], "2026-11-21T20:00:00")).toEqual({ state: "none" });
  });

  test("come the clinic's few hours and one more after it, not a minute before", () => {
    const later = { state: "later", at: at("2026-11-21T13:00:00"), onDay: today };
    expect(due([session], "2026-11-21T12:59:59")).toEqual(later);
    expect(due([session], "2026-11-21T13:00:00")).toEqual({ state: "due", onDay: today });
  });

  test("are answered once for a session, and asked again after a second one", () => {
    const answered = [session, told("follow-up", today, "2026-11-21T13:30:00", 1)];
    expect(due(answered, "2026-11-21T18:00:00")).toEqual({ state: "none" });
    const second = told("after", today, "2026-11-21T14:00:00");
    expect(due([...answered, second], "2026-11-21T18:00:00")).toEqual({ state: "due", onDay: today });
  });

  test.each<[string, ToldStage[], object]>([
    ["nobody was asked in the evening", [], { state: "due", onDay: yesterday }],
    ["the evening was quiet", [told("follow-up", yesterday, "2026-11-20T20:00:00", 0)], { state: "none" }],
    [
      "the pain was still higher in the evening",
      [told("follow-up", yesterday, "2026-11-20T20:00:00", 3)],
      { state: "due", onDay: yesterday },
    ],
    ["the morning has said it", [told("follow-up", yesterday, "2026-11-21T07:00:00", 9)], { state: "none" }],
  ])("the next morning, where %s", (_, answers, expected) => {
    const list = [told("after", yesterday, "2026-11-20T16:00:00"), ...answers];
    expect(due(list, "2026-11-21T08:00:00")).toEqual(expected);
  });

  test("yesterday's come before today's", () => {
    const list = [told("after", yesterday, "2026-11-20T16:00:00"), session];
    expect(due(list, "2026-11-21T11:00:00")).toEqual({ state: "due", onDay: yesterday });
  });

  test("after a late session wait past midnight", () => {
    expect(due([told("after", yesterday, "2026-11-20T22:30:00")], "2026-11-21T00:10:00")).toMatchObject({
      state: "later",
      onDay: yesterday,
    });
  });
});

test("a report can be corrected for 24 hours", () => {
  const reported = at("2026-11-20T10:00:00");
  expect(isInTimeToCorrect(reported, at("2026-11-21T10:00:00"))).toBe(true);
  expect(isInTimeToCorrect(reported, at("2026-11-21T10:00:00") + 1)).toBe(false);
});
