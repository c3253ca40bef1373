import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { type DoneMark, type HeldDays, type PrescribedLine, weekDone } from "@/lib/records/worklist/adherence";

const today = "2026-11-20";
const ago = (days: number) => addDays(today, -days);
const daily = (exercise: string): PrescribedLine => ({ exercise, opensOn: ago(30), perWeek: null });
const marks = (exercise: string, ...days: number[]): DoneMark[] =>
  days.map((day) => ({ exercise, on: ago(day), share: 1 }));
const none: HeldDays[] = [];

describe("seven days of adherence", () => {
  it("ends yesterday until something is done today", () => {
    expect(weekDone([daily("walk")], marks("walk", 1, 2, 3, 4, 5, 6, 7), none, today)).toEqual({
      days: Array.from({ length: 7 }, () => "all"),
      percent: 100,
    });
    const withToday = weekDone([daily("walk")], marks("walk", 0, 1, 2, 3, 4, 5, 7), none, today);
    expect(withToday.days).toEqual(["missed", "all", "all", "all", "all", "all", "all"]);
    expect(withToday.percent).toBe(86);
  });

  it("tells a part from the whole, and missed from not yet open", () => {
    const lines = [daily("walk"), { exercise: "bridge", opensOn: ago(3), perWeek: 7 }];
    const week = weekDone(lines, [...marks("walk", 6, 3, 2), ...marks("bridge", 2)], none, today);
    expect(week.days).toEqual(["missed", "all", "missed", "missed", "part", "all", "missed"]);
    expect(week.percent).toBe(40);
  });

  it("lets three days a week rest two days in a row, not three", () => {
    const lines = [{ exercise: "swim", opensOn: ago(30), perWeek: 3 }];
    expect(weekDone(lines, marks("swim", 7, 4, 2), none, today)).toEqual({
      days: ["all", "rest", "rest", "all", "rest", "all", "rest"],
      percent: 100,
    });
    expect(weekDone(lines, marks("swim", 5), none, today).days.slice(2)).toEqual([
      "all",
      "rest",
      "rest",
      "missed",
      "missed",
    ]);
  });

  it("owes nothing on hold and where nothing is prescribed, but counts what was done", () => {
    const hold = [{ from: ago(3), until: null }];
    expect(weekDone([daily("walk")], marks("walk", 7, 6, 5, 2), hold, today)).toEqual({
      days: ["all", "all", "all", "missed", "held", "all", "held"],
      percent: 100,
    });
    expect(weekDone([], [], none, today)).toEqual({ days: Array.from({ length: 7 }, () => "rest"), percent: null });
    expect(weekDone([daily("walk")], [], [{ from: ago(20), until: null }], today).percent).toBeNull();
  });
});

describe("seven days of adherence of an exercise of several times a day", () => {
  const part = (share: number, ...days: number[]) => marks("walk", ...days).map((mark) => ({ ...mark, share }));

  it("counts a day by the part of it that was done", () => {
    expect(weekDone([daily("walk")], [...part(2 / 3, 1, 2, 3), ...part(1, 4)], none, today)).toEqual({
      days: ["missed", "missed", "missed", "all", "part", "part", "part"],
      percent: 43,
    });
  });

  it("lets no day make up for another", () => {
    const lines = [{ ...daily("walk"), perWeek: 5, weekdays: [1, 2, 3, 4, 5] }];
    expect(weekDone(lines, [...part(0.5, 1, 2, 3, 4), ...part(1, 7)], none, today).percent).toBe(60);
  });
});

