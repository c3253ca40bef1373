import { describe, expect, it } from "vitest";
import { databaseCode } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { loadInbox } from "@/lib/records/clearances/load-inbox";
import { aClinic, acting, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aDecision, aRequest, decided, rowsOf } from "./given";

const { superuser } = aDatabase();

/** A decision on the clearance written past the verb; the database's code when it refuses. */
function written(of: TestPatient, clearanceId: string): Promise<string | null> {
  const data = {
    ...{ clinicId: of.clinic.id, clearanceId, patientId: of.patient.id, decidedById: of.therapist.id },
    ...{ outcome: "granted", decidedAt: new Date(), signedName: "x", meaning: "x", evidence: {}, terms: {} },
    sha256: "0".repeat(64),
  };
  return acting(of.therapist, (tx) => tx.clearanceDecision.createMany({ data })).then(() => null, databaseCode);
}

async function keyIsLive(of: TestPatient, key: string): Promise<boolean | undefined> {
  const { rows } = await superuser.query<{ live: boolean }>(
    "SELECT has_live_grant($1, $2, $3, NULL, NULL, false) AS live",
    [of.clinic.id, of.episode.id, key],
  );
  return rows[0]?.live;
}

async function deciderOf(of: TestPatient, subject: string): Promise<string | undefined> {
  const { rows } = await superuser.query<{ by: string }>("SELECT clearance_decider($1, $2, $3) AS by", [
    of.clinic.id,
    subject,
    of.episode.id,
  ]);
  return rows[0]?.by;
}

describe("who decides", () => {
  it("is the surgeon where the protocol says so: verb, trigger and policy refuse the therapist", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of, "elliptical");
    await expect(decideClearance(asActor(of.therapist), await aDecision(of, { clearanceId }))).rejects.toThrow(
      NotFound,
    );
    expect((await loadInbox(asActor(of.therapist), { view: "waiting", after: null, clearanceId: null })).total).toBe(0);
    expect(await written(of, clearanceId)).toBe("PW008");
    await superuser.query("ALTER TABLE clearance_decision DISABLE TRIGGER may_decide");
    try {
      expect(await written(of, clearanceId)).toBe("42501");
    } finally {
      await superuser.query("ALTER TABLE clearance_decision ENABLE TRIGGER may_decide");
    }
    expect(await rowsOf("clearance_decision", of.patient.id)).toEqual([]);
    await decided(of, { clearanceId });
    expect(await keyIsLive(of, "AEROBIC_MACHINES")).toBe(true);
  });

  it("is the therapist elsewhere, whose yes opens the activity and no exercise clearance", async () => {
    const of = await aPatient(await aClinic(), { after: "epidural", weeks: 8 });
    const { clearanceId } = await aRequest(of, "elliptical");
    await expect(decided(of, { clearanceId })).rejects.toThrow(NotFound);
    const given = await aDecision(of, { clearanceId });
    await decideClearance(asActor(of.therapist), given);
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "granted", opens_keys: [] }]);
    expect(await keyIsLive(of, "AEROBIC_MACHINES")).toBe(false);
    const where = { clinicId: of.clinic.id, id: clearanceId };
    const widened = acting(of.surgeon, (tx) =>
      tx.clearance.updateMany({ where, data: { opensKeys: ["AEROBIC_MACHINES"] } }),
    );
    await expect(widened.then(() => null, databaseCode)).resolves.toBe("PW007");
  });

  it("is the surgeon as long as a protocol that asks for the surgeon is added to the episode", async () => {
    const of = await aPatient(await aClinic(), { after: "epidural" });
    expect(await deciderOf(of, "gym-machines")).toBe("therapist");
    const { clinic, episode, patient, therapist } = of;
    const added = await acting(
      therapist,
      (tx) => tx.$executeRaw`
        INSERT INTO also_protocol (clinic_id, episode_id, patient_id, template_version_id, protocol_id, anchor_on, reason, added_by_id)
        SELECT t.clinic_id, ${episode.id}::uuid, ${patient.id}::uuid, v.id, 'fbss', current_date, 'Pain stays.', ${therapist.id}::uuid
        FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id
        WHERE t.clinic_id = ${clinic.id}::uuid AND t.protocol_id = 'fbss'`,
    );
    expect(added).toBe(1);
    expect(await deciderOf(of, "gym-machines")).toBe("surgeon");
    await acting(
      therapist,
      (
        tx,
      ) => tx.$executeRaw`UPDATE also_protocol SET ended_at = now(), ended_by_id = ${therapist.id}::uuid, end_reason = 'Better.'
        WHERE episode_id = ${episode.id}::uuid`,
    );
    expect(await deciderOf(of, "gym-machines")).toBe("therapist");
  });
});
