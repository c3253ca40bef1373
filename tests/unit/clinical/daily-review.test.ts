import { describe, expect, it } from "vitest";
import type { ReviewedPerson } from "@/lib/clinical/daily-review";
import { addDays, type Day } from "@/lib/clinical/days";
import { unverified } from "@/lib/clinical/finding";
import { defaultSettings, type ClinicalSettings } from "@/lib/clinical/settings";
import { dailyReview } from "../../support/clinical-answers";
import { triageContent } from "../../support/clinical-check-in";

const start = "2026-03-02";
const day = (n: number): Day => addDays(start, n);
const quiet: ReviewedPerson = {
  procedureType: "fusion",
  procedureOn: start,
  pathwayStart: null,
  knownSince: start,
  schedule: null,
  lastCheckIn: null,
  scores: [],
  raised: [],
};
const withValues = (values: Partial<Record<keyof ClinicalSettings, number>>): ClinicalSettings => ({
  ...defaultSettings,
  ...Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, basis: "sourced", sources: [] }]),
  ),
});
const review = (person: Partial<ReviewedPerson>, today: Day, settings: ClinicalSettings = defaultSettings) =>
  dailyReview({ ...quiet, ...person }, today, triageContent.trendRules, settings);
const found = (person: Partial<ReviewedPerson>, today: Day, settings?: ClinicalSettings) =>
  review(person, today, settings).map(({ cause, occasion }) => `${cause} ${occasion}`);

describe("silence", () => {
  const daily = { start, lines: [{ opensOn: start, perWeek: 7 }], stopped: [] };
  const threeAWeek = { ...daily, lines: [{ opensOn: start, perWeek: 3 }] };

  it.each<[name: string, person: Partial<ReviewedPerson>, today: number, sessions: number | null]>([
    ["two days that are over", { schedule: daily }, 2, null],
    ["three days that are over", { schedule: daily }, 3, 3],
    ["a day more", { schedule: daily }, 4, 4],
    ["three days after a check-in", { schedule: daily, lastCheckIn: day(5) }, 8, null],
    ["the fourth morning after a check-in", { schedule: daily, lastCheckIn: day(5) }, 9, 3],
    ["a check-in today", { schedule: daily, lastCheckIn: day(9) }, 9, null],
    ["a check-in on the first day", { schedule: daily, lastCheckIn: start }, 3, null],
    ["a check-in before the program began", { schedule: daily, lastCheckIn: day(-9) }, 3, 3],
    ["no program", {}, 30, null],
    ["a program that begins later", { schedule: { ...daily, start: day(9) } }, 5, null],
    ["three sessions a week, six days", { schedule: threeAWeek }, 6, null],
    ["three sessions a week, seven days", { schedule: threeAWeek }, 7, 3],
    ["nothing is open", { schedule: { ...daily, lines: [] } }, 30, null],
    ["a line that opens later", { schedule: { ...daily, lines: [{ opensOn: day(10), perWeek: 7 }] } }, 12, null],
    [
      "the third day of a line that opened later",
      { schedule: { ...daily, lines: [{ opensOn: day(10), perWeek: 7 }] } },
      13,
      3,
    ],
    ["a plan of more than every day", { schedule: { ...daily, lines: [{ opensOn: start, perWeek: 14 }] } }, 2, null],
    ["a stop that stands", { schedule: { ...daily, stopped: [{ from: day(1), until: null }] } }, 30, null],
    ["a stop that ended yesterday", { schedule: { ...daily, stopped: [{ from: day(1), until: day(9) }] } }, 11, null],
    ["two days and one before a stop", { schedule: { ...daily, stopped: [{ from: day(1), until: day(9) }] } }, 12, 3],
    ["the last day of a stop", { schedule: { ...daily, stopped: [{ from: day(8), until: day(12) }] } }, 12, null],
    ["a stop that begins tomorrow", { schedule: { ...daily, stopped: [{ from: day(13), until: null }] } }, 12, 12],
  ])("%s", (_, person, today, sessions) => {
    const since = person.lastCheckIn && person.lastCheckIn >= start ? addDays(person.lastCheckIn, 1) : start;
    expect(found(person, day(today))).toEqual(sessions === null ? [] : [`no-checkin ${since}:${sessions}:missed`]);
  });

  it("counts the sessions that the clinic has set", () => {
    expect(found({ schedule: daily }, day(1), withValues({ missedSessions: 1 }))).toHaveLength(1);
    expect(found({ schedule: daily }, day(4), withValues({ missedSessions: 5 }))).toEqual([]);
  });

  it("is raised once, answered or not, until the next check-in", () => {
    const raised = (isOpen: boolean) => [{ cause: "no-checkin", occasion: `${start}:3:missed`, isOpen }];
    expect(found({ schedule: daily, raised: raised(true) }, day(9))).toEqual([]);
    expect(found({ schedule: daily, raised: raised(false) }, day(9))).toEqual([]);
    expect(found({ schedule: daily, raised: raised(false), lastCheckIn: day(10) }, day(14))).toHaveLength(1);
    expect(
      found({ schedule: daily, raised: [{ cause: "no-checkin", occasion: null, isOpen: false }] }, day(3)),
    ).toHaveLength(1);
  });

  it("says in both languages what is known, with the mark", () => {
    const [task] = review({ schedule: daily }, day(3));
    expect(task).toMatchObject({
      rule: "no-checkin",
      owner: "therapist",
      because: {
        en: "No check-in for 3 scheduled sessions, since Mar 2. Contact the patient.",
        es: "Sin registro en 3 sesiones programadas, desde el 2 mar. Contacte al paciente.",
      },
      source: [unverified],
    });
  });
});

