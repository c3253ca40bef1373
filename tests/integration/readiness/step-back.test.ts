import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { advancePhase } from "@/lib/records/readiness/advance-phase";
import { stepBack } from "@/lib/records/readiness/step-back";
import { loadToday } from "@/lib/records/today/load-today";
import { acting, aClinic, anAdministrator, asActor, aTherapist, type TestPatient } from "@/tests/support/factories";
import { codeOf } from "../alerts/given";
import { beforePhase2, recordAll, rowsOf } from "./given";

const reason = "Leg pain after bridging; back to what went well.";

/** In phase 2 since today. */
async function inPhase2() {
  const before = await beforePhase2();
  await recordAll(before);
  const { of, program } = before;
  await advancePhase(asActor(of.therapist), { programId: program.id, version: program.version, reason: "Met." });
  return { of, program, input: { programId: program.id, version: program.version + 1, phase: 1, reason } };
}

async function phasesRead({ user }: TestPatient): Promise<number[]> {
  const lines = await acting(user, (tx) => tx.prescribedExercise.findMany({ select: { phase: true } }));
  return [...new Set(lines.map(({ phase }) => phase))];
}

describe("stepping back", () => {
  it("opens the earlier phase's lines again and none of the later one, with its reason, audited", async () => {
    const { of, program, input } = await inPhase2();
    expect(await phasesRead(of)).toEqual([2]);
    await stepBack(asActor(of.therapist), input);
    expect(await rowsOf("program", of)).toMatchObject([
      { current_phase: 1, state: "active", version: program.version + 2 },
    ]);
    const change = (await rowsOf("phase_change", of)).at(-1);
    expect(change).toMatchObject({ from_phase: 2, to_phase: 1, reason, changed_by_id: of.therapist.id, hold_id: null });
    expect((await rowsOf("audit_event", of)).filter(({ act }) => act === "phase.step-back")).toMatchObject([
      { subject_id: program.id, actor_id: of.therapist.id },
    ]);
    expect(await phasesRead(of)).toEqual([1]);
    const { lines } = await loadToday(asActor(of.user));
    const ofPhase1 = new Set(program.lines.filter(({ phase }) => phase === 1).map(({ id }) => id));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ id }) => ofPhase1.has(id))).toBe(true);
  });

  it("is the own therapist's alone, to an earlier phase, as the program was read; a refusal writes nothing", async () => {
    const { of, input } = await inPhase2();
    for (const stranger of [await aTherapist(await aClinic()), await aTherapist(of.clinic)]) {
      await expect(stepBack(asActor(stranger), input)).rejects.toThrow(NotFound);
    }
    for (const user of [of.surgeon, of.user, await anAdministrator(of.clinic)]) {
      await expect(stepBack(asActor(user), input)).rejects.toThrow(Denied);
    }
    for (const phase of [2, 3]) {
      await expect(stepBack(asActor(of.therapist), { ...input, phase })).rejects.toEqual(
        new Invalid({ phase: "earlierPhase" }),
      );
    }
    await expect(stepBack(asActor(of.therapist), { ...input, version: 1 })).rejects.toThrow(Conflict);
    expect(await rowsOf("phase_change", of)).toHaveLength(2);
    expect(await phasesRead(of)).toEqual([2]);
    const byHand = (user: typeof of.therapist) =>
      codeOf(user, (tx) =>
        tx.phaseChange.create({
          data: {
            ...{ clinicId: of.clinic.id, programId: input.programId, patientId: of.patient.id, onDay: new Date() },
            ...{ fromPhase: 2, toPhase: 1, reason, changedById: user.id },
          },
        }),
      );
    expect(await byHand(of.surgeon)).toBe("PW012");
    expect(await byHand(of.therapist)).toBeNull();
  });
});
