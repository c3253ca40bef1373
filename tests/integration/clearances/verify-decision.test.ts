import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/errors";
import { verifyDecision } from "@/lib/records/clearances/verify-decision";
import { aClinic, aPatient, asActor, aSurgeon } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aRequest, decided, rowsOf } from "./given";

/** A change that somebody made past triggers and roles. */
async function tamper(sql: string, id: string): Promise<void> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, [id]);
  } finally {
    await client.query("SET session_replication_role = origin");
    client.release();
  }
}

describe("verifying a decision", () => {
  it("holds as it was signed, for everybody of the care team, and is audited", async () => {
    const of = await aPatient(await aClinic());
    const { decisionId } = await decided(of, {
      ...(await aRequest(of)),
      outcome: "limited",
      maxMinutes: 10,
      maxKg: 0.3,
    });
    for (const user of [of.surgeon, of.therapist]) {
      const verified = await verifyDecision(asActor(user), decisionId);
      expect(verified).toEqual({
        holds: true,
        stored: verified.recomputed,
        recomputed: verified.stored,
        termsInForce: true,
      });
    }
    expect((await rowsOf("audit_event", of.patient.id)).at(-1)).toMatchObject({
      act: "clearance.read",
      subject_id: decisionId,
    });
    await expect(verifyDecision(asActor(await aSurgeon(of.clinic)), decisionId)).rejects.toThrow(NotFound);
    await expect(verifyDecision(asActor(await aSurgeon(await aClinic())), decisionId)).rejects.toThrow(NotFound);
  });

  it("holds over lines and accents, however they were typed", async () => {
    const of = await aPatient(await aClinic());
    const reason = "Revise\u0301e:\r\nsee the note.\u{1F44D}";
    const { decisionId } = await decided(of, { ...(await aRequest(of)), outcome: "denied", reason });
    expect(await rowsOf("clearance_decision", of.patient.id)).toMatchObject([{ reason: "Revisée:\nsee the note.👍" }]);
    expect(await verifyDecision(asActor(of.surgeon), decisionId)).toMatchObject({ holds: true });
  });

  it.each([
    ["outcome", "outcome = 'granted'"],
    [
      "decided_by_id",
      "decided_by_id = (SELECT id FROM clinic_user u WHERE u.role = 'therapist' AND u.clinic_id = d.clinic_id LIMIT 1)",
    ],
    ["decided_at", "decided_at = decided_at + interval '1 millisecond'"],
    ["signed_name", "signed_name = 'Dr. Ada Heron, MD'"],
    ["meaning", "meaning = 'cleared for everything'"],
    ["reason", "reason = NULL"],
    ["evidence", "evidence = jsonb_set(evidence, '{time,day}', '99')"],
    ["terms", "terms = jsonb_set(terms, '{maxMinutes}', '60')"],
    ["terms, to another shape", "terms = '{}'"],
  ])("finds a changed %s", async (_, change) => {
    const of = await aPatient(await aClinic());
    const { decisionId } = await decided(of, { ...(await aRequest(of)), outcome: "limited", maxMinutes: 10 });
    await tamper(`UPDATE clearance_decision d SET ${change} WHERE id = $1`, decisionId);
    expect(await verifyDecision(asActor(of.surgeon), decisionId)).toMatchObject({ holds: false });
  });

  it("finds a clearance that no longer carries what was signed", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const { decisionId } = await decided(of, { clearanceId, outcome: "limited", maxMinutes: 10 });
    await tamper("UPDATE clearance SET max_minutes = 60 WHERE id = $1", clearanceId);
    expect(await verifyDecision(asActor(of.surgeon), decisionId)).toMatchObject({ holds: true, termsInForce: false });
  });
});
