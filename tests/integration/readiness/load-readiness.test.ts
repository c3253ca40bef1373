import { describe, expect, it } from "vitest";
import { dateOf } from "@/lib/dates";
import { Denied, NotFound } from "@/lib/errors";
import { nextPhaseOf } from "@/lib/records/readiness/ladder";
import { loadReadiness } from "@/lib/records/readiness/load-readiness";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { worklistQuerySchema } from "@/lib/schemas/worklist";
import { aCheckIn } from "@/tests/support/check-in-factories";
import {
  aClinic,
  acting,
  anAdministrator,
  aPatient,
  asActor,
  aSurgeon,
  aTherapist,
  type TestPatient,
} from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { beforePhase2, daysAgo, heldNow, recordAll, type BeforePhase2 } from "./given";

async function statesOf({ of }: BeforePhase2): Promise<Record<string, string>> {
  return Object.fromEntries((await criteriaOf(of)).map(({ id, state }) => [id, state]));
}

async function criteriaOf(of: TestPatient) {
  const { program } = await loadReadiness(asActor(of.therapist), of.patient.id);
  return (program && nextPhaseOf(program)?.criteria) ?? [];
}

async function criterionOf({ of }: BeforePhase2, id: string) {
  return (await criteriaOf(of)).find((criterion) => criterion.id === id);
}

const lackingStates = {
  ...{ minDay: "met", redFlagFreeDays: "met", nprsAvg7dMax: "met", adherencePct: "met", hold: "met" },
  ...{ walkContinuousMin: "unknown", woundClosed: "unknown", "other:1": "unknown" },
};

