import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, Refused } from "@/lib/errors";
import { changeSettings } from "@/lib/records/settings/change-settings";
import { loadSettingsPage } from "@/lib/records/settings/load-settings-page";
import { loadSettings } from "@/lib/records/settings/current-settings";
import { aClinic, acting, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";

const change = (values: Record<string, number>, version = 0, reset: string[] = []) => ({
  ...{ version, reason: "Our own protocol group decided so.", values, reset },
});
const rules = { part: "rule", protocol: null, q: "" } as const;

async function versionsOf(clinicId: string): Promise<unknown[]> {
  const found: { rows: unknown[] } = await aDatabase().superuser.query(
    `SELECT number, "values", crisis_phone, reason FROM clinic_settings WHERE clinic_id = $1 ORDER BY number`,
    [clinicId],
  );
  return found.rows;
}

describe("changing the clinic's numbers", () => {
  it("makes version after version, each with what is not as shipped, and audits", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    expect(await changeSettings(asActor(therapist), change({ "rule.sessionExercises": 5 }))).toEqual({ version: 1 });
    const both = { "rule.sessionExercises": 5, "triage.feverC": 37.8 };
    expect(await changeSettings(asActor(surgeon), change(both, 1))).toEqual({ version: 2 });
    const back = change({ "rule.sessionExercises": 4 }, 2);
    expect(await changeSettings(asActor(surgeon), back)).toEqual({ version: 3 });
    expect(await changeSettings(asActor(surgeon), change({}, 3, ["triage.feverC"]))).toEqual({ version: 4 });
    expect(await versionsOf(clinic.id)).toMatchObject([
      { number: 1, values: { "rule.sessionExercises": 5 } },
      { number: 2, values: both },
      { number: 3, values: { "triage.feverC": 37.8 } },
      { number: 4, values: {}, reason: "Our own protocol group decided so." },
    ]);
    const { rows } = await aDatabase().superuser.query(
      "SELECT actor_role, subject_id FROM audit_event WHERE clinic_id = $1 AND act = 'settings.change' ORDER BY at, subject_id",
      [clinic.id],
    );
    expect(rows).toEqual([
      { actor_role: "therapist", subject_id: "1" },
      ...["2", "3", "4"].map((id) => ({ actor_role: "surgeon", subject_id: id })),
    ]);
  });

  it("reaches the rules of its own clinic only", async () => {
    const [clinic, elsewhere] = [await aClinic(), await aClinic()];
    const therapist = await aTherapist(clinic);
    const other = await aTherapist(elsewhere);
    await changeSettings(asActor(therapist), change({ "rule.rampStartMinutes": 10, "triage.nprsRed": 5 }));
    const own = await acting(therapist, (tx) => loadSettings(tx, clinic.id));
    expect(own).toMatchObject({ version: 1, triage: { nprsRed: 5 }, crisisPhone: null });
    expect(own.clinical.rampStartMinutes).toEqual({ value: 10, basis: "background, unverified", sources: [] });
    for (const id of [clinic.id, elsewhere.id]) {
      expect(await acting(other, (tx) => loadSettings(tx, id))).toMatchObject({ version: 0, values: {} });
    }
  });

  it("is refused to patients and administrators, and to reads of patients", async () => {
    const clinic = await aClinic();
    const { user } = await aPatient(clinic);
    for (const actor of [asActor(user), asActor(await anAdministrator(clinic))]) {
      await expect(changeSettings(actor, change({ "rule.sessionExercises": 5 }))).rejects.toThrow(Denied);
    }
    await expect(loadSettingsPage(asActor(user), rules)).rejects.toThrow(Denied);
    expect(await versionsOf(clinic.id)).toEqual([]);
  });

  it("is a conflict when somebody else was faster, also at the same time", async () => {
    const clinic = await aClinic();
    const actors = [asActor(await aTherapist(clinic)), asActor(await aSurgeon(clinic))];
    const answers = await Promise.allSettled(
      actors.map((actor, index) => changeSettings(actor, change({ "rule.sessionExercises": 5 + index }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toBeInstanceOf(Conflict);
    const [first] = actors;
    if (!first) throw new Error("nobody");
    await expect(changeSettings(first, change({ "rule.sessionExercises": 7 }))).rejects.toThrow(Conflict);
    expect(await versionsOf(clinic.id)).toHaveLength(1);
  });

  it.each([
    ["out of range", { "rule.sessionExercises": 13 }, { "values.rule.sessionExercises": "outOfRange" }],
    ["off its step", { "triage.nprsRed": 5.5 }, { "values.triage.nprsRed": "wrongStep" }],
    [
      "out of order",
      { "triage.nprsRed": 3 },
      { "values.triage.nprsAmber": "outOfOrder", "values.triage.nprsRed": "outOfOrder" },
    ],
    ["of nothing", { "rule.nothing": 1 }, { "values.rule.nothing": "badId" }],
  ])("names the field of a number %s, and writes nothing", async (_, values, fields) => {
    const clinic = await aClinic();
    const therapist = asActor(await aTherapist(clinic));
    const refusal = await changeSettings(therapist, change(values as Record<string, number>)).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Invalid);
    expect(refusal).toMatchObject({ fields });
    expect(await versionsOf(clinic.id)).toEqual([]);
  });

  it("refuses what changes nothing", async () => {
    const therapist = asActor(await aTherapist(await aClinic()));
    await expect(changeSettings(therapist, change({ "rule.sessionExercises": 4 }))).rejects.toThrow(Refused);
    await expect(changeSettings(therapist, { ...change({}), crisisPhone: null })).rejects.toThrow(Refused);
  });

  it("switches the staffed line on, leaves it on with other changes, and off", async () => {
    const clinic = await aClinic();
    const surgeon = asActor(await aSurgeon(clinic));
    await changeSettings(surgeon, { ...change({}), crisisPhone: "(555) 555-0188" });
    await changeSettings(surgeon, change({ "rule.sessionExercises": 5 }, 1));
    await changeSettings(surgeon, { ...change({}, 2), crisisPhone: null });
    expect(await versionsOf(clinic.id)).toMatchObject([
      { crisis_phone: "(555) 555-0188" },
      { crisis_phone: "(555) 555-0188", values: { "rule.sessionExercises": 5 } },
      { crisis_phone: null, values: { "rule.sessionExercises": 5 } },
    ]);
    const { versions } = await loadSettingsPage(surgeon, rules);
    expect(versions.map(({ number, crisisLine }) => [number, crisisLine])).toEqual([
      [3, "off"],
      [2, null],
      [1, "on"],
    ]);
  });

  it("is kept by the database: in one's own name, without gaps, never changed", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    const data = { clinicId: clinic.id, values: {}, reason: "r", changedById: therapist.id };
    const insert = (number: number, changedById = therapist.id) =>
      acting(therapist, (tx) => tx.clinicSettings.create({ data: { ...data, number, changedById } }));
    await expect(insert(2)).rejects.toThrow(/no gaps/);
    await expect(insert(1, surgeon.id)).rejects.toThrow(/in their own name/);
    await insert(1);
    await expect(
      acting(
        therapist,
        (tx) => tx.$executeRaw`UPDATE clinic_settings SET reason = 'x' WHERE clinic_id = ${clinic.id}::uuid`,
      ),
    ).rejects.toThrow();
  });
});

describe("the settings page", () => {
  it("shows a part with what the clinic has set, its counts, and what each version changed", async () => {
    const clinic = await aClinic();
    const therapist = asActor(await aTherapist(clinic, { printedName: "Robin Plover, PT" }));
    await changeSettings(therapist, change({ "rule.sessionExercises": 5 }));
    await changeSettings(therapist, change({ "rule.sessionExercises": 6 }, 1));
    const page = await loadSettingsPage(asActor(await anAdministrator(clinic)), rules);
    expect(page).toMatchObject({ version: 2, protocol: null, areDefaultsReviewed: false });
    expect(page.shown.find(({ id }) => id === "rule.sessionExercises")).toMatchObject({
      ...{ value: 4, current: 6, isChanged: true },
    });
    expect(page.parts.find(({ part }) => part === "rule")).toMatchObject({ changed: 1, all: page.shown.length });
    expect(page.versions.map(({ number, by, changes }) => [number, by, changes[0]?.from, changes[0]?.to])).toEqual([
      [2, "Robin Plover, PT", 5, 6],
      [1, "Robin Plover, PT", null, 5],
    ]);
  });

  it("goes by protocol where there are many, and finds words in both languages with and without accents", async () => {
    const therapist = asActor(await aTherapist(await aClinic()));
    const page = (query: Partial<Parameters<typeof loadSettingsPage>[1]>) =>
      loadSettingsPage(therapist, { ...rules, ...query });
    const earliest = await page({ part: "earliest", protocol: "fbss" });
    expect(earliest.protocol).toBe("fbss");
    expect(earliest.shown.length).toBeGreaterThan(50);
    expect(earliest.shown.every(({ protocol }) => protocol === "fbss")).toBe(true);
    expect((await page({ part: "entry", protocol: "no-such" })).protocol).toBe(earliest.protocols[0]?.id);
    const walking = await page({ q: "CAMINATA sin pausa" });
    expect(walking.shown.length).toBeGreaterThan(3);
    expect(walking.shown.every(({ id }) => id.endsWith("walkContinuousMin"))).toBe(true);
    expect((await page({ q: "dia" })).found).toBeGreaterThan(60);
    expect((await page({ q: "dia" })).shown).toHaveLength(60);
    expect((await page({ q: "no such number" })).shown).toEqual([]);
  });

  it("is loaded in two queries", async () => {
    const therapist = asActor(await aTherapist(await aClinic()));
    expect(await queriesOf(() => loadSettingsPage(therapist, rules))).toBe(2);
  });
});
