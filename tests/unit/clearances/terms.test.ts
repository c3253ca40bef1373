import { describe, expect, it } from "vitest";
import { clearanceStates } from "@/lib/clinical/facts";
import { outcomesFrom, whyNotUndone } from "@/lib/records/clearances/moves";
import { painOf } from "@/lib/records/clearances/pain-evidence";
import { gapsOf, isEarly } from "@/lib/records/clearances/terms";
import { decideClearanceSchema } from "@/lib/schemas/clearance";

const today = "2026-11-21";
const base = { outcome: "granted", fromDay: today, reviewOn: null, reason: null } as const;
const typical = { day: 42, isAvoided: false };
const gaps = (given: object, day = 42) =>
  gapsOf({ ...base, ...given }, today, { day, typical }, (from) => (Date.parse(from) - Date.parse(today)) / 86_400_000);

describe("terms of a decision", () => {
  it("asks why one day before the typical earliest, not on it", () => {
    expect(gaps({}, 41)).toEqual({ reason: "reasonForEarly" });
    expect(gaps({}, 42)).toEqual({});
    expect(gaps({ fromDay: "2026-11-22" }, 41)).toEqual({});
    expect(gaps({ reason: "Imaging is solid." }, 1)).toEqual({});
  });

  it("takes today, and no day before it", () => {
    expect(gaps({ reviewOn: today })).toEqual({});
    expect(gaps({ fromDay: "2026-11-20", reviewOn: "2026-11-20" })).toEqual({
      fromDay: "notBeforeToday",
      reviewOn: "notBeforeToday",
    });
    expect(gaps({ outcome: "denied", fromDay: null, reason: "Not yet." }, 1)).toEqual({});
  });

  it("is always early for what the guideline avoids, never where it names no day", () => {
    expect(isEarly(900, { day: null, isAvoided: true })).toBe(true);
    expect(isEarly(0, { day: null, isAvoided: false })).toBe(false);
    expect(isEarly(0, null)).toBe(false);
  });

  it.each([
    [{ outcome: "granted", fromDay: null }, { fromDay: "required" }],
    [
      { outcome: "granted", maxMinutes: 10, maxKg: 5 },
      { maxMinutes: "onlyWithLimits", maxKg: "onlyWithLimits" },
    ],
    [{ outcome: "limited" }, { maxMinutes: "limitNeeded" }],
    [{ outcome: "limited", wordsForPatient: "Hold the rail." }, {}],
    [{ outcome: "limited", maxMinutes: 601 }, { maxMinutes: "outOfRange" }],
    [{ outcome: "limited", maxMinutes: 1.5 }, { maxMinutes: "wholeNumber" }],
    [{ outcome: "limited", maxKg: 0.3 }, {}],
    [{ outcome: "limited", maxKg: 4.55 }, { maxKg: "oneDecimal" }],
    [{ outcome: "limited", maxKg: Number.NaN }, { maxKg: "numberNeeded" }],
    [{ outcome: "granted", untilDay: "2026-11-20" }, { untilDay: "endsBeforeItBegins" }],
    [{ outcome: "granted", untilDay: today }, {}],
    [{ outcome: "granted", reviewOn: "2026-11-20" }, { reviewOn: "endsBeforeItBegins" }],
    [
      { outcome: "limited", maxKg: 0, maxMinutes: 0 },
      { maxKg: "outOfRange", maxMinutes: "outOfRange" },
    ],
    [{ outcome: "denied", fromDay: null }, { reason: "required" }],
    [{ outcome: "denied", fromDay: null, reason: "  " }, { reason: "required" }],
    [{ outcome: "returned", reason: "How deep?" }, { fromDay: "onlyForGrants" }],
    [{ outcome: "granted", fromDay: "2026-02-30" }, { fromDay: "badDay" }],
    [{ outcome: "granted", fromDay: "0900-01-01" }, { fromDay: "outOfRange" }],
    [{ outcome: "limited", maxKg: 4.56 }, { maxKg: "oneDecimal" }],
    [{ outcome: "granted", reason: "so\0" }, { reason: "badCharacters" }],
    [{ outcome: "granted", evidenceSha256: undefined }, { evidenceSha256: "badId" }],
    [{ outcome: "granted", evidenceSha256: null }, { evidenceSha256: "badId" }],
    [{ outcome: "granted", password: "" }, { password: "required" }],
    [{ outcome: null }, { outcome: "chooseOne" }],
    [{ outcome: "expired" }, { outcome: "chooseOne" }],
    [{ outcome: "granted", decidedById: "x" }, { "": 'Unrecognized key: "decidedById"' }],
  ])("reads %j", (given, expected) => {
    const result = decideClearanceSchema.safeParse({
      clearanceId: "019aa5b1-0000-7000-8000-000000000001",
      version: 1,
      fromDay: today,
      password: "x",
      evidenceSha256: "0".repeat(64),
      ...given,
    });
    const found = Object.fromEntries(
      (result.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
    );
    expect(found).toEqual(expected);
  });

  it("is taken back for five minutes, from the sign-in that signed it, unseen, and while nothing came after it", () => {
    const decision = { decidedAt: new Date(0), isFromHere: true, isLatest: true, isSeen: false };
    const after = (ms: number, given: object = {}) => whyNotUndone({ ...decision, ...given }, new Date(ms));
    expect([after(0), after(299_999), after(300_000)]).toEqual([null, null, "undoTooLate"]);
    expect(after(1, { isFromHere: false })).toBe("undoTooLate");
    expect(after(1, { isSeen: true })).toBe("undoSeen");
    expect(after(1, { isLatest: false, isSeen: true })).toBe("undoMovedOn");
  });

  it("leaves nothing to decide where the data model has no way on", () => {
    const ended = clearanceStates.filter((state) => outcomesFrom(state).length === 0);
    expect(ended.toSorted()).toEqual(["denied", "expired", "returned", "revoked"]);
  });
});

describe("pain of 14 days", () => {
  it("has no mean without an answer, and counts a corrected day's last one", () => {
    expect(painOf([], "2026-11-08", today)).toEqual({
      mean: null,
      meanBefore: null,
      worstDuring: null,
      points: Array.from({ length: 14 }, () => null),
      lastAt: null,
    });
    const at = "2026-11-21T12:00:00.000Z";
    const pain = painOf(
      [
        { on: "2026-11-14", at, before: 6, during: null },
        { on: "2026-11-15", at, before: 5, during: 7 },
        { on: today, at, before: 4, during: null },
        { on: today, at, before: 2, during: 0 },
      ],
      "2026-11-08",
      today,
    );
    expect(pain).toMatchObject({ mean: 3.7, meanBefore: 6, worstDuring: 7, lastAt: at });
    expect(pain.points.slice(6)).toEqual([6, 5, null, null, null, null, null, 2]);
  });
});
