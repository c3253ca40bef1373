import { describe, expect, it } from "vitest";
import { addExercise } from "@/lib/records/library/add-exercise";
import { changeExercise } from "@/lib/records/library/change-exercise";
import { loadExerciseForm, loadNewExercise } from "@/lib/records/library/load-exercise-form";
import { loadOwnHistory } from "@/lib/records/library/load-own-history";
import { searchLibrary } from "@/lib/records/library/search-library";
import { changeSettings } from "@/lib/records/settings/change-settings";
import { searchLibrarySchema } from "@/lib/schemas/library";
import { ownExerciseSchema, type OwnExercise, type OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { aClinic, asActor, aTherapist } from "@/tests/support/factories";
import { ownExerciseValues } from "@/tests/support/own-exercise";

const exercise = (given: Partial<OwnExerciseValues> = {}): OwnExercise =>
  ownExerciseSchema.parse(ownExerciseValues(given));
const noReason = { fields: { "exercise.reason": "lessStrictReason" } };

describe("what an own exercise is compared with", () => {
  it("is the shipped one by the clinic's own days, which a copy under another code would leave behind", async () => {
    const actor = asActor(await aTherapist(await aClinic()));
    const values = { "earliest.bridge.fusion-lumbar": 49 };
    await changeSettings(actor, { version: 0, reason: "Our surgeons decided so.", values, reset: [] });
    const form = await loadNewExercise(actor, "bridge");
    const lumbar = form.values.earliest["fusion-lumbar"];
    expect(lumbar).toMatchObject({ rule: "FROM_DAY", day: "49" });
    const copy = (day: string) =>
      addExercise(actor, {
        copiedFrom: "bridge",
        exercise: ownExerciseSchema.parse({
          ...form.values,
          ...{ name: { en: `Bridge of day ${day}`, es: `Puente del día ${day}` }, sources: ["SEED2"] },
          earliest: { ...form.values.earliest, "fusion-lumbar": { ...lumbar, day } },
        }),
      });
    await expect(copy("42")).rejects.toMatchObject(noReason);
    expect(await copy("49")).toEqual({ code: "own-bridge-of-day-49" });
  });

  it("is flagged where it has become stricter since the copy was written, and no longer once that is explained", async () => {
    const actor = asActor(await aTherapist(await aClinic()));
    const values = (await loadNewExercise(actor, "bridge")).values;
    const name = { en: "Our bridge", es: "Nuestro puente" };
    const copy = ownExerciseSchema.parse({ ...values, name, sources: ["SEED2"] });
    const { code } = await addExercise(actor, { copiedFrom: "bridge", exercise: copy });
    const flags = async () => [
      (await loadOwnHistory(actor, code)).stricter,
      (await searchLibrary(actor, searchLibrarySchema.parse({ text: "our bridge", filters: {} })))[0]
        ?.isOriginalStricter,
    ];
    expect(await flags()).toEqual([[], false]);
    const lumbar = values.earliest["fusion-lumbar"];
    const from = Number(lumbar?.day) + 7;
    const later = { version: 0, reason: "Our surgeons decided so.", values: { "earliest.bridge.fusion-lumbar": from } };
    await changeSettings(actor, { ...later, reset: [] });
    expect(await flags()).toEqual([[{ kind: "day", protocol: "fusion-lumbar", from, to: from - 7 }], true]);
    await changeExercise(actor, { code, version: 1, exercise: { ...copy, reason: "As before." } });
    expect(await flags()).toEqual([[], false]);
  });

  it("is itself as it stands where it was begun from nothing", async () => {
    const actor = asActor(await aTherapist(await aClinic()));
    const { code } = await addExercise(actor, { copiedFrom: null, exercise: exercise({ tags: ["FALL_RISK"] }) });
    expect((await loadExerciseForm(actor, code)).original).toMatchObject({ code });
    const change = (given: Partial<OwnExerciseValues>) =>
      changeExercise(actor, { code, version: 1, exercise: exercise({ tags: ["NEUTRAL_SPINE"], ...given }) });
    await expect(change({})).rejects.toMatchObject(noReason);
    expect(await change({ reason: "Nobody stands up in it." })).toEqual({ version: 2 });
    expect((await loadOwnHistory(actor, code)).changes[0]).toMatchObject({
      lessStrict: [{ kind: "tag", tag: "FALL_RISK", region: null }],
    });
  });
});
