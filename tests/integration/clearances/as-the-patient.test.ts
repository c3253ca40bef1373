import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restrictionKinds, type RestrictionKind } from "@/lib/clinical/facts";
import { shippedLibrary } from "@/lib/records/clinics/shipped-library";
import { aClinic, aPatient, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { AllAtOnce } from "./all-at-once";

const { subjects } = shippedLibrary();
const limits: readonly RestrictionKind[] = ["lift-limit", "sit-limit"];
const closing = restrictionKinds.filter((kind) => !limits.includes(kind));

let of: TestPatient;
let all: AllAtOnce;
beforeAll(async () => {
  // The day begins fourteen hours before London's: what is over is over by the clinic's calendar.
  of = await aPatient(await aClinic({ timeZone: "Pacific/Kiritimati" }), { weeks: 120 });
  all = await AllAtOnce.begin(of, await aProgram(of));
});
afterAll(() => all.end());

const free = () => all.those(({ own, entry }) => own.length + entry.length === 0);
const every = () => all.those(() => true);

describe("every activity and every line, as the patient reads them from SQL", () => {
  it("before anybody asked: nothing is allowed, and only lines without a key are open", async () => {
    expect(await all.activities()).toHaveLength(subjects.length);
    expect(await all.standing()).toEqual(["not-yet nobody-asked"]);
    expect(await all.open()).toEqual(free());
    expect(free().size).toBeLessThan(all.lines.length);
  });

  it("a limit of weight is leave up to itself, where a surgeon ordered it, unless lifting is forbidden or a surgeon has to look first", async () => {
    const allowed = async () =>
      (await all.activities()).flatMap(({ subject_id: id, standing, max_kg: kg }) =>
        standing === "yes" ? [`${id} ${kg}`] : [],
      );
    await all.restrict("lift-limit", { kg: 40, by: of.therapist.id });
    expect(await allowed()).toEqual([]);
    await all.restrict("lift-limit", { kg: 4.5 });
    expect(await allowed()).toEqual(["lifting 4.5"]);
    await all.reportBeforeAnyProgram("EMERGENCY", 27);
    expect(await allowed()).toEqual([]);
    await all.set("UPDATE check_in SET on_day = on_day - 1 WHERE patient_id = $1", [of.patient.id]);
    expect(await allowed()).toEqual(["lifting 4.5"]);
    await all.set(
      "INSERT INTO hold (clinic_id, program_id, patient_id, cause, surgeon_only) SELECT clinic_id, id, patient_id, 'x', true FROM program WHERE patient_id = $1",
      [of.patient.id],
    );
    expect(await allowed()).toEqual([]);
    await all.set("DELETE FROM hold WHERE patient_id = $1", [of.patient.id]);
    await all.restrict("no-lifting");
    expect(await allowed()).toEqual([]);
    await all.endRestrictions();
    expect(await allowed()).toEqual([]);
  });

  it("asked, granted from tomorrow, granted from today", async () => {
    await all.askForAll();
    expect(await all.standing()).toEqual(["ask asked"]);
    expect(await all.open()).toEqual(free());
    await all.decideAll("granted", { from: 1 });
    expect(await all.standing()).toEqual(["not-yet later"]);
    expect(await all.open()).toEqual(free());
    await all.suspendAll();
    await all.decideAll("granted", { until: 0 });
    expect(await all.standing()).toEqual(["yes"]);
    expect(await all.open()).toEqual(every());
  });

  it("under review, then limited", async () => {
    await all.suspendAll();
    expect(await all.standing()).toEqual(["ask under-review"]);
    expect(await all.open()).toEqual(free());
    await all.decideAll("limited", { kg: 2, minutes: 10 });
    expect(await all.standing()).toEqual(["yes"]);
    expect(new Set((await all.activities()).map(({ max_kg: kg, max_minutes: minutes }) => `${kg} ${minutes}`))).toEqual(
      new Set(["2.0 10"]),
    );
    const within = all.those(
      ({ own, minutes, kg, loaded }) =>
        own.length === 0 || ((minutes ?? 0) <= 10 && (kg === null ? !loaded : Number(kg) <= 2)),
    );
    expect(within.size).toBeLessThan(all.lines.length);
    expect(await all.open()).toEqual(within);
  });

  it("over since yesterday by the clinic's calendar, then revoked", async () => {
    await all.suspendAll();
    await all.decideAll("granted", { from: -9, until: -1 });
    expect(await all.standing()).toEqual(["not-yet over"]);
    expect(await all.open()).toEqual(free());
    await all.decideAll("revoked");
    expect(await all.standing()).toEqual(["not-yet revoked"]);
    expect(await all.open()).toEqual(free());
  });

  it("denied the next time", async () => {
    await all.askForAll();
    await all.decideAll("denied");
    expect(await all.standing()).toEqual(["not-yet denied"]);
    expect(await all.open()).toEqual(free());
  });

  it("granted once more, under each restriction and again after its end", async () => {
    await all.askForAll();
    await all.decideAll("granted");
    expect(await all.open()).toEqual(every());
    for (const kind of closing) {
      await all.restrict(kind);
      const closed = (await all.activities()).filter(({ standing: now }) => now !== "yes");
      const named = subjects.filter(({ restrictedBy }) => restrictedBy.includes(kind)).map(({ id }) => id);
      expect(closed.map(({ subject_id: id }) => id).sort(), kind).toEqual(named.sort());
      expect(new Set(closed.map(({ standing: now, why_not: why }) => `${now} ${why}`))).toEqual(
        new Set(named.length === 0 ? [] : ["not-yet restriction"]),
      );
      await all.endRestrictions();
    }
    await all.restrict("no-bending");
    expect((await all.open()).size).toBeLessThan(all.lines.length);
    await all.endRestrictions();
    expect(await all.standing()).toEqual(["yes"]);
    expect(await all.open()).toEqual(every());
  });

  it("a limit of weight or of sitting caps the grants that it is about", async () => {
    await all.restrict("lift-limit", { kg: 4.5 });
    await all.restrict("sit-limit", { minutes: 20 });
    for (const { subject_id: id, standing: now, max_kg: kg, max_minutes: minutes } of await all.activities()) {
      const by = subjects.find((subject) => subject.id === id)?.restrictedBy ?? [];
      expect([id, now, kg, minutes]).toEqual([
        id,
        "yes",
        by.includes("lift-limit") ? "4.5" : null,
        by.includes("sit-limit") ? 20 : null,
      ]);
    }
    await all.endRestrictions();
  });

  it("a key allows what its sentence says until somebody says otherwise of the activity itself", async () => {
    await all.set(
      "DELETE FROM clearance WHERE patient_id = $1 AND NOT (subject_id = 'SWIM_POOL' AND state = 'granted')",
      [of.patient.id],
    );
    const allowed = async () =>
      (await all.activities()).flatMap(({ subject_id: id, standing: now, by_key: key }) =>
        now === "yes" ? [`${id} ${key ?? ""}`.trim()] : [],
      );
    expect(await allowed()).toEqual([
      "SWIM_POOL",
      "hydrotherapy SWIM_POOL",
      "immersion SWIM_POOL",
      "swimming SWIM_POOL",
    ]);
    await all.db.query(
      `INSERT INTO clearance (clinic_id, patient_id, episode_id, subject_id, requested_by_id) VALUES ($1, $2, $3, 'swimming', $4)`,
      [of.clinic.id, of.patient.id, of.episode.id, of.therapist.id],
    );
    expect(await allowed()).toEqual(["SWIM_POOL", "hydrotherapy SWIM_POOL", "immersion SWIM_POOL"]);
    await all.set("UPDATE clearance SET state = 'expired' WHERE patient_id = $1 AND subject_id = 'swimming'", [
      of.patient.id,
    ]);
    expect(await allowed()).toContain("swimming SWIM_POOL");
    await all.set("UPDATE clearance SET state = 'under-review' WHERE patient_id = $1 AND subject_id = 'SWIM_POOL'", [
      of.patient.id,
    ]);
    expect(await allowed()).toEqual([]);
  });

  it("another patient's and a closed episode's activities are not there", async () => {
    const other = await aPatient(of.clinic);
    const patients = await all.asThePatient<{ patient_id: string }>("SELECT DISTINCT patient_id FROM activity_now");
    expect(patients).toEqual([{ patient_id: of.patient.id }]);
    expect(other.patient.id).not.toBe(of.patient.id);
    await all.set("UPDATE episode SET ended_at = now(), ended_as = 'discharged' WHERE id = $1", [of.episode.id]);
    expect(await all.activities()).toEqual([]);
  });
});
