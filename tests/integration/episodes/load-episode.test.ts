import { describe, expect, it } from "vitest";
import { Denied, NotFound } from "@/lib/errors";
import { addProtocol } from "@/lib/records/episodes/add-protocol";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { recordConditions } from "@/lib/records/episodes/record-conditions";
import { setTimeline } from "@/lib/records/episodes/set-timeline";
import { aClinic, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { rowsOf } from "./given";

describe("the episode's page", () => {
  it("tells what is recorded, by whom, newest first, and is audited once", async () => {
    const of = await aPatient(await aClinic(), {
      restrictions: [{ kind: "no-twisting" }, { kind: "no-bending", untilDate: "2020-01-01" }],
    });
    await aProgram(of);
    const patientId = of.patient.id;
    await recordConditions(asActor(of.therapist), { patientId, version: 1, conditions: ["osteoporosis"] });
    const decided = { patientId, factors: ["smoker" as const], reason: "Poor bone." };
    await setTimeline(asActor(of.surgeon), { ...decided, version: 2, shiftDays: 14 });
    await setTimeline(asActor(of.surgeon), { ...decided, version: 3, shiftDays: 28 });
    const page = await loadEpisode(asActor(of.therapist), patientId);
    expect(page).toMatchObject({
      ...{ isOpen: true, version: 4, shiftDays: 28, factors: ["osteoporosis", "smoker"], conditions: ["osteoporosis"] },
      ...{ pathwayStart: null, surgeonName: of.surgeon.printedName, levels: ["L4–L5"], technique: "TLIF" },
      restrictions: [
        { terms: { kind: "no-twisting" }, isInForce: true, isSigned: false, decisions: [], by: of.surgeon.printedName },
        { terms: { kind: "no-bending" }, isInForce: false },
      ],
      conditionChanges: [{ conditions: ["osteoporosis"], by: of.therapist.printedName }],
      timelineChanges: [{ shiftDays: 28, by: of.surgeon.printedName }, { shiftDays: 14 }],
    });
    expect(page.addable.map(({ id }) => id)).not.toContain("fusion-lumbar");
    const acts = await rowsOf("audit_event", of);
    expect(acts.filter(({ act }) => act === "episode.read")).toMatchObject([{ subject_id: of.episode.id }]);
  });

  it("takes two statements, whatever is recorded", async () => {
    const of = await aPatient(await aClinic({ library: "whole" }), { days: 20 });
    await aProgram(of);
    const anchorOn = of.episode.procedureDate;
    const followed = { patientId: of.patient.id, anchorOn, reason: "Both." };
    for (const protocolId of ["lumbar-discectomy", "hardware-stabilisation", "fbss"]) {
      await addProtocol(asActor(of.therapist), { ...followed, protocolId });
    }
    expect(await queriesOf(() => loadEpisode(asActor(of.therapist), of.patient.id))).toBeLessThanOrEqual(2);
  });

  it("does not exist off the team, in another clinic or for other roles", async () => {
    const of = await aPatient(await aClinic());
    for (const user of [await aTherapist(of.clinic), await aSurgeon(await aClinic())]) {
      await expect(loadEpisode(asActor(user), of.patient.id)).rejects.toThrow(NotFound);
    }
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(loadEpisode(asActor(user), of.patient.id)).rejects.toThrow(Denied);
    }
  });
});
