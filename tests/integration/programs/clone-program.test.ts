import { describe, expect, it } from "vitest";
import { Denied, NotFound } from "@/lib/errors";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadCloneSources } from "@/lib/records/programs/load-clone-sources";
import { loadProgram } from "@/lib/records/programs/load-program";
import { readCloneSource } from "@/lib/records/programs/read-clone-source";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { queriesOf } from "@/tests/support/query-counter";
import { asActor, aTherapist } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aDraft, admissionOf, signed } from "./given";

/** A signed program with notes and named days, and the draft of another patient of the same therapist. */
async function twoPatients() {
  const source = await aDraft();
  const [first, ...rest] = source.draft.lines;
  const lines = first
    ? [
        {
          ...first,
          noteToPatient: "For Perpetua only.",
          overrideReason: "Seen on Monday.",
          dosage: { ...first.dosage, perWeek: 2, weekdays: [1, 4] },
        },
        ...rest,
      ]
    : [];
  await saveDraft(source.actor, { programId: source.programId, version: 1, startPhase: 1, lines });
  await signRevision(source.actor, signed({ ...source, version: 2 }));
  const admission = admissionOf(source.clinic, source.surgeon.id, 3);
  const { patientId } = await admitPatient(source.actor, {
    ...admission,
    identity: {
      ...admission.identity,
      givenName: "Basil",
      familyName: "Fernhill",
      mrn: "DEMO-8",
      signInName: `basil-${crypto.randomUUID()}`,
    },
  });
  const { programId } = await loadProgram(source.actor, patientId);
  return { ...source, lines, target: { patientId, programId } };
}

async function reads(programId: string): Promise<{ patient_id: string; actor_id: string }[]> {
  const { rows }: { rows: { patient_id: string; actor_id: string }[] } = await aDatabase().superuser.query(
    "SELECT patient_id, actor_id FROM audit_event WHERE act = 'program.read' AND subject_id = $1 AND at > now() - interval '1 minute'",
    [programId],
  );
  return rows;
}

describe("cloning a program", () => {
  it("reads the signed lines with their dosage and named days, never their notes or reasons, and says so in the other record", async () => {
    const { actor, patientId, programId, lines, target } = await twoPatients();
    const before = (await reads(programId)).length;
    const found = await readCloneSource(actor, { programId: target.programId, sourceId: programId });
    expect(found.lines).toHaveLength(lines.length);
    expect(found.lines[0]).toMatchObject({ phase: 1, isRetired: false, dosage: { perWeek: 2, weekdays: [1, 4] } });
    expect(JSON.stringify(found)).not.toMatch(/Perpetua|Monday/);
    expect(new Set(found.facts.map(({ id }) => id))).toEqual(new Set(lines.map(({ exercise }) => exercise)));
    const after = await reads(programId);
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toEqual({ patient_id: patientId, actor_id: actor.userId });
  });

  it("does not find a program of another clinic, or of a patient whose care team one is not on", async () => {
    const { actor, clinic, programId, target } = await twoPatients();
    const foreign = await aDraft();
    await signRevision(foreign.actor, signed(foreign));
    const input = { programId: target.programId, sourceId: foreign.programId };
    await expect(readCloneSource(actor, input)).rejects.toThrow(NotFound);
    const offTeam = asActor(await aTherapist(clinic));
    await expect(readCloneSource(offTeam, { ...input, sourceId: programId })).rejects.toThrow(NotFound);
    expect(await loadCloneSources(offTeam, { programId: target.programId, search: "" })).toMatchObject({ sources: [] });
  });

  it("needs a draft of one's own to take the lines into", async () => {
    const { actor, programId } = await twoPatients();
    await expect(readCloneSource(actor, { programId, sourceId: programId })).rejects.toThrow(NotFound);
  });

  it("refuses who does not write programs, and a refusal writes nothing", async () => {
    const { surgeon, programId, target } = await twoPatients();
    const before = (await reads(programId)).length;
    const asSurgeon = asActor(surgeon);
    await expect(readCloneSource(asSurgeon, { programId: target.programId, sourceId: programId })).rejects.toThrow(
      Denied,
    );
    await expect(loadCloneSources(asSurgeon, { programId: target.programId, search: "" })).rejects.toThrow(Denied);
    expect(await reads(programId)).toHaveLength(before);
  });

  it("lists the signed programs of one's other patients by the start of a name or number, in one query and its audit", async () => {
    const { actor, programId, lines, target } = await twoPatients();
    const named = (search: string) => loadCloneSources(actor, { programId: target.programId, search });
    const { sources } = await named("");
    expect(sources).toMatchObject([
      { programId, patientName: "Perpetua Ashgrove", mrn: "DEMO-7", revision: 1, phase: 1, lines: lines.length },
    ]);
    for (const search of ["perp", "Ash", "demo-7"]) expect((await named(search)).sources).toHaveLength(1);
    for (const search of ["petua", "%", "_", "Fernhill"]) expect((await named(search)).sources).toHaveLength(0);
    expect(await queriesOf(() => named(""))).toBe(2);
    expect(await queriesOf(() => readCloneSource(actor, { programId: target.programId, sourceId: programId }))).toBe(4);
  });
});
