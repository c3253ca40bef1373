import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { unsignableLines, type KnownLine } from "@/lib/clinical/met-lines";
import type { SigningInput } from "@/lib/clinical/signing";
import { metLines } from "../../support/clinical-answers";
import {
  aContent,
  anchor,
  anExercise,
  aPhase,
  aProtocol,
  fourPhases,
  fromDay,
  onDay,
} from "../../support/clinical-content";

const lightLine = { exercise: "bridge", dosage: { reps: 9 }, requiresClearance: false, availableFromDay: 0 };
const content = aContent(
  [
    anExercise({
      earliest: { fusion: fromDay(0), pathway: fromDay(60, 2), light: fromDay(0) },
      contraindicationCodes: [
        { condition: "vertigo", severity: "override" },
        { condition: "wound-open", severity: "block" },
      ],
    }),
    anExercise({
      id: "twin",
      earliest: { fusion: fromDay(0) },
      contraindicationCodes: [{ condition: "vertigo", severity: "override" }],
    }),
    anExercise({ id: "later", earliest: { fusion: fromDay(42, 3), pathway: fromDay(60, 2) } }),
    anExercise({
      id: "pool",
      earliest: { fusion: fromDay(0) },
      tags: [{ tag: "WATER_IMMERSION", region: null }],
    }),
    anExercise({ id: "never", earliest: { fusion: fromDay(42, 3), pathway: fromDay(300, 2) } }),
  ],
  aProtocol("fusion", fourPhases),
  aProtocol("pathway", [aPhase(1, 0, 60), aPhase(2, 60, null)]),
  aProtocol("light", [aPhase(1, 0, null, { lines: [lightLine] })]),
);
const bridge: KnownLine = { exercise: "bridge", dosage: {}, phase: 2, findings: [] };
const later: KnownLine = { ...bridge, exercise: "later", phase: 3 };
const never: KnownLine = { ...later, exercise: "never" };
const pool: KnownLine = { ...bridge, exercise: "pool" };
const noPool = { kind: "no-immersion" } as const;

/** On day 20 of the fusion, in phase 2. */
function met(lines: KnownLine[], given: Partial<Omit<SigningInput, "lines">>) {
  const { lines: _, ...situation } = onDay(20, { phase: 2 });
  return metLines({ ...situation, ...given, lines }, content).map(({ exercise, isClosed, findings }) => [
    exercise,
    isClosed ? "closed" : "reason",
    findings[0]?.rule,
  ]);
}

describe("signed lines that something recorded later speaks against", () => {
  const pathway = [{ protocol: "pathway", anchor }];
  const sooner = [{ protocol: "pathway", anchor: addDays(anchor, -30) }];
  it.each<[string, KnownLine[], Parameters<typeof met>[1], string[][]]>([
    ["nothing recorded", [bridge, later], {}, []],
    ["a condition that blocks", [bridge], { conditions: ["wound-open"] }, [["bridge", "closed", "contraindication"]]],
    [
      "a condition that asks for a reason",
      [bridge],
      { conditions: ["vertigo"] },
      [["bridge", "reason", "contraindication"]],
    ],
    [
      "conditions that block and that ask for a reason",
      [bridge],
      { conditions: ["vertigo", "wound-open"] },
      [["bridge", "closed", "contraindication"]],
    ],
    [
      "a condition that asks for a reason, while the line's phase still waits",
      [{ ...bridge, phase: 3 }],
      { conditions: ["vertigo"] },
      [["bridge", "reason", "contraindication"]],
    ],
    [
      "a second protocol that opens the line before its phase ends",
      [bridge],
      { alsoProtocols: sooner },
      [["bridge", "closed", "too-early"]],
    ],
    [
      "a second protocol that only asks for care",
      [{ ...bridge, dosage: { reps: 10 } }],
      { alsoProtocols: ["light"] },
      [],
    ],
    ["a condition that concerns no line", [later], { conditions: ["vertigo"] }, []],
    ["a second protocol, now", [bridge], { alsoProtocols: pathway }, [["bridge", "closed", "too-early"]]],
    ["a second protocol, while the line's phase still waits", [later], { alsoProtocols: pathway }, []],
    [
      "a second protocol, beyond the end of the line's phase",
      [never],
      { alsoProtocols: pathway },
      [["never", "closed", "too-early"]],
    ],
    ["a restriction that meets it", [bridge, pool], { restrictions: [noPool] }, [["pool", "closed", "restriction"]]],
    [
      "a restriction that ends before the line's phase can begin",
      [{ ...pool, phase: 3 }],
      { restrictions: [{ ...noPool, until: addDays(anchor, 30) }] },
      [],
    ],
    [
      "a restriction without an end, while the line's phase still waits",
      [{ ...pool, phase: 3 }],
      { restrictions: [noPool] },
      [["pool", "closed", "restriction"]],
    ],
    ["a hold speaks for itself", [bridge], { hold: true }, []],
  ])("%s", (_, lines, given, found) => {
    expect(met(lines, given)).toEqual(found);
  });

  it("names the protocol that spoke", () => {
    const { lines: _, ...situation } = onDay(20, { phase: 2, alsoProtocols: pathway });
    const [line] = metLines({ ...situation, lines: [bridge] }, content);
    expect(line?.findings[0]?.because.en).toContain("Title of pathway");
  });

  it("is silent about what was known at signing", () => {
    const { lines: _, ...situation } = onDay(20, { phase: 2, conditions: ["vertigo"] });
    const [line] = metLines({ ...situation, lines: [bridge] }, content);
    const signed = { ...bridge, findings: line?.findings ?? [] };
    expect(met([signed], { conditions: ["vertigo"] })).toEqual([]);
    const twin = { ...bridge, exercise: "twin" };
    expect(met([signed, twin], { conditions: ["vertigo"] })).toEqual([["twin", "reason", "contraindication"]]);
    expect(met([signed], { conditions: ["vertigo", "wound-open"] })).toEqual([
      ["bridge", "closed", "contraindication"],
    ]);
  });

  it("does not name again what a restriction that ends with its phase only pushes on by a day", () => {
    const until = (days: number) => ({ restrictions: [{ ...noPool, until: addDays(anchor, days) }] });
    const { lines: _, ...situation } = onDay(20, { phase: 2, ...until(20) });
    const [line] = metLines({ ...situation, lines: [pool] }, content);
    expect(met([{ ...pool, findings: line?.findings ?? [] }], until(21))).toEqual([]);
  });
});

describe("lines that cannot be signed", () => {
  it("are those that are met now, not those that wait for their day", () => {
    const { lines: _, ...situation } = onDay(20, { phase: 2, restrictions: [noPool] });
    const lines = [bridge, pool, later];
    expect(unsignableLines({ ...situation, lines }, content)).toEqual([{ exercise: "pool", phase: 2 }]);
    expect(unsignableLines({ ...situation, restrictions: [], lines }, content)).toEqual([]);
  });
});
