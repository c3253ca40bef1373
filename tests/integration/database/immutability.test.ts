import { describe, expect, it } from "vitest";
import { aClinic, aPatient, acting } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

/** As the superuser, who passes policies and grants: the triggers alone refuse. */
async function refusal(sql: string, clinicId: string, actorId = ""): Promise<string | null> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true)", [
      clinicId,
      actorId,
    ]);
    await client.query(sql);
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "?";
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

describe("what is signed or reported", () => {
  it("takes no change, whoever tries, and each refusal has its own code", async () => {
    const given = await aPatient(await aClinic());
    await aProgram(given);
    const codes = await Promise.all(
      [
        "UPDATE program_revision SET meaning = 'other'",
        "DELETE FROM program_phase",
        "UPDATE prescribed_exercise SET reps = 1",
        "UPDATE template_version SET note = 'other'",
        "UPDATE template_phase SET n = n + 100",
        "DELETE FROM template_exercise",
        "UPDATE template_phase SET version_id = uuidv7() WHERE n = 2",
        "UPDATE audit_event SET act = 'other'",
        "TRUNCATE audit_event",
        "TRUNCATE prescribed_exercise CASCADE",
        "DELETE FROM phase_change",
        "TRUNCATE program_change",
        "TRUNCATE change_seen",
      ].map((sql) => refusal(sql, given.clinic.id)),
    );
    expect(codes).toEqual([
      "PW001",
      "PW001",
      "PW001",
      "PW002",
      "PW002",
      "PW002",
      "PW002",
      "PW005",
      "PW005",
      "PW001",
      "PW012",
      "PW027",
      "PW027",
    ]);
  });

  it("has revision numbers without gaps", async () => {
    const given = await aPatient(await aClinic());
    const program = await aProgram(given);
    const code = await refusal(
      `INSERT INTO program_revision (clinic_id, program_id, patient_id, number, signed_by_id, signed_name, signed_at, meaning, sha256)
       SELECT clinic_id, program_id, patient_id, 3, signed_by_id, signed_name, signed_at, meaning, sha256
       FROM program_revision WHERE program_id = '${program.id}'`,
      given.clinic.id,
      given.therapist.id,
    );
    expect(code).toBe("PW006");
  });

  it("the application itself may not even try", async () => {
    const given = await aPatient(await aClinic());
    await aProgram(given);
    await expect(
      acting(given.therapist, (tx) => tx.$executeRaw`UPDATE prescribed_exercise SET reps = 1`),
    ).rejects.toThrow(/permission denied/);
    await expect(acting(given.therapist, (tx) => tx.$executeRaw`DELETE FROM patient`)).rejects.toThrow(
      /permission denied/,
    );
  });
});
