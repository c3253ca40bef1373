import { describe, expect, it } from "vitest";
import { dateOf } from "@/lib/dates";
import { Conflict, Denied, NotFound, Refused } from "@/lib/errors";
import { advancePhase } from "@/lib/records/readiness/advance-phase";
import { loadToday } from "@/lib/records/today/load-today";
import { aCheckIn } from "@/tests/support/check-in-factories";
import {
  acting,
  aClinic,
  anAdministrator,
  asActor,
  aSurgeon,
  aTherapist,
  type TestPatient,
} from "@/tests/support/factories";
import { codeOf } from "../alerts/given";
import { beforePhase2, daysAgo, heldNow, recordAll, rowsOf, type BeforePhase2 } from "./given";

const reason = "All criteria met; walks 10 minutes without a break.";
const input = ({ program }: BeforePhase2) => ({ programId: program.id, version: program.version, reason });

async function readyForPhase2(): Promise<BeforePhase2> {
  const before = await beforePhase2();
  await recordAll(before);
  return before;
}

/** What the patient's own role reads of the signed lines, straight from the table. */
async function phasesRead({ user }: TestPatient): Promise<number[]> {
  const lines = await acting(user, (tx) => tx.prescribedExercise.findMany({ select: { phase: true } }));
  return [...new Set(lines.map(({ phase }) => phase))];
}

describe("advancing to the next phase", () => {
  it("begins it, keeps why and on what, is audited, and opens its lines to the patient", async () => {
    const before = await readyForPhase2();
    const { of, program } = before;
    expect(await phasesRead(of)).toEqual([1]);
    expect(await advancePhase(asActor(of.therapist), input(before))).toEqual({ phase: 2 });
    expect(await rowsOf("program", of)).toMatchObject([
      { current_phase: 2, state: "active", version: program.version + 1 },
    ]);
    const [, change] = await rowsOf("phase_change", of);
    expect(change).toMatchObject({
      from_phase: 1,
      to_phase: 2,
      reason,
      changed_by_id: of.therapist.id,
      settings_version: 0,
    });
    expect(change?.["readiness"]).toMatchObject({ ready: true });
    const acts = (await rowsOf("audit_event", of)).filter(({ act }) => act === "phase.advance");
    expect(acts).toMatchObject([{ subject_id: program.id, actor_id: of.therapist.id }]);
    expect(await phasesRead(of)).toEqual([2]);
    const held = program.lines.filter(({ phase, heldBackUntil }) => phase === 2 && heldBackUntil !== null);
    expect(held.length).toBeGreaterThan(0);
    const { lines } = await loadToday(asActor(of.user));
    expect(lines.map(({ id }) => id)).toEqual(expect.arrayContaining(held.map(({ id }) => id)));
  });

  it("does not know another clinic's program, nor one of a patient of another team", async () => {
    const before = await readyForPhase2();
    for (const stranger of [await aTherapist(await aClinic()), await aTherapist(before.of.clinic)]) {
      await expect(advancePhase(asActor(stranger), input(before))).rejects.toThrow(NotFound);
    }
    expect(await rowsOf("program", before.of)).toMatchObject([{ current_phase: 1 }]);
  });

  it("is refused to the wrong role, a surgeon's too, and writes nothing", async () => {
    const before = await readyForPhase2();
    for (const user of [before.of.surgeon, before.of.user, await anAdministrator(before.of.clinic)]) {
      await expect(advancePhase(asActor(user), input(before))).rejects.toThrow(Denied);
    }
    expect(await rowsOf("program", before.of)).toMatchObject([{ current_phase: 1, version: before.program.version }]);
    expect(await rowsOf("phase_change", before.of)).toHaveLength(1);
    expect((await rowsOf("audit_event", before.of)).filter(({ act }) => act === "phase.advance")).toEqual([]);
  });

  it("is refused with every criterion that is unmet or unknown, and writes nothing", async () => {
    const before = await beforePhase2();
    const { of, program } = before;
    await aCheckIn(of, { program, answers: { nprsBefore: 10 } });
    for (let more = 0; more < 6; more += 1) await aCheckIn(of, { program, answers: { nprsBefore: 10 } });
    const refusal: unknown = await advancePhase(asActor(of.therapist), input(before)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ reason: "notReady" });
    const rules = refusal instanceof Refused ? refusal.findings.map(({ rule }) => rule) : [];
    expect(rules).toEqual(["redFlagFreeDays", "nprsAvg7dMax", "walkContinuousMin", "woundClosed", "other:1"]);
    expect(await rowsOf("phase_change", of)).toHaveLength(1);
    expect(await phasesRead(of)).toEqual([1]);
  });

  it("is refused under a hold, and on evidence that is 15 days old", async () => {
    const held = await readyForPhase2();
    await heldNow(held);
    await expect(advancePhase(asActor(held.of.therapist), input(held))).rejects.toMatchObject({
      reason: "notReady",
      findings: [{ rule: "hold" }],
    });
    const stale = await beforePhase2();
    await recordAll(stale, { on: daysAgo(stale.of, 15) });
    await expect(advancePhase(asActor(stale.of.therapist), input(stale))).rejects.toMatchObject({
      findings: [{ rule: "walkContinuousMin" }],
    });
    for (const { of } of [held, stale]) expect(await rowsOf("phase_change", of)).toHaveLength(1);
  });

  it("happens once: who comes second, or read an older version, learns what stands", async () => {
    const before = await readyForPhase2();
    const { of, program } = before;
    const race = await Promise.allSettled([1, 2, 3].map(() => advancePhase(asActor(of.therapist), input(before))));
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const lost of race) {
      if (lost.status === "rejected") {
        expect(lost.reason).toBeInstanceOf(Conflict);
        expect(lost.reason).toMatchObject({ current: { currentPhase: 2, version: program.version + 1 } });
      }
    }
    expect(await rowsOf("phase_change", of)).toHaveLength(2);
  });
});