/** Pain of one check-in a day. */
const told = (nprs: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ on: day(from + index), nprs }));

describe("the checkpoints of the persistent pain pathway", () => {
  const person = (...scores: { on: Day; nprs: number }[][]): Partial<ReviewedPerson> => ({
    pathwayStart: start,
    scores: scores.flat(),
  });
  const six = `fbss-reevaluation ${start}:6`;
  const twelve = `fbss-reevaluation:surgeon ${start}:12`;

  it.each<[name: string, person: Partial<ReviewedPerson>, today: number, tasks: string[]]>([
    ["the day before week 6", person(told(6, 0, 41)), 41, []],
    ["week 6, pain as before", person(told(6, 0, 42)), 42, [`${six}:no-benefit`]],
    ["week 6, 2 points less on the first day of the week", person(told(8, 0, 35), told(6, 36, 36)), 42, []],
    ["week 6, 2 points less", person(told(8, 0, 35), told(6, 36, 42)), 42, []],
    [
      "week 6, less than 2 points and 30 %",
      person(told(7, 0, 35), told(6, 36, 37), told(5, 38, 42)),
      42,
      [`${six}:no-benefit`],
    ],
    ["week 6, 30 % less", person(told(5, 0, 35), told(3, 36, 41), told(4, 36, 41)), 42, []],
    [
      "week 6, not quite 30 % less",
      person(told(5, 0, 35), told(3, 36, 41), told(4, 36, 42)),
      42,
      [`${six}:no-benefit`],
    ],
    ["week 6, more than 30 % less", person(told(3, 0, 35), told(2, 36, 42)), 42, []],
    ["week 6, no pain at all", person(told(0, 0, 42)), 42, []],
    ["week 6, never a check-in", person(), 42, [`${six}:no-check-ins`]],
    ["week 6, none in the last week", person(told(6, 0, 35)), 42, [`${six}:no-check-ins`]],
    ["week 6, only in the last week", person(told(6, 36, 42)), 42, [`${six}:no-check-ins`]],
    ["week 6, 2 points less than in the first week", person(told(6, 7, 42), told(8, 0, 6)), 42, []],
    ["week 6, 2 points less than on the first day", person(told(8, 0, 0), told(6, 36, 42)), 42, []],
    ["week 6, the first check-ins late", person(told(8, 33, 35), told(6, 36, 42)), 42, []],
    [
      "week 6, pain of before the pathway is not looked at",
      person(told(9, -20, -1), told(6, 0, 42)),
      42,
      [`${six}:no-benefit`],
    ],
    ["week 7, judged as of week 6", person(told(6, 0, 42), told(0, 43, 49)), 49, [`${six}:no-benefit`]],
    ["the day before week 12", person(told(8, 0, 35), told(6, 36, 42), told(8, 43, 83)), 83, []],
    [
      "week 12, the benefit is gone",
      person(told(8, 0, 35), told(6, 36, 42), told(8, 43, 84)),
      84,
      [`${twelve}:no-benefit`],
    ],
    ["week 12, never a check-in", person(), 84, [`${six}:no-check-ins`, `${twelve}:no-check-ins`]],
    ["not in the pathway", { ...person(told(6, 0, 84)), pathwayStart: null }, 84, []],
  ])("%s", (_, given, today, tasks) => {
    expect(found(given, day(today))).toEqual(tasks);
  });

  it("count from the weeks that the clinic has set", () => {
    const settings = withValues({ fbssTherapistWeek: 4, fbssSurgeonWeek: 5 });
    expect(found(person(told(6, 0, 27)), day(27), settings)).toEqual([]);
    expect(found(person(told(6, 0, 28)), day(28), settings)).toEqual([`fbss-reevaluation ${start}:4:no-benefit`]);
    expect(found(person(told(6, 0, 35)), day(35), settings)).toHaveLength(2);
  });

  it("open the surgeon's task beside a therapist's that nobody has resolved, even with a benefit", () => {
    const better = person(told(8, 0, 42), told(4, 43, 84));
    const raised = (isOpen: boolean) => [{ cause: "fbss-reevaluation", occasion: `${start}:6:no-benefit`, isOpen }];
    expect(found({ ...better, raised: raised(true) }, day(83))).toEqual([]);
    expect(found({ ...better, raised: raised(true) }, day(84))).toEqual([`${twelve}:unresolved`]);
    expect(found({ ...better, raised: raised(false) }, day(84))).toEqual([]);
    const silent = (isOpen: boolean) => ({ cause: "no-checkin", occasion: null, isOpen });
    expect(found({ ...better, raised: [silent(true)] }, day(84))).toEqual([`${six}:no-benefit`]);
    expect(found({ ...better, raised: [...raised(true), silent(false)] }, day(84))).toEqual([`${twelve}:unresolved`]);
    const surgeons = { cause: "fbss-reevaluation:surgeon", occasion: `${start}:12:unresolved`, isOpen: false };
    expect(found({ ...better, raised: [...raised(true), surgeons] }, day(90))).toEqual([]);
  });

  it("begin again with a new pathway", () => {
    const raised = [{ cause: "fbss-reevaluation", occasion: `${day(-100)}:6:no-benefit`, isOpen: false }];
    expect(found({ ...person(told(6, 0, 42)), raised }, day(42))).toEqual([`${six}:no-benefit`]);
    const open = raised.map((task) => ({ ...task, isOpen: true }));
    expect(found({ ...person(told(8, 0, 35), told(6, 36, 42)), raised: open }, day(42))).toEqual([]);
  });

  it("wait for two weeks of check-ins where the person was recorded after the checkpoint", () => {
    const late = { ...person(told(6, 50, 63)), knownSince: day(50) };
    expect(found(late, day(62))).toEqual([]);
    expect(found(late, day(63))).toEqual([`${six}:no-benefit`]);
    expect(found({ ...person(told(6, 42, 42)), knownSince: day(42) }, day(42))).toEqual([`${six}:no-check-ins`]);
  });

  it("never name an operation, and carry sources with the mark", () => {
    for (const given of [person(), person(told(6, 0, 84))]) {
      for (const { because, source } of review(given, day(84))) {
        expect(`${because.en} ${because.es}`).not.toMatch(/surgery|operat|cirug[ií]a|operaci/i);
        expect(source).toEqual(["SEED4", unverified]);
      }
    }
  });
});

