import { beforeAll, describe, expect, it } from "vitest";
import { NotFound } from "@/lib/errors";
import { explainLine } from "@/lib/records/programs/explain-line";
import { loadComparison } from "@/lib/records/programs/load-comparison";
import { loadHistory } from "@/lib/records/programs/load-history";
import { loadProgram } from "@/lib/records/programs/load-program";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { loadSignPage } from "@/lib/records/programs/load-sign-page";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { isChange } from "@/lib/draft/compare-lines";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, anAdministrator, aPatient, asActor, aTherapist, type TestUser } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";
import { aDraft, signed } from "./given";

type Given = Awaited<ReturnType<typeof twoRevisions>>;
let given: Given;

/** Two signed revisions, the first with a reason: the second has a line less, one note more, and an open draft of the third. */
async function twoRevisions() {
  const first = await aDraft(3);
  const drafted = (await loadProgram(first.actor, first.patientId)).draft?.lines ?? [];
  const explained = drafted.map((line, index) => (index === 1 ? { ...line, overrideReason: "Agreed." } : line));
  await saveDraft(first.actor, { programId: first.programId, version: 1, startPhase: 1, lines: explained });
  await signRevision(first.actor, { ...signed(first), version: 2 });
  await reopenDraft(first.actor, first.programId);
  const { draft } = await loadProgram(first.actor, first.patientId);
  const [gone, noted, ...rest] = draft?.lines ?? [];
  if (!gone || !noted) throw new Error("no lines");
  const lines = [{ ...noted, noteToPatient: "Slowly." }, ...rest];
  await saveDraft(first.actor, { programId: first.programId, version: 3, startPhase: 1, lines });
  await signRevision(first.actor, { ...signed(first), version: 4 });
  await reopenDraft(first.actor, first.programId);
  const revision = await loadRevision(first.actor, first.patientId, 2);
  const line = revision.phases.flatMap((phase) => phase.lines)[0];
  if (!line) throw new Error("no line");
  return { ...first, gone, noted, lineId: line.id };
}

beforeAll(async () => {
  given = await twoRevisions();
});

const everybodyElse = async (): Promise<[string, TestUser][]> => {
  const elsewhere = await aPatient(await aClinic());
  return [
    ["a colleague who is not on the team", await aTherapist(given.clinic)],
    ["another clinic", elsewhere.therapist],
    ["the administrator", await anAdministrator(given.clinic)],
    ["a patient", elsewhere.user],
  ];
};

describe("the history of a program", () => {
  it("says what each revision changed, in one statement beside the audit", async () => {
    const { revisions, hasDraft } = await loadHistory(given.actor, given.patientId);
    expect(hasDraft).toBe(true);
    expect(revisions.map(({ number, changes }) => [number, changes.length])).toEqual([
      [2, 2],
      [1, 0],
    ]);
    expect(revisions[0]?.changes).toMatchObject([
      { kind: "both", keys: ["noteToPatient"], after: { exercise: given.noted.exercise } },
      { kind: "removed", before: { exercise: given.gone.exercise } },
    ]);
    expect(await queriesOf(() => loadHistory(given.actor, given.patientId))).toBe(2);
  });

  it("compares any two states, the template and the draft too", async () => {
    const compare = async (from: "template" | "draft" | number, to: "template" | "draft" | number) =>
      (await loadComparison(given.actor, given.patientId, { from, to })).changes.filter(isChange).length;
    expect(await compare(1, 2)).toBe(2);
    expect(await compare(2, 1)).toBe(2);
    expect(await compare(2, 2)).toBe(0);
    expect(await compare(2, "draft")).toBe(0);
    expect(await compare("template", 2)).toBeGreaterThanOrEqual(2);
    await expect(compare(1, 9)).rejects.toThrow(NotFound);
    const usual = await loadComparison(given.actor, given.patientId, null);
    expect([usual.from, usual.to]).toEqual([2, "draft"]);
    expect(await queriesOf(() => loadComparison(given.actor, given.patientId, null))).toBe(2);
  });
});

