import { describe, expect, it } from "vitest";
import { Conflict, Denied, NotFound, Refused } from "@/lib/errors";
import { holdProgram } from "@/lib/records/holds/hold-program";
import { liftHold } from "@/lib/records/holds/lift-hold";
import { loadOwnProgram } from "@/lib/records/today/load-own-program";
import { loadToday } from "@/lib/records/today/load-today";
import { holdProgramSchema } from "@/lib/schemas/hold";
import { aClinic, acting, anAdministrator, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";
import { codeOf, rowsOf } from "../alerts/given";

async function running() {
  const of = await aPatient(await aClinic(), { after: "epidural", days: 4 });
  await aGrantedClearance(of, "PROGRAM_START");
  const program = await aProgram(of);
  const input = (given: object = {}) =>
    holdProgramSchema.parse({
      ...{ programId: program.id, version: program.version, cause: "illness", words: "Fever since Sunday." },
      ...{ easyActivityAllowed: false, ...given },
    });
  return { of, program, input };
}

describe("a clinician's hold", () => {
  it("stops the program with its reason, is audited, and closes the patient's list but for what it leaves", async () => {
    const { of, program, input } = await running();
    const read = async () => {
      const open = new Set((await loadToday(asActor(of.user))).lines.map(({ id }) => id));
      return program.lines.filter(({ id }) => open.has(id)).map(({ exerciseCode }) => exerciseCode);
    };
    expect((await read()).length).toBeGreaterThan(1);
    await holdProgram(asActor(of.therapist), input({ easyActivityAllowed: true }));
    expect(await rowsOf("program", of.patient.id)).toMatchObject([{ state: "held", version: program.version + 1 }]);
    expect(await rowsOf("hold", of.patient.id)).toMatchObject([
      {
        cause: "illness",
        words: "Fever since Sunday.",
        placed_by_id: of.therapist.id,
        surgeon_only: false,
        level: null,
      },
    ]);
    const placed = { by: of.therapist.displayName, cause: "illness" };
    const told = { isSuspension: false, placed, caller: null, callBy: null };
    expect((await loadToday(asActor(of.user))).hold).toMatchObject(told);
    expect((await loadOwnProgram(asActor(of.user))).hold).toMatchObject(told);
    const acts = (await rowsOf("audit_event", of.patient.id)).map((row) => (row as { act: string }).act);
    expect(acts).toContain("hold.place");
    const easy = ["walk-short", "ankle-pumps", "diaphragmatic-breathing"];
    const left = await read();
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((exercise) => !easy.includes(exercise))).toEqual([]);
  });

  it("may be kept for a surgeon by a surgeon alone", async () => {
    const { of, input } = await running();
    const kept = input({ surgeonOnly: true });
    await expect(holdProgram(asActor(of.therapist), kept)).rejects.toEqual(new Refused("surgeonOnly"));
    await holdProgram(asActor(of.surgeon), kept);
    const [hold] = await rowsOf("hold", of.patient.id);
    const lift = { holdId: (hold as { id: string }).id, reason: "Reviewed." };
    await expect(liftHold(asActor(of.therapist), lift)).rejects.toEqual(new Refused("surgeonOnly"));
    expect(await liftHold(asActor(of.surgeon), lift)).toEqual({ isProgramActive: true });
  });

  it("is of a program of their own, as it was read, and once for one cause", async () => {
    const { of, program, input } = await running();
    for (const stranger of [await aTherapist(await aClinic()), await aTherapist(of.clinic)]) {
      await expect(holdProgram(asActor(stranger), input())).rejects.toThrow(NotFound);
    }
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(holdProgram(asActor(user), input())).rejects.toThrow(Denied);
    }
    await expect(holdProgram(asActor(of.therapist), input({ version: 1 }))).rejects.toThrow(Conflict);
    expect(await rowsOf("hold", of.patient.id)).toEqual([]);
    await holdProgram(asActor(of.therapist), input());
    const again = input({ version: program.version + 1 });
    await expect(holdProgram(asActor(of.surgeon), again)).rejects.toEqual(new Refused("alreadyHeld"));
    await holdProgram(asActor(of.surgeon), { ...again, cause: "waits-for-review" });
    expect(await rowsOf("hold", of.patient.id)).toHaveLength(2);
  });

  it("is held by the database too (PW036): in one's own name, with words that stay", async () => {
    const { of, program, input } = await running();
    const row = {
      ...{ clinicId: of.clinic.id, programId: program.id, patientId: of.patient.id, cause: "illness", words: "Fever." },
      ...{ surgeonOnly: false, placedById: of.therapist.id },
    };
    const placed = (user: typeof of.therapist, given: object) =>
      codeOf(user, (tx) => tx.hold.createMany({ data: { ...row, ...given } }));
    expect(await placed(of.therapist, {})).toBeNull();
    expect(await placed(of.surgeon, {})).toBe("PW036");
    expect(await placed(of.therapist, { surgeonOnly: true })).toBe("PW036");
    expect(await placed(of.therapist, { words: " " })).toBe("23514");
    await holdProgram(asActor(of.therapist), input());
    const where = { clinicId: of.clinic.id, programId: program.id };
    expect(await codeOf(of.therapist, (tx) => tx.hold.updateMany({ where, data: { words: "No." } }))).toBe("PW009");
    await expect(acting(of.therapist, (tx) => tx.hold.deleteMany({ where }))).rejects.toThrow();
  });
});
