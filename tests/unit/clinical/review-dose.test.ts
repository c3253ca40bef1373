import { describe, expect, it } from "vitest";
import type { Dosage } from "@/lib/clinical/facts";
import { defaultSettings } from "@/lib/clinical/settings";
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
  severitiesOf,
} from "../../support/clinical-content";

const inPhase = (dosage: Dosage) =>
  fourPhases.map((phase) =>
    phase.n === 4
      ? { ...phase, lines: [{ exercise: "bridge", dosage, requiresClearance: false, availableFromDay: 84 }] }
      : phase,
  );

describe("dose-above-default", () => {
  const usual = { sets: 2, reps: 10, perDay: 2, holdSec: 10 };

  it.each<[Dosage, string[]]>([
    [{ sets: 2, reps: 10, perDay: 2, holdSec: 10 }, []],
    [{ sets: 4, reps: 10, perDay: 1 }, []],
    [{ sets: 2, reps: 11, perDay: 2 }, ["caution"]],
    [{ sets: 4, reps: 10, perDay: 2 }, ["caution"]],
    [{ sets: 3, reps: 9, perDay: 3 }, ["override"]],
    [{ holdSec: 11 }, ["caution"]],
    [{ holdSec: 20 }, ["caution"]],
    [{ holdSec: 21 }, ["override"]],
    [{ sets: 4 }, []],
    [{ sets: 5, perDay: 1 }, ["caution"]],
    [{ reps: 21, perDay: 2 }, ["override"]],
    [{ durationMin: 100 }, []],
    [{ sets: null, reps: null, holdSec: null }, []],
  ])("%o beside 2 × 10 twice a day, 10 s", (dosage, severities) => {
    expect(severitiesOf("dose-above-default", dosage, {}, { defaultDosage: usual })).toEqual(severities);
  });

  it.each<[Dosage, string[]]>([
    [{ durationMin: 15, perDay: 2 }, []],
    [{ durationMin: 30 }, []],
    [{ durationMin: 31 }, ["caution"]],
    [{ durationMin: 20, perDay: 3 }, ["caution"]],
    [{ durationMin: 21, perDay: 3 }, ["override"]],
  ])("%o beside 15 min twice a day", (dosage, severities) => {
    expect(severitiesOf("dose-above-default", dosage, {}, { defaultDosage: { durationMin: 15, perDay: 2 } })).toEqual(
      severities,
    );
  });

  it("of which another exercise of the phase says nothing", () => {
    const line = { exercise: "other", dosage: { sets: 9, reps: 9 }, requiresClearance: false, availableFromDay: 84 };
    const phases = fourPhases.map((phase) => ({ ...phase, lines: [line] }));
    const content = aContent([anExercise({ defaultDosage: { sets: 1, reps: 10 } })], aProtocol("fusion", phases));
    expect(firstLine(onDay(100, { lines: [aLine({ sets: 3, reps: 10 })] }), content)).toEqual([
      "dose-above-default override",
    ]);
  });

  it("names the source of the clinic's factor where it needs a reason, and wears the mark where it does not", () => {
    const doseOverrideFactor = { value: 3, basis: "sourced", sources: ["SEED9"] } as const;
    const content = aContent([anExercise({ defaultDosage: { reps: 10 } })]);
    const found = (reps: number) =>
      review(onDay(100, { lines: [aLine({ reps })] }), content, { ...defaultSettings, doseOverrideFactor }).lines[0]
        ?.findings[0];
    expect(found(30)).toMatchObject({ severity: "caution", source: ["background, unverified"] });
    expect(found(31)).toMatchObject({ severity: "override", source: ["SEED9"] });
  });

  it("is measured by the phase's line, and by the exercise's own default outside the phase", () => {
    const exercise = anExercise({ defaultDosage: { sets: 1, reps: 10 } });
    const input = onDay(100, { lines: [aLine({ sets: 3, reps: 10 })] });
    expect(firstLine(input, aContent([exercise]))).toEqual(["dose-above-default override"]);
    expect(firstLine(input, aContent([exercise], aProtocol("fusion", inPhase({ sets: 2, reps: 10 }))))).toEqual([
      "dose-above-default caution",
    ]);
    expect(firstLine(input, aContent([exercise], aProtocol("fusion", inPhase({ sets: 3, reps: 10 }))))).toEqual([]);
  });

  it("keeps the stricter of two protocols", () => {
    const exercise = anExercise({
      defaultDosage: { sets: 1, reps: 10 },
      earliest: { fusion: fromDay(0), pathway: fromDay(0) },
    });
    const content = aContent(
      [exercise],
      aProtocol("fusion", inPhase({ sets: 2, reps: 10 })),
      aProtocol("pathway", [aPhase(1, 0, null)]),
    );
    const input = onDay(100, { lines: [aLine({ sets: 3, reps: 10 })] });
    expect(firstLine(input, content)).toEqual(["dose-above-default caution"]);
    expect(firstLine({ ...input, alsoProtocols: ["pathway"] }, content)).toEqual(["dose-above-default override"]);
    expect(firstLine({ ...input, protocol: "pathway", phase: 1, alsoProtocols: ["fusion"] }, content)).toEqual([
      "dose-above-default override",
    ]);
  });

  it("a later timeline never makes it milder", () => {
    const exercise = anExercise({
      defaultDosage: { sets: 9, reps: 10 },
      earliest: { fusion: fromDay(0), pathway: fromDay(0) },
    });
    const small = { exercise: "bridge", dosage: { sets: 1, reps: 10 }, requiresClearance: false, availableFromDay: 42 };
    const content = aContent(
      [exercise],
      aProtocol("fusion", fourPhases),
      aProtocol("pathway", [aPhase(1, 0, 14), aPhase(2, 14, 42), aPhase(3, 42, null, { lines: [small] })]),
    );
    const input = onDay(50, { phase: 2, alsoProtocols: ["pathway"], lines: [aLine({ sets: 3, reps: 10 })] });
    expect(firstLine(input, content)).toEqual(["dose-above-default override"]);
    expect(firstLine({ ...input, shiftDays: 14 }, content)).toEqual(["dose-above-default override"]);
  });
});
