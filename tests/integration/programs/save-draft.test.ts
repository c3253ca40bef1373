import { describe, expect, it } from "vitest";
import { Conflict } from "@/lib/errors";
import { loadProgram } from "@/lib/records/programs/load-program";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { queriesOf } from "@/tests/support/query-counter";
import { aDraft, signed } from "./given";

describe("a draft", () => {
  it("lets one of 50 writers win", async () => {
    const given = await aDraft();
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 1, lines: given.draft.lines }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Conflict);
  });

  it("refuses lines that the library or the protocol lacks, by field", async () => {
    const given = await aDraft();
    const [one, two] = given.draft.lines.slice(0, 1).flatMap((line) => [
      { ...line, exercise: "no-such" },
      { ...line, id: crypto.randomUUID(), phase: 9 },
    ]);
    const lines = one && two ? [one, two] : [];
    await expect(
      saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 8, lines }),
    ).rejects.toMatchObject({
      fields: { "lines.0.exercise": "unknownExercise", "lines.1.phase": "noSuchPhase", startPhase: "noSuchPhase" },
    });
  });

  it("loads the program and a revision in 3 queries: with the session and the banner, 6 a page", async () => {
    const given = await aDraft();
    await signRevision(given.actor, signed(given));
    await reopenDraft(given.actor, given.programId);
    expect(await queriesOf(() => loadProgram(given.actor, given.patientId))).toBe(3);
    expect(await queriesOf(() => loadRevision(given.actor, given.patientId, 1))).toBe(3);
  });

  it("takes no line of another template as the origin", async () => {
    const given = await aDraft();
    const foreign = await aDraft();
    const [line] = given.draft.lines;
    const origin = foreign.draft.lines[0]?.templateLineId ?? null;
    const lines = line ? [{ ...line, templateLineId: origin }] : [];
    await expect(
      saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 1, lines }),
    ).rejects.toMatchObject({ fields: { "lines.0.templateLineId": "badId" } });
  });

  it("is signed once when it is signed twice at the same time; the later one is told of the conflict", async () => {
    const given = await aDraft();
    const results = await Promise.allSettled([1, 2, 3].map(() => signRevision(given.actor, signed(given))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Conflict);
  });

  it("begins in no phase whose day has not come", async () => {
    const given = await aDraft();
    await saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 6, lines: given.draft.lines });
    await expect(signRevision(given.actor, signed({ ...given, version: 2 }))).rejects.toMatchObject({
      reason: "phaseNotReached",
      findings: [{ rule: "phase-not-reached" }],
    });
  });

  it("may be signed ahead of the procedure: phase 1 opens by its days", async () => {
    const given = await aDraft(-3);
    expect(await signRevision(given.actor, signed(given))).toEqual({ number: 1 });
  });
});
