import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { addDays } from "@/lib/dates";
import { databaseCode } from "@/lib/db/in-clinic";
import { Denied, NotFound, Refused } from "@/lib/errors";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { undoDecisions } from "@/lib/records/clearances/undo-decisions";
import { verifyDecision } from "@/lib/records/clearances/verify-decision";
import { loadOwnHandout } from "@/lib/records/programs/load-handout";
import { loadAllowed } from "@/lib/records/today/load-allowed";
import { loadToday } from "@/lib/records/today/load-today";
import type { DecideClearanceInput } from "@/lib/schemas/clearance";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aClinic, acting, aPatient, asActor, aSurgeon, type TestPatient } from "@/tests/support/factories";
import { aDecision, aRequest, rowsOf, today } from "./given";

/** A request and the decision on it, by the surgeon of the sign-in that is returned. */
async function aSigned(of: TestPatient, given: Partial<DecideClearanceInput> = {}, at = new Date()) {
  const { clearanceId } = await aRequest(of);
  const surgeon = asActor(of.surgeon);
  const { decisionId } = await decideClearance(surgeon, await aDecision(of, { clearanceId, ...given }, at), at);
  return { clearanceId, decisionId, surgeon };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** The row that takes a decision back, written past the verb; the database's code when it refuses. */
function written(of: TestPatient, by: Actor, { clearanceId, decisionId }: { clearanceId: string; decisionId: string }) {
  const data = {
    ...{ clinicId: of.clinic.id, clearanceId, patientId: of.patient.id, outcome: "undone", undoesId: decisionId },
    ...{ decidedById: by.userId, decidedAt: new Date(), sessionId: by.sessionId, signedName: "x", meaning: "x" },
    ...{ evidence: {}, terms: {}, sha256: "0".repeat(64) },
  };
  return acting({ ...of.surgeon, id: by.userId }, (tx) => tx.clearanceDecision.createMany({ data })).then(
    () => null,
    databaseCode,
  );
}

describe("taking a decision back", () => {
  it("returns the clearance to its state and terms of before, keeps both signed rows and audits", async () => {
    const of = await aPatient(await aClinic());
    const granted = await aSigned(of, { outcome: "limited", maxKg: 4.5, reviewOn: addDays(today(of), 20) });
    const revoke = await aDecision(of, { clearanceId: granted.clearanceId, version: 2, outcome: "revoked" });
    const { decisionId } = await decideClearance(granted.surgeon, revoke);
    const [before] = await rowsOf("clearance_decision", of.patient.id);
    await undoDecisions(granted.surgeon, { decisionIds: [decisionId] });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { state: "limited", max_kg: "4.5", version: 4, decided_at: before?.["decided_at"], opens_keys: ["SWIM_POOL"] },
    ]);
    expect(await rowsOf("clearance_decision", of.patient.id)).toMatchObject([
      { outcome: "limited" },
      { outcome: "revoked" },
      { outcome: "undone", undoes_id: decisionId, decided_by_id: of.surgeon.id, terms: { maxKg: 4.5 } },
    ]);
    expect((await rowsOf("audit_event", of.patient.id)).at(-1)).toMatchObject({ act: "clearance.undo" });
    const undone = (await rowsOf("clearance_decision", of.patient.id)).at(-1);
    expect(await verifyDecision(granted.surgeon, String(undone?.["id"]))).toMatchObject({ holds: true });
    await undoDecisions(granted.surgeon, { decisionIds: [granted.decisionId] });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { state: "requested", from_day: null, max_kg: null, decided_at: null, decided_by_id: null },
    ]);
  });

  it("does not exist for another person, another clinic, or an unknown decision; other roles are refused", async () => {
    const of = await aPatient(await aClinic());
    const { decisionId, clearanceId } = await aSigned(of);
    const other = asActor(await aSurgeon(of.clinic));
    for (const actor of [other, asActor(of.therapist), asActor(await aSurgeon(await aClinic()))]) {
      await expect(undoDecisions(actor, { decisionIds: [decisionId] })).rejects.toThrow(NotFound);
    }
    await expect(undoDecisions(asActor(of.user), { decisionIds: [decisionId] })).rejects.toThrow(Denied);
    expect(await written(of, other, { clearanceId, decisionId })).toBe("PW008");
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "granted", version: 2 }]);
  });

  it("returns a renewed grant to the terms that stood", async () => {
    const of = await aPatient(await aClinic());
    const granted = await aSigned(of, { outcome: "limited", maxMinutes: 10 }, minutesAgo(60));
    const { clearanceId, surgeon } = granted;
    const renewal = await aDecision(of, { clearanceId, version: 2, outcome: "granted" });
    const { decisionId } = await decideClearance(surgeon, renewal);
    await undoDecisions(surgeon, { decisionIds: [decisionId] });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "limited", max_minutes: 10, version: 4 }]);
  });

  it("brings back no grant past a warning sign, and nothing beside a new request: verb and trigger", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId, surgeon } = await aSigned(of, {}, minutesAgo(60));
    const revoke = await aDecision(of, { clearanceId, version: 2, outcome: "revoked" });
    const revoked = await decideClearance(surgeon, revoke);
    await aCheckIn(of, { answers: { chestPain: true } });
    await expect(undoDecisions(surgeon, { decisionIds: [revoked.decisionId] })).rejects.toEqual(
      new Refused("undoMovedOn"),
    );
    expect(await written(of, surgeon, { clearanceId, decisionId: revoked.decisionId })).toBe("PW033");
    const other = await aPatient(of.clinic);
    const denied = await aSigned(other, { outcome: "denied" });
    await aRequest(other);
    await expect(undoDecisions(denied.surgeon, { decisionIds: [denied.decisionId] })).rejects.toEqual(
      new Refused("undoMovedOn"),
    );
  });

  it("is too late after five minutes and in another sign-in: verb and trigger", async () => {
    const of = await aPatient(await aClinic());
    const late = await aSigned(of, {}, minutesAgo(5));
    await expect(undoDecisions(late.surgeon, { decisionIds: [late.decisionId] })).rejects.toEqual(
      new Refused("undoTooLate"),
    );
    expect(await written(of, late.surgeon, late)).toBe("PW033");
    const other = await aPatient(of.clinic);
    const fresh = await aSigned(other, {}, minutesAgo(4));
    const elsewhere = asActor(other.surgeon);
    await expect(undoDecisions(elsewhere, { decisionIds: [fresh.decisionId] })).rejects.toEqual(
      new Refused("undoTooLate"),
    );
    expect(await written(other, elsewhere, fresh)).toBe("PW033");
    await undoDecisions(fresh.surgeon, { decisionIds: [fresh.decisionId] });
    expect(await rowsOf("clearance", other.patient.id)).toMatchObject([{ state: "requested" }]);
  });

  it.each([
    ["Today", loadToday],
    ["what is allowed", loadAllowed],
    ["the own printout", loadOwnHandout],
  ] as const)("is refused once the patient has seen it on the page of %s", async (_, page) => {
    const of = await aPatient(await aClinic());
    const signed = await aSigned(of);
    await page(asActor(of.user));
    await expect(undoDecisions(signed.surgeon, { decisionIds: [signed.decisionId] })).rejects.toEqual(
      new Refused("undoSeen"),
    );
    expect(await written(of, signed.surgeon, signed)).toBe("PW033");
    await page(asActor(of.user));
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "granted", version: 2 }]);
  });

  it("takes back all or none, and nothing twice or after something else came", async () => {
    const of = await aPatient(await aClinic());
    const { surgeon, clearanceId, decisionId } = await aSigned(of);
    const second = await aRequest(of, "RUNNING");
    const other = await decideClearance(surgeon, await aDecision(of, { ...second }));
    await decideClearance(surgeon, await aDecision(of, { clearanceId, version: 2, outcome: "revoked" }));
    await expect(undoDecisions(surgeon, { decisionIds: [other.decisionId, decisionId] })).rejects.toEqual(
      new Refused("undoMovedOn"),
    );
    expect(await written(of, surgeon, { clearanceId, decisionId })).toBe("PW033");
    await undoDecisions(surgeon, { decisionIds: [other.decisionId] });
    await expect(undoDecisions(surgeon, { decisionIds: [other.decisionId] })).rejects.toEqual(
      new Refused("undoMovedOn"),
    );
  });

  it("brings back nothing but what was before, and no state moves without the signed row", async () => {
    const of = await aPatient(await aClinic());
    const signed = await aSigned(of);
    const where = { clinicId: of.clinic.id, id: signed.clearanceId };
    const moved = (data: object) => acting(of.surgeon, (tx) => tx.clearance.updateMany({ where, data }));
    await expect(moved({ state: "requested", decidedAt: null }).then(() => null, databaseCode)).resolves.toBe("PW007");
    expect(await written(of, signed.surgeon, signed)).toBeNull();
    for (const data of [{ state: "revoked" }, { state: "requested", maxMinutes: 9 }, { version: 9 }]) {
      await expect(moved(data).then(() => null, databaseCode)).resolves.toBe("PW007");
    }
    await moved({ state: "requested", decidedAt: null, fromDay: null });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "requested", decided_by_id: null }]);
  });
});
