import { describe, expect, it } from "vitest";
import { aClinic, aPatient, acting, aSurgeon, aTherapist } from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";

/** Whatever a page asks for: as the patient's own transaction, straight from SQL. */
describe("a patient's transaction", () => {
  it("reads no decision, because its evidence names lines that are held back", async () => {
    const given = await aPatient(await aClinic());
    await aProgram(given);
    await aGrantedClearance(given, "PROGRAM_START");
    const seen = await acting(given.user, (tx) =>
      tx.clearanceDecision.findMany({ where: { clinicId: given.clinic.id } }),
    );
    expect(seen).toEqual([]);
    const [clearance] = await acting(given.user, (tx) =>
      tx.clearance.findMany({ where: { clinicId: given.clinic.id } }),
    );
    expect(clearance?.decidedById).toBe(given.surgeon.id);
  });

  it("changes nobody's password, its own but", async () => {
    const given = await aPatient(await aClinic());
    const changed = await acting(
      given.user,
      (tx) => tx.$executeRaw`UPDATE credential SET changed_at = now() WHERE clinic_id = ${given.clinic.id}::uuid`,
    );
    expect(changed).toBe(1);
  });

  it("knows the names of those who treat, not those of other patients, and none of their sessions", async () => {
    const clinic = await aClinic();
    const given = await aPatient(clinic);
    const other = await aPatient(clinic);
    const names = await acting(given.user, (tx) => tx.user.findMany({ where: { clinicId: clinic.id } }));
    expect(names.map(({ id }) => id)).not.toContain(other.user.id);
    expect(names.map(({ id }) => id)).toContain(given.therapist.id);
    expect(await acting(given.user, (tx) => tx.signInSession.findMany({ where: { clinicId: clinic.id } }))).toEqual([]);
  });

  it("lifts no hold by naming a surgeon, loosens none, and answers no alert", async () => {
    const given = await aPatient(await aClinic());
    const program = await aProgram(given);
    const clinicId = given.clinic.id;
    const ids = { clinicId, patientId: given.patient.id };
    await acting(given.user, async (tx) => {
      await tx.hold.createMany({ data: { ...ids, programId: program.id, cause: "cauda-equina", surgeonOnly: true } });
      await tx.alert.createMany({ data: { ...ids, cause: "cauda-equina" } });
    });
    const lifted = { liftedAt: new Date(), liftedById: given.surgeon.id, liftReason: "fine" };
    const as = (who: typeof given.user, data: object) =>
      acting(who, (tx) => tx.hold.updateMany({ where: { clinicId }, data }));
    await expect(as(given.user, lifted)).rejects.toThrow();
    await expect(as(given.therapist, lifted)).rejects.toThrow();
    await expect(as(given.user, { easyActivityAllowed: true })).rejects.toThrow();
    const answered = await acting(given.user, (tx) =>
      tx.alert.updateMany({ where: { clinicId }, data: { state: "acknowledged" } }),
    );
    expect(answered.count).toBe(0);
    expect((await as(given.surgeon, lifted)).count).toBe(1);
  });

  it("writes nothing into the library, like everybody else of the application", async () => {
    const given = await aPatient(await aClinic());
    for (const who of [given.user, await aTherapist(given.clinic), await aSurgeon(given.clinic)]) {
      await expect(
        acting(who, (tx) => tx.$executeRaw`UPDATE clearance_subject SET decided_by = 'therapist'`),
      ).rejects.toThrow(/permission denied/);
    }
  });

  it("moves no day, protocol, restriction or team of its own, and prescribes, grants and begins nothing", async () => {
    const given = await aPatient(await aClinic(), { restrictions: [{ kind: "no-twisting" }] });
    const program = await aProgram(given);
    await aGrantedClearance(given, "PROGRAM_START");
    const ids = `'${given.clinic.id}', '${given.patient.id}'`;
    for (const sql of [
      "UPDATE episode SET procedure_date = procedure_date - 100",
      "UPDATE episode SET pathway_start = procedure_date",
      "UPDATE episode SET protocol_id = 'fbss'",
      "UPDATE restriction SET ended_at = now()",
      "UPDATE patient SET mrn = 'mine'",
      "UPDATE care_team_member SET left_at = now()",
      `INSERT INTO care_team_member (clinic_id, patient_id, user_id) VALUES (${ids}, '${given.user.id}')`,
      "UPDATE program SET state = 'stopped'",
      "UPDATE program SET state = 'held', created_at = now()",
      "UPDATE clearance SET state = 'expired'",
      "UPDATE clearance SET version = version + 1",
      `INSERT INTO clearance (clinic_id, patient_id, episode_id, subject_id, requested_by_id)
        VALUES (${ids}, '${given.episode.id}', 'RUNNING', '${given.therapist.id}')`,
      "INSERT INTO program_phase SELECT (jsonb_populate_record(p, jsonb_build_object('id', uuidv7(), 'n', n + 50))).* FROM program_phase p",
    ]) {
      const write = acting(given.user, (tx) => tx.$executeRawUnsafe(sql));
      await expect(write, sql).rejects.toThrow(/row-level security|PW011|a report holds a program/);
    }
    const hold = "UPDATE program SET state = 'held', version = version + 1 WHERE id = $1::uuid";
    expect(await acting(given.user, (tx) => tx.$executeRawUnsafe(hold, program.id))).toBe(1);
    const review = "UPDATE clearance SET state = 'under-review', version = version + 1";
    expect(await acting(given.user, (tx) => tx.$executeRawUnsafe(review))).toBe(1);
  });

  it("reads neither why its timeline was moved nor who recorded its conditions", async () => {
    const given = await aPatient(await aClinic());
    const of = { clinicId: given.clinic.id, episodeId: given.episode.id, patientId: given.patient.id };
    const timeline = { ...of, factors: [], shiftDays: 14, reason: "imaging", changedById: given.surgeon.id };
    await acting(given.surgeon, (tx) => tx.timelineChange.createMany({ data: timeline }));
    const conditions = { ...of, conditions: ["vertigo"], changedById: given.therapist.id };
    await acting(given.therapist, (tx) => tx.conditionChange.createMany({ data: conditions }));
    const seenBy = (who: typeof given.user) =>
      acting(who, async (tx) => [await tx.timelineChange.count(), await tx.conditionChange.count()]);
    expect(await seenBy(given.therapist)).toEqual([1, 1]);
    expect(await seenBy(given.user)).toEqual([0, 0]);
  });
});
