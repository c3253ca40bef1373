import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { RegionalTag } from "@/lib/clinical/facts";
import type { AlsoProtocol, OtherProtocol } from "@/lib/clinical/prescription";
import { review } from "../../support/clinical-answers";
import {
  aContent,
  anExercise,
  aPhase,
  aProtocol,
  avoided,
  bridgeLine,
  firstLine,
  fourPhases,
  fromDay,
  individual,
  onDay,
  tag,
  withClearance,
} from "../../support/clinical-content";

/** What a broken copy of the content could hold; no type lets it in. */
const misspelt = z.custom<RegionalTag>().parse({ tag: "ROTATON", region: null });

const two = (exercise = anExercise(), ...pathway: ReturnType<typeof aPhase>[]) =>
  aContent(
    [exercise],
    aProtocol("fusion", fourPhases),
    aProtocol("pathway", pathway.length > 0 ? pathway : [aPhase(1, 0, 28), aPhase(2, 28, null)]),
  );

describe("what is clear", () => {
  it("says nothing, and the verdict is clear", () => {
    expect(review(onDay(100), two())).toEqual({
      verdict: "clear",
      lines: [{ exercise: "bridge", verdict: "clear", findings: [] }],
      findings: [],
    });
  });
});

describe("unknown-exercise", () => {
  it("blocks an exercise that the content lacks, and judges it no further", () => {
    expect(firstLine(onDay(100, { lines: [{ exercise: "nope", dosage: {} }], hold: true }), two())).toEqual([
      "unknown-exercise block",
    ]);
  });

  it("blocks an exercise with an unknown tag", () => {
    for (const tags of [[misspelt], [tag("ROTATION"), misspelt]]) {
      const content = aContent([anExercise({ tags })]);
      expect(firstLine(onDay(100, { hold: true }), content)).toEqual(["unknown-exercise block"]);
    }
  });

  it("blocks the program and every line of an unknown protocol, own or other", () => {
    for (const input of [onDay(100, { protocol: "nope" }), onDay(100, { alsoProtocols: ["nope"] })]) {
      const result = review(input, two());
      expect(result.verdict).toBe("block");
      expect(result.findings.map(({ rule }) => rule)).toContain("unknown-exercise");
      expect(firstLine(input, two())).toContain("unknown-exercise block");
    }
  });

  it("blocks a phase that the protocol lacks, and a protocol without phases", () => {
    expect(review(onDay(100, { phase: 9 }), two()).findings[0]?.because.en).toContain('"fusion, phase 9"');
    expect(review(onDay(100), aContent([anExercise()], aProtocol("fusion", []))).verdict).toBe("block");
    const empty = aContent([anExercise()], aProtocol("fusion", fourPhases), aProtocol("pathway", []));
    const result = review(onDay(100, { alsoProtocols: ["pathway"] }), empty);
    expect(result.verdict).toBe("block");
    expect(result.findings[0]?.because).toEqual({
      en: '"pathway" is not in the content. Opens when the content has it.',
      es: "«pathway» no está en el contenido. Se abre cuando el contenido lo tenga.",
    });
  });

  it("blocks an exercise of which the content says nothing for the protocol", () => {
    expect(firstLine(onDay(100), two(anExercise({ earliest: {} })))).toEqual(["unknown-exercise block"]);
  });
});

describe("avoid", () => {
  it("blocks whatever is cleared, and does not ask for a clearance", () => {
    const content = two(anExercise({ earliest: { fusion: avoided } }));
    expect(firstLine(onDay(100), content)).toEqual(["avoid block"]);
    const granted = onDay(100, { clearances: [{ key: "PT_SUPERVISED_START", status: "granted" }] });
    expect(firstLine(granted, content)).toEqual(["avoid block"]);
  });

  it("blocks when another protocol of the person avoids it", () => {
    const content = two(anExercise({ earliest: { fusion: withClearance(0), pathway: avoided } }));
    expect(firstLine(onDay(100), content)).toEqual(["clearance-missing block"]);
    expect(firstLine(onDay(100, { alsoProtocols: ["pathway"] }), content)).toEqual(["avoid block"]);
  });
});

