import { describe, expect, it } from "vitest";
import type { OtherProtocol } from "@/lib/clinical/prescription";
import { review } from "../../support/clinical-answers";
import {
  aContent,
  aLine,
  anExercise,
  aPhase,
  aProtocol,
  firstLine,
  fourPhases,
  fromDay,
  onDay,
  tag,
} from "../../support/clinical-content";

const two = (exercise = anExercise(), ...pathway: ReturnType<typeof aPhase>[]) =>
  aContent(
    [exercise],
    aProtocol("fusion", fourPhases),
    aProtocol("pathway", pathway.length > 0 ? pathway : [aPhase(1, 0, 28), aPhase(2, 28, null)]),
  );

describe("shiftDays", () => {
  const content = two(anExercise({ earliest: { fusion: fromDay(42, 3), pathway: fromDay(0) } }));
  const early = two(anExercise({ earliest: { fusion: fromDay(41, 2), pathway: fromDay(0) } }));

  it.each([
    [42, 0, []],
    [42, 14, ["too-early block"]],
    [55, 14, ["too-early block"]],
    [56, 14, []],
  ])("day %i with a shift of %i, earliest day in phase 3", (day, shiftDays, found) => {
    expect(firstLine(onDay(day, { phase: 3, shiftDays }), content)).toEqual(found);
  });

  it("moves in an own template what it moves in the protocol, whatever became of the phases", () => {
    const own = (...phases: ReturnType<typeof aPhase>[]) =>
      aContent(
        [anExercise({ earliest: { fusion: fromDay(42, 2) } })],
        aProtocol("fusion", phases, { isOwn: true, shiftsFrom: 42 }),
      );
    const found = (day: number, phase: number, content: ReturnType<typeof own>) =>
      firstLine(onDay(day, { phase, shiftDays: 14 }), content);
    const longer = own(aPhase(1, 0, 14), aPhase(2, 14, 70), aPhase(3, 70, null));
    expect(found(55, 2, longer)).toEqual(["too-early block"]);
    expect(found(56, 2, longer)).toEqual([]);
    expect(found(55, 2, own(aPhase(1, 0, 14), aPhase(2, 14, null)))).toEqual(["too-early block"]);
    const sooner = own(aPhase(1, 0, 14), aPhase(2, 14, 35), aPhase(3, 35, null));
    expect(found(55, 3, sooner)).toEqual(["too-early block"]);
  });

  it("moves no earliest day before phase 3", () => {
    expect(firstLine(onDay(41, { phase: 2, shiftDays: 14 }), early)).toEqual([]);
  });

  it("moves the start of phase 3 and later, not of phase 2", () => {
    expect(review(onDay(55, { phase: 3, shiftDays: 14 }), early).verdict).toBe("block");
    expect(review(onDay(56, { phase: 3, shiftDays: 14 }), early).verdict).toBe("clear");
    expect(review(onDay(14, { phase: 2, shiftDays: 14 }), aContent([anExercise()])).verdict).toBe("clear");
  });

  it("moves the phase that another protocol's day falls in, and its limits stay the stricter of both", () => {
    const phases = [aPhase(1, 0, 14), aPhase(2, 14, 42), aPhase(3, 42, null, { blockedTags: [tag("ROTATION")] })];
    const exercise = anExercise({ tags: [tag("ROTATION")], clearanceKey: "LUMBAR_ROTATION" });
    const second: OtherProtocol = { protocol: "pathway", anchor: "2026-02-10" };
    const input = onDay(84, { alsoProtocols: [second] });
    expect(firstLine(input, two(exercise, ...phases))).toEqual(["clearance-missing block"]);
    expect(firstLine({ ...input, shiftDays: 14, phase: 3 }, two(exercise, ...phases))).toEqual([
      "clearance-missing block",
    ]);
  });

  it("moves the phase that another protocol's day falls in, to the very day", () => {
    const phases = [aPhase(1, 0, 14), aPhase(2, 14, 42), aPhase(3, 42, null)];
    const exercise = anExercise({ earliest: { fusion: fromDay(0), pathway: fromDay(0, 3) } });
    const found = (day: number, shiftDays: number) =>
      firstLine(onDay(day, { phase: 2, shiftDays, alsoProtocols: ["pathway"] }), two(exercise, ...phases));
    expect(found(41, 0)).toEqual(["phase-ahead override"]);
    expect(found(42, 0)).toEqual([]);
    expect(found(55, 14)).toEqual(["phase-ahead override"]);
    expect(found(56, 14)).toEqual([]);
  });

  it("leaves the lower of the lift limits that another protocol has with and without it", () => {
    const limited = (liftKg: number) => ({ limits: { liftKg, sitMaxMin: null } });
    const lift = (second: number, third: number) =>
      firstLine(
        onDay(50, { phase: 2, shiftDays: 14, alsoProtocols: ["pathway"], lines: [aLine({ loadKg: 5 })] }),
        two(
          anExercise({ earliest: { fusion: fromDay(0), pathway: fromDay(0) } }),
          aPhase(1, 0, 14),
          aPhase(2, 14, 42, limited(second)),
          aPhase(3, 42, null, limited(third)),
        ),
      );
    expect(lift(3, 8)).toEqual(["over-limit block"]);
    expect(lift(8, 3)).toEqual(["over-limit block"]);
    expect(lift(8, 5)).toEqual([]);
  });

  it("leaves a protocol of two phases where it is", () => {
    expect(
      review(onDay(28, { phase: 2, shiftDays: 14, alsoProtocols: [{ protocol: "pathway", phase: 2 }] }), two()).verdict,
    ).toBe("clear");
  });
});
