import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dosageKeys } from "@/lib/draft/same";
import { carriesPhase, mergeTemplate } from "@/lib/draft/template-merge";
import type { DraftLine } from "@/lib/schemas/program";
import type { TemplateLine } from "@/lib/schemas/template";
import { dosed } from "./given";

type Given = Partial<Omit<TemplateLine, "dosage">> & { dosage?: Parameters<typeof dosed>[1] };

/** The line of a template version: `v1-walk` is the walk of version 1. */
const ofTemplate = (version: string, exercise: string, { dosage = {}, ...given }: Given = {}): TemplateLine => ({
  ...dosed(`${version}-${exercise}`, dosage, { exercise }),
  ...{ noteToPatient: null, starting: true, startReason: null },
  ...given,
});
/** The line of a program as an assignment of version 1 made it. */
const assigned = (exercise: string, given: Partial<DraftLine> = {}, dosage: Given["dosage"] = {}): DraftLine =>
  dosed(`mine-${exercise}`, dosage, { exercise, templateLineId: `v1-${exercise}`, ...given });

const merge = (base: TemplateLine[], mine: DraftLine[], theirs: TemplateLine[]) =>
  mergeTemplate(base, mine, theirs, () => "new");
const says = ({ lines }: { lines: DraftLine[] }) => lines.map(({ exercise, dosage: { reps } }) => [exercise, reps]);

describe("a newer version of the template", () => {
  it("is taken where nobody touched the line, with the line's own id", () => {
    const merged = merge(
      [ofTemplate("v1", "walk")],
      [assigned("walk")],
      [ofTemplate("v2", "walk", { dosage: { reps: 12 } })],
    );
    expect(merged).toMatchObject({ kept: [], isChange: true });
    expect(merged.lines).toMatchObject([{ id: "mine-walk", templateLineId: "v2-walk", dosage: { reps: 12, sets: 2 } }]);
  });

  it("brings what it takes at the start anew, and takes away what it drops and nobody touched", () => {
    const base = [ofTemplate("v1", "walk"), ofTemplate("v1", "squat"), ofTemplate("v1", "row", { starting: false })];
    const theirs = [ofTemplate("v2", "walk", { starting: false }), ofTemplate("v2", "row"), ofTemplate("v2", "plank")];
    const merged = merge(base, [assigned("walk"), assigned("squat")], theirs);
    expect(merged.lines.map(({ exercise, id }) => [exercise, id])).toEqual([
      ["row", "new"],
      ["plank", "new"],
    ]);
    expect(merged.kept).toEqual([]);
  });

  it("changes nothing where its lines are the same", () => {
    const merged = merge([ofTemplate("v1", "walk")], [assigned("walk")], [ofTemplate("v2", "walk")]);
    expect(merged).toMatchObject({ isChange: false, kept: [] });
  });
});

