import { describe, expect, test } from "vitest";
import type { Stage } from "@/lib/clinical/triage-content";
import { lookBack, neededFrom, type StoredCheckIn } from "@/lib/check-in/sessions";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";

const content = shippedTriage();
const told = (onDay: string, stage: Stage, answers: StoredCheckIn["answers"]): StoredCheckIn => ({
  id: `${onDay} ${stage}`,
  onDay,
  stage,
  answers,
  level: "NORMAL_SORENESS",
});

describe("looking back from a check-in", () => {
  const morning = [
    told("2026-11-19", "full", { nprsBefore: 4 }),
    told("2026-11-20", "before", { nprsBefore: 2, fall: false }),
    told("2026-11-20", "after", { nprsDuring: 5, dizziness: "none" }),
  ];

  test("the stages of one session carry over and are not looked back on", () => {
    expect(lookBack(morning, { stage: "follow-up", onDay: "2026-11-20" }, content)).toEqual({
      carried: { nprsBefore: 2, fall: false, nprsDuring: 5, dizziness: "none" },
      recent: [{ on: "2026-11-19", answers: { nprsBefore: 4 }, level: "NORMAL_SORENESS" }],
    });
  });

  test("a new session on the same day carries over warning signs only, and looks back on the session before", () => {
    const { carried, recent } = lookBack(morning, { stage: "before", onDay: "2026-11-20" }, content);
    expect(carried).toEqual({ fall: false, dizziness: "none" });
    expect(recent.map(({ on, answers }) => [on, answers["nprsDuring"]])).toEqual([
      ["2026-11-19", undefined],
      ["2026-11-20", 5],
    ]);
  });

  test("a second session carries over its own pain, and the warning signs of the whole day", () => {
    const noon = [...morning, told("2026-11-20", "before", { nprsBefore: 1, fall: true })];
    expect(lookBack(noon, { stage: "after", onDay: "2026-11-20" }, content).carried).toEqual({
      nprsBefore: 1,
      fall: true,
      dizziness: "none",
    });
  });

  test("nothing carries over from another day", () => {
    expect(lookBack(morning, { stage: "after", onDay: "2026-11-21" }, content).carried).toEqual({});
  });
});

test("of the days before yesterday only what trends read goes to a phone, none of it a warning sign", () => {
  const said = { nprsBefore: 4, nprsDuring: 5, hoursIncreased: 1, moodCrisis: true, fall: false, fatigue: "none" };
  const earlier = ["2026-11-19", "2026-11-20", "2026-11-21"].map((day) => told(day, "full", said));
  const [older, yesterday, today] = neededFrom(earlier, "2026-11-21", content);
  expect(older?.answers).toEqual({ nprsBefore: 4, nprsDuring: 5, hoursIncreased: 1 });
  expect([yesterday, today]).toEqual(earlier.slice(1));
});
