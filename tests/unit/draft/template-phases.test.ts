import { describe, expect, it } from "vitest";
import { phaseTyped, typedPhase } from "@/app/(clinic)/templates/[templateId]/phases/_components/phase-values";
import { withoutPhase, withPhase, withPhaseAfter } from "@/lib/draft/template-phases";
import type { PhaseForm } from "@/lib/schemas/template-phase";
import type { TemplateFacts, TemplateLine, TemplatePhaseFacts } from "@/lib/schemas/template";
import { aLine } from "./given";

const text = (words: string) => ({ en: words, es: words });

function aPhase(n: number, dayStart: number, dayEndExclusive: number | null): TemplatePhaseFacts {
  return {
    ...{ n, name: text(`Phase ${n}`), patientName: text("Now"), patientGoal: text("Walk."), dayStart, dayEndExclusive },
    goals: [text("walk")],
    entryCriteria: {
      ...{ minDay: dayStart, redFlagFreeDays: 7, nprsAvg7dMax: 4, nprsActivityMax: 5, walkContinuousMin: 20 },
      ...{ sitToleranceMin: null, woundClosed: null, fusionEvidence: "NONE_REQUIRED", clearances: ["RUNNING"] },
      ...{ functional: [], adherencePct: null, other: [] },
    },
    precautions: [],
    limits: { liftKg: n, sitMaxMin: null, brace: null, driving: null },
    blockedTags: [{ tag: "FLEXION", region: null }],
    ...{ visits: text("weekly"), progressionCriteria: [], regressionCriteria: [], sources: [] },
  };
}

const facts: TemplateFacts = {
  ...{ id: "fusion-lumbar", title: text("Ours"), techniques: [], procedureType: "fusion", region: "LUMBAR" },
  ...{ anchor: "PROCEDURE_DATE", sources: [] },
  phases: [aPhase(1, 0, 14), aPhase(2, 14, 42), aPhase(3, 42, null)],
};
const line = (id: string, phase: number, exercise = id): TemplateLine => ({
  ...aLine(id, { phase, exercise }),
  ...{ noteToPatient: null, starting: true, startReason: text("first") },
});
const lines = [line("a", 1), line("b", 2), line("c", 2, "a"), line("d", 3)];
const days = ({ phases }: TemplateFacts) =>
  phases.map(({ n, dayStart, dayEndExclusive }) => [n, dayStart, dayEndExclusive]);
const placed = (all: readonly TemplateLine[]) => all.map(({ id, phase }) => `${id}${phase}`).join(" ");

describe("the form of a phase", () => {
  it("sends what it shows, whatever its line ends", () => {
    const shown = phaseTyped({ ...aPhase(2, 14, 42), goals: [text("walk"), text("sit")] });
    const form = new FormData();
    const walk = (node: unknown, path: string) => {
      if (typeof node === "string")
        form.append(path.replace(/^(.*(?:Tags|clearances))\.\d+$/, "$1"), node.replaceAll("\n", "\r\n"));
      else if (node === true) form.append(path, "yes");
      else if (typeof node === "object" && node !== null)
        for (const [key, child] of Object.entries(node)) walk(child, path === "" ? key : `${path}.${key}`);
    };
    walk(shown, "");
    expect(typedPhase(form)).toEqual(shown);
  });
});

describe("a phase that is changed", () => {
  const changed = (form: Partial<PhaseForm>) => {
    const { n: _, sources: __, ...phase } = aPhase(2, 14, 42);
    const entryCriteria = { ...phase.entryCriteria, woundClosed: null };
    return withPhase(facts, 2, { ...phase, entryCriteria, moveNeighbours: true, ...form });
  };

  it("takes the phases beside it along, and its entry waits for its first day", () => {
    const { phases } = changed({ dayStart: 20, dayEndExclusive: 50 });
    expect(days({ ...facts, phases })).toEqual([
      [1, 0, 20],
      [2, 20, 50],
      [3, 50, null],
    ]);
    expect(phases.map(({ entryCriteria }) => entryCriteria.minDay)).toEqual([0, 20, 50]);
  });

  it("leaves them where they are when it is told so", () => {
    const { phases } = changed({ dayStart: 20, dayEndExclusive: 50, moveNeighbours: false });
    expect(days({ ...facts, phases })).toEqual([
      [1, 0, 14],
      [2, 20, 50],
      [3, 42, null],
    ]);
  });

  it("without an end moves nothing behind it", () => {
    expect(days(changed({ dayEndExclusive: null }))).toEqual([
      [1, 0, 14],
      [2, 14, null],
      [3, 42, null],
    ]);
  });
});

describe("a phase that is added", () => {
  it("takes the later days of another with its entry and limits; later phases and their lines go along", () => {
    const after = withPhaseAfter({ facts, lines }, 2, { name: text("New"), dayStart: 28 });
    expect(days(after.facts)).toEqual([
      [1, 0, 14],
      [2, 14, 28],
      [3, 28, 42],
      [4, 42, null],
    ]);
    expect(after.facts.phases[2]).toMatchObject({
      name: text("New"),
      limits: { liftKg: 2 },
      entryCriteria: { minDay: 28, clearances: ["RUNNING"] },
    });
    expect(placed(after.lines)).toBe("a1 b2 c2 d4");
  });
});

describe("a phase that is removed", () => {
  it.each([
    [
      2,
      "before" as const,
      [
        [1, 0, 42],
        [2, 42, null],
      ],
      "a1 b1 d2",
    ],
    [
      2,
      "after" as const,
      [
        [1, 0, 42],
        [2, 42, null],
      ],
      "a1 b2 c2 d2",
    ],
    [
      2,
      "remove" as const,
      [
        [1, 0, 42],
        [2, 42, null],
      ],
      "a1 d2",
    ],
    [
      1,
      "after" as const,
      [
        [1, 0, 42],
        [2, 42, null],
      ],
      "b1 c1 d2",
    ],
    [
      3,
      "before" as const,
      [
        [1, 0, 14],
        [2, 14, null],
      ],
      "a1 b2 c2 d2",
    ],
  ])("%i, its lines: %s", (n, to, left, where) => {
    const after = withoutPhase({ facts, lines }, n, to);
    expect(days(after.facts)).toEqual(left);
    expect(placed(after.lines)).toBe(where);
  });

  it("leaves no line in the other phase's starting selection by itself", () => {
    const moved = withoutPhase({ facts, lines }, 2, "before").lines.find(({ id }) => id === "b");
    expect(moved).toMatchObject({ phase: 1, starting: false, startReason: null });
  });

  it("that the draft does not have changes nothing", () => {
    expect(withoutPhase({ facts, lines }, 9, "remove")).toEqual({ facts, lines });
  });
});