describe("what a therapist did by hand", () => {
  it("stays value by value: their sets with the template's new repetitions", () => {
    const theirs = [ofTemplate("v2", "walk", { dosage: { reps: 12 } })];
    const merged = merge(
      [ofTemplate("v1", "walk")],
      [assigned("walk", { noteToPatient: "Slowly." }, { sets: 4 })],
      theirs,
    );
    expect(merged.lines).toMatchObject([{ dosage: { sets: 4, reps: 12 }, noteToPatient: "Slowly." }]);
    expect(merged.kept).toEqual([]);
  });

  it("stays where both changed it, where the template drops it, and is said", () => {
    const base = [ofTemplate("v1", "walk"), ofTemplate("v1", "squat")];
    const mine = [assigned("walk", {}, { reps: 5 }), assigned("squat", {}, { reps: 6 })];
    const merged = merge(base, mine, [ofTemplate("v2", "walk", { dosage: { reps: 12 } })]);
    expect(says(merged)).toEqual([
      ["walk", 5],
      ["squat", 6],
    ]);
    expect(merged.kept).toEqual([
      { exercise: "walk", phase: 1, what: "changed" },
      { exercise: "squat", phase: 1, what: "changed" },
    ]);
    expect(merged.lines.map(({ templateLineId }) => templateLineId)).toEqual(["v2-walk", null]);
  });

  it("stays added, once, and stays removed", () => {
    const base = [ofTemplate("v1", "walk"), ofTemplate("v1", "row", { starting: false })];
    const own = dosed("own", { reps: 3 }, { exercise: "plank" });
    const theirs = [ofTemplate("v2", "walk"), ofTemplate("v2", "plank"), ofTemplate("v2", "row", { starting: false })];
    const merged = merge(base, [own, assigned("row")], theirs);
    expect(says(merged)).toEqual([
      ["plank", 3],
      ["row", 8],
    ]);
    expect(merged.kept).toEqual([
      { exercise: "plank", phase: 1, what: "added" },
      { exercise: "row", phase: 1, what: "added" },
      { exercise: "walk", phase: 1, what: "removed" },
    ]);
  });

  it("stays taken, where it is an alternative that the template drops or changes", () => {
    const base = ["row", "plank"].map((exercise) => ofTemplate("v1", exercise, { starting: false }));
    const theirs = [ofTemplate("v2", "plank", { starting: false, dosage: { reps: 12 } })];
    const merged = merge(base, [assigned("row"), assigned("plank")], theirs);
    expect(says(merged)).toEqual([
      ["row", 8],
      ["plank", 12],
    ]);
    expect(merged.kept).toEqual([
      { exercise: "row", phase: 1, what: "added" },
      { exercise: "plank", phase: 1, what: "added" },
    ]);
    expect(merged.lines.map(({ templateLineId }) => templateLineId)).toEqual([null, "v2-plank"]);
  });

  it("is told with the phases in which it is, also where nothing collides", () => {
    const late = (version: string) => ofTemplate(version, "row", { id: `${version}-late`, phase: 3 });
    const base = [ofTemplate("v1", "walk"), ofTemplate("v1", "squat", { phase: 2 }), late("v1")];
    const theirs = [ofTemplate("v2", "walk"), ofTemplate("v2", "squat", { phase: 2 }), late("v2")];
    const taken = [assigned("walk"), assigned("squat", { phase: 2 })];
    const untouched = { ...assigned("row", { phase: 3 }), templateLineId: "v1-late" };
    expect(merge(base, [...taken, untouched], theirs)).toMatchObject({ kept: [], handPhases: [] });
    const more = { ...untouched, dosage: { ...untouched.dosage, sets: 4 } };
    expect(merge(base, [...taken, more], theirs)).toMatchObject({ kept: [], handPhases: [3] });
    expect(merge(base, taken, theirs).handPhases).toEqual([3]);
    const own = dosed("own", {}, { exercise: "plank", phase: 2 });
    expect(merge(base, [...taken, own, untouched], theirs).handPhases).toEqual([2]);
  });

  it("stays in the phase and with the exercise that they gave the line", () => {
    const base = [ofTemplate("v1", "walk"), ofTemplate("v1", "row")];
    const mine = [assigned("walk", { phase: 2 }), assigned("row", { exercise: "plank" })];
    const theirs = [
      ofTemplate("v2", "walk"),
      ofTemplate("v2", "row"),
      ofTemplate("v2", "walk", { id: "v2-late", phase: 2 }),
    ];
    const merged = merge(base, mine, theirs);
    expect(merged.lines.map(({ exercise, phase, templateLineId }) => [exercise, phase, templateLineId])).toEqual([
      ["plank", 1, null],
      ["walk", 2, "v2-late"],
    ]);
  });

  it("is never lost, whatever the two versions say", () => {
    const exercises = ["a", "b", "c", "d", "e"];
    const reps = fc.integer({ min: 1, max: 3 });
    const version = (name: string) =>
      fc.subarray(exercises).chain((some) =>
        fc.tuple(...some.map(() => fc.tuple(reps, fc.boolean()))).map((told) =>
          some.map((exercise, index) => {
            const [count = 1, starting = true] = told[index] ?? [];
            return ofTemplate(name, exercise, { dosage: { reps: count }, starting });
          }),
        ),
      );
    const hands = fc.record({
      removed: fc.subarray(exercises),
      taken: fc.subarray(exercises),
      reps: fc.dictionary(fc.constantFrom(...exercises), reps),
    });
    fc.assert(
      fc.property(version("v1"), version("v2"), hands, fc.subarray(["x", "a", "b"]), (base, theirs, hand, extra) => {
        const start = base.filter(({ starting, exercise }) =>
          starting ? !hand.removed.includes(exercise) : hand.taken.includes(exercise),
        );
        const mine = [
          ...start.map((line) => assigned(line.exercise, {}, { reps: hand.reps[line.exercise] ?? line.dosage.reps })),
          ...extra
            .filter((exercise) => !base.some((line) => line.exercise === exercise))
            .map((exercise) => dosed(`own-${exercise}`, { reps: 9 }, { exercise })),
        ];
        const { lines } = merge(base, mine, theirs);
        for (const line of mine) {
          const origin = base.find(({ exercise }) => exercise === line.exercise);
          const after = lines.find(({ id }) => id === line.id);
          // Taken or added by hand: there, whatever the newer version has.
          if (origin?.starting !== true) expect(after).toBeDefined();
          const changed = dosageKeys.filter((key) => line.dosage[key] !== origin?.dosage[key]);
          if (changed.length > 0)
            expect(after?.dosage).toMatchObject(Object.fromEntries(changed.map((key) => [key, line.dosage[key]])));
        }
        const removed = base.filter(({ starting, exercise }) => starting && hand.removed.includes(exercise));
        for (const { exercise } of removed) expect(lines.map((line) => line.exercise)).not.toContain(exercise);
        expect(new Set(lines.map(({ exercise }) => exercise)).size).toBe(lines.length);
      }),
    );
  });
});

describe("a phase", () => {
  const phase = (n: number, dayStart: number, dayEndExclusive: number | null, name = `P${n}`) => ({
    ...{ n, dayStart, dayEndExclusive, name: { en: name } },
  });
  const two = [phase(1, 0, 42), phase(2, 42, null)];

  it.each([
    ["is the same number", two, [phase(1, 0, 28), phase(2, 28, null)], 2, true],
    ["may be renamed", two, [phase(1, 0, 42), phase(2, 42, null, "Next")], 2, true],
    ["may be longer where others came", two, [phase(1, 0, 42), phase(2, 42, 84), phase(3, 84, null)], 2, true],
    ["is gone", two, [phase(1, 0, null)], 2, false],
    ["is unknown", two, two, 3, false],
    [
      "is another one where one came before it",
      two,
      [phase(1, 0, 20, "New"), phase(2, 20, 42, "P1"), phase(3, 42, null, "P2")],
      2,
      false,
    ],
    ["is another one where one came and another went", two, [phase(1, 0, 14), phase(2, 14, null, "P1b")], 2, false],
    ["is the same by its days", two, [phase(1, 0, 42, "New"), phase(2, 42, 84), phase(3, 84, null)], 1, true],
    ["is a later stage", two, [phase(1, 50, 84), phase(2, 84, null)], 1, false],
  ])("%s", (_, base, theirs, current, carried) => {
    expect(carriesPhase(base, theirs, current)).toBe(carried);
  });
});