describe("seven days of adherence by days of the week", () => {
  /** 2026-11-16: the Monday before `today`, a Friday; the week runs from Friday the 13th to Thursday the 19th. */
  const fixed = (...weekdays: number[]): PrescribedLine => ({ ...daily("bridge"), perWeek: weekdays.length, weekdays });
  const on = (exercise: string, ...dates: number[]): DoneMark[] =>
    dates.map((date) => ({ exercise, on: `2026-11-${date}`, share: 1 }));
  const held = (from: number, until: number | null): HeldDays[] => [
    { from: `2026-11-${from}`, until: until === null ? null : `2026-11-${until}` },
  ];
  const letters = { all: "A", part: "p", missed: "m", rest: "-", held: "h" } as const;
  const written = (...given: Parameters<typeof weekDone>) => {
    const { days, percent } = weekDone(...given);
    return `${days.map((state) => letters[state]).join("")} ${percent}`;
  };

  it.each<[name: string, expected: string, lines: PrescribedLine[], done: DoneMark[], holds?: HeldDays[]]>([
    ["nothing done", "m--m-m- 0", [fixed(1, 3, 5)], []],
    ["each of its days done, over the end of the week", "A--A-A- 100", [fixed(1, 3, 5)], on("bridge", 13, 16, 18)],
    ["one of its days missed", "A--m-A- 67", [fixed(1, 3, 5)], on("bridge", 13, 18)],
    ["a day later than named", "m---A-- 0", [fixed(5)], on("bridge", 17)],
    ["a day more than named", "A---A-- 100", [fixed(5)], on("bridge", 13, 17)],
    ["Sunday and Monday are neighbors", "--mA--- 50", [fixed(1, 7)], on("bridge", 16)],
    ["every day by name", "AAAAAAm 86", [fixed(1, 2, 3, 4, 5, 6, 7)], on("bridge", 13, 14, 15, 16, 17, 18)],
    ["opens in the middle of the week", "-----m- 0", [{ ...fixed(1, 3, 5), opensOn: "2026-11-17" }], []],
    ["opens on one of its days", "---A-m- 50", [{ ...fixed(1, 3, 5), opensOn: "2026-11-16" }], on("bridge", 16)],
    ["opens the day after one of its days", "------- null", [{ ...fixed(1), opensOn: "2026-11-17" }], []],
    ["its first day is today", "------- null", [{ ...fixed(5), opensOn: "2026-11-20" }], []],
    ["a hold over one of its days", "A-hhhA- 100", [fixed(1, 3, 5)], on("bridge", 13, 18), held(15, 17)],
    ["a hold over all of them", "hhhhhhh null", [fixed(1, 3, 5)], [], held(10, null)],
    ["a hold on days that are not its own", "mh-m-m- 0", [fixed(1, 3, 5)], [], held(14, 14)],
    ["done in a hold: seen, not owed", "A--A-A- 100", [fixed(1, 3, 5)], on("bridge", 13, 16, 18), held(16, 16)],
    ["beside a daily line, both done on its days", "AAAAAAA 100", both(), week(on("bridge", 13, 16, 18))],
    ["beside a daily line, forgotten on one of its days", "AAApAAA 90", both(), week(on("bridge", 13, 18))],
    ["beside a daily line, alone on its days", "pmmpmpm 30", both(), on("bridge", 13, 16, 18)],
    [
      "beside a line of three free days",
      "A--pA-- 60",
      [fixed(1, 5), free(3)],
      [...on("walk", 13, 16), ...on("bridge", 13, 17)],
    ],
    [
      "two lines of different days",
      "A--A-m- 67",
      [fixed(1, 5), { ...fixed(3), exercise: "row" }],
      on("bridge", 13, 16),
    ],
    [
      "two lines of one day, one of them done",
      "p--p--- 50",
      [fixed(1, 5), { ...fixed(1, 5), exercise: "row" }],
      on("row", 13, 16),
    ],
  ])("%s: %s", (_, expected, lines, done, holds = none) => {
    expect(written(lines, done, holds, today)).toBe(expected);
  });

  it("counts today once something of it is done, and no day before it is over", () => {
    expect(written([fixed(5)], [], none, today)).toBe("m------ 0");
    expect(written([fixed(5)], on("bridge", 20), none, today)).toBe("------A 100");
    expect(written([fixed(4, 5)], on("bridge", 20), none, today)).toBe("-----mA 50");
  });

  it("reads null as no days", () => {
    expect(written([{ ...daily("walk"), weekdays: null }], [], none, today)).toBe("mmmmmmm 0");
  });

  function both(): PrescribedLine[] {
    return [daily("walk"), fixed(1, 3, 5)];
  }
  function free(perWeek: number): PrescribedLine {
    return { ...daily("walk"), perWeek };
  }
  function week(others: DoneMark[]): DoneMark[] {
    return [...on("walk", 13, 14, 15, 16, 17, 18, 19), ...others];
  }
});
