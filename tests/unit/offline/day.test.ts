import { describe, expect, test } from "vitest";
import { formSteps } from "@/lib/check-in/form-steps";
import { triageContextOf } from "@/lib/check-in/context";
import { defaultSettings } from "@/lib/clinical/settings";
import type { Answer, Stage } from "@/lib/clinical/triage-content";
import { dayIn } from "@/lib/dates";
import { offlineDay } from "@/lib/offline/day";
import type { WaitingCheckIn, WaitingMark } from "@/lib/offline/waiting";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import type { OfflinePlan, PlannedLine } from "@/lib/schemas/offline-plan";

const content = shippedTriage();
const episode = {
  protocolId: "lumbar-fusion",
  procedureType: "fusion",
  region: "LUMBAR",
  technique: "TLIF",
  procedureDate: "2026-10-26",
} as const;
const zone = "America/Chicago";
/** A Monday. */
const monday = "2026-11-16";
const atNoon = (day: string) => new Date(`${day}T18:00:00Z`);

function aLine(id: string, line: Partial<PlannedLine> = {}): PlannedLine {
  return {
    id,
    texts: { name: { en: id, es: id }, steps: [] },
    figure: null,
    dosage: { sets: 1, reps: 8 },
    noteToPatient: null,
    isEasy: false,
    marks: [null],
    shownThrough: "2026-11-23",
    ...line,
  };
}

function aPlan(
  plan: Partial<Omit<OfflinePlan, "today">> & { today?: Partial<OfflinePlan["today"]> } = {},
): OfflinePlan {
  return {
    format: 1,
    person: { userId: "account", name: "Marigold Thistlewood" },
    madeAt: atNoon(monday).toISOString(),
    clinic: { name: "Spine clinic", timeZone: zone, phone: "555 0100", emergencyNumber: "911", crisisPhone: null },
    lines: [aLine("bridge"), aLine("walk", { isEasy: true })],
    judging: { episode, content, settings: defaultSettings, earlier: [] },
    about: {
      person: { name: "Marigold Thistlewood", bornOn: "1958-02-03" },
      treatment: {
        procedureType: "fusion",
        levels: ["L4-L5"],
        technique: "TLIF",
        on: "2026-10-26",
        surgeon: "Dr. Kingfisher",
      },
    },
    ...plan,
    today: {
      day: monday,
      startOn: "2026-10-26",
      daysSince: 21,
      countsFrom: "surgery",
      phase: null,
      hold: null,
      checkIns: [],
      told: [],
      fewHours: 3,
      ...plan.today,
    },
  };
}

/** A report of a quiet day, but for what is given. */
function aReport(stage: Stage, madeAt: Date, worry: Record<string, Answer> = {}): WaitingCheckIn {
  const context = triageContextOf(episode, monday);
  const quiet = formSteps(stage, context, content, false)
    .flat()
    .flatMap((question): [string, Answer][] => {
      if (question.kind === "signs") return Object.entries(question.quiet);
      if (question.kind === "choice") return [[question.name, question.quiet ?? question.choices[0]?.value ?? ""]];
      return question.kind === "gentle" ? [] : [[question.name, 0]];
    });
  const answers = { ...Object.fromEntries(quiet), ...worry };
  return {
    kind: "check-in",
    body: { idempotencyKey: `${stage} ${madeAt.toISOString()}`, stage, answers },
    person: "account",
    madeAt: madeAt.toISOString(),
  };
}

function aMark(
  lineId: string,
  madeAt: Date,
  session = 1,
  outcome: WaitingMark["body"]["outcome"] = "done",
): WaitingMark {
  const body = { idempotencyKey: `${lineId} ${session}`, lineId, session, outcome };
  return { kind: "mark", body, person: "account", madeAt: madeAt.toISOString() };
}

