import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Conflict, Denied, NotFound, Refused } from "@/lib/errors";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { resolveAlert } from "@/lib/records/alerts/resolve-alert";
import { aClinic, acting, anAdministrator, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { anAlert, codeOf, rowsOf } from "./given";

const reason = "Called: tingling since a new chair, gone when standing.";
const verbs = [
  {
    name: "acknowledging",
    act: "alert.acknowledge",
    state: "acknowledged",
    answer: (actor: Actor, alertId: string, version: number) => acknowledgeAlert(actor, { alertId, version }),
  },
  {
    name: "resolving",
    act: "alert.resolve",
    state: "resolved",
    answer: (actor: Actor, alertId: string, version: number) => resolveAlert(actor, { alertId, version, reason }),
  },
] as const;

describe.each(verbs)("$name an alert", ({ act, state, answer }) => {
  it("is done by therapist and surgeon of the team, with its audit row", async () => {
    const clinic = await aClinic();
    for (const who of ["therapist", "surgeon"] as const) {
      const of = await aPatient(clinic);
      const alert = await anAlert(of);
      await answer(asActor(of[who]), alert.id, 1);
      expect(await rowsOf("alert", of.patient.id)).toMatchObject([
        { id: alert.id, state, version: 2, owner_id: of.surgeon.id },
      ]);
      expect(await rowsOf("audit_event", of.patient.id)).toMatchObject([
        { act, subject_kind: "alert", subject_id: alert.id, actor_id: of[who].id },
      ]);
    }
  });

  it("does not know another clinic's alert, nor one of a patient of another team", async () => {
    const of = await aPatient(await aClinic());
    const alert = await anAlert(of);
    for (const stranger of [await aTherapist(await aClinic()), await aTherapist(of.clinic)]) {
      await expect(answer(asActor(stranger), alert.id, 1)).rejects.toThrow(NotFound);
    }
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: "open", version: 1 }]);
  });

  it("is refused to patients and administrators, and writes nothing", async () => {
    const of = await aPatient(await aClinic());
    const alert = await anAlert(of);
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(answer(asActor(user), alert.id, 1)).rejects.toThrow(Denied);
    }
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: "open", version: 1 }]);
    expect(await rowsOf("audit_event", of.patient.id)).toEqual([]);
  });

  it("answers a stale version with the state that stands, and one of several at once goes through", async () => {
    const of = await aPatient(await aClinic());
    const alert = await anAlert(of);
    const race = await Promise.allSettled(
      [of.therapist, of.surgeon, of.therapist].map((user) => answer(asActor(user), alert.id, 1)),
    );
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const lost of race) if (lost.status === "rejected") expect(lost.reason).toBeInstanceOf(Conflict);
    await expect(answer(asActor(of.surgeon), alert.id, 1)).rejects.toMatchObject({
      code: "conflict",
      current: { state, version: 2 },
    });
    expect(await rowsOf("audit_event", of.patient.id)).toHaveLength(1);
  });
});

describe("the arrows of an alert", () => {
  it("goes from acknowledged to resolved and keeps who had it", async () => {
    const of = await aPatient(await aClinic());
    const alert = await anAlert(of);
    await acknowledgeAlert(asActor(of.therapist), { alertId: alert.id, version: 1 });
    await resolveAlert(asActor(of.surgeon), { alertId: alert.id, version: 2, reason });
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([
      { state: "resolved", acknowledged_by_id: of.therapist.id, resolved_by_id: of.surgeon.id, resolution: reason },
    ]);
  });

  it.each([
    ["acknowledged", "acknowledged"],
    ["resolved", "acknowledged"],
    ["resolved", "resolved"],
  ] as const)("the verbs refuse %s to %s", async (from, to) => {
    const of = await aPatient(await aClinic());
    const { id: alertId } = await anAlert(of);
    const actor = asActor(of.therapist);
    if (from === "acknowledged") await acknowledgeAlert(actor, { alertId, version: 1 });
    else await resolveAlert(actor, { alertId, version: 1, reason });
    const again =
      to === "acknowledged"
        ? acknowledgeAlert(actor, { alertId, version: 2 })
        : resolveAlert(actor, { alertId, version: 2, reason });
    await expect(again).rejects.toThrow(Refused);
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: from, version: 2 }]);
  });

  it("the database refuses every other arrow (PW010), and a resolution without a reason", async () => {
    const of = await aPatient(await aClinic());
    const { id } = await anAlert(of);
    const { therapist, clinic } = of;
    const move = (data: object) =>
      codeOf(therapist, (tx) => tx.alert.updateMany({ where: { clinicId: clinic.id, id }, data }));
    expect(await move({ state: "resolved" })).toBe("23514");
    await acknowledgeAlert(asActor(therapist), { alertId: id, version: 1 });
    expect(await move({ state: "open" })).toBe("PW010");
    await resolveAlert(asActor(therapist), { alertId: id, version: 2, reason });
    const unresolved = { resolvedAt: null, resolvedById: null, resolution: null };
    expect(await move({ state: "open", ...unresolved })).toBe("PW010");
    expect(await move({ state: "acknowledged", ...unresolved })).toBe("PW010");
  });

  it("opens again only as a new alert", async () => {
    const of = await aPatient(await aClinic());
    const { id } = await anAlert(of);
    const twice = { clinicId: of.clinic.id, patientId: of.patient.id, cause: "new-radiating-or-sensory" };
    expect(await codeOf(of.user, (tx) => tx.alert.createMany({ data: twice }))).toBe("P2002");
    await resolveAlert(asActor(of.surgeon), { alertId: id, version: 1, reason });
    await acting(of.user, (tx) => tx.alert.createMany({ data: twice }));
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: "resolved" }, { state: "open" }]);
  });
});
