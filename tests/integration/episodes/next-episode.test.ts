import { describe, expect, it } from "vitest";
import { nextEpisodeSchema, type NextEpisodeInput } from "@/lib/schemas/episode-end";
import { orderRestrictionsSchema } from "@/lib/schemas/restriction";
import { addDays, dayIn } from "@/lib/dates";
import { Conflict, Denied, Invalid, NotFound, Refused } from "@/lib/errors";
import { beginNextEpisode } from "@/lib/records/episodes/end/begin-next-episode";
import { loadNextEpisode } from "@/lib/records/episodes/end/load-next-episode";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { loadBanner } from "@/lib/records/patients/load-banner";
import { loadOverview } from "@/lib/records/patients/load-overview";
import { orderRestrictions } from "@/lib/records/restrictions/order-restrictions";
import { loadPatientClearances } from "@/lib/records/clearances/load-patient-clearances";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import {
  aClinic,
  acting,
  aPatient,
  asActor,
  aSurgeon,
  aTherapist,
  testPassword,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { rowsOf } from "./given";

/** As the form sends it: the same treatment once more, and the end of what runs as it was read. */
async function aNext(of: TestPatient, given: Partial<NextEpisodeInput> = {}): Promise<NextEpisodeInput> {
  const { open } = await loadNextEpisode(asActor(of.therapist), of.patient.id);
  return nextEpisodeSchema.parse({
    patientId: of.patient.id,
    episode: {
      ...{
        procedureType: "fusion",
        region: "LUMBAR",
        levels: ["L3–L4"],
        technique: "TLIF",
        protocolId: "fusion-lumbar",
      },
      procedureDate: addDays(dayIn(of.clinic.timeZone, new Date()), -1),
      surgeonId: of.surgeon.id,
      conditions: ["osteoporosis"],
      restrictions: [{ kind: "no-bending" }],
    },
    ending: open && {
      ...{
        version: open.version,
        summarySha256: open.summarySha256,
        reason: "Second operation.",
        password: testPassword,
      },
    },
    ...given,
  });
}

const beginBy = (who: TestUser, input: NextEpisodeInput) => beginNextEpisode(asActor(who), input);

describe("a new episode of a known patient", () => {
  it("supersedes the one that runs, signed, and begins with what was ticked and a draft", async () => {
    const of = await aPatient(await aClinic(), { restrictions: [{ kind: "no-twisting" }] });
    await aProgram(of);
    const { carry } = await loadNextEpisode(asActor(of.therapist), of.patient.id);
    expect(carry.restrictions.map(({ kind }) => kind)).toEqual(["no-twisting"]);
    const other = await aSurgeon(of.clinic);
    const input = await aNext(of);
    const { episodeId } = await beginBy(of.therapist, { ...input, episode: { ...input.episode, surgeonId: other.id } });
    const [before, after] = await rowsOf("episode", of);
    const query = { group: "program", after: null } as const;
    const { timeline } = await loadOverview(asActor(of.therapist), of.patient.id, new Date(), query);
    const ended = { kind: "episodeEnded", episodeId: of.episode.id, as: "superseded", reason: "Second operation." };
    expect(timeline.events.filter(({ kind }) => kind.startsWith("episode"))).toMatchObject([
      { kind: "episodeOpened" },
      { ...ended, by: of.therapist.printedName },
    ]);
    expect(before).toMatchObject({ id: of.episode.id, ended_as: "superseded" });
    expect(after).toMatchObject({ id: episodeId, ended_at: null, conditions: ["osteoporosis"], surgeon_id: other.id });
    const page = await loadEpisode(asActor(of.therapist), of.patient.id);
    expect(page).toMatchObject({
      ...{ episodeId, isOpen: true, past: [{ episodeId: of.episode.id, kind: "superseded" }] },
      restrictions: [{ terms: { kind: "no-bending" } }],
    });
    await expect(loadBanner(asActor(other), of.patient.id)).resolves.toMatchObject({ ended: null });
    const acts = (await rowsOf("audit_event", of)).map(({ act }) => act);
    expect(acts).toEqual(
      expect.arrayContaining(["episode.end", "episode.open", "program.draft", "program.stop", "care-team.join"]),
    );
  });

  it("leaves what is carried over the order of whoever gave it: a therapist's limit becomes no leave", async () => {
    const of = await aPatient(await aClinic(), { restrictions: [{ kind: "no-twisting" }] });
    const { id: patientId } = of.patient;
    const lift = { patientId, restrictions: [{ kind: "lift-limit", kg: 5 }], password: testPassword };
    await orderRestrictions(asActor(of.therapist), orderRestrictionsSchema.parse(lift));
    const { carry } = await loadNextEpisode(asActor(of.therapist), of.patient.id);
    const restrictions = [...carry.restrictions, { kind: "no-bending" }, { kind: "sit-limit", minutes: 30 }];
    const { id: surgeonId } = await aSurgeon(of.clinic);
    const { episode, ending } = await aNext(of);
    const next = { patientId, episode: { ...episode, surgeonId, restrictions }, ending };
    const { episodeId } = await beginBy(of.therapist, nextEpisodeSchema.parse(next));
    const ordered = await acting(of.therapist, (tx) => tx.restriction.findMany({ where: { episodeId } }));
    expect(Object.fromEntries(ordered.map(({ kind, orderedById }) => [kind, orderedById]))).toEqual({
      ...{ "no-twisting": of.surgeon.id, "lift-limit": of.therapist.id },
      ...{ "no-bending": surgeonId, "sit-limit": surgeonId },
    });
    const open = acting(
      of.therapist,
      (tx) =>
        tx.$queryRaw`SELECT subject_id FROM activity_now WHERE episode_id = ${episodeId}::uuid AND standing = 'yes'`,
    );
    expect(await open).toEqual([]);
  });

  it("after an end begins without a signature; two who begin at once get one", async () => {
    const of = await aPatient(await aClinic());
    await anEndedEpisode(of);
    const input = await aNext(of);
    expect(input.ending).toBeNull();
    const tries = await Promise.allSettled([beginBy(of.therapist, input), beginBy(of.therapist, input)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await rowsOf("episode", of)).toHaveLength(2);
  });

  it("is refused: off the team, elsewhere, to a surgeon, with another password, after death, and where the record went on", async () => {
    const of = await aPatient(await aClinic());
    const input = await aNext(of);
    const { ending } = input;
    for (const who of [of.surgeon, of.user]) await expect(beginBy(who, input)).rejects.toThrow(Denied);
    for (const who of [await aTherapist(of.clinic), await aTherapist(await aClinic())]) {
      await expect(beginBy(who, input)).rejects.toThrow(NotFound);
    }
    const wrong = ending && { ...ending, password: "another one" };
    await expect(beginBy(of.therapist, { ...input, ending: wrong })).rejects.toEqual(
      new Invalid({ "ending.password": "passwordIsWrong" }),
    );
    await expect(beginBy(of.therapist, { ...input, ending: null })).rejects.toThrow(Conflict);
    await aGrantedClearance(of, "SWIM_POOL");
    await expect(beginBy(of.therapist, input)).rejects.toEqual(
      new Invalid({ "ending.summarySha256": "summaryChanged" }),
    );
    expect(await rowsOf("episode", of)).toMatchObject([{ ended_at: null, version: 1 }]);
    await anEndedEpisode(of, "deceased");
    await expect(beginBy(of.therapist, { ...input, ending: null })).rejects.toEqual(new Refused("deceased"));
    expect(await rowsOf("episode", of)).toHaveLength(1);
  });
});

it("where none is open, the banner says how it ended, the worklist leaves them out, a search finds them, clearances are read only", async () => {
  const of = await aPatient(await aClinic());
  await aGrantedClearance(of, "SWIM_POOL");
  await anEndedEpisode(of);
  const therapist = asActor(of.therapist);
  const listed = async (q: string) =>
    (await loadWorklist(therapist, { q, flag: null, after: null, before: null })).matching;
  expect(await loadBanner(therapist, of.patient.id)).toMatchObject({ ended: { as: "transferred" }, hold: null });
  expect([await listed(""), await listed(of.patient.familyName)]).toEqual([0, 1]);
  expect(await loadPatientClearances(asActor(of.surgeon), of.patient.id)).toMatchObject({
    ...{ isOpen: false, askable: [] },
    clearances: [{ subjectId: "SWIM_POOL", isMineToDecide: false }],
  });
});