const idsOf = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe("the day without network", () => {
  test("a mark that waits counts beside those of the plan, each in its session", () => {
    const plan = aPlan({ lines: [aLine("bridge", { dosage: { perDay: 2 }, marks: ["done", null] })] });
    const { today } = offlineDay(plan, [aMark("bridge", atNoon(monday), 2, "too-easy")], atNoon(monday));
    expect(today.lines[0]?.marks).toEqual(["done", "too-easy"]);
  });

  test("the next day has its own exercises by the weekday and none of yesterday's marks and check-ins", () => {
    const plan = aPlan({
      lines: [
        aLine("bridge", { marks: ["done"] }),
        aLine("monday", { dosage: { weekdays: [1] }, marks: ["done"] }),
        aLine("tuesday", { dosage: { weekdays: [2] } }),
      ],
      today: { checkIns: [{ id: "a", stage: "before", level: "NORMAL_SORENESS" }] },
    });
    const { today } = offlineDay(plan, [aMark("tuesday", atNoon(monday))], atNoon("2026-11-17"));
    expect([today.day, today.daysSince, today.checkIns]).toEqual(["2026-11-17", 22, []]);
    expect(today.lines.map(({ id, marks }) => [id, ...marks])).toEqual([
      ["bridge", null],
      ["tuesday", null],
    ]);
    expect(today.notToday.map(({ id, nextOn }) => [id, nextOn])).toEqual([["monday", "2026-11-23"]]);
  });

  test("the day turns in the clinic's zone, not in the phone's", () => {
    expect(offlineDay(aPlan(), [], new Date("2026-11-17T05:59:00Z")).today.day).toBe(monday);
    expect(offlineDay(aPlan(), [], new Date("2026-11-17T06:00:00Z")).today.day).toBe("2026-11-17");
  });

  test("a clock behind the plan's own time is not believed", () => {
    expect(offlineDay(aPlan(), [], atNoon("2026-11-14")).today.day).toBe(monday);
  });

  describe.each([
    ["right", 0],
    ["a day behind", -24],
    ["a day ahead", 24],
    ["some years behind since the plan was fetched", null],
  ])("with a phone's clock that is %s", (_, offHours) => {
    /** What the phone shows at an instant. */
    const shown = (at: Date) => new Date(at.getTime() + (offHours ?? 0) * 3_600_000);
    const { body } = aReport("before", atNoon(monday), { bladderBowel: "new difficulty" });
    const morning = body.answers as Record<string, Answer>;
    const plan = aPlan({
      askedAt: shown(atNoon(monday)).toISOString(),
      lines: [aLine("bridge", { marks: ["done"] }), aLine("walk", { isEasy: true })],
      today: { checkIns: [{ id: "a", stage: "before", level: "SAME_DAY_SURGEON" }] },
    });
    plan.judging.earlier = [{ id: "a", onDay: monday, stage: "before", answers: morning, level: "SAME_DAY_SURGEON" }];
    const later = offHours === null ? new Date("2020-01-01T00:05:00Z") : shown(new Date(`${monday}T20:00:00Z`));

    test("what was done and said today is of today", () => {
      const { today, now } = offlineDay(plan, [aMark("walk", later)], later);
      expect([today.day, dayIn(zone, now), today.checkIns.length]).toEqual([monday, monday, 1]);
      expect(today.lines.map(({ mark }) => mark)).toEqual(["done", "done"]);
    });

    test("a warning sign is judged beside those of this morning", () => {
      const { results } = offlineDay(plan, [aReport("after", later, { painLocation: "radiating" })], later);
      expect(results.map(({ level, onDay }) => [level, onDay])).toEqual([["EMERGENCY", monday]]);
    });
  });

  test("a day that turns without network is a new day, whatever the phone's clock shows", () => {
    const plan = aPlan({ askedAt: atNoon("2026-11-15").toISOString(), lines: [aLine("bridge", { marks: ["done"] })] });
    const { today } = offlineDay(plan, [], atNoon(monday));
    expect([today.day, today.lines[0]?.mark]).toEqual(["2026-11-17", null]);
  });

  test("a report made before the clock was set right is of the day that the phone knew then", () => {
    const report = { ...aMark("bridge", new Date("2020-01-01T00:05:00Z")), serverAt: atNoon(monday).toISOString() };
    const marks = (now: Date) => offlineDay(aPlan(), [report], now).today.lines[0]?.marks;
    expect([marks(atNoon(monday)), marks(atNoon("2026-11-17"))]).toEqual([["done"], [null]]);
  });

  test("a line is gone after the last day on which review lets it be shown", () => {
    const plan = aPlan({ lines: [aLine("bridge", { shownThrough: monday }), aLine("walk")] });
    expect(idsOf(offlineDay(plan, [], atNoon("2026-11-17")).today.lines)).toEqual(["walk"]);
  });

  test("a quiet check-in is of the day and stops nothing", () => {
    const { today, results } = offlineDay(aPlan(), [aReport("before", atNoon(monday))], atNoon(monday));
    expect(results.map(({ level }) => level)).toEqual(["NORMAL_SORENESS"]);
    expect(today.checkIns.map(({ stage }) => stage)).toEqual(["before"]);
    expect([today.hold, idsOf(today.lines)]).toEqual([null, ["bridge", "walk"]]);
  });

  test("an emergency ends the session here and now, and says that nobody knows of it yet", () => {
    const report = aReport("before", atNoon(monday), { saddleNumb: true });
    const { today, results } = offlineDay(aPlan(), [report], atNoon(monday));
    expect(results[0]).toMatchObject({ level: "EMERGENCY", checkInId: report.body.idempotencyKey, alert: null });
    expect(today.hold).toMatchObject({ isEmergency: true, isSuspension: true, isUnsent: true, caller: null });
    expect([today.lines, today.notToday]).toEqual([[], []]);
  });

  test("it stays so the next day, and no quiet answer after it lifts it", () => {
    const reports = [aReport("before", atNoon(monday), { saddleNumb: true }), aReport("before", atNoon("2026-11-17"))];
    const { today } = offlineDay(aPlan(), reports, atNoon("2026-11-17"));
    expect([today.hold?.isEmergency, today.lines]).toEqual([true, []]);
  });

  test("a hold that leaves easy activity open leaves the easy exercises", () => {
    const report = aReport("after", atNoon(monday), { painCharacter: "sharp", nprsDuring: 6 });
    const { today } = offlineDay(aPlan(), [report], atNoon(monday));
    expect(today.hold).toMatchObject({ isSuspension: false, easyActivityAllowed: true });
    expect(idsOf(today.lines)).toEqual(["walk"]);
  });

  test("what was sent since the plan still counts, and is no longer told as unknown to everybody", () => {
    const report = aReport("before", atNoon(monday), { saddleNumb: true });
    const { today, results } = offlineDay(aPlan(), [{ ...report, takenAt: report.madeAt }], atNoon(monday));
    expect([today.lines, today.hold?.isEmergency]).toEqual([[], true]);
    expect(today.hold).not.toHaveProperty("isUnsent");
    expect(results[0]).not.toHaveProperty("isUnsent");
  });

  test("an answer that does not fit the plan is left to the server; a red flag beside it counts", () => {
    const report = aReport("before", atNoon(monday), { unknown: true, bladderBowel: "cannot pass urine" });
    const { results, today } = offlineDay(aPlan(), [report], atNoon(monday));
    expect([results.map(({ level }) => level), idsOf(today.lines)]).toEqual([["EMERGENCY"], []]);
  });
});
