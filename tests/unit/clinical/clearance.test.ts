import { describe, expect, it } from "vitest";
import { isLive, type Clearance } from "@/lib/clinical/clearance";
import { clearanceStates } from "@/lib/clinical/facts";
import { review } from "../../support/clinical-answers";
import {
  aContent,
  anExercise,
  aPhase,
  aProtocol,
  avoided,
  firstLine,
  fourPhases,
  fromDay,
  individual,
  onDay,
  tag,
  withClearance,
} from "../../support/clinical-content";

const today = "2026-11-21";
const granted = (facts: Partial<Clearance> = {}): Clearance => ({
  key: "LUMBAR_ROTATION",
  status: "granted",
  ...facts,
});
const rotating = { tags: [tag("ROTATION", "LUMBAR")], clearanceKey: "LUMBAR_ROTATION" as const };
const blocking = (...blockedTags: ReturnType<typeof tag>[]) =>
  fourPhases.map((phase) => (phase.n === 4 ? { ...phase, blockedTags } : phase));

describe("a live clearance", () => {
  it.each(clearanceStates.map((status) => [status, status === "granted" || status === "limited"] as const))(
    "%s: %s",
    (status, live) => {
      expect(isLive(granted({ status }), today)).toBe(live);
    },
  );

  it.each([
    [null, null, true],
    ["2026-11-21", null, true],
    ["2026-11-22", null, false],
    [null, "2026-11-21", true],
    [null, "2026-11-20", false],
    ["2026-11-01", "2026-11-30", true],
  ])("from %s until %s: %s", (from, until, live) => {
    expect(isLive(granted({ from, until }), today)).toBe(live);
  });
});

describe("clearance-missing", () => {
  it("fires where the protocol asks for a clearance, until the exercise's own key is live", () => {
    const content = aContent([anExercise({ ...rotating, earliest: { fusion: withClearance(0) } })]);
    expect(firstLine(onDay(100), content)).toEqual(["clearance-missing block"]);
    expect(firstLine(onDay(100, { clearances: [granted({ key: "LUMBAR_ROM" })] }), content)).toEqual([
      "clearance-missing block",
    ]);
    expect(firstLine(onDay(100, { clearances: [granted({ status: "under-review" })] }), content)).toEqual([
      "clearance-missing block",
    ]);
    expect(firstLine(onDay(100, { clearances: [granted()] }), content)).toEqual([]);
  });

  it.each([
    ["LUMBAR", "LUMBAR", true],
    ["LUMBAR", "CERVICAL", false],
    ["LUMBAR", null, true],
    [null, "CERVICAL", true],
    [null, null, true],
  ] as const)("a tag of %s and a block of %s meet: %s", (own, blocked, meets) => {
    const content = aContent(
      [anExercise({ tags: [tag("ROTATION", own)], clearanceKey: "LUMBAR_ROTATION" })],
      aProtocol("fusion", blocking(tag("ROTATION", blocked))),
    );
    expect(firstLine(onDay(100), content)).toEqual(meets ? ["clearance-missing block"] : []);
    expect(firstLine(onDay(100, { clearances: [granted()] }), content)).toEqual([]);
  });

  it("says which movement the phase blocks and what opens it", () => {
    const content = aContent([anExercise(rotating)], aProtocol("fusion", blocking(tag("ROTATION"))));
    expect(review(onDay(100), content).lines[0]?.findings[0]).toEqual({
      rule: "clearance-missing",
      severity: "block",
      because: {
        en: "Phase 4 blocks rotation (lumbar). Opens with a clearance in force for: lumbar rotation. None is in force today.",
        es: "La fase 4 bloquea rotación (lumbar). Se abre con una autorización vigente para: rotación lumbar. Hoy no hay ninguna vigente.",
      },
      source: ["SEED2"],
    });
    const several = aContent(
      [anExercise({ ...rotating, tags: [tag("ROTATION", "LUMBAR"), tag("IMPACT"), tag("OVERHEAD")] })],
      aProtocol("fusion", blocking(tag("ROTATION"), tag("IMPACT"), tag("OVERHEAD"))),
    );
    expect(review(onDay(100), several).lines[0]?.findings[0]?.because.en).toContain(
      "rotation (lumbar), impact and overhead work",
    );
  });

  it("a start under the PT's eye opens unsupported trunk and prone on elbows, and no other blocked tag", () => {
    const clearances: Clearance[] = [{ key: "PT_SUPERVISED_START", status: "granted" }];
    for (const [name, opens] of [
      ["UNSUPPORTED_TRUNK", true],
      ["PRONE_ON_ELBOWS", true],
      ["ROTATION", false],
      ["LOADED_LIFTING", false],
    ] as const) {
      const content = aContent([anExercise({ tags: [tag(name)] })], aProtocol("fusion", blocking(tag(name))));
      expect(firstLine(onDay(100), content)).toEqual(["clearance-missing block"]);
      expect(firstLine(onDay(100, { clearances }), content)).toEqual(opens ? [] : ["clearance-missing block"]);
    }
  });

  it("is judged by the other protocol's phase too, and reported once", () => {
    const content = aContent(
      [anExercise({ ...rotating, earliest: { fusion: withClearance(0), pathway: fromDay(0) } })],
      aProtocol("fusion", fourPhases),
      aProtocol("pathway", [aPhase(1, 0, null, { blockedTags: [tag("ROTATION")] })]),
    );
    expect(firstLine(onDay(100, { alsoProtocols: ["pathway"] }), content)).toEqual(["clearance-missing block"]);
    const unblocked = aContent(
      [anExercise({ ...rotating, earliest: { fusion: fromDay(0), pathway: withClearance(0) } })],
      aProtocol("fusion", fourPhases),
      aProtocol("pathway", [aPhase(1, 0, null)]),
    );
    expect(firstLine(onDay(100), unblocked)).toEqual([]);
    expect(firstLine(onDay(100, { alsoProtocols: ["pathway"] }), unblocked)).toEqual(["clearance-missing block"]);
  });
});

