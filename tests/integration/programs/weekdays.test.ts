import { describe, expect, it } from "vitest";
import { loadProgram } from "@/lib/records/programs/load-program";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { loadRevisionContent } from "@/lib/records/programs/revision-content";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import type { DraftLine } from "@/lib/schemas/program";
import { acting } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aDraft, signed } from "./given";

/** A signed program whose first line is for Monday, Wednesday and Friday, and whose second names no days. */
async function signedWithWeekdays() {
  const given = await aDraft();
  const lines = given.draft.lines.map((line, index): DraftLine => {
    if (index === 0) return { ...line, dosage: { ...line.dosage, perWeek: 3, weekdays: [1, 3, 5] } };
    return index === 1 ? { ...line, dosage: { ...line.dosage, weekdays: null } } : line;
  });
  await saveDraft(given.actor, { programId: given.programId, version: 1, startPhase: 1, lines });
  await signRevision(given.actor, signed({ ...given, version: 2 }));
  return given;
}

/** Past the triggers, as somebody with the database in hand would. */
async function behindTheSignature(sql: string, patientId: string): Promise<void> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, [patientId]);
  } finally {
    await client.query("SET session_replication_role = DEFAULT");
    client.release();
  }
}

describe("days of the week in a signed line", () => {
  it("are signed, read and verified; a line without them has no such key", async () => {
    const given = await signedWithWeekdays();
    const revision = await loadRevision(given.actor, given.patientId, 1);
    expect(revision.isGenuine).toBe(true);
    const dosages = revision.phases.flatMap(({ lines }) => lines).map(({ dosage }) => dosage);
    expect(dosages[0]).toMatchObject({ perWeek: 3, weekdays: [1, 3, 5] });
    for (const dosage of dosages.slice(1)) expect(dosage).not.toHaveProperty("weekdays");
  });

  it("are in no digest of a revision that names none: what was signed before there were any still verifies", async () => {
    const given = await aDraft();
    await signRevision(given.actor, signed(given));
    const [row] = await acting(given.therapist, (tx) =>
      tx.programRevision.findMany({ where: { clinicId: given.clinic.id, programId: given.programId } }),
    );
    if (!row) throw new Error("no revision");
    const content = await acting(given.therapist, (tx) => loadRevisionContent(tx, given.clinic.id, row));
    expect(content.lines).toHaveLength(given.draft.lines.length);
    expect(JSON.stringify(content)).not.toContain("weekdays");
    expect(Object.keys(content.lines[0] ?? {}).sort()).toEqual(
      [
        ...["phase", "position", "exerciseId", "exerciseCode", "sets", "reps", "holdSec", "restSec", "durationMin"],
        ...["perDay", "perWeek", "loadKg", "rpeMax", "side", "noteToPatient", "opensOn", "needsKeys"],
        ...["isLoadedLifting", "heldBackUntil", "findings", "overrideReason", "templateLineId"],
      ].sort(),
    );
  });

  it.each([
    "UPDATE prescribed_exercise SET weekdays = '{1,3,6}' WHERE weekdays IS NOT NULL AND patient_id = $1",
    "UPDATE prescribed_exercise SET weekdays = NULL WHERE weekdays IS NOT NULL AND patient_id = $1",
    "UPDATE prescribed_exercise SET weekdays = '{1,2,3,4,5,6,7}', per_week = 7 WHERE weekdays IS NULL AND patient_id = $1",
  ])("are found when they were changed behind the signature: %s", async (sql) => {
    const given = await signedWithWeekdays();
    await behindTheSignature(sql, given.patientId);
    expect((await loadRevision(given.actor, given.patientId, 1)).isGenuine).toBe(false);
  });

  it("go on into the next draft, and into what growth is measured from", async () => {
    const given = await signedWithWeekdays();
    await reopenDraft(given.actor, given.programId);
    const { draft, previous } = await loadProgram(given.actor, given.patientId);
    const withDays = draft?.lines.filter(({ dosage }) => dosage.weekdays != null);
    expect(withDays).toMatchObject([{ dosage: { perWeek: 3, weekdays: [1, 3, 5] } }]);
    expect(previous.filter(({ dosage }) => "weekdays" in dosage)).toMatchObject([{ dosage: { weekdays: [1, 3, 5] } }]);
  });

  it.each([
    ["more days than times a week", "'{1,3,5}'", 2],
    ["days without times a week", "'{1,3,5}'", null],
    ["no day at all", "'{}'", null],
    ["a day that no week has", "'{1,8}'", 2],
    ["a day before Monday", "'{0,1}'", 2],
    ["a day twice", "'{3,3}'", 2],
    ["days out of order", "'{5,1,3}'", 3],
    ["an empty day", "'{1,NULL}'", 2],
    ["days in two rows", "'{{1,2},{3,4}}'", 4],
    ["days counted from zero", "'[0:1]={5,1}'", 2],
  ])("are refused by the database: %s", async (_, weekdays, perWeek) => {
    const given = await signedWithWeekdays();
    const changed = behindTheSignature(
      `UPDATE prescribed_exercise SET weekdays = ${weekdays}, per_week = ${perWeek ?? "NULL"} WHERE patient_id = $1 AND weekdays IS NOT NULL`,
      given.patientId,
    );
    await expect(changed).rejects.toMatchObject({ constraint: "weekdays_are_a_week" });
  });
});
