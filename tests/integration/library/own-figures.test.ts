import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { addExercise } from "@/lib/records/library/add-exercise";
import { changeExercise } from "@/lib/records/library/change-exercise";
import { changeFigure } from "@/lib/records/library/change-figure";
import { loadFigureEditor } from "@/lib/records/library/load-figure-editor";
import { loadFigureSheet } from "@/lib/records/library/load-figure-sheet";
import { loadNewExercise } from "@/lib/records/library/load-exercise-form";
import { loadExercise } from "@/lib/records/library/load-exercise";
import { loadOwnFigures } from "@/lib/records/library/load-own-figures";
import { retireExercise } from "@/lib/records/library/retire-exercise";
import { changeFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { ownExerciseSchema } from "@/lib/schemas/own-exercise/own-exercise";
import { figures } from "@/prisma/content/bundled-figures";
import { loadContent } from "@/prisma/content/load";
import { aClinic, acting, anAdministrator, asActor, aTherapist, type TestUser } from "@/tests/support/factories";
import { ownExerciseValues } from "@/tests/support/own-exercise";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";

const bridge = figures["bridge"];
if (!bridge) throw new Error("no bridge");
const alt = { en: "Hips lifted a little.", es: "La cadera, poco levantada." };
/** The bridge, its hips raised to `pitch` degrees. */
const bridgeTo = (pitch: number) => ({
  from: "bridge",
  record: { ...bridge, keys: bridge.keys.map((key, index) => (index === 1 ? { ...key, pitch } : key)) },
});

async function aCopy(who: Actor, from = "bridge", name = { en: "Our bridge", es: "Nuestro puente" }) {
  const { values } = await loadNewExercise(who, from);
  const exercise = ownExerciseSchema.parse({ ...values, sources: ["SEED2"], name, reason: "Our way." });
  const { code } = await addExercise(who, { copiedFrom: from, exercise });
  return { code, exercise };
}
const shownOf = async (who: TestUser, code: string) => (await loadExercise(asActor(who), code)).figure;
const versionsOf = async (clinicId: string) => {
  const { rows }: { rows: unknown[] } = await aDatabase().superuser.query(
    `SELECT x.version, x.figure #>> '{record,keys,1,pitch}' AS pitch, c.figure IS NOT DISTINCT FROM x.figure AS kept
     FROM exercise x JOIN exercise_change c ON c.clinic_id = x.clinic_id AND c.exercise_id = x.id AND c.version = x.version
     WHERE x.clinic_id = $1 AND x.origin = 'clinic' ORDER BY x.code`,
    [clinicId],
  );
  return rows;
};

describe("the figure of a clinic's own exercise", () => {
  it("is its original's until it gets its own, is kept in the history, copied with it and taken away again; audited", async () => {
    const clinic = await aClinic();
    const therapist = await aTherapist(clinic);
    const { code, exercise } = await aCopy(asActor(therapist));
    expect(await shownOf(therapist, code)).toEqual({ code: "bridge" });
    const figure = bridgeTo(-108);
    expect(await changeFigure(asActor(therapist), { code, version: 1, figure, alt })).toEqual({ version: 2 });
    expect(await shownOf(therapist, code)).toEqual({ record: figure.record });
    expect(await versionsOf(clinic.id)).toEqual([{ version: 2, pitch: "-108", kept: true }]);
    const reworded = ownExerciseSchema.parse({ ...ownExerciseValues(), name: exercise.name, reason: "Our way." });
    await changeExercise(asActor(therapist), { code, version: 2, exercise: reworded });
    const { code: second } = await aCopy(asActor(therapist), code, { en: "Low bridge", es: "Puente bajo" });
    expect(await shownOf(therapist, second)).toEqual({ record: figure.record });
    await changeFigure(asActor(therapist), { code: second, version: 1, figure: null, alt });
    expect(await loadOwnFigures(asActor(therapist))).toEqual([
      { code: second, figure: { code: "bridge" } },
      { code, figure: { record: figure.record } },
    ]);
    await retireExercise(asActor(therapist), { code, version: 3, reason: "Not needed." });
    expect(await versionsOf(clinic.id)).toEqual([
      { version: 2, pitch: null, kept: true },
      { version: 4, pitch: "-108", kept: true },
    ]);
    const { rows } = await aDatabase().superuser.query(
      "SELECT subject_id FROM audit_event WHERE clinic_id = $1 AND act = 'library.change' ORDER BY at",
      [clinic.id],
    );
    expect(rows).toEqual([code, code, second].map((subject_id) => ({ subject_id })));
  });

  it("is refused at picture and joint where no body goes, and where it shows more than the tags say; nothing is written", async () => {
    const clinic = await aClinic();
    const therapist = await aTherapist(clinic);
    const { code, exercise } = await aCopy(asActor(therapist));
    const refused = async (figure: ReturnType<typeof bridgeTo>) => {
      const error = await changeFigure(asActor(therapist), { code, version: 1, figure, alt }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(Invalid);
      return (error as Invalid).fields;
    };
    expect(await refused(bridgeTo(-170))).toMatchObject({ "figure.record.keys.1.footR": "poseReach" });
    const bent = bridgeTo(-113);
    const bending = { ...bent.record, keys: bent.record.keys.map((key) => ({ ...key, lumbar: 20 })) };
    expect(Object.values(await refused({ ...bent, record: bending }))).toContain("poseTags");
    expect(await refused({ ...bridgeTo(-108), from: "no-such" })).toEqual({ "figure.from": "badId" });
    expect(await versionsOf(clinic.id)).toEqual([{ version: 1, pitch: null, kept: true }]);

    const { code: rolls } = await aCopy(asActor(therapist), "lower-trunk-rotation", { en: "Rolls", es: "Rodillas" });
    const record = figures["lower-trunk-rotation"];
    if (!record) throw new Error("no figure");
    // Without its turn the copy shows no picture of it either: what a patient sees is no more than the tags say.
    const still = {
      ...{ ...exercise, name: { en: "Still", es: "Quieto" }, reason: "Ours." },
      tags: [{ tag: "NEUTRAL_SPINE" as const, region: null }],
    };
    const turnless = await addExercise(asActor(therapist), { copiedFrom: "lower-trunk-rotation", exercise: still });
    expect(await shownOf(therapist, turnless.code)).toBeNull();
    expect(await shownOf(therapist, rolls)).toEqual({ code: "lower-trunk-rotation" });
    await changeFigure(asActor(therapist), {
      code: rolls,
      version: 1,
      figure: { from: "lower-trunk-rotation", record },
      alt,
    });
    const untagged = {
      ...exercise,
      name: { en: "Rolls", es: "Rodillas" },
      tags: [{ tag: "NEUTRAL_SPINE" as const, region: null }],
    };
    await expect(
      changeExercise(asActor(therapist), { code: rolls, version: 2, exercise: { ...untagged, reason: "Ours." } }),
    ).rejects.toMatchObject({ fields: { "exercise.tags": "figureShowsMore" } });
  });

  it("of another clinic or of a shipped exercise does not exist; an older version and another role are refused", async () => {
    const clinic = await aClinic();
    const therapist = await aTherapist(clinic);
    const { code } = await aCopy(asActor(therapist));
    const input = { code, version: 1, figure: bridgeTo(-108), alt };
    const elsewhere = asActor(await aTherapist(await aClinic()));
    await expect(changeFigure(elsewhere, input)).rejects.toBeInstanceOf(NotFound);
    expect(await loadOwnFigures(elsewhere)).toEqual([]);
    await expect(changeFigure(asActor(therapist), { ...input, code: "bridge" })).rejects.toBeInstanceOf(NotFound);
    await expect(changeFigure(asActor(therapist), { ...input, version: 7 })).rejects.toBeInstanceOf(Conflict);
    await expect(changeFigure(asActor(await anAdministrator(clinic)), input)).rejects.toBeInstanceOf(Denied);
    expect(await versionsOf(clinic.id)).toEqual([{ version: 1, pitch: null, kept: true }]);
    const insert = (values: string) =>
      acting(therapist, (tx) =>
        tx.$executeRawUnsafe(
          `UPDATE exercise SET version = version + 1, figure = '${values}' WHERE clinic_id = '${clinic.id}' AND code = '${code}'`,
        ),
      );
    await expect(insert("[]")).rejects.toThrow("figure_is_a_record_of_an_own_one");
    await expect(
      aDatabase().superuser.query(
        `UPDATE exercise SET figure = '{"from": "bridge", "record": {"keys": []}}' WHERE clinic_id = $1 AND code = 'bridge'`,
        [clinic.id],
      ),
    ).rejects.toThrow("figure_is_a_record_of_an_own_one");
    await expect(insert('{"record": {"keys": []}}')).rejects.toThrow("figure_is_a_record_of_an_own_one");
  });

  it("is begun with the pictures of its original, of the exercise that it was taken from, or of a chosen one; and listed with all others", async () => {
    const clinic = await aClinic();
    const therapist = asActor(await aTherapist(clinic));
    const { code, exercise } = await aCopy(therapist);
    const begun = async (of: string, from: string | null) => {
      const editor = await loadFigureEditor(therapist, of, from);
      return editor && [editor.source.code, editor.source.isOriginal, editor.record === editor.source.record];
    };
    expect(await begun(code, null)).toEqual(["bridge", true, true]);
    expect(await begun(code, "heel-slide")).toEqual(["heel-slide", false, true]);
    expect(await begun(code, "no-such")).toEqual(["bridge", true, true]);
    const told = loadContent().exercises["heel-slide"]?.instructions.textAlternative;
    expect((await loadFigureEditor(therapist, code, "heel-slide"))?.alt).toEqual(told);
    const slide = figures["heel-slide"];
    if (!slide) throw new Error("no figure");
    await changeFigure(therapist, { code, version: 1, figure: { from: "heel-slide", record: slide }, alt });
    expect(await begun(code, null)).toEqual(["heel-slide", false, false]);
    const name = { en: "From nothing", es: "Desde cero" };
    const nothing = await addExercise(therapist, { copiedFrom: null, exercise: { ...exercise, name } });
    expect(await begun(nothing.code, null)).toBeNull();
    const listed = await loadFigureSheet(therapist, { q: "", category: exercise.category });
    const shown = new Map(listed.map((row) => [row.code, row.figure]));
    expect([shown.get(code), shown.get(nothing.code), shown.get("bridge")]).toEqual([
      { record: slide },
      null,
      { code: "bridge" },
    ]);
    expect(await queriesOf(() => loadFigureSheet(therapist, { q: "" }))).toBe(2);
    const administrator = asActor(await anAdministrator(clinic));
    await expect(loadFigureSheet(administrator, { q: "" })).rejects.toBeInstanceOf(Denied);
    await expect(loadFigureEditor(administrator, code, null)).rejects.toBeInstanceOf(Denied);
    await expect(loadFigureEditor(therapist, "bridge", null)).rejects.toBeInstanceOf(NotFound);
  });

  it("by a request made by hand is refused at the field: an unknown name, a number beyond all bounds, a missing caption", () => {
    const { record, from } = bridgeTo(-108);
    const fieldsOf = (given: unknown) =>
      changeFigureSchema
        .safeParse({ code: "own-x", version: 1, figure: { from, record: given }, alt })
        .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(fieldsOf({ ...record, wings: 2 })).toEqual([["figure.record.wings", "unknownKey"]]);
    expect(fieldsOf({ ...record, base: "hovering" })).toEqual([["figure.record.base", "chooseOne"]]);
    expect(fieldsOf({ ...record, keys: [{ ...record.keys[0], pitch: 1e9 }] })).toEqual([
      ["figure.record.keys.0.pitch", "outOfRange"],
    ]);
    const slide = figures["heel-slide"];
    const sided = { en: "Slide your right heel.", es: "Deslice el talón derecho." };
    const straight = { en: "Sit right up.", es: "Con la espalda derecha." };
    const turnedRound = (say: typeof sided, moves = slide?.moves) =>
      fieldsOf({ ...slide, moves, keys: slide?.keys.map((key, index) => (index === 1 ? { ...key, say } : key)) });
    expect(turnedRound(sided)).toEqual([
      ["figure.record.keys.1.say.en", "sideNamed"],
      ["figure.record.keys.1.say.es", "sideNamed"],
    ]);
    expect([turnedRound(straight), turnedRound(sided, ["torso"])]).toEqual([undefined, undefined]);
    // Each thing is drawn in every moment: hundreds of them would hold up everybody's pages.
    const pools = Array.from({ length: 300 }, () => ({ name: "pool" }));
    expect(fieldsOf({ ...record, props: pools })).toEqual([["figure.record.props", "outOfRange"]]);
    const arrows = Array.from({ length: 100 }, () => ({ of: "palmR" }));
    expect(fieldsOf({ ...record, arrows })).toEqual([["figure.record.arrows", "outOfRange"]]);
    expect(fieldsOf({ ...record, zoom: { on: "head", w: 0 } })).toEqual([["figure.record.zoom.w", "outOfRange"]]);
    expect(fieldsOf({ ...record, keys: [{ say: { en: "Lie.", es: " " } }, {}] })).toEqual([
      ["figure.record.keys.0.say.es", "required"],
      ["figure.record.keys.1.say.en", "required"],
      ["figure.record.keys.1.say.es", "required"],
    ]);
  });
});
