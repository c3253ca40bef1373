import { describe, expect, it } from "vitest";
import { review } from "../../support/clinical-answers";
import {
  aContent,
  anExercise,
  aPhase,
  aProtocol,
  firstLine,
  fourPhases,
  fromDay,
  onDay,
} from "../../support/clinical-content";

describe("over-limit", () => {
  const limitedTo = (liftKg: number | null) =>
    fourPhases.map((phase) => ({ ...phase, limits: { liftKg, sitMaxMin: null } }));
  const content = aContent(
    [anExercise()],
    aProtocol("fusion", limitedTo(5)),
    aProtocol("pathway", [aPhase(1, 0, null, { limits: { liftKg: 3, sitMaxMin: null } })]),
  );
  const lift = (loadKg: number | null, input: Partial<Parameters<typeof onDay>[1] & object> = {}) =>
    firstLine(onDay(100, { lines: [{ exercise: "bridge", dosage: { loadKg } }], ...input }), content);

  it.each([
    [5, []],
    [5.1, ["over-limit block"]],
    [null, []],
  ])("%s kg under a limit of 5", (loadKg, rules) => {
    expect(lift(loadKg)).toEqual(rules);
  });

  it("has no limit where the phase names none", () => {
    const free = aContent([anExercise()], aProtocol("fusion", limitedTo(null)));
    expect(firstLine(onDay(100, { lines: [{ exercise: "bridge", dosage: { loadKg: 50 } }] }), free)).toEqual([]);
  });

  it.each([
    [{ maxKg: 8 }, "limited", []],
    [{ maxKg: 7.9 }, "limited", ["over-limit block"]],
    [{ maxMinutes: 10 }, "limited", ["over-limit block"]],
    [null, "granted", ["over-limit block"]],
    [{ maxKg: 8 }, "revoked", ["over-limit block"]],
  ] as const)("8 kg with a new limit of %o (%s)", (limits, status, rules) => {
    expect(lift(8, { clearances: [{ key: "LIFT_LIMIT_UPDATE", status, limits }] })).toEqual(rules);
  });

  it("takes the lower limit of two protocols", () => {
    const pathway = { exercises: content.exercises, protocols: content.protocols };
    const exercise = anExercise({ earliest: { fusion: fromDay(0), pathway: fromDay(0) } });
    const both = { ...pathway, exercises: { bridge: exercise } };
    const lines = [{ exercise: "bridge", dosage: { loadKg: 6 } }];
    const found = review(onDay(100, { lines, alsoProtocols: ["pathway"] }), both).lines[0]?.findings;
    expect(found?.map(({ because }) => because.en)).toEqual([
      "6 kg is over the limit of phase 1 of Title of pathway, 3 kg. Opens at or under it, or with a new lift limit of 6 kg in force.",
    ]);
    const same = onDay(100, { lines, alsoProtocols: [{ protocol: "pathway", phase: 1 }] });
    const equal = {
      ...both,
      protocols: { ...both.protocols, pathway: aProtocol("pathway", [limitedTo(5)[0] ?? aPhase(1, 0, null)]) },
    };
    expect(review(same, equal).lines[0]?.findings[0]?.because.en).toContain("phase 4, 5 kg");
    const swapped = onDay(100, { protocol: "pathway", phase: 1, lines, alsoProtocols: ["fusion"] });
    expect(review(swapped, both).lines[0]?.findings[0]?.because.en).toContain("phase 1, 3 kg");
  });
});
