import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { addExercise } from "@/lib/records/library/add-exercise";
import { changeExercise } from "@/lib/records/library/change-exercise";
import { loadExerciseForm, loadNewExercise } from "@/lib/records/library/load-exercise-form";
import { loadOwnHistory } from "@/lib/records/library/load-own-history";
import { retireExercise } from "@/lib/records/library/retire-exercise";
import { refreshLibraries } from "@/lib/records/clinics/refresh-library";
import { ownExerciseSchema, type OwnExercise, type OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { aClinic, acting, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { ownExerciseValues } from "@/tests/support/own-exercise";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";

const exercise = (given: Partial<OwnExerciseValues> = {}): OwnExercise =>
  ownExerciseSchema.parse(ownExerciseValues(given));
const added = { copiedFrom: null, exercise: exercise() };
const named = (en: string, es: string) => exercise({ name: { en, es } });

async function acts(clinicId: string): Promise<unknown[]> {
  const { rows }: { rows: unknown[] } = await aDatabase().superuser.query(
    `SELECT act, actor_role, subject_kind, subject_id FROM audit_event WHERE clinic_id = $1 AND act LIKE 'library.%' ORDER BY at`,
    [clinicId],
  );
  return rows;
}
async function ownOf(
  clinicId: string,
): Promise<{ code: string; version: number; retired: boolean; history: string[] }[]> {
  const { rows } = await aDatabase().superuser.query(
    `SELECT x.code, x.version, x.retired_at IS NOT NULL AS retired, (
       SELECT array_agg(c.kind ORDER BY c.version) FROM exercise_change c WHERE c.clinic_id = x.clinic_id AND c.exercise_id = x.id) AS history
     FROM exercise x WHERE x.clinic_id = $1 AND x.origin = 'clinic' ORDER BY x.code`,
    [clinicId],
  );
  return rows as { code: string; version: number; retired: boolean; history: string[] }[];
}
const fieldsOf = async (act: Promise<unknown>) => {
  const refusal = await act.catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Invalid);
  return (refusal as Invalid).fields;
};

describe("a clinic's own exercise", () => {
  it("is added, changed and retired, version after version, in whose name and why, and audited", async () => {
    const clinic = await aClinic();
    const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
    expect(await addExercise(asActor(therapist), added)).toEqual({ code: "own-towel-press-on-your-back" });
    const code = "own-towel-press-on-your-back";
    const renamed = { code, version: 1, exercise: named("Towel press", "Presión de toalla") };
    expect(await changeExercise(asActor(surgeon), renamed)).toEqual({ version: 2 });
    await retireExercise(asActor(therapist), { code, version: 2, reason: "Replaced by the bridge." });
    expect(await ownOf(clinic.id)).toEqual([
      { code, version: 3, retired: true, history: ["added", "changed", "retired"] },
    ]);
    const history = await loadOwnHistory(asActor(therapist), code);
    expect(history.changes).toMatchObject([
      { kind: "retired", version: 3, reason: "Replaced by the bridge.", by: therapist.printedName },
      { kind: "changed", version: 2, reason: null, by: surgeon.printedName },
      { kind: "added", version: 1, lessStrict: [] },
    ]);
    expect(await acts(clinic.id)).toEqual(
      [
        ["library.add", "therapist"],
        ["library.change", "surgeon"],
        ["library.retire", "therapist"],
      ].map(([act, actor_role]) => ({ act, actor_role, subject_kind: "exercise", subject_id: code })),
    );
    // The name of a retired one is free again; its code is not.
    expect(
      await addExercise(asActor(therapist), { ...added, exercise: named("Towel press", "Presión de toalla") }),
    ).toEqual({
      code: "own-towel-press",
    });
    expect(await addExercise(asActor(therapist), added)).toEqual({ code: `${code}-2` });
  });

  it("of another clinic does not exist", async () => {
    const clinic = await aClinic();
    const { code } = await addExercise(asActor(await aTherapist(clinic)), added);
    const stranger = asActor(await aTherapist(await aClinic()));
    const change = { code, version: 1, exercise: exercise() };
    await expect(changeExercise(stranger, change)).rejects.toThrow(NotFound);
    await expect(retireExercise(stranger, { code, version: 1, reason: "r" })).rejects.toThrow(NotFound);
    await expect(loadExerciseForm(stranger, code)).rejects.toThrow(NotFound);
    await expect(loadNewExercise(stranger, code)).rejects.toThrow(NotFound);
    await expect(loadOwnHistory(stranger, code)).rejects.toThrow(NotFound);
    await expect(addExercise(stranger, { ...added, copiedFrom: code })).rejects.toThrow(NotFound);
    expect(await ownOf(clinic.id)).toMatchObject([{ version: 1, retired: false }]);
  });

  it("is not for patients and administrators", async () => {
    const clinic = await aClinic();
    const { code } = await addExercise(asActor(await aTherapist(clinic)), added);
    const { user } = await aPatient(clinic);
    for (const actor of [asActor(user), asActor(await anAdministrator(clinic))]) {
      await expect(addExercise(actor, { ...added, exercise: named("Another", "Otro") })).rejects.toThrow(Denied);
      await expect(changeExercise(actor, { code, version: 1, exercise: exercise() })).rejects.toThrow(Denied);
      await expect(retireExercise(actor, { code, version: 1, reason: "r" })).rejects.toThrow(Denied);
      await expect(loadExerciseForm(actor, code)).rejects.toThrow(Denied);
      await expect(loadNewExercise(actor, null)).rejects.toThrow(Denied);
    }
    expect(await ownOf(clinic.id)).toMatchObject([{ version: 1, history: ["added"] }]);
  });

  it("is refused by field, and nothing is written", async () => {
    const clinic = await aClinic();
    const actor = asActor(await aTherapist(clinic));
    const add = (given: Partial<OwnExerciseValues>) =>
      fieldsOf(addExercise(actor, { copiedFrom: null, exercise: exercise(given) }));
    const { earliest } = ownExerciseValues();
    const { fbss, ...others } = earliest;
    expect(await add({ sources: ["NOBODY"] })).toEqual({ "exercise.sources": "badId" });
    expect(await add({ name: { en: "gentle BRIDGE", es: "Otro puente" } })).toEqual({
      "exercise.name.en": "nameTaken",
    });
    expect(await add({ name: { en: "Other bridge", es: "puente súave" } })).toEqual({
      "exercise.name.es": "nameTaken",
    });
    expect(await add({ earliest: others })).toEqual({ "exercise.earliest.fbss.rule": "required" });
    expect(await add({ earliest: { ...earliest, "no-such": fbss ?? { rule: "AVOID", day: "", phase: "" } } })).toEqual({
      "exercise.earliest.no-such.rule": "badId",
    });
    expect(await add({ earliest: { ...others, fbss: { rule: "FROM_DAY", day: "1", phase: "12" } } })).toEqual({
      "exercise.earliest.fbss.phase": "noSuchPhase",
    });
    expect(await ownOf(clinic.id)).toEqual([]);
    expect(await acts(clinic.id)).toEqual([]);
  });

  it("is a conflict when somebody else was faster, also at the same time", async () => {
    const clinic = await aClinic();
    const actors = [asActor(await aTherapist(clinic)), asActor(await aSurgeon(clinic))] as const;
    const { code } = await addExercise(actors[0], added);
    const change = { code, version: 1, exercise: exercise() };
    const answers = await Promise.allSettled(actors.map((actor) => changeExercise(actor, change)));
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toBeInstanceOf(Conflict);
    await expect(retireExercise(actors[0], { code, version: 1, reason: "r" })).rejects.toThrow(Conflict);
    const late = await changeExercise(actors[1], change).catch((error: unknown) => error);
    expect(late).toMatchObject({ current: { version: 2 } });
    const twins = await Promise.allSettled(
      actors.map((actor) => addExercise(actor, { copiedFrom: null, exercise: named("Twin", "Gemelo") })),
    );
    expect(twins.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await ownOf(clinic.id)).toHaveLength(2);
  });

  it("says why when it is less strict than its original, and the original of a copy is the first one", async () => {
    const clinic = await aClinic();
    const therapist = await aTherapist(clinic);
    const actor = asActor(therapist);
    const form = await loadNewExercise(actor, "bridge");
    expect(form).toMatchObject({
      original: { code: "bridge" },
      values: { name: { en: "", es: "" }, position: "supine" },
    });
    const looser: OwnExerciseValues = {
      ...form.values,
      name: { en: "Early bridge", es: "Puente temprano" },
      tags: ["NEUTRAL_SPINE"],
      earliest: { ...form.values.earliest, "fusion-lumbar": { rule: "FROM_DAY", day: "28", phase: "3" } },
    };
    const copy = (given: Partial<OwnExerciseValues>, copiedFrom = "bridge") =>
      addExercise(actor, { copiedFrom, exercise: ownExerciseSchema.parse({ ...looser, ...given }) });
    expect(await fieldsOf(copy({}))).toEqual({ "exercise.reason": "lessStrictReason" });
    expect(await ownOf(clinic.id)).toEqual([]);
    const { code } = await copy({ reason: "Our surgeons let patients bridge from week 4." });
    const history = await loadOwnHistory(asActor(therapist), code);
    expect(history).toMatchObject({
      copiedFrom: { code: "bridge", name: { en: "Gentle bridge" } },
      changes: [
        {
          lessStrict: [
            { kind: "tag", tag: "AXIAL_LOAD", region: "LUMBAR" },
            { kind: "day", protocol: "fusion-lumbar", from: 42, to: 28 },
          ],
          reason: "Our surgeons let patients bridge from week 4.",
          by: therapist.printedName,
        },
      ],
    });
    const again = { name: { en: "Bridge again", es: "Otra vez el puente" }, reason: "" };
    expect(await fieldsOf(copy(again, code))).toEqual({ "exercise.reason": "lessStrictReason" });
    const stricter = ownExerciseSchema.parse({ ...form.values, name: looser.name, sources: ["SEED2"] });
    expect(await changeExercise(actor, { code, version: 1, exercise: stricter })).toEqual({ version: 2 });
    expect((await loadExerciseForm(actor, code)).values.reason).toBe("");
  });

  it("survives a refresh, which corrects the shipped ones", async () => {
    const clinic = await aClinic({ library: "whole" });
    const therapist = await aTherapist(clinic);
    const form = await loadNewExercise(asActor(therapist), "bridge");
    const copy = ownExerciseSchema.parse({ ...form.values, name: { en: "Our bridge", es: "Nuestro puente" } });
    const { code } = await addExercise(asActor(therapist), { copiedFrom: "bridge", exercise: copy });
    const stored = () =>
      acting(therapist, (tx) =>
        tx.exercise.findMany({
          where: { clinicId: clinic.id, code: { in: [code, "bridge"] } },
          orderBy: { code: "asc" },
        }),
      );
    const before = await stored();
    const owner = new Client({ connectionString: aDatabase().ownerUrl });
    await owner.connect();
    try {
      await aDatabase().superuser.query(
        "UPDATE exercise SET facts = jsonb_set(facts, '{position}', '\"prone\"') WHERE clinic_id = $1 AND code = 'bridge'",
        [clinic.id],
      );
      expect((await refreshLibraries(owner)).exercises).toBe(1);
    } finally {
      await owner.end();
    }
    const after = await stored();
    expect(after[1]).toEqual(before[1]);
    expect(after[0]).toMatchObject({ code: "bridge", facts: { position: "supine" }, libraryVersion: 2 });
  });

  it("is read and written in few statements", async () => {
    const actor = asActor(await aTherapist(await aClinic()));
    expect(await queriesOf(() => loadNewExercise(actor, "bridge"))).toBeLessThanOrEqual(5);
    const { code } = await addExercise(actor, added);
    expect(await queriesOf(() => loadExerciseForm(actor, code))).toBeLessThanOrEqual(5);
  });
});