describe("phase-not-reached", () => {
  it.each([
    [83, ["phase-not-reached"]],
    [84, []],
    [85, []],
  ])("day %i of a phase from day 84", (day, rules) => {
    expect(review(onDay(day), two()).findings.map(({ rule }) => rule)).toEqual(rules);
  });

  it("blocks the program, not its lines, and says when it opens", () => {
    const result = review(onDay(83), two());
    expect(result.verdict).toBe("block");
    expect(result.lines[0]?.verdict).toBe("clear");
    expect(result.findings[0]?.because).toEqual({
      en: "Phase 4 opens on day 84 (Mar 30); today is day 83.",
      es: "La fase 4 se abre el día 84 (30 mar); hoy es el día 83.",
    });
  });

  it("blocks before the anchor", () => {
    expect(review(onDay(-1, { phase: 1 }), two()).verdict).toBe("block");
    expect(review(onDay(0, { phase: 1 }), two()).verdict).toBe("clear");
  });

  it("falls back on the protocol's sources, then on the mark", () => {
    const bare = fourPhases.map((phase) => ({ ...phase, sources: [] }));
    const sourcesFor = (content: ReturnType<typeof two>) => review(onDay(0), content).findings[0]?.source;
    expect(sourcesFor(two())).toEqual(["SEED2"]);
    expect(sourcesFor(aContent([anExercise()], aProtocol("fusion", bare)))).toEqual(["SEED3"]);
    expect(sourcesFor(aContent([anExercise()], aProtocol("fusion", bare, { sources: [] })))).toEqual([
      "background, unverified",
    ]);
  });

  it("judges a second protocol on its own day and phase", () => {
    const second = { protocol: "pathway", anchor: "2026-04-01", phase: 2 };
    expect(review(onDay(100, { alsoProtocols: [second] }), two()).findings[0]?.because.en).toContain(
      "Phase 2 of Title of pathway opens on day 28",
    );
    expect(review(onDay(100, { alsoProtocols: [{ ...second, phase: 1 }] }), two()).findings).toEqual([]);
    expect(review(onDay(27, { phase: 2, alsoProtocols: [{ protocol: "pathway", phase: 2 }] }), two()).verdict).toBe(
      "block",
    );
  });
});

describe("too-early", () => {
  const content = two(anExercise({ earliest: { fusion: fromDay(56, 3), pathway: fromDay(20) } }));

  it.each([
    [55, ["too-early block"]],
    [56, []],
  ])("day %i of an exercise from day 56", (day, found) => {
    expect(firstLine(onDay(day, { phase: 3 }), content)).toEqual(found);
  });

  it("names the day that opens it", () => {
    expect(review(onDay(55, { phase: 3 }), content).lines[0]?.findings[0]).toEqual({
      rule: "too-early",
      severity: "block",
      because: { en: "Opens on day 56 (Mar 2); today is day 55.", es: "Se abre el día 56 (2 mar); hoy es el día 55." },
      source: ["SEED1"],
    });
  });

  it("carries the mark where nobody confirmed the day", () => {
    const unsure = two(anExercise({ earliest: { fusion: { ...fromDay(56), basis: "background, unverified" } } }));
    expect(review(onDay(55, { phase: 3 }), unsure).lines[0]?.findings[0]?.source).toEqual(["background, unverified"]);
  });

  it("is not asked where the content gives no day", () => {
    for (const earliest of [avoided, individual]) {
      for (const day of [0, -5]) {
        expect(firstLine(onDay(day, { phase: 1 }), two(anExercise({ earliest: { fusion: earliest } })))).not.toContain(
          "too-early block",
        );
      }
    }
  });

  it("names the protocol that opens last", () => {
    const late: OtherProtocol = { protocol: "pathway", anchor: "2026-03-01" };
    const sooner: OtherProtocol = { ...late, anchor: "2026-02-10" };
    const because = (alsoProtocols: AlsoProtocol[]) =>
      review(onDay(55, { phase: 3, alsoProtocols }), content).lines[0]?.findings.map((finding) => finding.because.en);
    expect(because([late])).toEqual(["Opens on day 20 of Title of pathway (Mar 21); today is day 0."]);
    expect(because(["pathway"])).toEqual(["Opens on day 56 (Mar 2); today is day 55."]);
    expect(because([sooner])).toEqual(["Opens on day 56 (Mar 2); today is day 55."]);
  });
});

