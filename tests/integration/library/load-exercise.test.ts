import { describe, expect, it } from "vitest";
import { Denied, NotFound } from "@/lib/errors";
import { loadNewExercise } from "@/lib/records/library/load-exercise-form";
import { loadExercise } from "@/lib/records/library/load-exercise";
import { changeSettings } from "@/lib/records/settings/change-settings";
import { aClinic, anAdministrator, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";

describe("the page of an exercise", () => {
  it("has what the library says of it in both languages, and its first day in each of the clinic's protocols", async () => {
    const clinic = await aClinic();
    const exercise = await loadExercise(asActor(await aTherapist(clinic)), "bridge");
    expect(exercise).toMatchObject({
      ...{ code: "bridge", isOwn: false, isRetired: false, isFavourite: false, myDosage: null },
      texts: { name: { en: "Gentle bridge", es: "Puente suave" }, category: "DYNAMIC_STABILISATION" },
    });
    expect(exercise.protocols.map(({ id }) => id).sort()).toEqual(["fbss", "fusion-lumbar", "injection-epidural"]);
    const lumbar = exercise.protocols.find(({ id }) => id === "fusion-lumbar")?.earliest;
    expect(lumbar).toMatchObject({ rule: "FROM_DAY", day: 42, phase: 3 });
    expect(lumbar?.phaseName?.en).toMatch(/\w/);
  });

  it("shows the clinic's own days, of its own clinic only", async () => {
    const [clinic, elsewhere] = [await aClinic(), await aClinic()];
    const therapist = asActor(await aTherapist(clinic));
    const values = { "earliest.bridge.fusion-lumbar": 49 };
    await changeSettings(therapist, { version: 0, reason: "Our surgeons decided so.", values, reset: [] });
    const dayOf = async (actor: typeof therapist) =>
      (await loadExercise(actor, "bridge")).protocols.find(({ id }) => id === "fusion-lumbar")?.earliest?.day;
    expect(await dayOf(therapist)).toBe(49);
    expect(await dayOf(asActor(await anAdministrator(elsewhere)))).toBe(42);
  });

  it("does not exist for an unknown code, nor for a patient", async () => {
    const clinic = await aClinic();
    const therapist = asActor(await aTherapist(clinic));
    for (const code of ["no-such", "%", "bridge\0"]) {
      await expect(loadExercise(therapist, code)).rejects.toThrow(NotFound);
      await expect(loadNewExercise(therapist, code)).rejects.toThrow(NotFound);
    }
    await expect(loadExercise(asActor((await aPatient(clinic)).user), "bridge")).rejects.toThrow(Denied);
  });

  it("is loaded in one query", async () => {
    const therapist = asActor(await aTherapist(await aClinic()));
    expect(await queriesOf(() => loadExercise(therapist, "bridge"))).toBe(1);
  });
});
