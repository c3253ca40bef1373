import { describe, expect, it } from "vitest";
import { dateOf } from "@/lib/dates";
import { Conflict, Invalid, Refused } from "@/lib/errors";
import { liftHold } from "@/lib/records/holds/lift-hold";
import { loadReadiness } from "@/lib/records/readiness/load-readiness";
import { recordEvidence } from "@/lib/records/readiness/record-evidence";
import { recordEvidenceSchema } from "@/lib/schemas/evidence";
import { acting, aClinic, aPatient, asActor } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { codeOf } from "../alerts/given";
import { beforePhase2, daysAgo, heldNow, recordAll, rowsOf, type BeforePhase2 } from "../readiness/given";

const reason = "Seen today: no warning sign.";
const stayReason = "Walked 20 minutes in the clinic today.";

/** In phase 2 for some days, then held for so many; of phase 2's entry the confirmations lack, as of phase 1's. */
async function heldInPhase2(daysHeld: number, given: { surgeonOnly?: boolean } = {}) {
  const of = await aPatient(await aClinic(), { days: 40 });
  const program = await aProgram(of, { phase: 2 });
  const held: BeforePhase2 = { of, program };
  return { ...held, holdId: await heldNow(held, { daysAgo: daysHeld, ...given }) };
}

async function phasesRead({ of }: BeforePhase2): Promise<number[]> {
  const lines = await acting(of.user, (tx) => tx.prescribedExercise.findMany({ select: { phase: true } }));
  return [...new Set(lines.map(({ phase }) => phase))];
}

