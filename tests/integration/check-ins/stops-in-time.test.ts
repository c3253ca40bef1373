import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { liftHold } from "@/lib/records/holds/lift-hold";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { checkInSchema } from "@/lib/schemas/check-in";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, acting, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDraft, signed } from "../programs/given";
import { quietAnswers } from "./quiet-answers";

const reports = (answers: object) =>
  checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: { ...quietAnswers, ...answers } });

async function held(of: TestPatient, programId: string, cause: string): Promise<string> {
  const id = randomUUID();
  const clinicId = of.clinic.id;
  await acting(of.user, async (tx) => {
    const ids = { clinicId, id, programId, patientId: of.patient.id };
    await tx.hold.createMany({ data: { ...ids, cause, surgeonOnly: false } });
    await tx.program.updateMany({ where: { clinicId, id: programId }, data: { state: "held" } });
  });
  return id;
}

describe("a stop", () => {
  it("is never lost beside the lifting of another one", async () => {
    const clinic = await aClinic();
    for (let turn = 0; turn < 12; turn += 1) {
      const of = await aPatient(clinic);
      const program = await aProgram(of);
      await aGrantedClearance(of, "PROGRAM_START");
      const holdId = await held(of, program.id, "med-change");
      await Promise.allSettled([
        liftHold(asActor(of.therapist), { holdId, reason: "Seen today." }),
        reportCheckIn(asActor(of.user), reports({ dizziness: "mild, passed with rest" })),
      ]);
      const where = { clinicId: clinic.id, id: program.id };
      const after = await acting(of.therapist, (tx) => tx.program.findFirstOrThrow({ where }));
      const open = await acting(of.therapist, (tx) =>
        tx.hold.count({ where: { clinicId: clinic.id, programId: program.id, liftedAt: null } }),
      );
      expect([turn, after.state, open > 0]).toEqual([turn, "held", true]);
      const seen = await acting(of.user, (tx) => tx.prescribedExercise.count({ where: { clinicId: clinic.id } }));
      expect(seen).toBe(0);
    }
  });

  it("reported before the program begins keeps it from beginning", async () => {
    const given = await aDraft();
    const patient = await acting(given.therapist, (tx) =>
      tx.patient.findFirstOrThrow({ where: { clinicId: given.clinic.id, id: given.patientId } }),
    );
    const actor = {
      ...asActor(given.therapist),
      role: "patient" as const,
      patientId: given.patientId,
      userId: patient.userId ?? "",
    };
    const answer = await reportCheckIn(actor, reports({ saddleNumb: true }));
    expect(answer.level).toBe("EMERGENCY");
    await expect(signRevision(given.actor, signed(given))).rejects.toThrow(Refused);
  });
});
