import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { detailOf } from "@/lib/records/clearances/clearance-detail";
import { decideSeveral } from "@/lib/records/clearances/decide-several";
import { grantUsual } from "@/lib/records/clearances/grant-usual";
import { loadSeveral } from "@/lib/records/clearances/load-several";
import { loadUsual, type UsualLine } from "@/lib/records/clearances/load-usual";
import { undoDecisions } from "@/lib/records/clearances/undo-decisions";
import { verifyDecision } from "@/lib/records/clearances/verify-decision";
import { decideSeveralSchema, grantUsualSchema } from "@/lib/schemas/clearance";
import {
  aClinic,
  acting,
  anAdministrator,
  aPatient,
  asActor,
  aSurgeon,
  testPassword,
  type TestPatient,
} from "@/tests/support/factories";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aRequest, decided, rowsOf, today } from "./given";

/** A line of the page as it is sent back. */
async function lineOf(of: TestPatient, clearanceId: string, given: object = {}) {
  const { version, evidenceSha256 } = await acting(of.surgeon, (tx) =>
    detailOf(tx, asActor(of.surgeon), clearanceId, today(of)),
  );
  return { clearanceId, version, evidenceSha256, outcome: "granted", fromDay: today(of), reason: "Seen.", ...given };
}

const several = (lines: object[]) => decideSeveralSchema.parse({ lines, password: testPassword });
const usual = (of: TestPatient, lines: object[]) =>
  grantUsualSchema.parse({ patientId: of.patient.id, lines, password: testPassword });

function asSent({ subjectId, terms, evidenceSha256 }: UsualLine) {
  const isLimited = terms.maxKg !== null || terms.maxMinutes !== null;
  return { subjectId, ...terms, evidenceSha256, reason: null, outcome: isLimited ? "limited" : "granted" };
}

describe("several decisions under one signature", () => {
  it("decides each on its own terms and evidence, with a row, a digest and an audit row of its own", async () => {
    const clinic = await aClinic();
    const one = await aPatient(clinic);
    const other = await aPatient(clinic, { careTeam: [one.therapist, one.surgeon] });
    const [first, second] = [await aRequest(one), await aRequest(other, "RUNNING")];
    const lines = [
      await lineOf(one, first.clearanceId, { outcome: "limited", maxMinutes: 10 }),
      await lineOf(other, second.clearanceId, { outcome: "returned", fromDay: null, reason: "How far does she walk?" }),
    ];
    const surgeon = asActor(one.surgeon);
    const { decisionIds } = await decideSeveral(surgeon, several(lines));
    expect(decisionIds).toHaveLength(2);
    expect(await rowsOf("clearance", one.patient.id)).toMatchObject([{ state: "limited", max_minutes: 10 }]);
    expect(await rowsOf("clearance", other.patient.id)).toMatchObject([{ state: "returned" }]);
    for (const id of decisionIds) expect(await verifyDecision(surgeon, id)).toMatchObject({ holds: true });
    for (const { patient } of [one, other]) {
      const acts = (await rowsOf("audit_event", patient.id)).filter(({ act }) => act === "clearance.decide");
      expect(acts).toHaveLength(1);
    }
    await undoDecisions(surgeon, { decisionIds });
    expect(await rowsOf("clearance", one.patient.id)).toMatchObject([{ state: "requested" }]);
  });

  it("names every line that changed meanwhile or lacks something, and writes nothing", async () => {
    const of = await aPatient(await aClinic(), { weeks: 4 });
    const [taken, early, fine] = [await aRequest(of), await aRequest(of, "RUNNING"), await aRequest(of, "driving")];
    const lines = [
      await lineOf(of, taken.clearanceId),
      await lineOf(of, early.clearanceId, { reason: null }),
      await lineOf(of, fine.clearanceId, { fromDay: addDays(today(of), -1) }),
    ];
    await decided(of, { ...taken, outcome: "denied" });
    await expect(decideSeveral(asActor(of.surgeon), several(lines))).rejects.toEqual(
      new Invalid({
        "lines.0.outcome": "changedMeanwhile",
        "lines.1.reason": "reasonForEarly",
        "lines.2.fromDay": "notBeforeToday",
      }),
    );
    const shown = { ...(await lineOf(of, fine.clearanceId)), evidenceSha256: "0".repeat(64) };
    await expect(decideSeveral(asActor(of.surgeon), several([shown, shown]))).rejects.toEqual(
      new Invalid({ "lines.1.outcome": "onlyOnce" }),
    );
    await expect(
      decideSeveral(asActor(of.surgeon), several([shown, await lineOf(of, early.clearanceId)])),
    ).rejects.toEqual(new Invalid({ "lines.0.outcome": "evidenceChanged" }));
    await expect(decideSeveral(asActor(of.surgeon), several([shown]))).rejects.toEqual(new Conflict("evidence", null));
    expect(await rowsOf("clearance_decision", of.patient.id)).toHaveLength(1);
  });

  it("does not exist for who may not decide one of them; other roles are refused", async () => {
    const of = await aPatient(await aClinic());
    const elsewhere = await aPatient(await aClinic());
    const lines = [
      await lineOf(of, (await aRequest(of)).clearanceId),
      await lineOf(elsewhere, (await aRequest(elsewhere)).clearanceId),
    ];
    for (const user of [of.surgeon, of.therapist, await aSurgeon(of.clinic)]) {
      await expect(decideSeveral(asActor(user), several(lines))).rejects.toThrow(NotFound);
    }
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(decideSeveral(asActor(user), several(lines))).rejects.toThrow(Denied);
    }
    expect(await rowsOf("clearance_decision", of.patient.id)).toEqual([]);
    const ids = lines.map(({ clearanceId }) => clearanceId);
    expect(await loadSeveral(asActor(of.surgeon), ids)).toMatchObject({
      details: [{ clearanceId: ids[0] }],
      missing: 1,
    });
  });
});

