import { describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { loadOpenAlerts } from "@/lib/records/alerts/queries";
import { runDailyReview } from "@/lib/records/reviews/run-daily-review";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { acting, aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { inThePast } from "../reviews/given";
import { rowsOf as alertRowsOf } from "../alerts/given";
import { rowsOf, today } from "./given";

const review = (of: TestPatient, ahead = 0) => runDailyReview(of.clinic.id, addDays(today(of), ahead));
const endings = async (of: TestPatient) =>
  (await alertRowsOf("alert", of.patient.id)) as { id: string; version: number }[];

/** Whether the database takes a grant of the subject's key for live, asked as the patient. */
async function isLive(of: TestPatient): Promise<boolean> {
  const [row] = await acting(
    of.user,
    (tx) => tx.$queryRaw<{ live: boolean }[]>`
      SELECT has_live_grant(${of.clinic.id}::uuid, ${of.episode.id}::uuid, 'SWIM_POOL', NULL, NULL, false) AS live`,
  );
  return row?.live ?? false;
}

describe("a grant past its last day", () => {
  it("is over at midnight of its own clinic: on one day of the world, live here and over there, and closed by the review once", async () => {
    const [west, east] = ["Pacific/Pago_Pago", "Pacific/Kiritimati"] as const;
    const lastDay = dayIn(west, new Date());
    const here = await aPatient(await aClinic({ timeZone: west }));
    const there = await aPatient(await aClinic({ timeZone: east }));
    for (const of of [here, there]) await aGrantedClearance(of, "SWIM_POOL", { untilDay: lastDay });
    expect([await isLive(here), await isLive(there)]).toEqual([true, false]);
    expect([await review(here), await review(there)]).toMatchObject([{ expired: 0 }, { expired: 1 }]);
    expect([await isLive(here), await isLive(there)]).toEqual([true, false]);
    expect(await rowsOf("clearance", here.patient.id)).toMatchObject([{ state: "granted", version: 2 }]);
    const [closed] = await rowsOf("clearance", there.patient.id);
    expect(closed).toMatchObject({ state: "expired", version: 3 });
    expect((await rowsOf("audit_event", there.patient.id)).at(-1)).toMatchObject({
      ...{ act: "clearance.expire", actor_id: null, actor_role: "system", subject_id: closed?.["id"] },
    });
    expect(await review(there)).toMatchObject({ expired: 0 });
    expect(await review(here, 1)).toMatchObject({ expired: 1 });
  });
});

describe("the end of a grant", () => {
  it("is announced to the therapist seven days ahead, each clearance and day once, on one alert that opens again", async () => {
    const of = await aPatient(await aClinic());
    const day = (ahead: number) => addDays(today(of), ahead);
    const first = await aGrantedClearance(of, "SWIM_POOL", { untilDay: day(8) });
    expect(await review(of)).toMatchObject({ ending: 0 });
    expect(await review(of, 1)).toMatchObject({ ending: 1 });
    const told = { cause: "clearance-ending", owner_id: of.therapist.id, occasion: `${first.id}:${day(8)}` };
    const [alert] = await endings(of);
    expect(alert).toMatchObject({ ...told, state: "open" });
    expect(await review(of, 2)).toMatchObject({ ending: 0 });
    await acknowledgeAlert(asActor(of.therapist), { alertId: alert?.id ?? "", version: 1 });
    const second = await aGrantedClearance(of, "RUNNING");
    await inThePast("UPDATE clearance SET review_on = $2 WHERE id = $1", [second.id, day(9)]);
    expect(await review(of, 2)).toMatchObject({ ending: 1 });
    expect(await endings(of)).toMatchObject([
      {
        ...told,
        occasion: `${told.occasion},${second.id}:${day(9)}`,
        state: "open",
        version: 3,
        acknowledged_at: null,
      },
    ]);
    expect(await review(of, 3)).toMatchObject({ ending: 0 });
    const shown = await acting(of.therapist, (tx) => loadOpenAlerts(tx, asActor(of.therapist), [of.patient.id]));
    expect(shown.get(of.patient.id)?.[0]?.clearances.ending).toMatchObject([
      { subjectId: "SWIM_POOL", on: day(8), isReview: false, state: "granted" },
      { subjectId: "RUNNING", on: day(9), isReview: true },
    ]);
  });

  it("is announced in its own clinic only, of an open episode, and not when it was revoked", async () => {
    const clinic = await aClinic();
    const ended = await aPatient(clinic);
    const revoked = await aPatient(clinic);
    const elsewhere = await aPatient(await aClinic());
    for (const of of [ended, revoked, elsewhere]) {
      await aGrantedClearance(of, "SWIM_POOL", { untilDay: addDays(today(of), 3) });
    }
    await inThePast("UPDATE episode SET ended_at = now(), ended_as = 'discharged' WHERE id = $1", [ended.episode.id]);
    await inThePast("UPDATE clearance SET state = 'under-review' WHERE patient_id = $1", [revoked.patient.id]);
    expect(await review(ended)).toMatchObject({ ending: 0 });
    expect(await endings(elsewhere)).toEqual([]);
  });
});
