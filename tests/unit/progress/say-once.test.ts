import { expect, it } from "vitest";
import type { OwnChange } from "@/lib/records/today/own-changes";
import { sayOnce } from "@/lib/records/today/say-once";

const dosage = {
  ...{ sets: 2, reps: 8, holdSec: null, restSec: null, durationMin: null, perDay: 1, perWeek: 7 },
  ...{ loadKg: null, rpeMax: null, side: null },
};
const line = (reps: number) => ({
  ...{ id: "", phase: 1, exercise: "bridge", overrideReason: null, templateLineId: null, noteToPatient: null },
  dosage: { ...dosage, reps },
});
const name = { en: "Bridge", es: "Puente" };
const added = (reps: number): OwnChange => ({ name, change: { kind: "added", after: line(reps) } });
const changed = (from: number, to: number): OwnChange => ({
  name,
  change: { kind: "changed", before: line(from), after: line(to) },
});
const stopped: OwnChange = { name, change: { kind: "stopped", before: line(8) } };

const said = (changes: OwnChange[][], moves: string[] = []) =>
  sayOnce(
    changes.map((told, index) => ({ at: `2026-11-0${index + 1}`, changes: told })),
    moves,
  ).map((revision) =>
    revision.changes.map(({ change }) =>
      change.kind === "changed" ? `${change.before.dosage.reps}→${change.after.dosage.reps}` : change.kind,
    ),
  );

it("says each change against the revision before it, and a stop once", () => {
  expect(said([[changed(6, 8)], [changed(6, 10)], [changed(6, 10)]])).toEqual([["6→8"], ["8→10"], []]);
  expect(said([[added(6)], [added(8)]])).toEqual([["added"], ["6→8"]]);
  expect(said([[stopped], [stopped], [added(8)]])).toEqual([["stopped"], [], ["added"]]);
});

it("begins anew with another phase", () => {
  expect(said([[changed(6, 8)], [changed(4, 8)]], ["2026-11-01T12"])).toEqual([["6→8"], ["4→8"]]);
});