describe("an injection without benefit", () => {
  const injected = (...scores: { on: Day; nprs: number }[][]): Partial<ReviewedPerson> => ({
    procedureType: "injection",
    scores: scores.flat(),
  });
  const tasks = (grounds: string) => [
    `injection-no-benefit ${start}:14:${grounds}`,
    `injection-no-benefit:surgeon ${start}:14:${grounds}`,
  ];

  it.each<[name: string, person: Partial<ReviewedPerson>, today: number, tasks: string[]]>([
    ["the day before", injected(told(6, 0, 13)), 13, []],
    ["day 14, pain as before", injected(told(6, 0, 14)), 14, tasks("no-benefit")],
    ["day 14, 2 points less than before the injection", injected(told(6, -3, 0), told(4, 1, 14)), 14, []],
    ["day 14, 2 points less than on its day", injected(told(9, 0, 0), told(6, 1, 14)), 14, []],
    ["day 14, less since the first check-ins", injected(told(6, 1, 7), told(4, 8, 14)), 14, []],
    [
      "pain of long before the injection is not looked at",
      injected(told(9, -30, -7), told(6, 1, 14)),
      14,
      tasks("no-benefit"),
    ],
    ["the oldest day before the injection that is looked at", injected(told(9, -30, -6), told(6, 1, 14)), 14, []],
    ["day 14, never a check-in", injected(), 14, tasks("no-check-ins")],
    ["day 20, judged as of day 14", injected(told(6, 0, 14), told(0, 15, 20)), 20, tasks("no-benefit")],
    ["another procedure", { ...injected(told(6, 0, 14)), procedureType: "lumbar" }, 14, []],
  ])("%s", (_, given, today, expected) => {
    expect(found(given, day(today))).toEqual(expected);
  });

  it("is judged on the day and by the benefit that the clinic has set", () => {
    const person = injected(told(6, 0, 10));
    expect(found(person, day(10), withValues({ injectionReviewDay: 10 }))).toHaveLength(2);
    const less = injected(told(6, -3, 0), told(5, 1, 14));
    expect(found(less, day(14), withValues({ benefitPoints: 1 }))).toEqual([]);
    expect(found(less, day(14), withValues({ benefitPct: 16 }))).toEqual([]);
    expect(found(less, day(14), withValues({ benefitPct: 17 }))).toHaveLength(2);
  });

  it("rests on its sources", () => {
    expect(review(injected(), day(14))[0]?.source).toEqual(["UIC-INJ", "BLUEMTN-ESI"]);
    expect(dailyReview({ ...quiet, ...injected() }, day(14), [], defaultSettings)[0]?.source).toEqual([unverified]);
  });
});