describe("what the next phase needs", () => {
  it("lists every criterion with what is there, and is ready when the last is recorded; in two statements", async () => {
    const before = await beforePhase2();
    expect(await statesOf(before)).toEqual(lackingStates);
    expect(await criterionOf(before, "redFlagFreeDays")).toMatchObject({ has: 8, on: daysAgo(before.of, 0) });
    expect(await criterionOf(before, "nprsAvg7dMax")).toMatchObject({ needed: 5, has: 2, on: daysAgo(before.of, 0) });
    await recordAll(before);
    const load = () => loadReadiness(asActor(before.of.surgeon), before.of.patient.id);
    const { program } = await load();
    expect(program).toMatchObject({ currentPhase: 1, ready: true, next: 2, may: { advance: false } });
    expect(program?.phases.map(({ n, firstDay, lastDay }) => [n, firstDay, lastDay])).toEqual([
      ...[
        [1, 0, 13],
        [2, 14, 41],
        [3, 42, 83],
        [4, 84, 111],
        [5, 112, 181],
      ],
      [6, 182, null],
    ]);
    for (const phase of program?.phases ?? []) {
      expect([phase.lines, phase.goals.length, phase.precautions.length, phase.criteria.length]).not.toContain(0);
      expect(phase.isAsked).toBe(phase.n === 2);
    }
    expect(await criterionOf(before, "woundClosed")).toMatchObject({
      recorded: { note: "Seen in the clinic.", by: before.of.therapist.printedName },
    });
    expect(await queriesOf(load)).toBe(2);
  });

  it("does not count what was seen 15 days ago", async () => {
    const before = await beforePhase2();
    await recordAll(before, { on: daysAgo(before.of, 15) });
    expect(await statesOf(before)).toEqual({ ...lackingStates, woundClosed: "met", "other:1": "met" });
    expect(await criterionOf(before, "walkContinuousMin")).toMatchObject({ has: 10, on: daysAgo(before.of, 15) });
    await recordAll(before, { on: daysAgo(before.of, 14) });
    expect(await statesOf(before)).toMatchObject({ walkContinuousMin: "met" });
  });

  it("takes a closed wound back on a later report of it, and a warning sign starts the days anew", async () => {
    const before = await beforePhase2();
    await recordAll(before, { on: daysAgo(before.of, 1) });
    const answers = { wound: "drainage or opening", feverC: 36.8 };
    const { id } = await aCheckIn(before.of, { program: before.program, answers });
    expect(await statesOf(before)).toMatchObject({ woundClosed: "unmet", redFlagFreeDays: "unmet" });
    expect(await criterionOf(before, "woundClosed")).toMatchObject({ has: false, on: daysAgo(before.of, 0) });
    expect(await criterionOf(before, "redFlagFreeDays")).toMatchObject({ has: 0 });
    await corrected(before, id);
    expect(await statesOf(before)).toMatchObject({ woundClosed: "met", redFlagFreeDays: "met" });
  });

  it("counts pain of the last seven days, and silence is no evidence", async () => {
    const of = await aPatient(await aClinic(), { days: 40 });
    const before = await beforePhase2({ of });
    for (const [days, nprsBefore] of [
      [20, 9],
      [9, 8],
    ] as const) {
      await aCheckIn(of, { daysAgo: days, program: before.program, answers: { nprsBefore, nprsDuring: nprsBefore } });
    }
    expect(await criterionOf(before, "nprsAvg7dMax")).toMatchObject({ has: 2 });
    const after = async (silentFor: number) => beforePhase2({ of: await aPatient(of.clinic, { days: 40 }), silentFor });
    expect(await statesOf(await after(6))).toMatchObject({ nprsAvg7dMax: "met", redFlagFreeDays: "met" });
    expect(await statesOf(await after(7))).toMatchObject({ nprsAvg7dMax: "unknown", redFlagFreeDays: "met" });
    expect(await statesOf(await after(14))).toMatchObject({ redFlagFreeDays: "met" });
    const silent = await after(15);
    expect(await statesOf(silent)).toMatchObject({ redFlagFreeDays: "unknown" });
    expect(await criterionOf(silent, "redFlagFreeDays")).toMatchObject({ has: 8, on: daysAgo(silent.of, 15) });
  });

  it("is nobody's but the care team's", async () => {
    const { of } = await beforePhase2();
    for (const user of [await aTherapist(of.clinic), await aSurgeon(await aClinic())]) {
      await expect(loadReadiness(asActor(user), of.patient.id)).rejects.toThrow(NotFound);
    }
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(loadReadiness(asActor(user), of.patient.id)).rejects.toThrow(Denied);
    }
  });
});

describe("the worklist", () => {
  const all = { ...worklistQuerySchema.parse({}), q: "" };

  it("flags who may advance, in a tab of its own, and nobody under a hold", async () => {
    const before = await beforePhase2();
    const { of } = before;
    const actor = asActor(of.therapist);
    expect((await loadWorklist(actor, all)).counts).toMatchObject({ ready: 0, "on-track": 1 });
    await recordAll(before);
    const list = await loadWorklist(actor, { ...all, flag: "ready" });
    expect(list.rows).toMatchObject([{ id: of.patient.id, group: "today", flags: { ready: 2 } }]);
    expect(list.counts).toMatchObject({ ready: 1, today: 1 });
    await heldNow(before);
    expect((await loadWorklist(actor, all)).counts).toMatchObject({ ready: 0, "on-hold": 1 });
  });
});

/** The same day told again, quietly. */
async function corrected({ of, program }: BeforePhase2, correctsId: string): Promise<void> {
  await acting(of.user, (tx) =>
    tx.checkIn.createMany({
      data: {
        ...{ clinicId: of.clinic.id, patientId: of.patient.id, episodeId: of.episode.id, programId: program.id },
        ...{ idempotencyKey: crypto.randomUUID(), fingerprint: "x", stage: "full", reportedAt: new Date() },
        ...{ onDay: dateOf(daysAgo(of, 0)), nprsBefore: 2, answers: { wound: "closed dry" }, level: "NORMAL_SORENESS" },
        ...{ fired: [], missing: [], correctsId, correctionReason: "mistaken" },
      },
    }),
  );
}