describe("phase-ahead", () => {
  const content = two(anExercise({ earliest: { fusion: fromDay(84, 4), pathway: fromDay(0, 2) } }));

  it("asks for a reason when the day has come and the phase has not", () => {
    expect(firstLine(onDay(84, { phase: 3 }), content)).toEqual(["phase-ahead override"]);
    expect(firstLine(onDay(84, { phase: 4 }), content)).toEqual([]);
  });

  it("leaves it to too-early before the day", () => {
    expect(firstLine(onDay(83, { phase: 3 }), content)).toEqual(["too-early block"]);
  });

  it("says nothing where the content gives no day", () => {
    const odd = two(anExercise({ earliest: { fusion: { ...fromDay(0, 4), day: null } } }));
    expect(firstLine(onDay(84, { phase: 3 }), odd)).toEqual([]);
  });

  it("is judged in the phase of the other protocol", () => {
    const also = { protocol: "pathway", phase: 1 };
    expect(firstLine(onDay(84, { alsoProtocols: [also] }), content)).toEqual(["phase-ahead override"]);
    expect(firstLine(onDay(84, { alsoProtocols: ["pathway"] }), content)).toEqual([]);
  });
});

describe("session-length", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...bridgeLine, exercise: `e${index}` }));
  const content = aContent(Array.from({ length: 6 }, (_, index) => anExercise({ id: `e${index}` })));

  it.each([
    [4, []],
    [5, ["session-length caution"]],
  ])("%i exercises", (count, found) => {
    const result = review(onDay(100, { lines: lines(count) }), content);
    expect(result.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(found);
    expect(result.verdict).toBe(count > 4 ? "caution" : "clear");
  });

  const onDays = (...of: (number[] | null)[]) =>
    of.map((weekdays, index) => ({ ...bridgeLine, exercise: `e${index}`, dosage: { ...bridgeLine.dosage, weekdays } }));
  const any = null;
  it.each([
    ["six, three a day", onDays([1, 3, 5], [1, 3, 5], [1, 3, 5], [2, 4], [2, 4], [2, 4]), null],
    ["four on the fullest day", onDays(any, any, [1, 2], [2, 3], [3, 4], [5]), null],
    ["five on one day", onDays(any, any, any, [2, 3], [3, 4]), "5 exercises on Wednesday of phase 4"],
    [
      "six on three days",
      onDays(any, [1, 3, 5], [1, 3, 5], [1, 3, 5], [1, 3, 5], [1, 2, 3, 4, 5]),
      "6 exercises on Monday, Wednesday and Friday of phase 4",
    ],
    ["only the fullest of two full days", onDays(any, any, any, any, [1, 7], [7]), "6 exercises on Sunday of phase 4"],
    [
      "every day by name is any day",
      onDays(any, any, any, any, [1, 2, 3, 4, 5, 6, 7]),
      "5 exercises in one day of phase 4",
    ],
  ])("counts by the days that lines name: %s", (_, dosed, words) => {
    const { findings } = review(onDay(100, { lines: dosed }), content);
    expect(findings.map(({ because }) => because.en.split(";")[0])).toEqual(words === null ? [] : [words]);
  });
});
