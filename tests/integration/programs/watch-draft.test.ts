import { describe, expect, it } from "vitest";
import { openSession, resumeSession } from "@/lib/access/sessions";
import { NotFound } from "@/lib/errors";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { watchDraft } from "@/lib/records/programs/watch-draft";
import { acting, aClinic, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { putProgramIn } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { aDraft, signed } from "./given";

type Given = Awaited<ReturnType<typeof aDraft>>;

/** A second therapist of the same clinic, on the care team. */
async function aColleague({ clinic, therapist, patientId }: Given, displayName = "Priya Sandpiper") {
  const colleague = await aTherapist(clinic, { displayName });
  await acting(therapist, (tx) =>
    tx.careTeamMember.create({ data: { clinicId: clinic.id, patientId, userId: colleague.id } }),
  );
  return asActor(colleague);
}

const first = ({ programId }: Given) => ({ programId, version: 1, follows: null });

async function rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const found: { rows: Record<string, unknown>[] } = await aDatabase().superuser.query(sql, values);
  return found.rows;
}
const presences = ({ programId }: Given) => rows("SELECT user_id FROM draft_presence WHERE program_id = $1", programId);
const reads = ({ patientId }: Given, actorId: string) =>
  rows(
    "SELECT 1 FROM audit_event WHERE patient_id = $1 AND actor_id = $2 AND act = 'program.read'",
    patientId,
    actorId,
  );
const age = ({ programId }: Given, seconds: number) =>
  rows(
    `UPDATE draft_presence SET seen_at = now() - make_interval(secs => $2), since_at = now() - make_interval(secs => $2 + 60) WHERE program_id = $1`,
    programId,
    seconds,
  );

describe("who is in a draft", () => {
  it("is told to the others, and is audited once a stay", async () => {
    const given = await aDraft();
    const colleague = await aColleague(given);
    expect(await watchDraft(colleague, first(given))).toEqual({ others: [], standing: null, ended: null });
    const { others } = await watchDraft(given.actor, first(given));
    expect(others).toMatchObject([{ id: colleague.userId, name: "Priya Sandpiper" }]);
    const again = await watchDraft(colleague, first(given));
    expect(again.others).toMatchObject([{ id: given.actor.userId, name: given.therapist.displayName }]);
    expect(await reads(given, colleague.userId)).toHaveLength(1);
  });

  it("is who was there within 45 seconds; who comes back begins a new stay", async () => {
    const given = await aDraft();
    const colleague = await aColleague(given);
    await watchDraft(colleague, first(given));
    await age(given, 44);
    const [before] = (await watchDraft(given.actor, first(given))).others;
    await age(given, 46);
    expect((await watchDraft(given.actor, first(given))).others).toEqual([]);
    await watchDraft(colleague, first(given));
    const [back] = (await watchDraft(given.actor, first(given))).others;
    expect(Date.parse(back?.since ?? "")).toBeGreaterThan(Date.parse(before?.since ?? ""));
    expect(await reads(given, colleague.userId)).toHaveLength(2);
  });

  it("is nobody who has left the care team", async () => {
    const given = await aDraft();
    const colleague = await aColleague(given);
    await watchDraft(colleague, first(given));
    await rows("UPDATE care_team_member SET left_at = now() WHERE user_id = $1", colleague.userId);
    expect((await watchDraft(given.actor, first(given))).others).toEqual([]);
    await expect(watchDraft(colleague, first(given))).rejects.toThrow(NotFound);
  });

  it("does not exist for another clinic, for a colleague off the team, and for the wrong role; nothing is written", async () => {
    const given = await aDraft();
    const elsewhere = asActor(await aTherapist(await aClinic()));
    const offTeam = asActor(await aTherapist(given.clinic));
    const patient = asActor((await aPatient(given.clinic)).user);
    for (const actor of [elsewhere, offTeam, patient, asActor(given.surgeon)]) {
      await expect(watchDraft(actor, first(given))).rejects.toThrow(NotFound);
      await expect(watchDraft(actor, { ...first(given), programId: crypto.randomUUID() })).rejects.toThrow(NotFound);
    }
    expect(await presences(given)).toEqual([]);
  });

  it("is said by each for themselves, and is not read by a patient, from SQL either", async () => {
    const given = await aDraft();
    const colleague = await aColleague(given);
    await watchDraft(given.actor, first(given));
    const patient = await aPatient(given.clinic);
    const clinicId = given.clinic.id;
    expect(await acting(patient.user, (tx) => tx.draftPresence.findMany({ where: { clinicId } }))).toEqual([]);
    const now = new Date();
    const inTheNameOf = (userId: string) => ({
      clinicId,
      programId: given.programId,
      userId,
      sinceAt: now,
      seenAt: now,
    });
    await expect(
      acting(given.therapist, (tx) => tx.draftPresence.create({ data: inTheNameOf(colleague.userId) })),
    ).rejects.toThrow(/row-level security/);
    await expect(
      acting(patient.user, (tx) => tx.draftPresence.create({ data: inTheNameOf(patient.user.id) })),
    ).rejects.toThrow(/row-level security/);
    const moved = await acting(await aTherapist(given.clinic), (tx) =>
      tx.draftPresence.updateMany({ where: { clinicId }, data: { seenAt: now } }),
    );
    expect(moved.count).toBe(0);
  });

  it("extends no session", async () => {
    const given = await aDraft();
    const token = await openSession(asActor(given.therapist), crypto.randomUUID());
    const seen = () => rows("SELECT last_seen_at FROM sign_in_session WHERE user_id = $1", given.therapist.id);
    await rows(
      "UPDATE sign_in_session SET last_seen_at = now() - interval '14 minutes' WHERE user_id = $1",
      given.therapist.id,
    );
    const before = await seen();
    const watcher = await resumeSession(token, crypto.randomUUID(), false);
    if (!watcher) throw new Error("no session");
    await watchDraft(watcher, first(given));
    expect(await seen()).toEqual(before);
  });
});

