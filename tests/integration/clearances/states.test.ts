import { describe, expect, it } from "vitest";
import { clearanceStates, type ClearanceState } from "@/lib/clinical/facts";
import { databaseCode, type Tx } from "@/lib/db/in-clinic";
import { addDays } from "@/lib/dates";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { detailOf } from "@/lib/records/clearances/clearance-detail";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { outcomesFrom } from "@/lib/records/clearances/moves";
import { verifyDecision } from "@/lib/records/clearances/verify-decision";
import { decisionOutcomes } from "@/lib/schemas/clearance";
import { aClinic, acting, aPatient, asActor, type TestPatient, type TestUser } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aDecision, aRequest, decided, rowsOf, today } from "./given";

const withoutDecision: readonly (readonly [ClearanceState, ClearanceState])[] = [
  ["returned", "requested"],
  ["granted", "under-review"],
  ["limited", "under-review"],
  ["granted", "expired"],
  ["limited", "expired"],
];

/** A clearance in any state, put there past the triggers. */
async function aClearance(of: TestPatient, state: ClearanceState): Promise<string> {
  const { clearanceId } = await aRequest(of);
  const words = state === "limited" ? "Hold the rail." : null;
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("UPDATE clearance SET state = $1, from_day = $2, words_for_patient = $3 WHERE id = $4", [
      state,
      today(of),
      words,
      clearanceId,
    ]);
  } finally {
    await client.query("SET session_replication_role = origin");
    client.release();
  }
  return clearanceId;
}

/** The database's code for a write that it refuses; null when it takes it. The transaction is undone either way. */
async function codeOf(user: TestUser, write: (tx: Tx) => Promise<unknown>): Promise<string | null> {
  const done = new Error("undo");
  const error: unknown = await acting(user, async (tx) => {
    await write(tx);
    throw done;
  }).catch((reason: unknown) => reason);
  return error === done ? null : databaseCode(error);
}

function decisionRow(of: TestPatient, clearanceId: string, outcome: string, decidedById: string) {
  return {
    clinicId: of.clinic.id,
    clearanceId,
    patientId: of.patient.id,
    outcome,
    decidedById,
    decidedAt: new Date("2026-11-20T12:00:00Z"),
    signedName: "Dr. Jay Osprey, MD",
    meaning: "cleared for",
    reason: "seen",
    evidence: {},
    terms: {},
    sha256: "0".repeat(64),
  };
}