describe("whether the content asks for a clearance", () => {
  it.each([
    ["the day alone", fromDay(0), []],
    ["the day and a clearance", { ...fromDay(0), clearance: true }, ["clearance-missing block"]],
    ["the rule of a clearance", { ...withClearance(0), clearance: false }, ["clearance-missing block"]],
  ])("by %s", (_, earliest, rules) => {
    expect(firstLine(onDay(100), aContent([anExercise({ earliest: { fusion: earliest } })]))).toEqual(rules);
  });
});

describe("individual-decision", () => {
  it("is not asked of a protocol that says nothing of the exercise", () => {
    const silent = aContent(
      [anExercise({ ...rotating, earliest: { fusion: individual } })],
      aProtocol("fusion", fourPhases),
      aProtocol("pathway", [aPhase(1, 0, null)]),
    );
    expect(firstLine(onDay(100, { clearances: [granted()], alsoProtocols: ["pathway"] }), silent)).toEqual([
      "unknown-exercise block",
      "individual-decision override",
    ]);
  });

  const content = aContent([anExercise({ ...rotating, earliest: { fusion: individual } })]);

  it("asks for a reason beside a live grant, and for the grant without one", () => {
    expect(firstLine(onDay(100), content)).toEqual(["clearance-missing block"]);
    expect(firstLine(onDay(100, { clearances: [granted()] }), content)).toEqual(["individual-decision override"]);
    expect(firstLine(onDay(100, { clearances: [granted({ until: "2026-01-06" })] }), content)).toEqual([
      "clearance-missing block",
    ]);
  });
});

describe("clearance-limit", () => {
  const content = aContent([anExercise({ ...rotating, earliest: { fusion: withClearance(0) } })]);
  const limited = (limits: Clearance["limits"]) => granted({ status: "limited", limits });
  const found = (dosage: object, ...clearances: Clearance[]) =>
    firstLine(onDay(100, { clearances, lines: [{ exercise: "bridge", dosage }] }), content).filter((rule) =>
      rule.startsWith("clearance"),
    );

  it.each([
    [{ durationMin: 20 }, { maxMinutes: 20 }, false],
    [{ durationMin: 21 }, { maxMinutes: 20 }, true],
    [{}, { maxMinutes: 20 }, false],
    [{ loadKg: 5 }, { maxKg: 5 }, false],
    [{ loadKg: 5.1 }, { maxKg: 5 }, true],
    [{}, { maxKg: 5 }, false],
    [{ durationMin: 90, loadKg: 90 }, {}, false],
    [{ durationMin: 90, loadKg: 90 }, null, false],
    [{ durationMin: 90, loadKg: 90 }, { maxMinutes: null, maxKg: null }, false],
    [{ durationMin: null, loadKg: 90 }, { maxMinutes: 20 }, false],
  ])("%o under %o: %s", (dosage, limits, exceeds) => {
    expect(found(dosage, limited(limits))).toEqual(exceeds ? ["clearance-limit block"] : []);
  });

  it("needs a named load for loaded lifting under a limit in kilograms", () => {
    const lifting = aContent([
      anExercise({
        tags: [tag("NEUTRAL_SPINE"), tag("LOADED_LIFTING")],
        clearanceKey: "LIFT_LIMIT_UPDATE",
        earliest: { fusion: withClearance(0) },
      }),
    ]);
    const clearances = [limited({ maxKg: 5 })].map((grant) => ({ ...grant, key: "LIFT_LIMIT_UPDATE" as const }));
    expect(firstLine(onDay(100, { clearances }), lifting)).toEqual(["clearance-limit block"]);
    expect(
      firstLine(onDay(100, { clearances, lines: [{ exercise: "bridge", dosage: { loadKg: 5 } }] }), lifting),
    ).toEqual([]);
  });

  it("is satisfied by one live grant wide enough", () => {
    const dosage = { durationMin: 15, loadKg: 4 };
    expect(found(dosage, limited({ maxMinutes: 10 }), limited({ maxKg: 3 }))).toEqual(["clearance-limit block"]);
    expect(found(dosage, limited({ maxMinutes: 10 }), limited({ maxMinutes: 15 }))).toEqual([]);
    expect(found(dosage, limited({ maxMinutes: 10 }), granted())).toEqual([]);
    expect(found(dosage, limited({ maxMinutes: 10 }), granted({ status: "denied" }))).toEqual([
      "clearance-limit block",
    ]);
  });

  it("does not judge an exercise that needs no grant", () => {
    const free = aContent([anExercise(rotating)]);
    const input = onDay(100, {
      clearances: [limited({ maxMinutes: 1 })],
      lines: [{ exercise: "bridge", dosage: { durationMin: 10 } }],
    });
    expect(firstLine(input, free)).toEqual([]);
  });

  it("stands beside avoid", () => {
    const content2 = aContent([anExercise({ ...rotating, earliest: { fusion: avoided } })]);
    const input = onDay(100, {
      clearances: [limited({ maxKg: 1 })],
      lines: [{ exercise: "bridge", dosage: { loadKg: 2 } }],
    });
    expect(firstLine(input, content2)).toEqual(["avoid block", "clearance-limit block"]);
  });
});
