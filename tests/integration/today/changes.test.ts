import { beforeAll, describe, expect, test } from "vitest";
import type { DraftLine } from "@/lib/schemas/program";
import { NotFound } from "@/lib/errors";
import { loadProgram } from "@/lib/records/programs/load-program";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { loadOwnHistory } from "@/lib/records/today/load-own-history";
import { loadToday } from "@/lib/records/today/load-today";
import { seeChanges } from "@/lib/records/today/see-changes";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import {
  aClinic,
  acting,
  aPatient,
  asActor,
  testPassword,
  type TestClinic,
  type TestPatient,
} from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

type Running = TestPatient & { programId: string; phase: number };

/** A patient some days after an injection, cleared to begin, with a program in the phase of that day. */
async function aRunning(): Promise<Running> {
  const person = await aPatient(clinic, { after: "epidural", days: 4 });
  const { id, phase } = await aProgram(person);
  await aGrantedClearance(person, "PROGRAM_START");
  return { ...person, programId: id, phase };
}

/** Signs the next revision with the lines as they are changed here. */
async function revise(person: Running, change: (lines: DraftLine[]) => DraftLine[]) {
  const { programId } = person;
  const actor = asActor(person.therapist);
  await reopenDraft(actor, programId);
  const { draft } = await loadProgram(actor, person.patient.id);
  const lines = change(draft?.lines ?? []).map((line) => ({
    ...line,
    overrideReason: line.overrideReason ?? "Seen in the clinic.",
  }));
  const { version } = await saveDraft(actor, { programId, version: draft?.version ?? 0, startPhase: 1, lines });
  return signRevision(actor, { programId, version, askFor: [], question: "", password: testPassword });
}

const changesOf = async (person: TestPatient, now?: Date) => (await loadToday(asActor(person.user), now)).changes;
const inShort = (changes: Awaited<ReturnType<typeof changesOf>>) =>
  changes?.changes.map(({ change }) => {
    const line = change.kind === "stopped" ? change.before : change.after;
    return `${change.kind} ${line.exercise}`;
  });

/** The day's first lines: one that is stopped, one that is changed. */
async function someOf(person: Running) {
  const { lines } = await loadToday(asActor(person.user));
  const { signedLines } = await loadProgram(asActor(person.therapist), person.patient.id);
  const open = signedLines.filter(({ phase }) => phase === person.phase).map(({ exercise }) => exercise);
  expect(lines.length).toBeGreaterThan(1);
  return open;
}

/** Everything that the patient's own transaction reads of the changes, straight from SQL. */
const readable = (person: TestPatient) =>
  acting(
    person.user,
    (tx) =>
      tx.$queryRaw<{ kind: string; code: string }[]>`
      SELECT c.kind, x.code FROM program_change c JOIN exercise x ON x.clinic_id = c.clinic_id AND x.id = c.exercise_id ORDER BY 1, 2`,
  );

