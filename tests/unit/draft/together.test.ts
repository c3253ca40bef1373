import { describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft } from "@/lib/draft/draft";
import { historyOf, recordChange, undoStep } from "@/lib/draft/draft-history";
import { dosageSchema } from "@/lib/schemas/dosage";

const line = (id: string, phase: number) => ({
  ...{ id, phase, exercise: id, dosage: dosageSchema.parse({ sets: 2, reps: 8, perDay: 1, perWeek: 5 }) },
  ...{ noteToPatient: null, overrideReason: null, templateLineId: null },
});
const draft: Draft = { startPhase: 1, lines: [line("a", 1), line("b", 1)] };

describe("acts that are one step", () => {
  it("are done in their order and undone together", () => {
    const history = recordChange(historyOf(draft), {
      kind: "together",
      changes: [
        { kind: "remove", ids: ["a"] },
        { kind: "add", lines: [line("c", 2)], before: null },
        { kind: "dose", ids: ["c"], dosage: { reps: 10 } },
      ],
    });
    expect(history.draft.lines.map(({ id, dosage }) => [id, dosage.reps])).toEqual([
      ["b", 8],
      ["c", 10],
    ]);
    expect(undoStep(history).draft).toBe(draft);
  });

  it("are nothing where they change nothing", () => {
    expect(changeDraft(draft, { kind: "together", changes: [{ kind: "remove", ids: ["z"] }] })).toBe(draft);
  });
});
