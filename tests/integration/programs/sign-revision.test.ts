import { describe, expect, it } from "vitest";
import { conditions } from "@/lib/clinical/facts";
import { Conflict, Denied, Invalid, NotFound, Refused } from "@/lib/errors";
import { loadProgram } from "@/lib/records/programs/load-program";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { aClinic, aPatient, acting, anAdministrator, asActor, aTherapist } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aDraft, revisions, signed } from "./given";

describe("signing a program", () => {
  it("signs the starting selection as revision 1, begins the program, asks for what it waits for, and audits", async () => {
    const given = await aDraft();
    expect(await signRevision(given.actor, signed(given))).toEqual({ number: 1 });
    const page = await loadProgram(given.actor, given.patientId);
    expect(page).toMatchObject({ state: "active", currentRevision: 1, currentPhase: 1, draft: null });
    const waiting = await acting(given.therapist, (tx) =>
      tx.clearance.findMany({ where: { clinicId: given.clinic.id } }),
    );
    expect(waiting).toMatchObject([{ subjectId: "PROGRAM_START", state: "requested", question: "May she begin?" }]);
    const { rows } = await aDatabase().superuser.query(
      "SELECT act FROM audit_event WHERE patient_id = $1 AND act IN ('program.sign', 'clearance.request') ORDER BY act",
      [given.patientId],
    );
    expect(rows).toEqual([{ act: "clearance.request" }, { act: "program.sign" }]);
    const revision = await loadRevision(given.actor, given.patientId, 1);
    expect(revision).toMatchObject({
      isGenuine: true,
      isCurrent: true,
      signedName: given.therapist.printedName,
      meaning: "prescribed",
    });
    expect(revision.phases.flatMap(({ lines }) => lines)).toHaveLength(given.draft.lines.length);
    for (const line of revision.phases.filter(({ n }) => n > 1).flatMap(({ lines }) => lines)) {
      expect(line.heldBackUntil).not.toBeNull();
    }
  });

  it("makes revision 2 of a later edit; both are read and verified, and the first one stays", async () => {
    const given = await aDraft();
    await signRevision(given.actor, signed(given));
    await reopenDraft(given.actor, given.programId);
    const { draft } = await loadProgram(given.actor, given.patientId);
    const lines = (draft?.lines ?? []).slice(1);
    await saveDraft(given.actor, { programId: given.programId, version: 2, startPhase: 1, lines });
    expect(await signRevision(given.actor, signed({ ...given, version: 3 }))).toEqual({ number: 2 });
    const [one, two] = [
      await loadRevision(given.actor, given.patientId, 1),
      await loadRevision(given.actor, given.patientId, 2),
    ];
    expect([one.isGenuine, one.isCurrent, two.isGenuine, two.isCurrent]).toEqual([true, false, true, true]);
    const count = (revision: typeof one) => revision.phases.flatMap(({ lines: of }) => of).length;
    expect(count(one) - count(two)).toBe(1);
  });

  it("verifies whatever the order in which the lines were written", async () => {
    const given = await aDraft();
    const lines = given.draft.lines.toReversed();
    await saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 1, lines });
    await signRevision(given.actor, signed({ ...given, version: 2 }));
    expect((await loadRevision(given.actor, given.patientId, 1)).isGenuine).toBe(true);
  });

  it.each([
    "UPDATE prescribed_exercise SET reps = 99 WHERE id = (SELECT id FROM prescribed_exercise WHERE reps IS NOT NULL AND patient_id = $1 LIMIT 1)",
    "UPDATE prescribed_exercise SET needs_keys = '{RUNNING}' WHERE id = (SELECT id FROM prescribed_exercise WHERE patient_id = $1 LIMIT 1)",
    "UPDATE program_revision SET signed_name = 'Somebody Else' WHERE patient_id = $1",
    "UPDATE program_phase SET entry_keys = '{}' WHERE patient_id = $1 AND n = 1",
    "DELETE FROM prescribed_exercise WHERE id = (SELECT id FROM prescribed_exercise WHERE patient_id = $1 LIMIT 1)",
  ])("finds a column that was changed behind the signature: %s", async (sql) => {
    const given = await aDraft();
    await signRevision(given.actor, signed(given));
    const client = await aDatabase().superuser.connect();
    try {
      await client.query("SET session_replication_role = replica");
      await client.query(sql, [given.patientId]);
      await client.query("SET session_replication_role = DEFAULT");
    } finally {
      client.release();
    }
    expect((await loadRevision(given.actor, given.patientId, 1)).isGenuine).toBe(false);
  });

  it("is refused with every finding while a line is blocked, and writes nothing", async () => {
    const given = await aDraft();
    const lines = given.draft.lines.flatMap((line, index) =>
      index === 0
        ? [
            line,
            {
              ...line,
              id: crypto.randomUUID(),
              exercise: "cat-camel",
              dosage: { ...line.dosage, durationMin: null, sets: 1, reps: 8 },
            },
          ]
        : [line],
    );
    await saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 1, lines });
    const refused = signRevision(given.actor, signed({ ...given, version: 2 }));
    await expect(refused).rejects.toThrow(Refused);
    await expect(refused).rejects.toMatchObject({ reason: "blockedLines" });
    expect(await revisions(given.programId)).toBe(0);
    expect((await loadProgram(given.actor, given.patientId)).state).toBe("draft");
  });

  it("asks for the reason of every override, and keeps it with the line", async () => {
    const given = await aDraft();
    const index = given.draft.lines.findIndex(({ dosage, phase }) => phase === 1 && dosage.reps !== null);
    const lines = given.draft.lines.map((line, at) =>
      at === index ? { ...line, dosage: { ...line.dosage, reps: 60, sets: 4 }, overrideReason: null } : line,
    );
    await saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 1, lines });
    await expect(signRevision(given.actor, signed({ ...given, version: 2 }))).rejects.toMatchObject({
      fields: { [`lines.${index}.overrideReason`]: "reasonNeeded" },
    });
    const explained = lines.map((line, at) => (at === index ? { ...line, overrideReason: "Trained rower." } : line));
    await saveDraft(given.actor, { programId: given.programId, version: 2, startPhase: 1, lines: explained });
    await signRevision(given.actor, signed({ ...given, version: 3 }));
    const { rows } = await aDatabase().superuser.query(
      "SELECT override_reason FROM prescribed_exercise WHERE patient_id = $1 AND override_reason = 'Trained rower.'",
      [given.patientId],
    );
    expect(rows).toHaveLength(1);
  });

  it("needs the signer's own password", async () => {
    const given = await aDraft();
    const refused = signRevision(given.actor, { ...signed(given), password: "somebody else's" });
    await expect(refused).rejects.toThrow(Invalid);
    await expect(refused).rejects.toMatchObject({ fields: { password: "passwordIsWrong" } });
    expect(await revisions(given.programId)).toBe(0);
  });

  it("answers a stale version with the draft that stands", async () => {
    const given = await aDraft();
    const save = (version: number) =>
      saveDraft(given.actor, { programId: given.programId, version, startPhase: 2, lines: given.draft.lines });
    await save(1);
    await expect(save(1)).rejects.toThrow(Conflict);
    await expect(save(1)).rejects.toMatchObject({ current: { version: 2, startPhase: 2 } });
    await expect(signRevision(given.actor, signed(given))).rejects.toThrow(Conflict);
    expect(await revisions(given.programId)).toBe(0);
  });

  it("signs the draft that was on the page, not a later one, which never has its version", async () => {
    const given = await aDraft();
    const onThePage = { ...signed(given), follows: null };
    await signRevision(given.actor, onThePage);
    await reopenDraft(given.actor, given.programId);
    await expect(signRevision(given.actor, onThePage)).rejects.toThrow(Conflict);
    expect(await revisions(given.programId)).toBe(1);
    expect(await signRevision(given.actor, { ...onThePage, version: 2, askFor: [], follows: 1 })).toEqual({
      number: 2,
    });
  });

  it("does not exist for another clinic, for a therapist off the team, and is refused to other roles", async () => {
    const given = await aDraft();
    const strangers = [await aTherapist(await aClinic()), await aTherapist(given.clinic)];
    for (const stranger of strangers) {
      const actor = asActor(stranger);
      await expect(loadProgram(actor, given.patientId)).rejects.toThrow(NotFound);
      await expect(loadRevision(actor, given.patientId, 1)).rejects.toThrow(NotFound);
      await expect(reopenDraft(actor, given.programId)).rejects.toThrow(NotFound);
      await expect(
        saveDraft(actor, { programId: given.programId, version: 1, startPhase: 1, lines: [] }),
      ).rejects.toThrow(NotFound);
      await expect(signRevision(actor, signed(given))).rejects.toThrow(NotFound);
    }
    const other = await aPatient(given.clinic);
    for (const role of [given.surgeon, other.user, await anAdministrator(given.clinic)]) {
      await expect(signRevision(asActor(role), signed(given))).rejects.toThrow(Denied);
      await expect(
        saveDraft(asActor(role), { programId: given.programId, version: 1, startPhase: 1, lines: [] }),
      ).rejects.toThrow(Denied);
      await expect(reopenDraft(asActor(role), given.programId)).rejects.toThrow(Denied);
    }
    expect(await revisions(given.programId)).toBe(0);
  });

  it("judges by what is being recorded of the episode at that moment, not by what stood before", async () => {
    const given = await aDraft();
    const ids = { clinicId: given.clinic.id, patientId: given.patientId };
    const recorded = acting(given.therapist, async (tx) => {
      const { id: episodeId } = await tx.episode.findFirstOrThrow({ where: ids });
      const named = [...conditions];
      await tx.conditionChange.createMany({
        data: { ...ids, episodeId, conditions: named, changedById: given.therapist.id },
      });
      await tx.episode.updateMany({ where: ids, data: { conditions: named, version: { increment: 1 } } });
      const signature = signRevision(given.actor, signed(given)).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      return { signature };
    });
    expect(await (await recorded).signature).toBeInstanceOf(Refused);
    expect(await revisions(given.programId)).toBe(0);
  });
});
