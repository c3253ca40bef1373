import { describe, expect, it } from "vitest";
import { Conflict, Denied, NotFound, Refused } from "@/lib/errors";
import { liftHold } from "@/lib/records/holds/lift-hold";
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
import { aProgram } from "@/tests/support/program-factories";
import { codeOf, rowsOf } from "../alerts/given";

const reason = "Seen today: strength and sensation are normal.";

/** A patient whose program is stopped by holds of these causes; a suspension is a surgeon's to lift. */
async function heldProgram(...holds: readonly { cause: string; surgeonOnly: boolean }[]) {
  const of = await aPatient(await aClinic());
  const program = await aProgram(of);
  const ids = holds.map(() => crypto.randomUUID());
  const clinicId = of.clinic.id;
  await acting(of.user, async (tx) => {
    await tx.hold.createMany({
      data: holds.map((hold, index) => ({
        ...{ clinicId, id: ids[index] ?? "", programId: program.id, patientId: of.patient.id, ...hold },
      })),
    });
    await tx.program.updateMany({ where: { clinicId, id: program.id }, data: { state: "held" } });
  });
  return { of, program, ids };
}

const flare = { cause: "prolonged-big", surgeonOnly: false };
const suspension = { cause: "new-radiating-or-sensory", surgeonOnly: true };

function stateOf(of: TestPatient): Promise<unknown[]> {
  return rowsOf("program", of.patient.id);
}

describe("lifting a hold", () => {
  it("lets the program go on, with reason and audit row", async () => {
    const { of, ids } = await heldProgram(flare);
    const lifted = await liftHold(asActor(of.therapist), { holdId: ids[0] ?? "", reason });
    expect(lifted).toEqual({ isProgramActive: true });
    expect(await stateOf(of)).toMatchObject([{ state: "active", version: 3 }]);
    expect(await rowsOf("hold", of.patient.id)).toMatchObject([{ lifted_by_id: of.therapist.id, lift_reason: reason }]);
    expect(await rowsOf("audit_event", of.patient.id)).toMatchObject([{ act: "hold.lift", subject_id: ids[0] }]);
  });

  it("keeps the program held while another hold is open", async () => {
    const { of, ids } = await heldProgram(flare, suspension);
    expect(await liftHold(asActor(of.surgeon), { holdId: ids[1] ?? "", reason })).toEqual({ isProgramActive: false });
    expect(await stateOf(of)).toMatchObject([{ state: "held" }]);
    expect(await liftHold(asActor(of.therapist), { holdId: ids[0] ?? "", reason })).toEqual({ isProgramActive: true });
    expect(await stateOf(of)).toMatchObject([{ state: "active" }]);
  });

  it("two people who lift the last two holds together leave the program active", async () => {
    const { of, ids } = await heldProgram(flare, suspension);
    const lifted = await Promise.all([
      liftHold(asActor(of.therapist), { holdId: ids[0] ?? "", reason }),
      liftHold(asActor(of.surgeon), { holdId: ids[1] ?? "", reason }),
    ]);
    expect(lifted.filter(({ isProgramActive }) => isProgramActive)).toHaveLength(1);
    expect(await stateOf(of)).toMatchObject([{ state: "active" }]);
  });

  it("does not know another clinic's hold, nor one of a patient of another team", async () => {
    const { of, ids } = await heldProgram(suspension);
    for (const stranger of [await aSurgeon(await aClinic()), await aSurgeon(of.clinic), await aTherapist(of.clinic)]) {
      await expect(liftHold(asActor(stranger), { holdId: ids[0] ?? "", reason })).rejects.toThrow(NotFound);
    }
    expect(await rowsOf("hold", of.patient.id)).toMatchObject([{ lifted_at: null }]);
  });

  it("is refused to the wrong role, and writes nothing: a suspension is not the therapist's", async () => {
    const { of, ids } = await heldProgram(suspension);
    const input = { holdId: ids[0] ?? "", reason };
    await expect(liftHold(asActor(of.therapist), input)).rejects.toEqual(new Refused("surgeonOnly"));
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(liftHold(asActor(user), input)).rejects.toThrow(Denied);
    }
    expect(await rowsOf("hold", of.patient.id)).toMatchObject([{ lifted_at: null }]);
    expect(await stateOf(of)).toMatchObject([{ state: "held" }]);
    expect(await rowsOf("audit_event", of.patient.id)).toEqual([]);
  });

  it("happens once: the second answer is a conflict that shows when", async () => {
    const { of, ids } = await heldProgram(flare);
    const input = { holdId: ids[0] ?? "", reason };
    const race = await Promise.allSettled(
      [of.therapist, of.surgeon, of.therapist].map((user) => liftHold(asActor(user), input)),
    );
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const lost of race) if (lost.status === "rejected") expect(lost.reason).toBeInstanceOf(Conflict);
    expect(await rowsOf("audit_event", of.patient.id)).toHaveLength(1);
  });
});

describe("the database's own view of a hold (PW009)", () => {
  const lift = (of: TestPatient, liftedById: string) => ({
    liftedAt: new Date(),
    liftedById,
    liftReason: reason,
  });

  it("takes a suspension back from no one but a surgeon of the team", async () => {
    const { of } = await heldProgram(suspension);
    const where = { clinicId: of.clinic.id, patientId: of.patient.id };
    const stranger = await aSurgeon(of.clinic);
    for (const id of [of.therapist.id, of.user.id, stranger.id]) {
      const code = await codeOf(of.surgeon, (tx) => tx.hold.updateMany({ where, data: lift(of, id) }));
      expect(code).toBe("PW009");
    }
    expect(await codeOf(of.surgeon, (tx) => tx.hold.updateMany({ where, data: lift(of, of.surgeon.id) }))).toBeNull();
  });

  it("refuses a second lifting, another cause and a suspension made milder", async () => {
    const { of, ids } = await heldProgram(flare);
    const where = { clinicId: of.clinic.id, id: ids[0] ?? "" };
    for (const data of [{ cause: "dizziness" }, { surgeonOnly: true }, { placedAt: new Date(0) }]) {
      expect(await codeOf(of.surgeon, (tx) => tx.hold.updateMany({ where, data }))).toBe("PW009");
    }
    await liftHold(asActor(of.therapist), { holdId: ids[0] ?? "", reason });
    const again = { liftedAt: null, liftedById: null, liftReason: null };
    expect(await codeOf(of.surgeon, (tx) => tx.hold.updateMany({ where, data: again }))).toBe("PW009");
  });

  it("keeps a program with an open hold from being active (PW011)", async () => {
    const { of, program } = await heldProgram(flare);
    const where = { clinicId: of.clinic.id, id: program.id };
    const code = await codeOf(of.therapist, (tx) => tx.program.updateMany({ where, data: { state: "active" } }));
    expect(code).toBe("PW011");
  });
});
