import { describe, expect, it } from "vitest";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { loadOpenAlerts } from "@/lib/records/alerts/queries";
import { resolveAlert } from "@/lib/records/alerts/resolve-alert";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { requestClearance } from "@/lib/records/clearances/request-clearance";
import { aClinic, acting, aPatient, asActor, aTherapist, type TestPatient } from "@/tests/support/factories";
import { rowsOf } from "../alerts/given";
import { inThePast } from "../reviews/given";
import { aDecision, aRequest, decided } from "./given";

type AlertRow = { id: string; version: number };

async function alertsOf(of: TestPatient) {
  return (await rowsOf("alert", of.patient.id)) as AlertRow[];
}

describe("who asked is told of a decision", () => {
  it("by one alert, which opens again when something comes to it, and by a new one after it was closed", async () => {
    const of = await aPatient(await aClinic());
    await decided(of, await aRequest(of));
    const told = { cause: "clearance-decided", owner_id: of.therapist.id, level: null, settings_version: null };
    const [alert] = await alertsOf(of);
    expect(alert).toMatchObject({ ...told, state: "open", version: 1 });
    await acknowledgeAlert(asActor(of.therapist), { alertId: alert?.id ?? "", version: 1 });
    await decided(of, { ...(await aRequest(of, "RUNNING")), outcome: "returned" });
    expect(await alertsOf(of)).toMatchObject([{ ...told, state: "open", version: 3, acknowledged_at: null }]);
    const actor = asActor(of.therapist);
    const shown = await acting(of.therapist, (tx) => loadOpenAlerts(tx, actor, [of.patient.id]));
    const { decided: news, ending } = shown.get(of.patient.id)?.[0]?.clearances ?? {};
    expect(ending).toBeNull();
    expect(news).toMatchObject([
      { subjectId: "RUNNING", outcome: "returned", reason: "Wound not seen yet.", isToAnswer: true },
      { subjectId: "SWIM_POOL", outcome: "granted", by: of.surgeon.printedName, isToAnswer: false },
    ]);
    const reason = "Read and told the patient.";
    const stale = resolveAlert(asActor(of.therapist), { alertId: alert?.id ?? "", version: 2, reason });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    await resolveAlert(asActor(of.therapist), { alertId: alert?.id ?? "", version: 3, reason });
    await decided(of, { ...(await aRequest(of, "OVERHEAD")), outcome: "denied" });
    expect((await alertsOf(of)).map((row) => row)).toMatchObject([{ state: "resolved" }, { ...told, state: "open" }]);
  });

  it("unless they decided it themselves, or have left: then the therapist of the team", async () => {
    const clinic = await aClinic();
    const own = await aPatient(clinic);
    const { clearanceId } = await aRequest(own, "PT_SUPERVISED_START");
    await decideClearance(asActor(own.therapist), await aDecision(own, { clearanceId }));
    expect(await alertsOf(own)).toEqual([]);
    const second = await aTherapist(clinic);
    const of = await aPatient(clinic, { careTeam: [own.therapist, second, own.surgeon] });
    const ask = (subjectId: string) =>
      requestClearance(asActor(second), { patientId: of.patient.id, subjectId, question: "May she begin?" });
    await decided(of, await ask("SWIM_POOL"));
    const [told] = await alertsOf(of);
    expect(told).toMatchObject({ owner_id: second.id });
    await resolveAlert(asActor(second), { alertId: told?.id ?? "", version: 1, reason: "Read." });
    const left = await ask("RUNNING");
    await inThePast("UPDATE care_team_member SET left_at = now() WHERE user_id = $1", [second.id]);
    await decided(of, left);
    expect((await alertsOf(of)).at(-1)).toMatchObject({ owner_id: of.therapist.id, state: "open" });
  });
});
