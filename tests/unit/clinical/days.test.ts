import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { addDays, dateInWords, daysBetween, isCalendarDay } from "@/lib/clinical/days";

describe("calendar days", () => {
  it.each([
    ["2026-09-01", "2026-11-21", 81],
    ["2026-09-01", "2026-09-01", 0],
    ["2026-09-01", "2026-08-31", -1],
    ["2028-02-28", "2028-03-01", 2],
    ["2027-02-28", "2027-03-01", 1],
    ["1999-12-31", "2000-01-01", 1],
    // Both changes of the clock in the United States of 2026: a day more or less of 23 or 25 hours is a day.
    ["2026-03-07", "2026-03-09", 2],
    ["2026-10-31", "2026-11-02", 2],
  ])("%s to %s is %i", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  it("agrees with the calendar for every day of four centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: -80_000, max: 80_000 }), (days) => {
        const expected = new Date(Date.UTC(2026, 0, 5) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays("2026-01-05", days)).toBe(expected);
        expect(daysBetween("2026-01-05", expected)).toBe(days);
      }),
    );
  });

  it.each([
    "2026-02-29",
    "2026-00-10",
    "2026-13-01",
    "2026-04-31",
    "2026-1-05",
    "20260105",
    "",
    "2026-01-00",
    "1900-02-29",
  ])("%s is not a calendar day", (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });

  it.each(["2028-02-29", "2000-02-29", "2026-12-31"])("%s is a calendar day", (text) => {
    expect(isCalendarDay(text)).toBe(true);
  });

  it("names a date near today without the year, and one far from it with the year", () => {
    expect(dateInWords("2027-01-12", "2026-11-21")).toEqual({ en: "Jan 12", es: "12 ene" });
    expect(dateInWords("2027-12-12", "2026-11-21")).toEqual({ en: "Dec 12, 2027", es: "12 dic de 2027" });
  });

  it("answers something for what is no date, and never throws", () => {
    expect(dateInWords("x", "2026-11-21").en).toContain("NaN");
  });
});