describe("lifting a hold of 14 days or more", () => {
  it("asks for the phase from the 14th day on: by verb and by database", async () => {
    const short = await heldInPhase2(13);
    await expect(liftHold(asActor(short.of.therapist), { holdId: short.holdId, reason, phase: 1 })).rejects.toThrow(
      Conflict,
    );
    await liftHold(asActor(short.of.therapist), { holdId: short.holdId, reason });
    expect(await rowsOf("program", short.of)).toMatchObject([{ state: "active", current_phase: 2 }]);

    const long = await heldInPhase2(14);
    const { of, holdId, program } = long;
    const actor = asActor(of.therapist);
    await expect(liftHold(actor, { holdId, reason })).rejects.toEqual(new Refused("phaseNeeded"));
    await expect(liftHold(actor, { holdId, reason, phase: 3 })).rejects.toEqual(new Invalid({ phase: "laterPhase" }));
    await expect(liftHold(actor, { holdId, reason, phase: 2 })).rejects.toEqual(
      new Invalid({ stayReason: "required" }),
    );
    const where = { clinicId: of.clinic.id, id: holdId };
    const lift = { liftedAt: new Date(), liftedById: of.therapist.id, liftReason: reason };
    const byHand = (data: object) => codeOf(of.therapist, (tx) => tx.hold.updateMany({ where, data }));
    expect(await byHand(lift)).toBe("PW037");
    expect(await byHand({ ...lift, resumedPhase: 3, proposedPhase: 3 })).toBe("PW037");
    expect(await byHand({ ...lift, resumedPhase: 2, proposedPhase: 1 })).toBe("23514");
    const elsewhere = await codeOf(of.therapist, async (tx) => {
      await tx.hold.updateMany({ where, data: { ...lift, resumedPhase: 1, proposedPhase: 1 } });
      await tx.program.updateMany({ where: { clinicId: of.clinic.id, id: program.id }, data: { state: "active" } });
    });
    expect(elsewhere).toBe("PW037");
    expect(await rowsOf("hold", of)).toMatchObject([{ lifted_at: null }]);
    expect(await rowsOf("audit_event", of)).toEqual([]);
  });

  it("leads back to the proposed phase: the patient reads that one, and why it was is kept", async () => {
    const held = await heldInPhase2(20, { surgeonOnly: true });
    const { of, holdId } = held;
    await liftHold(asActor(of.surgeon), { holdId, reason, phase: 1 });
    expect(await rowsOf("program", of)).toMatchObject([{ state: "active", current_phase: 1 }]);
    expect(await rowsOf("hold", of)).toMatchObject([{ resumed_phase: 1, proposed_phase: 1, stay_reason: null }]);
    const [, step] = await rowsOf("phase_change", of);
    expect(step).toMatchObject({
      ...{ from_phase: 2, to_phase: 1, reason, hold_id: holdId, changed_by_id: of.surgeon.id },
    });
    expect((await rowsOf("audit_event", of)).map(({ act }) => act).toSorted()).toEqual([
      "hold.lift",
      "phase.step-back",
    ]);
    expect((await phasesRead(held)).every((phase) => phase === 1)).toBe(true);
    const again = { fromPhase: 2, toPhase: 1, reason, holdId, changedById: of.therapist.id };
    const ids = { clinicId: of.clinic.id, programId: held.program.id, patientId: of.patient.id };
    const onDay = dateOf(daysAgo(of, 0));
    const forged = (tx: Parameters<Parameters<typeof acting>[1]>[0]) =>
      tx.phaseChange.create({ data: { ...ids, ...again, onDay } });
    expect(await codeOf(of.therapist, forged)).toBe("PW037");
  });

  it("stays above the proposal only with a written reason, and needs none where the criteria are met", async () => {
    const above = await heldInPhase2(14);
    const { of, holdId } = above;
    await liftHold(asActor(of.therapist), { holdId, reason, phase: 2, stayReason });
    expect(await rowsOf("hold", of)).toMatchObject([{ resumed_phase: 2, proposed_phase: 1, stay_reason: stayReason }]);
    expect(await rowsOf("program", of)).toMatchObject([{ state: "active", current_phase: 2 }]);
    expect(await rowsOf("phase_change", of)).toHaveLength(1);

    const met = await beforePhase2({ of: await aPatient(await aClinic(), { days: 40 }), phase: 2 });
    const metHold = await heldNow(met, { daysAgo: 14 });
    await recordAll(met);
    await liftHold(asActor(met.of.therapist), { holdId: metHold, reason, phase: 2 });
    expect(await rowsOf("hold", met.of)).toMatchObject([{ resumed_phase: 2, proposed_phase: 2, stay_reason: null }]);
    expect(await rowsOf("program", met.of)).toMatchObject([{ state: "active", current_phase: 2 }]);
  });

  it("counts the evidence of today: what the phase asks is recorded under the hold", async () => {
    const before = await beforePhase2({ of: await aPatient(await aClinic(), { days: 40 }) });
    const { of, program } = before;
    await heldNow(before, { daysAgo: 14 });
    const proposed = async () => (await loadReadiness(asActor(of.therapist), of.patient.id)).program?.resume;
    expect(await proposed()).toBe(1);
    const shared = { programId: program.id, observedOn: daysAgo(of, 0), criterion: "other:1", value: true };
    const record = (phase: number) =>
      recordEvidence(asActor(of.therapist), recordEvidenceSchema.parse({ ...shared, phase }));
    await record(1);
    await expect(record(3)).rejects.toThrow(Conflict);
    await recordAll(before);
    expect(await proposed()).toBe(1);
  });

  it("counts holds that touch each other as one stop, and asks at the last of them", async () => {
    const held = await heldInPhase2(16);
    const { of } = held;
    const second = await heldNow(held, { cause: "excessive-fatigue", daysAgo: 2 });
    expect(await liftHold(asActor(of.therapist), { holdId: held.holdId, reason })).toEqual({ isProgramActive: false });
    await expect(liftHold(asActor(of.therapist), { holdId: second, reason })).rejects.toEqual(
      new Refused("phaseNeeded"),
    );
    await liftHold(asActor(of.therapist), { holdId: second, reason, phase: 1 });
    expect(await rowsOf("program", of)).toMatchObject([{ state: "active", current_phase: 1 }]);
  });
});