describe("the database's own view of a phase change (PW012)", () => {
  it("refuses a skipped phase, a surgeon's advance, a step forward under a hold, and a phase without a decision", async () => {
    const before = await readyForPhase2();
    const { of, program } = before;
    const ids = { clinicId: of.clinic.id, programId: program.id, patientId: of.patient.id };
    const change = {
      ...ids,
      fromPhase: 1,
      toPhase: 2,
      reason,
      onDay: dateOf(daysAgo(of, 0)),
      changedById: of.therapist.id,
    };
    const write = (user: typeof of.therapist, given: object) =>
      codeOf(user, (tx) => tx.phaseChange.create({ data: { ...change, ...given } }));
    expect(await write(of.therapist, {})).toBeNull();
    expect(await write(of.therapist, { toPhase: 3 })).toBe("PW012");
    expect(await write(of.surgeon, { changedById: of.surgeon.id })).toBe("PW012");
    const stranger = await aSurgeon(of.clinic);
    expect(await write(stranger, { changedById: of.therapist.id })).toBe("PW012");
    const where = { clinicId: of.clinic.id, id: program.id };
    const undecided = await codeOf(of.therapist, (tx) => tx.program.updateMany({ where, data: { currentPhase: 2 } }));
    expect(undecided).toBe("PW012");
    await heldNow(before);
    expect(await write(of.therapist, {})).toBe("PW012");
    const dated = await codeOf(of.therapist, async (tx) => {
      const [begun] = await tx.phaseChange.findMany({ where: ids });
      const changedAt = new Date((begun?.changedAt.getTime() ?? 0) + 1000);
      await tx.phaseChange.create({ data: { ...change, changedAt } });
      await tx.program.updateMany({ where, data: { currentPhase: 2 } });
    });
    expect(dated).toBe("PW012");
  });
});