describe("a signed line", () => {
  it("answers where it comes from, who changed what, what was found, what it needs and by which numbers", async () => {
    const line = await explainLine(given.actor, given.patientId, 2, given.lineId);
    expect(line).toMatchObject({
      isGenuine: true,
      line: { exercise: given.noted.exercise, noteToPatient: "Slowly." },
      revision: { number: 2, signedName: given.therapist.printedName, isCurrent: true },
      template: { number: 1 },
      origin: { phase: 1, starting: true },
      settings: null,
      checkIns: [],
    });
    expect(line.steps.map(({ number, keys }) => [number, keys])).toMatchObject([
      [1, expect.anything()],
      [2, ["noteToPatient"]],
    ]);
    const author = { number: 1, signedName: given.therapist.printedName };
    expect(line.author).toMatchObject(author);
    const { phases } = await loadRevision(given.actor, given.patientId, 2);
    const read = phases.flatMap(({ lines }) => lines).find(({ id }) => id === given.lineId);
    expect(read?.override).toMatchObject({ reason: "Agreed.", author });
    expect((await loadSignPage(given.actor, given.patientId)).authors).toMatchObject({ [given.lineId]: author });
    expect(line.needsKeys).toContain("PROGRAM_START");
    expect(line.clearances).toMatchObject([
      { state: "requested", decision: null, askedBy: given.therapist.printedName },
    ]);
    expect(await queriesOf(() => explainLine(given.actor, given.patientId, 2, given.lineId))).toBe(3);
  });

  it("names who decided its clearance, when, with which limits", async () => {
    const person = await aPatient(given.clinic, { after: "epidural", days: 4 });
    const program = await aProgram(person);
    await aGrantedClearance(person, "PROGRAM_START");
    const line = program.lines.find(({ phase }) => phase === program.phase);
    const actor = asActor(person.therapist);
    const { clearances } = await explainLine(actor, person.patient.id, 1, line?.id ?? "");
    expect(clearances[0]).toMatchObject({
      state: "granted",
      decision: { outcome: "granted", by: person.surgeon.printedName },
    });
  });

  it("shows when the stored revision is not the signed one", async () => {
    const other = await aDraft(3);
    await signRevision(other.actor, signed(other));
    const revision = await loadRevision(other.actor, other.patientId, 1);
    const lineId = revision.phases[0]?.lines[0]?.id ?? "";
    const client = await aDatabase().superuser.connect();
    try {
      await client.query("SET session_replication_role = replica");
      await client.query("UPDATE prescribed_exercise SET note_to_patient = 'changed' WHERE id = $1", [lineId]);
      await client.query("SET session_replication_role = DEFAULT");
    } finally {
      client.release();
    }
    expect((await explainLine(other.actor, other.patientId, 1, lineId)).isGenuine).toBe(false);
  });

  it("is not there under another revision, and no id is no line", async () => {
    await expect(explainLine(given.actor, given.patientId, 1, given.lineId)).rejects.toThrow(NotFound);
    await expect(explainLine(given.actor, given.patientId, 2, "x")).rejects.toThrow(NotFound);
  });
});

describe("the page to sign", () => {
  it("has the saved draft, the revision in force and who decides, in four statements", async () => {
    const page = await loadSignPage(given.actor, given.patientId);
    expect(page.draft.version).toBe(5);
    expect(page.current.map(({ line }) => line.id).sort()).toEqual(page.draft.lines.map(({ id }) => id).sort());
    expect(page.deciders.find(({ key }) => key === "PROGRAM_START")).toMatchObject({ decidedBy: "surgeon" });
    expect(page.deciders.find(({ key }) => key === "PROGRAM_START")?.askedAt).not.toBeNull();
    expect(await queriesOf(() => loadSignPage(given.actor, given.patientId))).toBe(4);
  });

  it("is not there without a draft, nor for the surgeon", async () => {
    const other = await aDraft(3);
    await signRevision(other.actor, signed(other));
    await expect(loadSignPage(other.actor, other.patientId)).rejects.toThrow(NotFound);
    await expect(loadSignPage(asActor(given.surgeon), given.patientId)).rejects.toThrow(NotFound);
  });
});

it("is all of it there for the care team alone", async () => {
  await expect(loadHistory(asActor(given.surgeon), given.patientId)).resolves.toBeDefined();
  for (const [who, user] of await everybodyElse()) {
    const actor = asActor(user);
    await expect(loadHistory(actor, given.patientId), who).rejects.toThrow(NotFound);
    await expect(loadComparison(actor, given.patientId, { from: 1, to: 2 }), who).rejects.toThrow(NotFound);
    await expect(explainLine(actor, given.patientId, 2, given.lineId), who).rejects.toThrow(NotFound);
    await expect(loadSignPage(actor, given.patientId), who).rejects.toThrow(NotFound);
  }
});
