import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dateOf } from "@/lib/dates";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { watchDraft } from "@/lib/records/programs/watch-draft";
import { loadProgram } from "@/lib/records/programs/load-program";
import { proposeWeek, runWeek } from "@/lib/records/proposals/run-week";
import { takeProposals } from "@/lib/records/proposals/take-proposals";
import { Conflict, Denied, NotFound } from "@/lib/errors";
import { aClinic, acting, asActor, aTherapist, type TestClinic } from "@/tests/support/factories";
import { report } from "../check-ins/what-is-written";
import { actsOf, aProposal, aQuietWeek, heldByReport, lastMonday, rowsOf, statesOf, todayOf } from "./given";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const grown = (state: string, reason: string | null = null) =>
  ["walk-brisk", "dead-bug"].map((exercise) => ({ exercise, change: "increase", state, reason }));

describe("the end of a week", () => {
  it("answers every line once, with its reason, and drafts what may grow; a second run changes nothing", async () => {
    const alone = await aClinic();
    const of = await aQuietWeek(alone);
    expect(await runWeek(alone.id, todayOf(alone))).toEqual({ programs: 1, proposals: 2 });
    const rows = await rowsOf("dosage_proposal", of);
    expect(rows.map((row) => [row["exercise_code"], row["change"], row["state"]])).toEqual([
      ["walk-brisk", "increase", "open"],
      ["dead-bug", "increase", "open"],
      ["bird-dog", "keep", "kept"],
      ["bridge-march", "keep", "kept"],
      ["step-up", "keep", "kept"],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ week: lastMonday(alone), worst_level: "NORMAL_SORENESS", adherence_pct: 100, settings_version: 0 },
      from_dosage: { durationMin: 30 },
      to_dosage: { durationMin: 35 },
      because: { en: "A quiet week: from 30 to 35 min; at most 45 in this phase." },
      check_in_ids: [expect.any(String)],
    });
    const [draft] = await rowsOf("program_draft", of);
    expect(draft).toMatchObject({ changed_by_id: null, version: 1, proposed: { kind: "dosage", leftOut: [] } });
    const { draft: shown } = await loadProgram(asActor(of.therapist), of.patient.id);
    expect(shown).toMatchObject({ changedBy: "Phasewise" });
    expect(
      shown?.lines
        .filter(({ phase }) => phase === 4)
        .map(({ exercise, dosage: { reps, durationMin } }) => [exercise, reps ?? durationMin]),
    ).toEqual(
      expect.arrayContaining([
        ["walk-brisk", 35],
        ["dead-bug", 8],
        ["bird-dog", 6],
      ]),
    );
    expect(await actsOf(of)).toEqual(["program.draft", "proposal.make"]);
    expect(await runWeek(alone.id, todayOf(alone))).toEqual({ programs: 1, proposals: 0 });
    expect(await rowsOf("program_draft", of)).toEqual([draft]);
    // The next week's run: too little was done, so that everything stays, and what was proposed gives way.
    await proposeWeek(alone.id, of.program.id, addDays(todayOf(alone), 7));
    expect((await statesOf(of)).slice(0, 2)).toEqual(grown("superseded", "week"));
    expect(await rowsOf("program_draft", of)).toEqual([]);
  });

  it("leaves a person's draft alone and offers to take the changes into it", async () => {
    const of = await aQuietWeek(clinic);
    const therapist = asActor(of.therapist);
    await reopenDraft(therapist, of.program.id);
    const before = await rowsOf("program_draft", of);
    await proposeWeek(clinic.id, of.program.id, todayOf(clinic));
    expect(await rowsOf("program_draft", of)).toEqual(before);
    const read = { programId: of.program.id, version: 1, follows: 1 };
    const stranger = asActor(await aTherapist(clinic));
    await expect(takeProposals(stranger, read)).rejects.toThrow(NotFound);
    await expect(takeProposals(asActor(of.surgeon), read)).rejects.toThrow(Denied);
    await expect(takeProposals(therapist, { ...read, version: 2 })).rejects.toThrow(Conflict);
    expect(await rowsOf("program_draft", of)).toEqual(before);
    expect(await takeProposals(therapist, read)).toEqual({ taken: 2 });
    expect(await rowsOf("program_draft", of)).toMatchObject([
      { version: 2, changed_by_id: of.therapist.id, proposed: null },
    ]);
    expect(await takeProposals(therapist, { ...read, version: 2 })).toEqual({ taken: 0 });
    expect(await statesOf(of)).toEqual(grown("open"));
  });
});

describe("what ends a proposal", () => {
  it("is a hold, also one that the patient's own report places: nothing grows then, and the product's draft is gone", async () => {
    const of = await aProposal(clinic);
    // Also where somebody is looking at it: it would stand as the product's once the hold is lifted.
    await watchDraft(asActor(of.therapist), { programId: of.program.id, version: 1, follows: 1 });
    await heldByReport(of);
    expect(await statesOf(of)).toEqual(grown("superseded", "hold"));
    expect(await rowsOf("program_draft", of)).toEqual([]);
  });

  it("is another phase", async () => {
    const of = await aProposal(clinic);
    const program = { clinicId: clinic.id, programId: of.program.id };
    await acting(of.therapist, async (tx) => {
      const change = { fromPhase: 4, toPhase: 3, reason: "Back for a week.", changedById: of.therapist.id };
      await tx.phaseChange.create({
        data: { ...program, ...change, patientId: of.patient.id, onDay: dateOf(todayOf(clinic)) },
      });
      await tx.program.updateMany({
        where: { id: of.program.id },
        data: { currentPhase: 3, version: { increment: 1 } },
      });
    });
    expect(await statesOf(of)).toEqual(grown("superseded", "phase"));
    expect(await rowsOf("program_draft", of)).toEqual([]);
  });

  it("is a check-in that asks for less: a smaller dose is proposed at once, on that check-in", async () => {
    const of = await aProposal(clinic);
    const { checkInId, level } = await report(of, { hoursIncreased: 4 });
    expect(level).toBe("REDUCE_DOSE");
    const rows = await rowsOf("dosage_proposal", of);
    expect(rows.filter(({ change }) => change === "increase").map(({ state, reason }) => [state, reason])).toEqual([
      ["superseded", "week"],
      ["superseded", "week"],
    ]);
    const less = rows.filter(({ change }) => change === "reduce");
    expect(less.map((row) => [row["exercise_code"], row["state"]])).toEqual(
      ["walk-brisk", "dead-bug", "bird-dog", "bridge-march", "step-up"].map((exercise) => [exercise, "open"]),
    );
    expect(less[0]).toMatchObject({
      to_dosage: { durationMin: 22 },
      check_in_ids: [checkInId],
      worst_level: "REDUCE_DOSE",
    });
    expect(await rowsOf("program_draft", of)).toMatchObject([{ version: 2, changed_by_id: null }]);
    // Said again on the same day, and at the week's end, it is not cut twice.
    await report(of, { hoursIncreased: 5 });
    await proposeWeek(clinic.id, of.program.id, addDays(todayOf(clinic), 7));
    expect((await statesOf(of)).filter(({ change }) => change === "reduce")).toHaveLength(5);
  });
});
