import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/errors";
import { loadDecision } from "@/lib/records/clearances/load-decision";
import { loadPatientClearances } from "@/lib/records/clearances/load-patient-clearances";
import { aClinic, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { inThePast } from "../reviews/given";
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

describe("a decision read again", () => {
  it("shows what was shown then, whatever was recorded since, also from before tests and wound were kept", async () => {
    const of = await aPatient(await aClinic(), { conditions: ["osteoporosis"] });
    const { decisionId } = await decided(of, { ...(await aRequest(of)), outcome: "limited", maxMinutes: 10 });
    await decided(of, await aRequest(of, "RUNNING"));
    const read = () => loadDecision(asActor(of.therapist), of.patient.id, decisionId);
    const then = await read();
    expect(then).toMatchObject({ outcome: "limited", signedName: of.surgeon.printedName, terms: { maxMinutes: 10 } });
    expect(then.evidence).toMatchObject({
      subject: { id: "SWIM_POOL" },
      conditions: { recorded: ["osteoporosis"] },
      inForce: { clearances: [] },
      function: [],
    });
    await inThePast("ALTER TABLE clearance_decision DISABLE TRIGGER USER", []);
    await inThePast(
      "UPDATE clearance_decision SET evidence = evidence - '{function,healing,triage}'::text[] WHERE id = $1",
      [decisionId],
    );
    await inThePast("ALTER TABLE clearance_decision ENABLE TRIGGER USER", []);
    expect((await read()).evidence.function).toBeUndefined();
  });

  it("does not exist for others, nor under another patient", async () => {
    const of = await aPatient(await aClinic());
    const neighbour = await aPatient(of.clinic, { careTeam: [of.therapist, of.surgeon] });
    const { decisionId } = await decided(of, await aRequest(of));
    for (const other of [await aTherapist(of.clinic), await aTherapist(await aClinic()), of.user]) {
      await expect(loadDecision(asActor(other), of.patient.id, decisionId)).rejects.toThrow(NotFound);
    }
    await expect(loadDecision(asActor(of.therapist), neighbour.patient.id, decisionId)).rejects.toThrow(NotFound);
  });
});
