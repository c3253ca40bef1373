import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/errors";
import { loadPatientClearances } from "@/lib/records/clearances/load-patient-clearances";
import { aClinic, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { aRequest, decided, today } from "./given";

describe("a patient's clearances", () => {
  it("shows each with its decisions, and offers only what does not stand yet", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const { decisionId } = await decided(of, { clearanceId, outcome: "limited", maxMinutes: 10 });
    await decided(of, { ...(await aRequest(of, "RUNNING")), outcome: "denied" });
    const { clearances, askable, day } = await loadPatientClearances(asActor(of.therapist), of.patient.id);
    expect(day).toBe(56);
    expect(clearances).toMatchObject([
      { subjectId: "RUNNING", state: "denied" },
      {
        clearanceId,
        state: "limited",
        terms: { fromDay: today(of), maxMinutes: 10 },
        decisions: [{ decisionId, signedName: of.surgeon.printedName, terms: { maxMinutes: 10 } }],
        isMineToDecide: false,
      },
    ]);
    const ids = askable.map(({ id }) => id);
    expect(ids).toContain("RUNNING");
    expect(ids).not.toContain("SWIM_POOL");
    const ofSurgeon = await loadPatientClearances(asActor(of.surgeon), of.patient.id);
    expect(ofSurgeon.askable).toEqual([]);
    expect(ofSurgeon.clearances.map(({ isMineToDecide }) => isMineToDecide)).toEqual([false, true]);
  });

  it("does not exist for others", async () => {
    const of = await aPatient(await aClinic());
    for (const other of [await aTherapist(of.clinic), await aTherapist(await aClinic()), of.user]) {
      await expect(loadPatientClearances(asActor(other), of.patient.id)).rejects.toThrow(NotFound);
    }
  });
});
