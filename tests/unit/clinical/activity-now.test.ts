import { describe, expect, it } from "vitest";
import { cardOf, listed, partOfMonth, weightLike, type ActivityNow, type WhyNot } from "@/lib/clinical/activity-now";

function row(id: string, given: Partial<ActivityNow> = {}): ActivityNow {
  return {
    ...{ id, kind: "activity", standing: "yes", whyNot: null, closedBy: [], byKey: null, covers: [] },
    ...{ hasClearance: true, maxKg: null, maxMinutes: null, ...given },
  };
}

const pool = row("SWIM_POOL", { kind: "key", covers: ["swimming", "hydrotherapy"] });
const swimming = row("swimming", { byKey: "SWIM_POOL" });
const hydrotherapy = row("hydrotherapy", { byKey: "SWIM_POOL" });
const idsOf = (...rows: ActivityNow[]) => listed(rows).map(({ id }) => id);

describe("what is listed", () => {
  it("is a key's sentence instead of what it allows", () => {
    expect(idsOf(pool, swimming, hydrotherapy, row("driving"))).toEqual(["SWIM_POOL", "driving"]);
  });

  it("is the activities where the sentence would say too much: one is closed, decided by itself, limited, or not there", () => {
    const closed: Partial<ActivityNow> = {
      standing: "not-yet",
      whyNot: "restriction",
      closedBy: ["collar"],
    };
    expect(idsOf(pool, { ...swimming, ...closed }, hydrotherapy)).toEqual(["swimming", "hydrotherapy"]);
    expect(idsOf(pool, { ...swimming, byKey: null }, hydrotherapy)).toEqual(["swimming", "hydrotherapy"]);
    expect(idsOf(pool, { ...swimming, maxMinutes: 10 }, hydrotherapy)).toEqual(["swimming", "hydrotherapy"]);
    expect(idsOf(pool, { ...swimming, maxKg: 2 }, hydrotherapy)).toEqual(["swimming", "hydrotherapy"]);
    expect(idsOf(pool, hydrotherapy)).toEqual(["hydrotherapy"]);
  });

  it("is the key alone while it is asked for or refused, and never one that nobody asked for", () => {
    const asked: Partial<ActivityNow> = { standing: "ask", whyNot: "asked" };
    expect(idsOf({ ...pool, ...asked }, { ...swimming, ...asked })).toEqual(["SWIM_POOL"]);
    const none: Partial<ActivityNow> = {
      standing: "not-yet",
      whyNot: "nobody-asked",
      hasClearance: false,
      byKey: null,
    };
    expect(idsOf({ ...pool, ...none }, { ...swimming, ...none })).toEqual(["swimming"]);
  });
});

it("what a restriction names itself is listed only where somebody was asked about it", () => {
  const closed = row("driving", { standing: "not-yet", whyNot: "restriction", closedBy: ["collar", "driving"] });
  expect(idsOf(closed)).toEqual(["driving"]);
  expect(idsOf({ ...closed, hasClearance: false })).toEqual([]);
  expect(idsOf({ ...closed, hasClearance: false, closedBy: ["collar"] })).toEqual(["driving"]);
});

describe("the card", () => {
  const [today, before, after] = ["2026-11-21", "2026-11-20", "2026-11-22"];

  it("of what nobody asked for is 'ask first' from its typical day on", () => {
    const unasked = { standing: "not-yet", whyNot: "nobody-asked" } as const;
    expect([before, today, after, null].map((day) => cardOf(unasked, day, today))).toEqual([
      "ask",
      "ask",
      "not-yet",
      "not-yet",
    ]);
  });

  it.each<WhyNot>(["restriction", "denied", "revoked", "later", "over"])(
    "of what is %s is the database's",
    (whyNot) => {
      expect(cardOf({ standing: "not-yet", whyNot }, before, today)).toBe("not-yet");
    },
  );
});

describe("a typical day", () => {
  it.each([
    ["2026-12-01", "early"],
    ["2026-12-10", "early"],
    ["2026-12-11", "middle"],
    ["2026-12-20", "middle"],
    ["2026-12-21", "late"],
    ["2026-12-31", "late"],
  ])("%s is %s in its month", (day, part) => {
    expect(partOfMonth(day)).toBe(part);
  });
});

it.each([
  [0.4, null],
  [0.5, "bread"],
  [4.4, "milk"],
  [4.5, "potatoes"],
  [8.9, "ball"],
  [200, "cement"],
])("%d kilograms are like %s: never heavier than the limit", (kg, like) => {
  expect(weightLike(kg)).toBe(like);
});
