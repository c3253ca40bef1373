import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { aClinic, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { aDecision, aRequest, decided, rowsOf, today } from "./given";

describe("deciding a clearance", () => {
  it("signs the decision, keeps the evidence, gives the terms to the clearance and audits", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const until = addDays(today(of), 30);
    const terms = { maxMinutes: 10, maxKg: 4.5, wordsForPatient: "Hold the rail.", untilDay: until, reviewOn: until };
    const { decisionId } = await decided(of, { clearanceId, outcome: "limited", ...terms });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { state: "limited", max_minutes: 10, max_kg: "4.5", words_for_patient: "Hold the rail.", version: 2 },
    ]);
    const [decision] = await rowsOf("clearance_decision", of.patient.id);
    expect(decision).toMatchObject({
      id: decisionId,
      outcome: "limited",
      decided_by_id: of.surgeon.id,
      signed_name: of.surgeon.printedName,
      terms: { fromDay: today(of), ...terms },
      evidence: { time: { day: 56, today: today(of) }, subject: { id: "SWIM_POOL", opensKeys: ["SWIM_POOL"] } },
    });
    expect(decision?.["meaning"]).toMatch(/^cleared with limits for /);
    expect((await rowsOf("audit_event", of.patient.id)).at(-1)).toMatchObject({
      act: "clearance.decide",
      subject_id: clearanceId,
      actor_id: of.surgeon.id,
    });
  });

  it.each(["denied", "returned"] as const)("stores why it was %s", async (outcome) => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    await decided(of, { clearanceId, outcome, reason: "Sitting tolerance first." });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: outcome, from_day: null }]);
    expect(await rowsOf("clearance_decision", of.patient.id)).toMatchObject([{ reason: "Sitting tolerance first." }]);
  });

  it("does not exist for another clinic's surgeon, one off the care team, or a therapist where a surgeon decides", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const others = [
      await aSurgeon(await aClinic()),
      await aSurgeon(of.clinic),
      of.therapist,
      await aTherapist(of.clinic),
    ];
    for (const other of others) {
      await expect(decideClearance(asActor(other), await aDecision(of, { clearanceId }))).rejects.toThrow(NotFound);
    }
    expect(await rowsOf("clearance_decision", of.patient.id)).toEqual([]);
  });

  it("is refused to patients and administrators", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    for (const other of [of.user, await anAdministrator(of.clinic)]) {
      await expect(decideClearance(asActor(other), await aDecision(of, { clearanceId }))).rejects.toThrow(Denied);
    }
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "requested", version: 1 }]);
  });

  it("lets the therapist decide what the content gives to therapists, and not the surgeon", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of, "PT_SUPERVISED_START");
    await expect(decided(of, { clearanceId })).rejects.toThrow(NotFound);
    await decideClearance(asActor(of.therapist), await aDecision(of, { clearanceId }));
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "granted" }]);
  });

  it("writes nothing on a wrong password, and says so on the field", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const before = await rowsOf("audit_event", of.patient.id);
    await expect(decided(of, { clearanceId, password: "a guess" })).rejects.toEqual(
      new Invalid({ password: "passwordIsWrong" }),
    );
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "requested", version: 1 }]);
    expect(await rowsOf("clearance_decision", of.patient.id)).toEqual([]);
    expect(await rowsOf("audit_event", of.patient.id)).toEqual(before);
  });

  it("makes one decision of two surgeons at once; the other sees who was faster", async () => {
    const clinic = await aClinic();
    const surgeons = [await aSurgeon(clinic, { printedName: "Dr. Ada Heron, MD" }), await aSurgeon(clinic)];
    const of = await aPatient(clinic, { careTeam: [await aTherapist(clinic), ...surgeons] });
    const { clearanceId } = await aRequest(of);
    const decision = await aDecision(of, { clearanceId });
    const race = await Promise.allSettled(surgeons.map((surgeon) => decideClearance(asActor(surgeon), decision)));
    const lost = race.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeInstanceOf(Conflict);
    expect(lost[0]).toMatchObject({ what: "clearance", current: { clearanceId, state: "granted", version: 2 } });
    expect(await rowsOf("clearance_decision", of.patient.id)).toHaveLength(1);
  });

  it("is a conflict when the version or the evidence is no longer what was read", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    await expect(decided(of, { clearanceId, version: 2 })).rejects.toMatchObject({
      code: "conflict",
      what: "clearance",
    });
    await expect(decided(of, { clearanceId, evidenceSha256: "0".repeat(64) })).rejects.toMatchObject({
      code: "conflict",
      what: "evidence",
    });
    expect(await rowsOf("clearance_decision", of.patient.id)).toEqual([]);
  });

  it("does not grant for days that are past, and asks why before the typical earliest", async () => {
    const of = await aPatient(await aClinic(), { weeks: 4 });
    const { clearanceId } = await aRequest(of, "RUNNING");
    const yesterday = addDays(today(of), -1);
    await expect(decided(of, { clearanceId, fromDay: yesterday, reviewOn: yesterday })).rejects.toEqual(
      new Invalid({ fromDay: "notBeforeToday", reviewOn: "notBeforeToday" }),
    );
    await expect(decided(of, { clearanceId, reason: null })).rejects.toEqual(new Invalid({ reason: "reasonForEarly" }));
    await decided(of, { clearanceId, reason: null, fromDay: addDays(today(of), 400) });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([{ state: "granted" }]);
  });
});