describe("what is usual, granted at once", () => {
  it("is asked for and granted line by line in one transaction, with the usual limits", async () => {
    const of = await aPatient(await aClinic(), { weeks: 12 });
    await aProgram(of);
    await aCheckIn(of);
    const waiting = await aRequest(of, "driving");
    const surgeon = asActor(of.surgeon);
    const page = await loadUsual(surgeon, { patientId: of.patient.id, week: null });
    expect(page).toMatchObject({ week: 12, day: 84 });
    const found = new Map(page.lines.map((line) => [line.subjectId, line]));
    expect(found.get("lifting")).toMatchObject({ terms: { maxKg: 9.1 }, isUsual: true });
    expect(found.get("driving")).toMatchObject({ state: "requested" });
    expect(found.get("elliptical")?.subject.kind).toBe("activity");
    for (const never of ["collision-sport", "stairs", "running"]) expect(found.has(never)).toBe(false);
    const lines = page.lines.filter(({ isUsual }) => isUsual).map(asSent);
    const { decisionIds } = await grantUsual(surgeon, usual(of, lines));
    expect(decisionIds).toHaveLength(lines.length);
    const rows = await rowsOf("clearance", of.patient.id);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["granted", "limited"]));
    expect(rows).toHaveLength(lines.length);
    expect(rows.find(({ id }) => id === waiting.clearanceId)).toMatchObject({
      state: expect.stringMatching(/^(granted|limited)$/) as string,
    });
    expect(
      (await loadUsual(surgeon, { patientId: of.patient.id, week: 12 })).lines.filter(({ isUsual }) => isUsual),
    ).toEqual([]);
    expect(await verifyDecision(surgeon, decisionIds[0] ?? "")).toMatchObject({ holds: true, termsInForce: true });
  });

  it("is chosen beforehand by nobody while a hold is open, or where evidence is missing", async () => {
    const of = await aPatient(await aClinic(), { weeks: 12 });
    const program = await aProgram(of);
    const read = async () => (await loadUsual(asActor(of.surgeon), { patientId: of.patient.id, week: null })).lines;
    expect((await read()).some(({ isUsual }) => isUsual)).toBe(false);
    await aCheckIn(of);
    const byId = new Map((await read()).map((line) => [line.subjectId, line]));
    expect(byId.get("lifting")).toMatchObject({ isUsual: true, caution: null });
    expect(byId.get("desk-work")).toMatchObject({ isUsual: false, caution: { isHeld: false, missing: ["sitting"] } });
    await acting(of.therapist, (tx) =>
      tx.hold.createMany({
        data: {
          ...{ clinicId: of.clinic.id, patientId: of.patient.id, programId: program.id },
          ...{ cause: "illness", words: "A cold.", surgeonOnly: false, placedById: of.therapist.id },
        },
      }),
    );
    const held = await read();
    expect(held.some(({ isUsual }) => isUsual)).toBe(false);
    expect(held.every(({ caution }) => caution?.isHeld === true)).toBe(true);
  });

  it("writes nothing when one line went wrong, and names it at its field", async () => {
    const of = await aPatient(await aClinic(), { weeks: 8 });
    await aCheckIn(of);
    const surgeon = asActor(of.surgeon);
    const { lines } = await loadUsual(surgeon, { patientId: of.patient.id, week: 12 });
    const [due, early] = [lines.find(({ isUsual }) => isUsual), lines.find(({ isEarly }) => isEarly)];
    if (!due || !early) throw new Error("week 12 has nothing that is due or early");
    const fixed = asSent(due);
    const tries: [object[], Record<string, string>][] = [
      [[fixed, { ...asSent(early), fromDay: today(of) }], { "lines.1.reason": "reasonForEarly" }],
      [[fixed, { ...fixed, subjectId: "moon-walking" }], { "lines.1.subjectId": "chooseOne" }],
      [[fixed, fixed], { "lines.1.outcome": "onlyOnce" }],
    ];
    for (const [sent, problems] of tries) {
      await expect(grantUsual(surgeon, usual(of, sent))).rejects.toEqual(new Invalid(problems));
    }
    const stale = { ...fixed, evidenceSha256: "0".repeat(64) };
    await expect(grantUsual(surgeon, usual(of, [stale]))).rejects.toEqual(new Conflict("evidence", null));
    await decided(of, { ...(await aRequest(of, due.subjectId)), outcome: "returned" });
    await expect(grantUsual(surgeon, usual(of, [fixed]))).rejects.toEqual(
      new Invalid({ "lines.0.outcome": "changedMeanwhile" }),
    );
    expect(await rowsOf("clearance", of.patient.id)).toHaveLength(1);
  });

  it("is the surgeon's own and no other's, and the therapist's for what therapists decide", async () => {
    const of = await aPatient(await aClinic(), { weeks: 8 });
    const page = await loadUsual(asActor(of.surgeon), { patientId: of.patient.id, week: 8 });
    const sent = usual(
      of,
      [page.lines[0]].flatMap((line) => (line ? [asSent(line)] : [])),
    );
    for (const user of [of.therapist, await aSurgeon(of.clinic), await aSurgeon(await aClinic())]) {
      await expect(grantUsual(asActor(user), sent)).rejects.toThrow(NotFound);
    }
    await expect(grantUsual(asActor(of.user), sent)).rejects.toThrow(Denied);
    expect(await rowsOf("clearance", of.patient.id)).toEqual([]);
    const own = await loadUsual(asActor(of.therapist), { patientId: of.patient.id, week: 8 });
    expect(own.lines.map(({ subjectId }) => subjectId)).toContain("stationary-bike");
    const read = () => loadUsual(asActor(of.surgeon), { patientId: of.patient.id, week: 52 });
    expect(await queriesOf(read)).toBe(3);
  });
});
