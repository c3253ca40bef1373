import { describe, expect, it } from "vitest";
import { usualSet, type SetSubject, type UsualLimits } from "@/lib/clinical/clearance-set";
import type { TypicalStart } from "@/lib/clinical/typical-start";

const anchor = "2026-01-01";
const today = "2026-02-12"; // day 42
const start = (on: string | null, isAvoided = false): TypicalStart => ({
  on,
  isAvoided,
  isIndividual: on === null,
  basis: "sourced",
  sources: [],
});
const dayOf = { 0: "2026-01-01", 42: "2026-02-12", 84: "2026-03-26", 90: "2026-04-01", 91: "2026-04-02" } as const;

function subject(id: string, on: TypicalStart | string | null, given: Partial<SetSubject> = {}): SetSubject {
  return { id, opensKeys: [], state: null, typical: typeof on === "string" ? start(on) : on, ...given };
}

const limits: UsualLimits = {
  anchor,
  ladder: [
    { dayStart: 0, limitKg: 2.3 },
    { dayStart: 42, limitKg: 4.5 },
    { dayStart: 84, limitKg: 9.1 },
    { dayStart: 182, limitKg: null },
  ],
  sitting: [
    { dayStart: 14, sitMaxMin: 30 },
    { dayStart: 70, sitMaxMin: null },
  ],
};
const lines = (subjects: SetSubject[], week = 12, on = today) => usualSet(subjects, limits, { week, today: on });
const ids = (subjects: SetSubject[], week?: number) => lines(subjects, week).map(({ subjectId }) => subjectId);

describe("what is usual by the end of a week", () => {
  it("is what begins up to the week's last day, in the order in which it begins", () => {
    const all = [
      subject("late", dayOf[91]),
      subject("b", dayOf[42]),
      subject("last", dayOf[90]),
      subject("a", dayOf[42]),
      subject("first", dayOf[0]),
    ];
    expect(ids(all)).toEqual(["first", "a", "b", "last"]);
    expect(ids(all, 5)).toEqual(["first"]);
    expect(ids(all, 13)).toContain("late");
  });

  it("leaves out what is avoided, individual or unnamed", () => {
    const all = [
      subject("avoided", start(dayOf[0], true)),
      subject("individual", start(null)),
      subject("unnamed", null),
      subject("usual", dayOf[84]),
    ];
    expect(lines(all)).toMatchObject([{ subjectId: "usual", start: { on: dayOf[84] } }]);
  });

  it("leaves alone what is live, asked back or under review, and offers again what was refused without choosing it", () => {
    const states = [
      "granted",
      "limited",
      "under-review",
      "returned",
      "requested",
      "denied",
      "revoked",
      "expired",
    ] as const;
    const found = lines(states.map((state) => subject(state, dayOf[0], { state })));
    expect(found.map(({ subjectId, isUsual }) => [subjectId, isUsual])).toEqual([
      ["denied", false],
      ["expired", true],
      ["requested", true],
      ["revoked", false],
    ]);
  });

  it("begins today, or on its typical day when that is still to come, and then is not chosen", () => {
    expect(lines([subject("due", dayOf[42]), subject("early", dayOf[84])])).toMatchObject([
      { subjectId: "due", fromDay: today, isEarly: false, isUsual: true },
      { subjectId: "early", fromDay: dayOf[84], isEarly: true, isUsual: false },
    ]);
  });

  it("limits lifting by the step of the day on which it begins, to be looked at when the next one comes", () => {
    const lifting = (on: string) => subject(`lifting ${on}`, on, { opensKeys: ["LIFT_LIMIT_UPDATE"] });
    expect(lines([lifting(dayOf[0]), lifting(dayOf[84])])).toMatchObject([
      { maxKg: 4.5, reviewOn: dayOf[84], needsLimit: false, isUsual: true },
      { maxKg: 9.1, reviewOn: "2026-07-02" },
    ]);
    expect(lines([lifting(dayOf[0])], 30, "2026-07-02")).toMatchObject([
      { maxKg: null, reviewOn: null, needsLimit: true, isUsual: false },
    ]);
    expect(lines([lifting("2025-12-01")], 1, "2025-12-20")).toMatchObject([{ maxKg: null, reviewOn: anchor }]);
    expect(lines([subject("walking", dayOf[0])])).toMatchObject([{ maxKg: null, reviewOn: null }]);
  });

  it("limits sitting by the phase, where the phase has a limit", () => {
    expect(
      lines([subject("driving", dayOf[0]), subject("desk-work", dayOf[84]), subject("stairs", dayOf[0])]),
    ).toMatchObject([
      { subjectId: "driving", maxMinutes: 30 },
      { subjectId: "stairs", maxMinutes: null },
      { subjectId: "desk-work", maxMinutes: null },
    ]);
    expect(lines([subject("driving", dayOf[0])], 1, "2026-01-03")).toMatchObject([{ maxMinutes: null }]);
  });
});
