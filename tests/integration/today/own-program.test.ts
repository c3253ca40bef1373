import { expect, it } from "vitest";
import { dateOf } from "@/lib/dates";
import { Denied, NotFound } from "@/lib/errors";
import { loadOwnProgram } from "@/lib/records/today/load-own-program";
import { loadOwnSummary } from "@/lib/records/today/load-own-summary";
import { loadToday } from "@/lib/records/today/load-today";
import { seePhase } from "@/lib/records/today/see-phase";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import { aClinic, acting, aPatient, asActor } from "@/tests/support/factories";
import { aProgram, pastTriggers, putProgramIn } from "@/tests/support/program-factories";
import { beforePhase2, daysAgo, recordAll } from "../readiness/given";

it("says where the patient is and what the next step needs; what the team observed is not told, nor an exercise named", async () => {
  const before = await beforePhase2();
  const own = await loadOwnProgram(asActor(before.of.user));
  expect(own).toMatchObject({
    state: "running",
    ended: null,
    hold: null,
    stepBack: null,
    therapist: before.of.therapist.displayName,
  });
  expect(own.phases.map(({ state }) => state)).toEqual(["now", "not-yet", "not-yet", "not-yet", "not-yet", "not-yet"]);
  expect(own.phases[0]?.goal).not.toBeNull();
  const groups = (of: typeof own) =>
    Object.fromEntries(
      Object.entries(of.next?.criteria ?? {}).map(([group, listed]) => [group, listed.map(({ name }) => name)]),
    );
  expect(groups(own)).toMatchObject({ therapist: ["walkContinuousMin", "woundClosed", "other"] });
  expect(groups(own)["met"]).toEqual(expect.arrayContaining(["minDay", "redFlagFreeDays"]));
  await recordAll(before);
  expect(groups(await loadOwnProgram(asActor(before.of.user)))).toEqual(groups(own));
  const names = before.program.lines.map(({ exerciseCode }) => exerciseCode);
  expect(names.filter((name) => JSON.stringify(own).includes(`"${name}"`))).toEqual([]);
  await expect(loadOwnProgram(asActor(before.of.therapist))).rejects.toThrow(Denied);
});

it("tells of a new step once, of a step back kindly, and of nobody else's", async () => {
  const of = await aPatient(await aClinic());
  const program = await aProgram(of, { phase: 3 });
  const patient = asActor(of.user);
  expect((await loadToday(patient)).newPhase).toBeNull();
  const [changedAt, id] = [new Date(), crypto.randomUUID()];
  await acting(of.therapist, async (tx) => {
    const move = {
      clinicId: of.clinic.id,
      programId: program.id,
      patientId: of.patient.id,
      changedById: of.therapist.id,
    };
    await tx.phaseChange.createMany({
      data: { ...move, id, fromPhase: 3, toPhase: 2, reason: "Pain rose.", changedAt, onDay: dateOf(daysAgo(of, 0)) },
    });
    await tx.program.updateMany({ where: { id: program.id }, data: { currentPhase: 2 } });
  });
  expect((await loadToday(patient)).newPhase).toMatchObject({ id, isBack: true, n: 2, by: of.therapist.displayName });
  expect(await loadOwnProgram(patient)).toMatchObject({ stepBack: { by: of.therapist.displayName } });
  const stranger = await aPatient(of.clinic);
  await expect(seePhase(asActor(stranger.user), { phaseChangeId: id })).rejects.toThrow(NotFound);
  await seePhase(patient, { phaseChangeId: id });
  await seePhase(patient, { phaseChangeId: id });
  expect((await loadToday(patient)).newPhase).toBeNull();
});

it("does not call all of it done where a program is completed before its last step", async () => {
  const of = await aPatient(await aClinic());
  const program = await aProgram(of, { phase: 3 });
  await putProgramIn("completed", program.id, of.therapist);
  const early = await loadOwnProgram(asActor(of.user));
  expect(early).toMatchObject({ state: "completed-early", next: null });
  expect(early.phases.map(({ state }) => state).slice(1, 4)).toEqual(["done", "done", "not-yet"]);
  await pastTriggers("UPDATE program SET current_phase = $1 WHERE id = $2", [early.phases.at(-1)?.n, program.id]);
  expect(await loadOwnProgram(asActor(of.user))).toMatchObject({ state: "completed" });
});

it("after the end says so, and lets the patient read their own summary and no exercise", async () => {
  const of = await aPatient(await aClinic());
  await aProgram(of);
  const yesterday = daysAgo(of, 1);
  await anEndedEpisode(of, "transferred", yesterday);
  const patient = asActor(of.user);
  expect(await loadOwnProgram(patient)).toMatchObject({
    ...{ ended: { as: "transferred", episodeId: of.episode.id, on: yesterday }, next: null, hold: null },
    past: [{ episodeId: of.episode.id, endedOn: yesterday }],
  });
  expect(await loadOwnSummary(patient, of.episode.id)).toMatchObject({
    ...{ endedAs: "transferred", advice: null, summary: { endedOn: yesterday } },
  });
  const stranger = await aPatient(of.clinic);
  await expect(loadOwnSummary(asActor(stranger.user), of.episode.id)).rejects.toThrow(NotFound);
  await expect(loadToday(patient)).rejects.toThrow(NotFound);
  expect(await acting(of.user, (tx) => tx.prescribedExercise.count())).toBe(0);
});
