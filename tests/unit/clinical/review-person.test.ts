import { describe, expect, it } from "vitest";
import { conditions, regions, restrictionKinds, movementTags, type MovementTag } from "@/lib/clinical/facts";
import type { Restriction } from "@/lib/clinical/prescription";
import { review } from "../../support/clinical-answers";
import { aContent, anExercise, firstLine, onDay, tag } from "../../support/clinical-content";

const meets = (restriction: Restriction, facts: Parameters<typeof anExercise>[0], dosage = {}) =>
  firstLine(
    onDay(100, { restrictions: [restriction], lines: [{ exercise: "bridge", dosage }] }),
    aContent([anExercise(facts)]),
  ).filter((rule) => rule.startsWith("restriction")).length > 0;

const forbidden: Partial<Record<string, MovementTag>> = {
  "no-bending": "FLEXION",
  "no-twisting": "ROTATION",
  "no-lifting": "LOADED_LIFTING",
  "no-impact": "IMPACT",
  "no-overhead": "OVERHEAD",
  "no-immersion": "WATER_IMMERSION",
  "no-extension": "EXTENSION",
  "no-side-bending": "LATERAL_FLEXION",
  brace: "WATER_IMMERSION",
  "lift-limit": "LOADED_LIFTING",
};

describe("restriction", () => {
  it("meets exactly the tag that belongs to it", () => {
    for (const kind of restrictionKinds) {
      for (const name of movementTags) {
        expect([kind, name, meets({ kind, kg: 5, minutes: 20 }, { tags: [tag(name)] })]).toEqual([
          kind,
          name,
          forbidden[kind] === name,
        ]);
      }
    }
  });

  it("meets the region it names, or every region", () => {
    for (const own of [...regions, null]) {
      for (const region of [...regions, null, undefined]) {
        expect(meets({ kind: "no-twisting", region }, { tags: [tag("ROTATION", own)] })).toBe(
          own === null || region == null || own === region,
        );
      }
    }
  });

  it.each([
    [4.5, false],
    [4.6, true],
  ])("lift limit of 4.5 kg and a load of %s kg", (loadKg, met) => {
    expect(meets({ kind: "lift-limit", kg: 4.5 }, {}, { loadKg })).toBe(met);
    expect(meets({ kind: "lift-limit", kg: 4.5 }, { tags: [tag("LOADED_LIFTING")] }, { loadKg })).toBe(met);
  });

  it("a lift limit without kilograms lets no load through", () => {
    expect(meets({ kind: "lift-limit" }, {}, { loadKg: 1 })).toBe(true);
    expect(meets({ kind: "sit-limit" }, { position: "seated" }, { durationMin: 1 })).toBe(true);
  });

  it.each([
    ["seated", null, 21, true],
    ["seated", null, 20, false],
    ["seated", null, null, false],
    ["seated or standing", null, 21, true],
    ["machine", "cycling", 21, true],
    ["standing", "walking", 21, false],
  ] as const)("sitting limit of 20 min, %s, group %s, %s min", (position, rampGroup, durationMin, met) => {
    expect(meets({ kind: "sit-limit", minutes: 20 }, { position, rampGroup }, { durationMin })).toBe(met);
  });

  it("a collar meets what the condition of a collar meets", () => {
    const contraindicationCodes = [{ condition: "cervical-collar" as const, severity: "override" as const }];
    expect(meets({ kind: "collar" }, { contraindicationCodes })).toBe(true);
    expect(meets({ kind: "collar" }, {})).toBe(false);
    expect(meets({ kind: "collar" }, { contraindicationCodes: [{ condition: "vertigo", severity: "block" }] })).toBe(
      false,
    );
  });

  it.each([
    [{ until: "2026-04-15" }, true],
    [{ until: "2026-04-14" }, false],
    [{ from: "2026-04-15" }, true],
    [{ from: "2026-04-16" }, false],
    [{ from: null, until: null }, true],
  ])("in force %o on day 100, Apr 15: %s", (dates, met) => {
    expect(meets({ kind: "no-twisting", ...dates }, { tags: [tag("ROTATION")] })).toBe(met);
  });

  it("beats a clearance, and every restriction that meets is named with its end", () => {
    const content = aContent([
      anExercise({
        tags: [tag("ROTATION"), tag("LOADED_LIFTING")],
        clearanceKey: "LUMBAR_ROTATION",
        position: "seated",
      }),
    ]);
    const { findings = [] } =
      review(
        onDay(100, {
          clearances: [{ key: "LUMBAR_ROTATION", status: "granted" }],
          restrictions: [
            { kind: "no-twisting", until: "2026-05-01" },
            { kind: "lift-limit", kg: 4.5 },
            { kind: "sit-limit", minutes: 10 },
          ],
          lines: [{ exercise: "bridge", dosage: { durationMin: 12 } }],
        }),
        content,
      ).lines[0] ?? {};
    expect(findings.filter(({ rule }) => rule === "restriction").map(({ because }) => because.en)).toEqual([
      'Restriction "no twisting" meets rotation. Opens after May 1.',
      'Restriction "lift limit 4.5 kg" meets a lift without a named load. Opens when the surgeon ends it.',
      'Restriction "sitting limit 10 min" meets 12 min. Opens when the surgeon ends it.',
    ]);
  });
});

describe("contraindication", () => {
  it("answers as the content says, for each recorded condition", () => {
    for (const condition of conditions) {
      const other = condition === "vertigo" ? "myelopathy" : "vertigo";
      for (const severity of ["block", "override"] as const) {
        const content = aContent([anExercise({ contraindicationCodes: [{ condition, severity }] })]);
        expect(firstLine(onDay(100, { conditions: [other, condition] }), content)).toEqual([
          `contraindication ${severity}`,
        ]);
        expect(firstLine(onDay(100, { conditions: [other] }), content)).toEqual([]);
        expect(firstLine(onDay(100), content)).toEqual([]);
      }
    }
  });
});