describe("the states of a clearance", () => {
  it.each(clearanceStates)("from %s, only what the data model names: verb and database agree", async (from) => {
    const of = await aPatient(await aClinic());
    const clearanceId = await aClearance(of, from);
    const { clinic, surgeon } = of;
    for (const outcome of decisionOutcomes) {
      if (outcomesFrom(from).includes(outcome)) continue;
      await expect(
        decided(of, { clearanceId, outcome, ...(outcome === "limited" ? { maxMinutes: 10 } : {}) }),
      ).rejects.toThrow(Refused);
    }
    expect(await rowsOf("clearance_decision", of.patient.id)).toEqual([]);
    for (const to of clearanceStates.filter((state) => state !== from)) {
      const isFree = withoutDecision.some(([one, other]) => one === from && other === to);
      const terms = { fromDay: new Date(today(of)), wordsForPatient: "Hold the rail." };
      const data = isFree ? { state: to } : { state: to, decidedAt: new Date("2026-11-20T12:00:00Z"), ...terms };
      const where = { clinicId: clinic.id, id: clearanceId };
      const unsigned = await codeOf(surgeon, (tx) => tx.clearance.updateMany({ where, data }));
      const signed = await codeOf(surgeon, async (tx) => {
        const isOutcome = decisionOutcomes.some((outcome) => outcome === to);
        if (isOutcome) await tx.clearanceDecision.create({ data: decisionRow(of, clearanceId, to, surgeon.id) });
        await tx.clearance.updateMany({ where, data });
      });
      const isDecided = outcomesFrom(from).some((outcome) => outcome === to);
      expect([from, to, unsigned], "without a decision").toEqual([from, to, isFree ? null : "PW007"]);
      expect([from, to, signed], "with one").toEqual([from, to, isFree || isDecided ? null : "PW007"]);
    }
  });

  it.each(["granted", "limited"] as const)(
    "a surgeon revokes a live grant (%s) and settles one under review",
    async (state) => {
      const of = await aPatient(await aClinic());
      const clearanceId = await aClearance(of, state);
      await decided(of, { clearanceId, outcome: "revoked", reason: "New leg pain." });
      expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "revoked", version: 2 }]);
      const other = await aPatient(await aClinic());
      await decided(other, { clearanceId: await aClearance(other, "under-review"), outcome: "granted" });
      expect(await rowsOf("clearance", other.patient.id)).toMatchObject([{ state: "granted" }]);
    },
  );

  it("is renewed before it ends by a new decision with its own terms; a signed row of before renews nothing", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const day = today(of);
    await decided(of, { clearanceId, outcome: "limited", maxMinutes: 10, untilDay: addDays(day, 3) });
    const [first] = await rowsOf("clearance", of.patient.id);
    const where = { clinicId: of.clinic.id, id: clearanceId };
    const moved = (data: object) => codeOf(of.surgeon, (tx) => tx.clearance.updateMany({ where, data }));
    const later = { untilDay: new Date("2030-01-01") };
    expect(await moved({ ...later, decidedAt: new Date() })).toBe("PW007");
    expect(await moved({ ...later, decidedAt: new Date(String(first?.["requested_at"])) })).toBe("PW007");
    expect(await moved({ state: "granted", maxMinutes: null })).toBe("PW007");
    const renewed = {
      clearanceId,
      version: 2,
      outcome: "limited",
      maxMinutes: 20,
      untilDay: addDays(day, 60),
    } as const;
    const { decisionId } = await decided(of, renewed);
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { state: "limited", max_minutes: 20, version: 3, opens_keys: ["SWIM_POOL"] },
    ]);
    expect(await verifyDecision(asActor(of.surgeon), decisionId)).toMatchObject({ holds: true, termsInForce: true });
    await decided(of, { clearanceId, version: 3, outcome: "granted" });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { state: "granted", max_minutes: null, version: 4 },
    ]);
    await expect(decided(of, { clearanceId, version: 3, outcome: "granted" })).rejects.toThrow(Conflict);
  });

  it("is settled by no older signature, and its terms stand still under review", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    await decided(of, { clearanceId, outcome: "limited", maxMinutes: 10 });
    const where = { clinicId: of.clinic.id, id: clearanceId };
    const moved = (data: object) => codeOf(of.surgeon, (tx) => tx.clearance.updateMany({ where, data }));
    expect(await moved({ state: "under-review", maxMinutes: 60 })).toBe("PW007");
    await acting(of.surgeon, (tx) => tx.clearance.updateMany({ where, data: { state: "under-review" } }));
    expect(await moved({ state: "limited" })).toBe("PW007");
    expect(await moved({ maxMinutes: 60 })).toBe("PW007");
    await decided(of, { clearanceId, version: 2, outcome: "limited", maxMinutes: 5 });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "limited", max_minutes: 5 }]);
  });

  it("is a surgeon's to settle once it came under review, whoever granted it", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of, "stairs");
    const by = { clearanceId, fromDay: today(of), reason: null };
    await decideClearance(asActor(of.therapist), await aDecision(of, by));
    const where = { clinicId: of.clinic.id, id: clearanceId };
    await acting(of.surgeon, (tx) => tx.clearance.updateMany({ where, data: { state: "under-review" } }));
    const again = await aDecision(of, { ...by, version: 2 });
    await expect(decideClearance(asActor(of.therapist), again)).rejects.toThrow(NotFound);
    const row = decisionRow(of, clearanceId, "granted", of.therapist.id);
    expect(await codeOf(of.therapist, (tx) => tx.clearanceDecision.create({ data: row }))).toBe("PW008");
    await decideClearance(asActor(of.surgeon), again);
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "granted" }]);
  });

  it("keeps today's leave when it is renewed, and an end that has passed is not forgotten", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const day = today(of);
    await decided(of, { clearanceId });
    const late = { clearanceId, version: 2, fromDay: addDays(day, 5) };
    await expect(decided(of, late)).rejects.toEqual(new Invalid({ fromDay: "inForceNow" }));
    await decided(of, { clearanceId, version: 2, untilDay: day });
    const tomorrow = (tx: Tx) => detailOf(tx, asActor(of.surgeon), clearanceId, addDays(day, 1));
    expect((await acting(of.surgeon, tomorrow)).terms).toMatchObject({ untilDay: addDays(day, 1) });
  });

  it("begins as requested, keeps its subject, and its terms change only by a decision", async () => {
    const of = await aPatient(await aClinic());
    const clearanceId = await aClearance(of, "granted");
    const { clinic, surgeon, patient, episode, therapist } = of;
    const where = { clinicId: clinic.id, id: clearanceId };
    const created = { clinicId: clinic.id, patientId: patient.id, episodeId: episode.id, requestedById: therapist.id };
    const refused = [
      (tx: Tx) =>
        tx.clearance.create({
          data: { ...created, subjectId: "RUNNING", state: "granted", fromDay: new Date(today(of)) },
        }),
      (tx: Tx) => tx.clearance.updateMany({ where, data: { subjectId: "RUNNING" } }),
      (tx: Tx) => tx.clearance.updateMany({ where, data: { untilDay: new Date("2030-01-01") } }),
    ];
    for (const write of refused) expect(await codeOf(surgeon, write)).toBe("PW007");
  });

  it("takes no decision from another role, from off the care team, or in another's name", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const stranger = (await aPatient(of.clinic)).surgeon;
    const tries: [TestUser, string][] = [
      [of.therapist, of.therapist.id],
      [of.therapist, of.surgeon.id],
      [stranger, stranger.id],
      [of.user, of.user.id],
    ];
    for (const [user, decidedById] of tries) {
      const data = decisionRow(of, clearanceId, "granted", decidedById);
      expect(await codeOf(user, (tx) => tx.clearanceDecision.create({ data }))).toBe("PW008");
    }
  });

  it("keeps a decision as it was signed: no change, no deletion", async () => {
    const of = await aPatient(await aClinic());
    const { decisionId: id } = await decided(of, await aDecision(of, await aRequest(of)));
    const where = { clinicId: of.clinic.id, id };
    expect(await codeOf(of.surgeon, (tx) => tx.clearanceDecision.updateMany({ where, data: { reason: "x" } }))).toBe(
      "42501",
    );
    expect(await codeOf(of.surgeon, (tx) => tx.clearanceDecision.deleteMany({ where }))).toBe("42501");
  });
});
