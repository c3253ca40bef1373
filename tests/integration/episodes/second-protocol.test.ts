import { describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { addProtocol } from "@/lib/records/episodes/add-protocol";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { endProtocol } from "@/lib/records/episodes/end-protocol";
import { loadProgram } from "@/lib/records/programs/load-program";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { loadToday } from "@/lib/records/today/load-today";
import { signing } from "@/lib/clinical/signing";
import {
  aClinic,
  anAdministrator,
  aPatient,
  asActor,
  aSurgeon,
  aTherapist,
  testPassword,
  type TestPatient,
} from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { rowsOf, written } from "./given";

const reason = "Pain stayed after the fusion.";
const dayOf = (of: TestPatient, days: number) => addDays(dayIn(of.clinic.timeZone, new Date()), -days);
const second = (of: TestPatient, protocolId: string, days: number) => ({
  patientId: of.patient.id,
  protocolId,
  anchorOn: dayOf(of, days),
  reason,
});
const fbss = (of: TestPatient, days = 0) => second(of, "fbss", days);

/** In the second phase after a fusion, with the program begun. */
async function running() {
  const of = await aPatient(await aClinic({ library: "whole" }), { days: 20 });
  await aProgram(of);
  await aGrantedClearance(of, "PROGRAM_START");
  return of;
}

describe("adding a second protocol", () => {
  it("keeps version, date, who and why, and is audited", async () => {
    const of = await aPatient(await aClinic());
    await addProtocol(asActor(of.surgeon), fbss(of, 10));
    expect(await rowsOf("also_protocol", of)).toMatchObject([
      { protocol_id: "fbss", phase: null, reason, added_by_id: of.surgeon.id, ended_at: null },
    ]);
    const acts = await rowsOf("audit_event", of);
    expect(acts).toMatchObject([{ act: "episode.protocols", subject_kind: "also-protocol" }]);
  });

  it("closes lines of the signed program at once: the patient's list, the builder and signing judge by both and name it", async () => {
    const of = await running();
    const before = await loadToday(asActor(of.user));
    const { met } = await addProtocol(asActor(of.therapist), second(of, "lumbar-discectomy", 0));
    const closed = met.filter(({ isClosed }) => isClosed);
    expect(closed.length).toBeGreaterThan(0);
    const after = await loadToday(asActor(of.user));
    expect(after.lines.length).toBeLessThan(before.lines.length);
    expect(await rowsOf("alert", of)).toMatchObject([
      { cause: "protocol-added", owner_id: of.therapist.id, level: null },
    ]);
    const page = await loadProgram(asActor(of.therapist), of.patient.id);
    expect(Object.keys(page.content.protocols).toSorted()).toEqual(["fusion-lumbar", "lumbar-discectomy"]);
    const phase = page.currentPhase ?? 1;
    const judged = signing(
      { ...page.situation, phase, previous: page.previous, lines: page.previous.map((line) => ({ ...line, phase })) },
      page.content,
    );
    const spoken = judged.lines.flatMap(({ findings }) => findings.map(({ because }) => because.en));
    expect(spoken.some((words) => words.includes("of Lumbar discectomy"))).toBe(true);
    await reopenDraft(asActor(of.therapist), page.programId);
    const refused = signRevision(asActor(of.therapist), {
      ...{ programId: page.programId, version: 1, askFor: [], question: "", password: testPassword },
    });
    await expect(refused).rejects.toMatchObject({ code: "refused" });
  });

  it("opens them again when it is ended, with a reason, once", async () => {
    const of = await running();
    const before = await loadToday(asActor(of.user));
    await addProtocol(asActor(of.therapist), second(of, "lumbar-discectomy", 0));
    const [added] = await rowsOf("also_protocol", of);
    expect((await loadToday(asActor(of.user))).lines.length).toBeLessThan(before.lines.length);
    const ending = { patientId: of.patient.id, alsoProtocolId: String(added?.["id"]), reason: "Entered in error." };
    await endProtocol(asActor(of.surgeon), ending);
    expect(await rowsOf("also_protocol", of)).toMatchObject([
      { ended_by_id: of.surgeon.id, end_reason: "Entered in error." },
    ]);
    const after = await loadToday(asActor(of.user));
    expect(after.lines.map(({ id }) => id)).toEqual(before.lines.map(({ id }) => id));
    await expect(endProtocol(asActor(of.surgeon), ending)).rejects.toThrow(Conflict);
    await addProtocol(asActor(of.therapist), second(of, "lumbar-discectomy", 0));
    expect(await rowsOf("also_protocol", of)).toHaveLength(2);
  });

  it("is not the episode's own, not twice, not unknown, not far ahead; a refusal writes nothing", async () => {
    const of = await aPatient(await aClinic());
    const actor = asActor(of.therapist);
    await addProtocol(actor, fbss(of));
    const before = await written(of);
    await expect(addProtocol(actor, fbss(of))).rejects.toThrow(Conflict);
    for (const [wrong, field] of [
      [{ protocolId: "fusion-lumbar" }, { protocolId: "ownProtocol" }],
      [{ protocolId: "no-such" }, { protocolId: "chooseOne" }],
      [{ protocolId: "injection-epidural", anchorOn: dayOf(of, -366) }, { anchorOn: "farAhead" }],
    ] as const) {
      await expect(addProtocol(actor, { ...fbss(of), ...wrong })).rejects.toEqual(new Invalid(field));
    }
    expect(await written(of)).toEqual(before);
  });

  it("a pathway counts from its own start, and an earlier fusion from its own day; the stricter closes the line", async () => {
    const of = await aPatient(await aClinic(), { after: "persistent-pain", days: 30, pathwayDays: 20 });
    const program = await aProgram(of);
    expect(program.phase).toBe(2);
    await aGrantedClearance(of, "FBSS_EXERCISE");
    const today = await loadToday(asActor(of.user));
    expect(today).toMatchObject({ countsFrom: "pathway", daysSince: 20 });
    const { met } = await addProtocol(asActor(of.therapist), second(of, "fusion-lumbar", 30));
    expect(met.filter(({ isClosed }) => isClosed).map(({ exercise }) => exercise)).toContain("bridge");
    const page = await loadEpisode(asActor(of.surgeon), of.patient.id);
    expect(page).toMatchObject({ day: 20, daysAfterProcedure: 30, pathwayStart: dayOf(of, 20) });
    expect(page.protocols.map(({ id, day }) => [id, day])).toEqual([
      ["fbss", 20],
      ["fusion-lumbar", 30],
    ]);
    const bridge = page.met.find(({ exercise }) => exercise === "bridge");
    expect(bridge?.findings.map(({ because }) => because.en).join(" ")).toContain("of Lumbar fusion");
    expect((await loadToday(asActor(of.user))).lines.some(({ texts }) => texts.name.en === "Bridge")).toBe(false);
  });

  it("two people who add it together add it once", async () => {
    const of = await aPatient(await aClinic());
    const both = await Promise.allSettled(
      [of.therapist, of.surgeon].map((user) => addProtocol(asActor(user), fbss(of))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await rowsOf("also_protocol", of)).toHaveLength(1);
  });

  it("does not exist for another clinic or off the team, and is refused to other roles", async () => {
    const of = await aPatient(await aClinic());
    await addProtocol(asActor(of.therapist), fbss(of));
    const [added] = await rowsOf("also_protocol", of);
    const ending = { patientId: of.patient.id, alsoProtocolId: String(added?.["id"]), reason };
    const before = await written(of);
    for (const user of [await aTherapist(await aClinic()), await aTherapist(of.clinic), await aSurgeon(of.clinic)]) {
      await expect(addProtocol(asActor(user), fbss(of))).rejects.toThrow(NotFound);
      await expect(endProtocol(asActor(user), ending)).rejects.toThrow(NotFound);
    }
    for (const user of [of.user, await anAdministrator(of.clinic)]) {
      await expect(addProtocol(asActor(user), fbss(of))).rejects.toThrow(Denied);
      await expect(endProtocol(asActor(user), ending)).rejects.toThrow(Denied);
    }
    const other = await aPatient(of.clinic, { careTeam: [of.therapist, of.surgeon] });
    await expect(endProtocol(asActor(of.therapist), { ...ending, patientId: other.patient.id })).rejects.toThrow(
      NotFound,
    );
    expect(await written(of)).toEqual(before);
  });
});
