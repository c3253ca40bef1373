import { describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft, DraftChange } from "@/lib/draft/draft";
import { mergeDrafts } from "@/lib/draft/merge-drafts";
import { Conflict, Invalid } from "@/lib/errors";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { draftConflictSchema, saveDraftSchema } from "@/lib/schemas/program";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { acting, asActor, aTherapist } from "@/tests/support/factories";
import { aDraft } from "./given";

/** Saves as the builder does: a conflict is merged and saved again, as long as nothing has to be chosen. */
async function save(actor: Parameters<typeof saveDraft>[0], programId: string, base: Draft, mine: Draft) {
  let [version, draft] = [1, mine];
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await saveDraft(actor, { programId, version, follows: null, ...draft });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const standing = draftConflictSchema.parse(error.current);
      const merged = mergeDrafts(base, draft, standing);
      expect(merged.conflicts).toEqual([]);
      [version, draft, base] = [standing.version, merged.draft, standing];
    }
  }
  throw new Error("never saved");
}

describe("two editors of one draft", () => {
  it("lose nothing when they save at the same time, again and again", async () => {
    const given = await aDraft();
    const other = await aTherapist(given.clinic);
    await acting(given.therapist, (tx) =>
      tx.careTeamMember.create({ data: { clinicId: given.clinic.id, patientId: given.patientId, userId: other.id } }),
    );
    const { startPhase, lines } = given.draft;
    const base = { startPhase, lines };
    const [a, b, c, d] = lines;
    if (!a || !b || !c || !d) throw new Error("lines");
    const added = { ...a, id: crypto.randomUUID(), templateLineId: null };
    const edits: DraftChange[] = [
      { kind: "dose", ids: [a.id], dosage: { perWeek: 2 } },
      { kind: "edit", id: a.id, line: { noteToPatient: "Slowly." } },
      { kind: "remove", ids: [b.id] },
      { kind: "add", lines: [added], before: null },
      { kind: "edit", id: c.id, line: { overrideReason: "Seen today." } },
      { kind: "dose", ids: [d.id], dosage: { rpeMax: 2 } },
    ];
    await Promise.all(
      edits.map((change, index) =>
        save(index % 2 ? asActor(other) : given.actor, given.programId, base, changeDraft(base, change)),
      ),
    );
    const stale = saveDraft(given.actor, { programId: given.programId, version: 1, ...base });
    const standing = await stale.catch((error: unknown) =>
      draftConflictSchema.parse(error instanceof Conflict ? error.current : null),
    );
    const expected = edits.reduce(changeDraft, base);
    expect(standing).toMatchObject({ version: 7 });
    const sorted = (of: Draft["lines"]) => of.toSorted((x, y) => x.id.localeCompare(y.id));
    expect(sorted("lines" in standing ? standing.lines : [])).toEqual(sorted(expected.lines));
  });
});

describe("a draft that cannot be saved", () => {
  it("names the line that comes twice, and keeps what stands", async () => {
    const given = await aDraft();
    const [line] = given.draft.lines;
    if (!line) throw new Error("lines");
    const twice = { programId: given.programId, version: 1, startPhase: 1, lines: [line, line] };
    const refused = await saveDraft(given.actor, twice).catch((error: unknown) => error);
    expect(refused instanceof Invalid ? refused.fields : refused).toEqual({ "lines.1.id": "twice" });
    expect(await saveDraft(given.actor, { ...twice, lines: [line] })).toEqual({ version: 2 });
  });

  it("names a note of 10 MB and too many lines by their fields", async () => {
    const { draft, programId } = await aDraft();
    const [line] = draft.lines;
    if (!line) throw new Error("lines");
    const errorsOf = (lines: unknown[]) => {
      const parsed = saveDraftSchema.safeParse({ programId, version: 1, startPhase: 1, lines });
      return parsed.success ? {} : fieldErrors(parsed.error);
    };
    expect(errorsOf([line, { ...line, noteToPatient: "x".repeat(10_000_000) }])).toEqual({
      "lines.1.noteToPatient": "tooLong",
    });
    const many = Array.from({ length: 121 }, () => ({ ...line, id: crypto.randomUUID() }));
    expect(errorsOf(many)).toEqual({ lines: "tooMany" });
    expect(errorsOf(many.slice(1))).toEqual({});
  });
});
