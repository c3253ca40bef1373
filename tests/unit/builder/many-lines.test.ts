import { describe, expect, it } from "vitest";
import {
  bulkChange,
  bulkPreview,
} from "@/app/(clinic)/patients/[patientId]/program/_components/many-lines/bulk-dosage";
import { cloned } from "@/app/(clinic)/patients/[patientId]/program/_components/many-lines/clone-program";
import { copiedLines } from "@/app/(clinic)/patients/[patientId]/program/_components/many-lines/copy-phase";
import type { Draft } from "@/lib/draft/draft";
import { historyOf, recordChange, undoStep } from "@/lib/draft/draft-history";
import { dosageSchema } from "@/lib/schemas/dosage";

const line = (id: string, phase: number, dosage: object, exercise = id) => ({
  ...{ id, phase, exercise, dosage: dosageSchema.parse(dosage) },
  ...{ noteToPatient: "note", overrideReason: "reason", templateLineId: null },
});
const draft: Draft = {
  startPhase: 1,
  lines: [
    line("bridge", 1, { sets: 2, reps: 8, perWeek: 5 }),
    line("walk", 1, { durationMin: 20, perWeek: 5 }),
    line("plank", 2, { sets: 20, reps: 3, perWeek: 4 }),
  ],
};
const all = ["bridge", "walk", "plank"];
const templateLineId = "018f0000-0000-7000-8000-000000000001";
const phases = [
  { n: 1, lines: [] },
  {
    n: 2,
    lines: [
      {
        ...{ templateLineId, exercise: "walk", dosage: dosageSchema.parse({ durationMin: 30 }) },
        ...{ starting: true, reason: null, overrideReason: { en: "template's", es: "de la plantilla" } },
      },
    ],
  },
];

describe("bulk edit", () => {
  it("sets what applies, leaves what is untouched, and is one step", () => {
    const change = bulkChange(draft, all, { set: { perWeek: 3, reps: 10 }, raise: {} });
    const { rows } = bulkPreview(draft, all, change);
    expect(rows.map(({ id, after }) => [id, after.perWeek, after.reps, after.durationMin, after.sets])).toEqual([
      ["bridge", 3, 10, null, 2],
      ["walk", 3, null, 20, null],
      ["plank", 3, 10, null, 20],
    ]);
    const history = recordChange(historyOf(draft), change);
    expect(undoStep(history).draft).toBe(draft);
  });

  it("raises numbers where the line has them and the range allows", () => {
    const change = bulkChange(draft, all, { set: {}, raise: { sets: 1, durationMin: 5 } });
    const { rows } = bulkPreview(draft, all, change);
    expect(rows.map(({ id, isChanged, after }) => [id, isChanged, after.sets, after.durationMin])).toEqual([
      ["bridge", true, 3, null],
      ["walk", true, null, 25],
      ["plank", false, 20, null],
    ]);
  });

  it("touches no line that is not chosen, and nothing where nothing is said", () => {
    const one = bulkPreview(draft, ["bridge"], bulkChange(draft, ["bridge"], { set: { perDay: 2 }, raise: {} }));
    expect(one.rows.map(({ id }) => id)).toEqual(["bridge"]);
    expect(one.next.lines[1]).toBe(draft.lines[1]);
    expect(bulkPreview(draft, all, bulkChange(draft, all, { set: {}, raise: {} })).next).toBe(draft);
  });
});

describe("copying lines into a phase", () => {
  const [, second] = phases;
  if (!second) throw new Error("no phase");

  it("gives new ids, keeps the dosage, leaves notes and reasons, skips what is there or comes twice", () => {
    const from = [...draft.lines, ...draft.lines.slice(0, 1)];
    const { lines, skipped } = copiedLines(from, draft, second, (n, exercise) => `new-${n}-${exercise}`);
    expect(lines).toMatchObject([
      { id: "new-2-bridge", phase: 2, noteToPatient: null, overrideReason: null, templateLineId: null },
      { id: "new-2-walk", phase: 2, dosage: { durationMin: 20 }, overrideReason: null, templateLineId },
    ]);
    expect(skipped).toEqual(["plank", "bridge"]);
  });
});

describe("cloning a program into a draft", () => {
  const from = [
    { phase: 1, exercise: "bridge", dosage: { sets: 3, reps: 5 }, isRetired: false },
    { phase: 2, exercise: "walk", dosage: { durationMin: 15 }, isRetired: false },
    { phase: 2, exercise: "old", dosage: {}, isRetired: true },
    { phase: 7, exercise: "run", dosage: {}, isRetired: false },
  ];
  const newId = (n: number, exercise: string) => `new-${n}-${exercise}`;

  it("adds beside what is there, and names what stays out and why", () => {
    const { next, added, skipped } = cloned(from, draft, phases, "add", newId);
    expect(added).toEqual(["new-2-walk"]);
    expect(next.lines.map(({ id }) => id)).toEqual(["bridge", "walk", "plank", "new-2-walk"]);
    expect(skipped).toEqual({ there: ["bridge"], noPhase: ["run"], retired: ["old"] });
  });

  it("replaces every line in one step that is undone at once", () => {
    const { next, change } = cloned(from, draft, phases, "replace", newId);
    expect(next.lines.map(({ id }) => id)).toEqual(["new-1-bridge", "new-2-walk"]);
    expect(undoStep(recordChange(historyOf(draft), change)).draft).toBe(draft);
  });
});
