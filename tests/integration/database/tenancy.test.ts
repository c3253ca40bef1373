import { Pool } from "pg";
import { describe, expect, it } from "vitest";
import { connections } from "@/lib/db/client";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { aClinic, aPatient, acting, asActor } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

describe("two clinics on one database", () => {
  it("never mix on a pool of one connection that alternates 10,000 times", { timeout: 180_000 }, async () => {
    const [one, two] = [await aPatient(await aClinic()), await aPatient(await aClinic())];
    const pool = new Pool({ connectionString: aDatabase().appUrl, max: 1 });
    let mixed = 0;
    let seen = 0;
    const read = async (clinicId: string, own: string) => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        await client.query("SELECT set_config('app.clinic_id', $1, true)", [clinicId]);
        const { rows }: { rows: { id: string }[] } = await client.query("SELECT id FROM patient");
        await client.query("COMMIT");
        seen += rows.length;
        if (rows.length !== 1 || rows[0]?.id !== own) mixed += 1;
      } finally {
        client.release();
      }
    };
    for (let turn = 0; turn < 5_000; turn += 1) {
      await Promise.all([read(one.clinic.id, one.patient.id), read(two.clinic.id, two.patient.id)]);
    }
    const { rows } = await pool.query("SELECT id FROM patient");
    await pool.end();
    expect({ seen, mixed, withoutClinic: rows.length }).toEqual({ seen: 10_000, mixed: 0, withoutClinic: 0 });
  });

  it("cannot be crossed by a reference or by writing another clinic's id", async () => {
    const [one, two] = [await aPatient(await aClinic()), await aPatient(await aClinic())];
    await expect(
      acting(one.therapist, (tx) =>
        tx.careTeamMember.create({
          data: { clinicId: one.clinic.id, patientId: two.patient.id, userId: one.therapist.id },
        }),
      ),
    ).rejects.toMatchObject({ code: "P2003" });
    await expect(
      acting(one.therapist, (tx) =>
        tx.careTeamMember.createMany({
          data: { clinicId: two.clinic.id, patientId: two.patient.id, userId: two.therapist.id },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("shows nothing without a clinic, to the owner either", async () => {
    await aPatient(await aClinic());
    for (const pool of [aDatabase().app, aDatabase().owner]) {
      const { rows } = await pool.query("SELECT id FROM patient UNION ALL SELECT id FROM clinic");
      expect(rows).toEqual([]);
    }
  });

  it("shows a patient their own rows only", async () => {
    const clinic = await aClinic();
    const [one, other] = [await aPatient(clinic), await aPatient(clinic)];
    const seen = await acting(one.user, (tx) => tx.patient.findMany({ where: { clinicId: clinic.id } }));
    expect(seen.map(({ id }) => id)).toEqual([one.patient.id]);
    const episodes = await acting(one.user, (tx) =>
      tx.episode.findMany({ where: { clinicId: clinic.id, patientId: other.patient.id } }),
    );
    expect(episodes).toEqual([]);
  });
});

describe("inClinic", () => {
  it("keeps nothing of an act that throws", async () => {
    const { clinic, therapist, patient } = await aPatient(await aClinic());
    const actor = asActor(therapist);
    await expect(
      inClinic(actor, async (tx) => {
        await tx.patient.updateMany({ where: { clinicId: clinic.id, id: patient.id }, data: { phone: "changed" } });
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
    const stored = await inClinic(actor, (tx) =>
      tx.patient.findMany({ where: { clinicId: clinic.id }, select: { phone: true } }),
    );
    expect(stored).toEqual([{ phone: "(555) 555-0142" }]);
  });

  it("tries a serialization failure again, a bounded number of times", async () => {
    const { therapist } = await aPatient(await aClinic());
    let attempts = 0;
    await expect(
      inClinic(asActor(therapist), async (tx) => {
        attempts += 1;
        await tx.$queryRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`;
      }),
    ).rejects.toThrow();
    expect(attempts).toBe(4);
  });

  it("answers an id that is none as what does not exist", async () => {
    const { therapist, clinic } = await aPatient(await aClinic());
    const find = (id: string) =>
      inClinic(asActor(therapist), (tx) => tx.patient.findFirst({ where: { clinicId: clinic.id, id } }));
    const raw = () =>
      inClinic(asActor(therapist), (tx) => tx.$queryRaw`SELECT 1 FROM patient WHERE id = ${"new"}::uuid`);
    await expect(find("new")).rejects.toThrow(NotFound);
    await expect(raw()).rejects.toThrow(NotFound);
  });

  it("leaves no clinic behind on the connection", async () => {
    const { therapist, clinic } = await aPatient(await aClinic());
    await inClinic(asActor(therapist), (tx) => tx.patient.findMany({ where: { clinicId: clinic.id } }));
    const { rows } = await connections().pool.query(
      "SELECT nullif(current_setting('app.clinic_id', true), '') AS clinic",
    );
    expect(rows).toEqual([{ clinic: null }]);
  });
});