describe("a draft that moved on", () => {
  it("is handed over with its lines when the version is another, and audited", async () => {
    const given = await aDraft();
    const colleague = await aColleague(given);
    await watchDraft(given.actor, first(given));
    const lines = given.draft.lines.slice(1);
    await saveDraft(colleague, { programId: given.programId, version: 1, follows: null, startPhase: 1, lines });
    const before = (await reads(given, given.actor.userId)).length;
    const { standing } = await watchDraft(given.actor, first(given));
    expect(standing).toMatchObject({ version: 2, lines, changedBy: "Priya Sandpiper", currentRevision: null });
    expect(await reads(given, given.actor.userId)).toHaveLength(before + 1);
    expect(await watchDraft(given.actor, { ...first(given), version: 2 })).toMatchObject({ standing: null });
  });

  it("has ended by a signature, and stays so when the next draft is begun", async () => {
    const given = await aDraft();
    const colleague = await aColleague(given);
    await signRevision(given.actor, signed(given));
    const ended = { because: "signed", by: given.therapist.printedName, number: 1 };
    expect(await watchDraft(colleague, first(given))).toMatchObject({ others: [], standing: null, ended });
    await reopenDraft(given.actor, given.programId);
    expect(await watchDraft(colleague, first(given))).toMatchObject({ standing: null, ended });
    expect(await watchDraft(colleague, { ...first(given), version: 2, follows: 1 })).toMatchObject({
      standing: null,
      ended: null,
    });
    const { programId, draft } = given;
    const stale = { programId, version: 1, follows: null, startPhase: 1, lines: draft.lines };
    await expect(saveDraft(colleague, stale)).rejects.toMatchObject({ what: "draft", current: { currentRevision: 1 } });
  });

  it.each(["stopped", "completed"] as const)("of a %s program has ended and takes no more changes", async (state) => {
    const given = await aDraft();
    await signRevision(given.actor, signed(given));
    await reopenDraft(given.actor, given.programId);
    await putProgramIn(state, given.programId, given.therapist);
    const { programId, draft } = given;
    expect(await watchDraft(given.actor, { ...first(given), follows: 1 })).toMatchObject({ ended: { because: state } });
    await expect(
      saveDraft(given.actor, { programId, version: 2, follows: 1, startPhase: 1, lines: draft.lines }),
    ).rejects.toMatchObject({ code: "refused", reason: "notRunning" });
    const [stored] = await rows("SELECT version FROM program_draft WHERE program_id = $1", programId);
    expect(stored).toEqual({ version: 2 });
  });
});
