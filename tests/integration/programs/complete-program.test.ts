import { describe, expect, it } from "vitest";
import { Conflict, Denied, NotFound, Refused } from "@/lib/errors";
import { completeProgram } from "@/lib/records/programs/complete-program";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { worklistQuerySchema } from "@/lib/schemas/worklist";
import { acting, aClinic, anAdministrator, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram, pastTriggers } from "@/tests/support/program-factories";
import { codeOf } from "../alerts/given";
import { heldNow, rowsOf } from "../readiness/given";

const reason = "Back at work without limits.";

async function running() {
  const of = await aPatient(await aClinic(), { after: "epidural", days: 4 });
  await aGrantedClearance(of, "PROGRAM_START");
  const program = await aProgram(of);
  return { of, program, input: { programId: program.id, version: program.version, reason } };
}

describe("completing a program", () => {
  it("ends it with its reason, is audited, and the patient reads none of its lines", async () => {
    const { of, program, input } = await running();
    const read = () => acting(of.user, (tx) => tx.prescribedExercise.count());
    expect(await read()).toBeGreaterThan(0);
    await completeProgram(asActor(of.therapist), input);
    expect(await rowsOf("program", of)).toMatchObject([
      { state: "completed", completed_by_id: of.therapist.id, completion_reason: reason, current_phase: program.phase },
    ]);
    expect((await rowsOf("audit_event", of)).filter(({ act }) => act === "program.complete")).toMatchObject([
      { subject_id: program.id, actor_id: of.therapist.id },
    ]);
    expect(await read()).toBe(0);
    const { rows } = await loadWorklist(asActor(of.therapist), { ...worklistQuerySchema.parse({}), q: "" });
    expect(rows).toMatchObject([{ id: of.patient.id, phase: null, isCompleted: true }]);
    await expect(completeProgram(asActor(of.therapist), input)).rejects.toEqual(new Refused("notRunning"));
  });

  it("brings no restriction back that had ended with a phase", async () => {
    const { of, program, input } = await running();
    const { clinic, patient, episode, surgeon } = of;
    const inForce = () =>
      acting(
        of.therapist,
        (tx) => tx.$queryRaw`SELECT kind FROM restrictions_in_force(${clinic.id}::uuid, ${episode.id}::uuid)`,
      );
    await pastTriggers(
      `INSERT INTO restriction (clinic_id, episode_id, patient_id, kind, until_phase, ordered_by_id) VALUES ($1, $2, $3, 'no-bending', $4, $5)`,
      [clinic.id, episode.id, patient.id, program.phase, surgeon.id],
    );
    expect(await inForce()).toEqual([]);
    await completeProgram(asActor(of.therapist), input);
    expect(await inForce()).toEqual([]);
  });

  it("is the own therapist's, of a program that runs, as it was read; a refusal writes nothing", async () => {
    const { of, program, input } = await running();
    for (const stranger of [await aTherapist(await aClinic()), await aTherapist(of.clinic)]) {
      await expect(completeProgram(asActor(stranger), input)).rejects.toThrow(NotFound);
    }
    for (const user of [of.surgeon, of.user, await anAdministrator(of.clinic)]) {
      await expect(completeProgram(asActor(user), input)).rejects.toThrow(Denied);
    }
    await expect(completeProgram(asActor(of.therapist), { ...input, version: 1 })).rejects.toThrow(Conflict);
    const where = { clinicId: of.clinic.id, id: program.id };
    const data = { state: "completed", completedAt: new Date(), completedById: of.therapist.id };
    const byHand = (given: object) =>
      codeOf(of.therapist, (tx) => tx.program.updateMany({ where, data: { ...data, ...given } }));
    expect(await byHand({ completionReason: reason, completedById: of.surgeon.id })).toBe("PW035");
    expect(await byHand({ completionReason: " " })).toBe("23514");
    await heldNow({ of, program });
    await expect(completeProgram(asActor(of.therapist), input)).rejects.toEqual(new Refused("onHold"));
    expect(await rowsOf("program", of)).toMatchObject([{ state: "held", completed_at: null }]);
  });
});