describe("what a new revision changed, on the patient's Today", () => {
  test("is nothing of the first revision, and of the second what the patient could and can read", async () => {
    const person = await aRunning();
    expect(await changesOf(person)).toBeNull();
    const [first, second] = await someOf(person);
    await revise(person, (lines) =>
      lines
        .filter(({ exercise, phase }) => !(phase === person.phase && exercise === first))
        .map((line) =>
          line.exercise === second && line.phase === person.phase ? { ...line, noteToPatient: "Slowly." } : line,
        ),
    );
    const changes = await changesOf(person);
    expect(inShort(changes)).toEqual([`changed ${second}`, `stopped ${first}`]);
    expect(changes?.by).toBe(person.therapist.displayName);
    expect(await readable(person)).toEqual([
      { kind: "changed", code: second },
      { kind: "stopped", code: first },
    ]);
    expect(await queriesOf(() => loadToday(asActor(person.user)))).toBeLessThanOrEqual(5);
  });

  test("stays to be read when other revisions follow: what was stopped, and what was changed as long as it could be read", async () => {
    const person = await aRunning();
    const [first, second] = await someOf(person);
    const here = ({ phase, exercise }: DraftLine, code: string | undefined) =>
      phase === person.phase && exercise === code;
    await revise(person, (lines) =>
      lines
        .filter((line) => !here(line, first))
        .map((line) => (here(line, second) ? { ...line, noteToPatient: "Slowly." } : line)),
    );
    await revise(person, (lines) =>
      lines.map((line) => (here(line, second) ? { ...line, noteToPatient: "Slower." } : line)),
    );
    const told = (await loadOwnHistory(asActor(person.user))).map((entry) =>
      entry.kind === "changes"
        ? `${entry.number} ${entry.changes.map(({ change }) => change.kind).join(", ")}`
        : entry.kind,
    );
    expect(told).toEqual(["3 changed", "2 changed, stopped", "begun"]);
    const stranger = await aRunning();
    expect(await loadOwnHistory(asActor(stranger.user))).toMatchObject([{ kind: "begun" }]);
  });

  test("never names a line that is held back, in this phase or another", async () => {
    const person = await aRunning();
    const [first] = await someOf(person);
    const { signedLines } = await loadProgram(asActor(person.therapist), person.patient.id);
    const later = signedLines.filter(({ phase }) => phase > person.phase);
    expect(later.length).toBeGreaterThan(0);
    await revise(person, (lines) =>
      lines.filter(({ phase, exercise }) => phase === person.phase && exercise !== first),
    );
    expect(await readable(person)).toEqual([{ kind: "stopped", code: first }]);
  });

  test("the therapist's page says of every signed line what the patient's gate says, and which clearance it lost", async () => {
    const person = await aRunning();
    const ofPhase = async () =>
      (await loadProgram(asActor(person.therapist), person.patient.id)).signedLines.filter(
        ({ phase }) => phase === person.phase,
      );
    const { lines, notToday } = await loadToday(asActor(person.user));
    const open = [...lines, ...notToday].map(({ texts }) => texts.name.en);
    const before = await ofPhase();
    expect(
      before
        .filter(({ isOpen }) => isOpen)
        .map(({ name }) => name.en)
        .toSorted(),
    ).toEqual(open.toSorted());
    expect(before.filter(({ isOpen, missingKeys }) => isOpen && missingKeys.length > 0)).toEqual([]);
    await aDatabase().superuser.query("UPDATE clearance SET state = 'under-review' WHERE patient_id = $1", [
      person.patient.id,
    ]);
    const after = await ofPhase();
    expect(after.filter(({ isOpen, missingKeys }) => isOpen || missingKeys.length === 0)).toEqual([]);
  });

  test("closes with the gate: an open hold or a lost clearance leaves only what was stopped", async () => {
    const person = await aRunning();
    const [first, second] = await someOf(person);
    await revise(person, (lines) =>
      lines
        .filter(({ exercise, phase }) => !(phase === person.phase && exercise === first))
        .map((line) =>
          line.exercise === second && line.phase === person.phase ? { ...line, noteToPatient: "Slowly." } : line,
        ),
    );
    await aDatabase().superuser.query("UPDATE clearance SET state = 'under-review' WHERE patient_id = $1", [
      person.patient.id,
    ]);
    expect(await readable(person)).toEqual([{ kind: "stopped", code: first }]);
  });

  test("refuses, in the database, to tell of a line as stopped that the patient could not read", async () => {
    const person = await aRunning();
    const hidden = await acting(person.therapist, (tx) =>
      tx.prescribedExercise.findFirst({
        where: { clinicId: clinic.id, patientId: person.patient.id, phase: person.phase + 1 },
      }),
    );
    const told = acting(person.therapist, (tx) =>
      tx.programChange.createMany({
        data: {
          ...{
            clinicId: clinic.id,
            patientId: person.patient.id,
            revisionId: hidden?.revisionId ?? "",
            kind: "stopped",
          },
          ...{ exerciseId: hidden?.exerciseId ?? "", beforeLineId: hidden?.id ?? "", before: {} },
        },
      }),
    );
    await expect(told).rejects.toThrow("only a line that the patient could read");
  });

  test("goes when the patient has read it, once, and is audited; another patient and a clinician cannot say so", async () => {
    const person = await aRunning();
    const other = await aPatient(clinic, { after: "epidural", days: 4 });
    const [first] = await someOf(person);
    await revise(person, (lines) =>
      lines.filter(({ exercise, phase }) => !(phase === person.phase && exercise === first)),
    );
    const { revisionId } = (await changesOf(person)) ?? { revisionId: "" };
    await expect(seeChanges(asActor(other.user), { revisionId })).rejects.toThrow(NotFound);
    await expect(seeChanges(asActor(person.therapist), { revisionId })).rejects.toThrow(NotFound);
    expect(inShort(await changesOf(person))).toEqual([`stopped ${first}`]);
    await seeChanges(asActor(person.user), { revisionId });
    await seeChanges(asActor(person.user), { revisionId });
    expect(await changesOf(person)).toBeNull();
    const { rows } = await aDatabase().superuser.query(
      "SELECT actor_id FROM audit_event WHERE act = 'changes.seen' AND patient_id = $1",
      [person.patient.id],
    );
    expect(rows).toEqual([{ actor_id: person.user.id }]);
    await expect(
      acting(person.therapist, (tx) =>
        tx.changeSeen.createMany({ data: { clinicId: clinic.id, patientId: other.patient.id, revisionId } }),
      ),
    ).rejects.toThrow();
  });

  test("tells the whole way since it was last read, and nothing that was taken back", async () => {
    const person = await aRunning();
    const [first, second] = await someOf(person);
    let taken: DraftLine | undefined;
    await revise(person, (lines) => {
      taken = lines.find(({ exercise, phase }) => phase === person.phase && exercise === first);
      return lines.filter((line) => line !== taken);
    });
    await revise(person, (lines) =>
      lines.filter(({ exercise, phase }) => !(phase === person.phase && exercise === second)),
    );
    expect(inShort(await changesOf(person))?.sort()).toEqual([`stopped ${first}`, `stopped ${second}`].sort());
    await revise(person, (lines) => [...(taken ? [{ ...taken, id: crypto.randomUUID() }] : []), ...lines]);
    expect(inShort(await changesOf(person))).toEqual([`stopped ${second}`]);
  });

  test("is told for 14 days", async () => {
    const person = await aRunning();
    const [first] = await someOf(person);
    await revise(person, (lines) =>
      lines.filter(({ exercise, phase }) => !(phase === person.phase && exercise === first)),
    );
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await changesOf(person, later(13))).not.toBeNull();
    expect(await changesOf(person, later(14))).toBeNull();
  });
});
