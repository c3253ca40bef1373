import { describe, expect, it } from "vitest";
import { signing } from "@/lib/clinical/signing";
import { Denied, Invalid, NotFound } from "@/lib/errors";
import { searchLibrary } from "@/lib/records/library/search-library";
import { setOwnDosage } from "@/lib/records/library/set-own-dosage";
import { loadProgram } from "@/lib/records/programs/load-program";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { dosageSchema } from "@/lib/schemas/dosage";
import { searchLibrarySchema } from "@/lib/schemas/library";
import { aClinic, anAdministrator, asActor, aTherapist } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";
import { aDraft } from "../programs/given";

const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code);

describe("a search for a patient", () => {
  const forPatient = (given: { actor: Parameters<typeof searchLibrary>[0]; programId: string }) => ({
    ...given,
    search: (text: string, phase = 1, filters: object = {}) =>
      searchLibrary(
        given.actor,
        searchLibrarySchema.parse({ text, filters, for: { programId: given.programId, phase } }),
      ),
  });

  it("judges each exercise as the signature would judge it alone, whatever the number of lines", async () => {
    const given = forPatient(await aDraft(30));
    const page = await loadProgram(given.actor, (await aProgramOf(given.programId)).patientId);
    const lines = page.draft?.lines ?? [];
    for (const phase of [1, 2, 3]) {
      const rows = await given.search("", phase);
      expect(rows.length).toBeGreaterThan(100);
      const differing = rows.filter((row) => {
        const inTemplate = page.phases.find(({ n }) => n === phase)?.lines.find((line) => line.exercise === row.code);
        const dosage = inTemplate?.dosage ?? row.facts.defaultDosage;
        const alone = signing(
          {
            ...page.situation,
            phase: page.currentPhase ?? page.draft?.startPhase ?? 1,
            previous: page.previous,
            lines: [...lines, { exercise: row.code, phase, dosage }],
          },
          { ...page.content, exercises: { ...page.content.exercises, [row.code]: row.facts } },
          page.settings,
        ).lines.at(-1);
        return (
          JSON.stringify([row.verdict, row.heldBack, row.findings]) !==
          JSON.stringify([alone?.verdict, alone?.heldBack, alone?.findings])
        );
      });
      expect(codes(differing)).toEqual([]);
    }
  });

  it("calls open what is neither blocked nor held back, and sees what the draft has", async () => {
    const given = forPatient(await aDraft(30));
    const all = await given.search("");
    const open = await given.search("", 1, { open: true });
    expect(codes(open)).toEqual(codes(all.filter(({ verdict, heldBack }) => verdict !== "block" && heldBack === null)));
    expect(open.length).toBeLessThan(all.length);
    const ofDraft = (await aProgramOf(given.programId)).lines.find(({ phase }) => phase === 1)?.exercise;
    expect(all.find(({ code }) => code === ofDraft)?.findings?.map(({ rule }) => rule)).toContain("duplicate");
  });

  it("judges with one's own dosage", async () => {
    const given = forPatient(await aDraft(30));
    const before = (await given.search("short walks")).find(({ facts }) => facts.rampGroup === "walking");
    const code = before?.code ?? "";
    await setOwnDosage(given.actor, { code, dosage: dosageSchema.parse({ durationMin: 120, perDay: 5, perWeek: 7 }) });
    const after = (await given.search("")).find((row) => row.code === code);
    expect(after?.myDosage).toMatchObject({ durationMin: 120 });
    expect(after?.findings).not.toEqual(before?.findings);
  });

  it("reads the patient's record, and says so in the audit trail", async () => {
    const given = forPatient(await aDraft());
    await given.search("bridge");
    const { rows } = await aDatabase().superuser.query(
      "SELECT actor_id FROM audit_event WHERE act = 'program.read' AND subject_id = $1 AND patient_id IS NOT NULL",
      [given.programId],
    );
    expect(rows.at(-1)).toEqual({ actor_id: given.actor.userId });
  });

  it("does not exist for colleagues off the team, other clinics, or programs that are none", async () => {
    const given = await aDraft();
    const colleague = asActor(await aTherapist(given.clinic));
    const elsewhere = asActor(await aTherapist(await aClinic()));
    for (const actor of [colleague, elsewhere]) {
      await expect(forPatient({ ...given, actor }).search("")).rejects.toThrow(NotFound);
    }
    await expect(forPatient({ ...given, programId: crypto.randomUUID() }).search("")).rejects.toThrow(NotFound);
    const administrator = asActor(await anAdministrator(given.clinic));
    await expect(forPatient({ ...given, actor: administrator }).search("")).rejects.toThrow(Denied);
  });

  it("names a phase that the protocol lacks", async () => {
    const given = forPatient(await aDraft());
    await expect(given.search("", 12)).rejects.toThrow(Invalid);
    expect(searchLibrarySchema.safeParse({ text: "", filters: { open: true } }).success).toBe(false);
  });

  it("makes five queries at most, whatever it finds", async () => {
    const given = forPatient(await aDraft(30));
    expect(await queriesOf(() => given.search(""))).toBeLessThanOrEqual(5);
    expect(await queriesOf(() => given.search("heel slide"))).toBeLessThanOrEqual(5);
  });

  it("remembers what a save of the draft adds as recently used", async () => {
    const given = await aDraft(30);
    const before = await searchLibrary(
      given.actor,
      searchLibrarySchema.parse({ text: "", filters: { mine: "recent" } }),
    );
    expect(before).toEqual([]);
    const [line] = given.draft.lines;
    if (!line) throw new Error("no line");
    const added = { ...line, id: crypto.randomUUID(), exercise: "clamshell", templateLineId: null };
    await saveDraft(given.actor, {
      ...{ programId: given.programId, version: 1, startPhase: given.draft.startPhase },
      lines: [...given.draft.lines.filter(({ exercise }) => exercise !== "clamshell"), added],
    });
    const recent = await searchLibrary(
      given.actor,
      searchLibrarySchema.parse({ text: "", filters: { mine: "recent" } }),
    );
    const had = given.draft.lines.some(({ exercise }) => exercise === "clamshell");
    expect(codes(recent)).toEqual(had ? [] : ["clamshell"]);
  });
});

async function aProgramOf(programId: string) {
  const { rows }: { rows: { patientId: string; lines: { phase: number; exercise: string }[] }[] } =
    await aDatabase().superuser.query(
      `SELECT p.patient_id AS "patientId", d.lines FROM program p
       JOIN program_draft d ON d.clinic_id = p.clinic_id AND d.program_id = p.id WHERE p.id = $1`,
      [programId],
    );
  const [row] = rows;
  if (!row) throw new Error("no program");
  return row;
}
