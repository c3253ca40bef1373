import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { Conflict, Denied, Invalid, NotFound, Refused } from "@/lib/errors";
import { requestClearance, requestClearances } from "@/lib/records/clearances/request-clearance";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import { aClinic, acting, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { aRequest, decided, rowsOf, today } from "./given";

const question = "May they walk in the pool?";

describe("asking for a clearance", () => {
  it("writes a waiting request and its audit row", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { id: clearanceId, state: "requested", subject_id: "SWIM_POOL", question, requested_by_id: of.therapist.id },
    ]);
    expect(await rowsOf("audit_event", of.patient.id)).toMatchObject([
      { act: "clearance.request", subject_id: clearanceId, actor_id: of.therapist.id },
    ]);
  });

  it("does not know another clinic's patient, nor one whose team the therapist left or never joined", async () => {
    const of = await aPatient(await aClinic());
    const strangers = [await aTherapist(await aClinic()), await aTherapist(of.clinic)];
    for (const stranger of strangers) {
      const asked = requestClearance(asActor(stranger), { patientId: of.patient.id, subjectId: "SWIM_POOL", question });
      await expect(asked).rejects.toThrow(NotFound);
    }
    const { patient, therapist } = of;
    await acting(therapist, (tx) =>
      tx.careTeamMember.updateMany({
        where: { clinicId: of.clinic.id, patientId: patient.id, userId: therapist.id },
        data: { leftAt: new Date() },
      }),
    );
    await expect(aRequest(of)).rejects.toThrow(NotFound);
    expect(await rowsOf("clearance", patient.id)).toEqual([]);
  });

  it("is refused to surgeons, patients and others, and writes nothing", async () => {
    const of = await aPatient(await aClinic());
    for (const user of [of.surgeon, of.user]) {
      const asked = requestClearance(asActor(user), { patientId: of.patient.id, subjectId: "SWIM_POOL", question });
      await expect(asked).rejects.toThrow(Denied);
    }
    expect(await rowsOf("clearance", of.patient.id)).toEqual([]);
    expect(await rowsOf("audit_event", of.patient.id)).toEqual([]);
  });

  it("names an unknown subject on its field, and a patient without open episode", async () => {
    const of = await aPatient(await aClinic());
    await expect(aRequest(of, "FLYING")).rejects.toEqual(new Invalid({ subjectId: "chooseOne" }));
    await anEndedEpisode(of);
    await expect(aRequest(of)).rejects.toThrow(Refused);
    expect(await rowsOf("clearance", of.patient.id)).toEqual([]);
  });

  it("keeps one open clearance of a subject: the second answer shows the first, whoever was faster", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    await expect(aRequest(of)).rejects.toMatchObject({
      code: "conflict",
      current: { clearanceId, state: "requested" },
    });
    const race = await Promise.allSettled(Array.from({ length: 6 }, () => aRequest(of, "RUNNING")));
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const lost of race) if (lost.status === "rejected") expect(lost.reason).toBeInstanceOf(Conflict);
    expect(await rowsOf("clearance", of.patient.id)).toHaveLength(2);
  });

  it("asks again for what was returned, with the new question on the same clearance", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    await decided(of, { clearanceId, outcome: "returned", reason: "How deep is the pool?" });
    expect(await aRequest(of, "SWIM_POOL", "Chest deep, with rails.")).toEqual({ clearanceId });
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { id: clearanceId, state: "requested", question: "Chest deep, with rails.", version: 3, decided_at: null },
    ]);
  });

  it("asks anew after a denial, and closes a grant that has run out", async () => {
    const of = await aPatient(await aClinic());
    await decided(of, { ...(await aRequest(of)), outcome: "denied" });
    const { clearanceId } = await aRequest(of);
    await decided(of, { clearanceId, untilDay: addDays(today(of), 3) });
    await expect(aRequest(of)).rejects.toMatchObject({ current: { state: "granted" } });
    const later = new Date(Date.now() + 5 * 24 * 3600_000);
    await requestClearance(
      asActor(of.therapist),
      { patientId: of.patient.id, subjectId: "SWIM_POOL", question },
      later,
    );
    const states = (await rowsOf("clearance", of.patient.id)).map(({ state }) => state);
    expect(states).toEqual(["denied", "expired", "requested"]);
  });

  it("asks for several keys inside a caller's transaction, leaving what stands, and goes with it when it fails", async () => {
    const of = await aPatient(await aClinic());
    await aRequest(of);
    const all = {
      episodeId: of.episode.id,
      patientId: of.patient.id,
      subjectIds: ["SWIM_POOL", "RUNNING", "RUNNING", "OVERHEAD"],
      question: "Needed by the new program.",
    };
    const failed = acting(of.therapist, async (tx) => {
      await requestClearances(tx, asActor(of.therapist), all);
      throw new Error("the caller failed");
    });
    await expect(failed).rejects.toThrow("the caller failed");
    expect(await rowsOf("clearance", of.patient.id)).toHaveLength(1);
    const ids = await acting(of.therapist, (tx) => requestClearances(tx, asActor(of.therapist), all));
    expect(ids).toHaveLength(2);
    const rows = await rowsOf("clearance", of.patient.id);
    expect(rows.map((row) => row["subject_id"]).toSorted()).toEqual(["OVERHEAD", "RUNNING", "SWIM_POOL"]);
  });
});
