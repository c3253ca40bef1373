import { describe, expect, it } from "vitest";
import type { Tx } from "@/lib/db/in-clinic";
import { Refused } from "@/lib/errors";
import { holdProgram } from "@/lib/records/holds/hold-program";
import { completeProgram } from "@/lib/records/programs/complete-program";
import { advancePhase } from "@/lib/records/readiness/advance-phase";
import { stepBack } from "@/lib/records/readiness/step-back";
import { acting, aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aProgram, putProgramIn, type TestProgram } from "@/tests/support/program-factories";
import { codeOf } from "../alerts/given";

const states = ["draft", "active", "held", "completed", "stopped"] as const;
type State = (typeof states)[number];
const reason = "Back at work without limits.";

async function aProgramIn(state: State): Promise<{ of: TestPatient; program: TestProgram }> {
  const of = await aPatient(await aClinic());
  const program = await aProgram(of);
  await putProgramIn(state, program.id, of.therapist);
  return { of, program };
}

const running: readonly State[] = ["draft", "active", "held"];

/** A program is stopped with its episode alone; one on hold is not completed. */
function refusalOf(from: State, to: State): string {
  if (to === "stopped" && running.includes(from)) return "PW045";
  return from === "held" && to === "completed" ? "PW035" : "PW011";
}

describe("the states of a program", () => {
  const allowed: Record<State, readonly State[]> = {
    draft: ["active"],
    active: ["held", "completed"],
    held: ["active"],
    completed: [],
    stopped: [],
  };

  it.each(states)("from %s, only what the data model names: the database agrees", async (from) => {
    const { of, program } = await aProgramIn(from);
    const where = { clinicId: of.clinic.id, id: program.id };
    const completed = { completedAt: new Date(), completedById: of.therapist.id, completionReason: reason };
    for (const to of states.filter((state) => state !== from)) {
      const data = { state: to, ...(to === "completed" ? completed : {}) };
      const code = await codeOf(of.therapist, async (tx) => {
        await tx.program.updateMany({ where, data });
        await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      });
      expect([from, to, code]).toEqual([from, to, allowed[from].includes(to) ? null : refusalOf(from, to)]);
    }
  });

  it.each(["completed", "stopped"] as const)("what is %s stands as it ended: by verb and by database", async (from) => {
    const { of, program } = await aProgramIn(from);
    const ids = { clinicId: of.clinic.id, programId: program.id, patientId: of.patient.id };
    const asRead = { programId: program.id, version: program.version + 1, reason };
    const actor = asActor(of.therapist);
    const hold = { cause: "illness", words: "Fever.", easyActivityAllowed: false, surgeonOnly: false } as const;
    const verbs = [
      () => completeProgram(actor, asRead),
      () => advancePhase(actor, asRead),
      () => stepBack(actor, { ...asRead, phase: 1 }),
      () => holdProgram(actor, { programId: program.id, version: asRead.version, ...hold }),
    ];
    for (const verb of verbs) await expect(verb()).rejects.toEqual(new Refused("notRunning"));
    const step = { fromPhase: 2, toPhase: 1, reason, changedById: of.therapist.id, onDay: new Date() };
    const writes: [string, (tx: Tx) => Promise<unknown>][] = [
      ["PW035", (tx) => tx.program.updateMany({ where: { id: program.id }, data: { version: { increment: 1 } } })],
      ["PW038", (tx) => tx.phaseChange.createMany({ data: { ...ids, ...step } })],
      ["PW036", (tx) => tx.hold.createMany({ data: { ...ids, cause: "dizziness", surgeonOnly: false } })],
    ];
    for (const [code, write] of writes) expect(await codeOf(of.therapist, write)).toBe(code);
  });
});

describe("the states of a phase", () => {
  it("go one step forward or any back, never on the spot, and never forward under a hold", async () => {
    const { of, program } = await aProgramIn("active");
    const ids = { clinicId: of.clinic.id, programId: program.id, patientId: of.patient.id };
    const phases = [1, 2, 3, 4, 5, 6];
    const moved = (from: number, to: number) => {
      const data = { fromPhase: from, toPhase: to, reason, changedById: of.therapist.id, onDay: new Date() };
      return codeOf(of.therapist, (tx) => tx.phaseChange.createMany({ data: { ...ids, ...data } }));
    };
    for (const from of phases) {
      for (const to of [0, ...phases, 7]) {
        const expected = to >= 1 && to !== from && to <= from + 1 ? null : "PW012";
        expect([from, to, await moved(from, to)]).toEqual([from, to, expected]);
      }
    }
    await acting(of.user, (tx) => tx.hold.createMany({ data: { ...ids, cause: "dizziness", surgeonOnly: false } }));
    for (const from of phases) expect(await moved(from, from + 1)).toBe("PW012");
    expect(await moved(3, 1)).toBeNull();
  });
});
