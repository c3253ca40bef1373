import { describe, expect, it } from "vitest";
import { dayIn } from "@/lib/dates";
import { addExercise } from "@/lib/records/library/add-exercise";
import { changeFigure } from "@/lib/records/library/change-figure";
import { changeExercise } from "@/lib/records/library/change-exercise";
import { loadNewExercise } from "@/lib/records/library/load-exercise-form";
import { retireExercise } from "@/lib/records/library/retire-exercise";
import { loadComparison } from "@/lib/records/programs/load-comparison";
import { loadHistory } from "@/lib/records/programs/load-history";
import { loadProgram } from "@/lib/records/programs/load-program";
import { loadRevision } from "@/lib/records/programs/load-revision";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { startProgram } from "@/lib/records/programs/start-program";
import { loadToday } from "@/lib/records/today/load-today";
import { ownExerciseSchema } from "@/lib/schemas/own-exercise/own-exercise";
import { figures } from "@/prisma/content/bundled-figures";
import type { DraftLine } from "@/lib/schemas/program";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, acting, aPatient, asActor, testPassword, type TestPatient } from "@/tests/support/factories";
import { ownExerciseValues } from "@/tests/support/own-exercise";
import { aDatabase } from "@/tests/support/test-database";
import { endEvery, order } from "../restrictions/given";

const code = "own-towel-press-on-your-back";

/** A patient three days after a fusion with a draft program, whose therapist has added an exercise of the clinic's own. */
async function aDraftAndAnExercise() {
  const given = await aPatient(await aClinic(), { days: 3 });
  const actor = asActor(given.therapist);
  const today = dayIn(given.clinic.timeZone, new Date());
  const { id: episodeId, protocolId, startOn } = given.episode;
  const patientId = given.patient.id;
  const start = { patientId, episodeId, protocolId, startOn };
  const programId = await acting(given.therapist, (tx) => startProgram(tx, actor, start, today));
  const fromDay0 = Object.entries(ownExerciseValues().earliest).map(
    ([id]) => [id, { rule: "FROM_DAY", day: "0", phase: "1" }] as const,
  );
  const exercise = ownExerciseSchema.parse(ownExerciseValues({ earliest: Object.fromEntries(fromDay0) }));
  await addExercise(actor, { copiedFrom: null, exercise });
  return { ...given, actor, patientId, programId };
}
type Given = Awaited<ReturnType<typeof aDraftAndAnExercise>>;

async function linesOf({ actor, patientId }: Given): Promise<{ lines: DraftLine[]; version: number }> {
  const { draft } = await loadProgram(actor, patientId);
  if (!draft) throw new Error("no draft");
  return { lines: draft.lines, version: draft.version };
}
const line = (exercise: string, phase = 1): DraftLine => ({
  ...{ id: crypto.randomUUID(), phase, exercise, noteToPatient: null, overrideReason: null, templateLineId: null },
  dosage: {
    ...{ sets: 1, reps: 5, holdSec: 5, restSec: null, durationMin: null, perDay: 1, perWeek: 5, loadKg: null },
    ...{ rpeMax: 3, side: null },
  },
});
async function save(given: Given, change: (lines: DraftLine[]) => DraftLine[]): Promise<void> {
  const { lines, version } = await linesOf(given);
  await saveDraft(given.actor, { programId: given.programId, version, startPhase: 1, lines: change(lines) });
}
async function signNow(given: Given): Promise<{ number: number }> {
  const { version } = await linesOf(given);
  const { actor, programId } = given;
  return signRevision(actor, { programId, version, askFor: [], question: "", password: testPassword });
}
const readBy = async ({ user }: TestPatient) =>
  (await loadToday(asActor(user))).lines.map(({ texts }) => texts.name.en);

const figuresReadBy = async ({ user }: TestPatient) =>
  (await loadToday(asActor(user))).lines.map(({ figure }) => figure);

describe("an exercise of the clinic's own in a program", () => {
  it("is prescribed, signed and read by the patient in the words that the clinic wrote", async () => {
    const given = await aDraftAndAnExercise();
    await save(given, (lines) => [...lines.slice(2), line(code)]);
    expect(await signNow(given)).toEqual({ number: 1 });
    expect(await readBy(given)).not.toContain("Towel press on your back");
    await aGrantedClearance(given, "PROGRAM_START");
    const { lines } = await loadToday(asActor(given.user));
    const own = lines.find(({ texts }) => texts.name.en === "Towel press on your back");
    expect(own?.texts).toMatchObject({ name: { es: "Presión con toalla boca arriba" }, steps: [{}, {}] });
    expect((await loadRevision(given.actor, given.patientId, 1)).isGenuine).toBe(true);
  });

  it("is judged as the shipped one that it is a copy of: held back without its clearance", async () => {
    const given = await aDraftAndAnExercise();
    const form = await loadNewExercise(given.actor, "lower-trunk-rotation");
    const exercise = ownExerciseSchema.parse({
      ...{ ...form.values, sources: ["SEED2"], name: { en: "Our knee rolls", es: "Nuestras rodillas de lado" } },
    });
    const copy = await addExercise(given.actor, { copiedFrom: "lower-trunk-rotation", exercise });
    const signedWith = async (added: string, title: string) => {
      await save(given, (lines) => [...lines.filter(({ templateLineId }) => templateLineId !== null), line(added, 4)]);
      const { number } = await signNow(given);
      const { phases } = await loadRevision(given.actor, given.patientId, number);
      const found = phases.flatMap(({ lines }) => lines).find(({ name }) => name.en === title);
      await reopenDraft(given.actor, given.programId);
      return found;
    };
    const shipped = await signedWith("lower-trunk-rotation", "Gentle knee rolls");
    const own = await signedWith(copy.code, "Our knee rolls");
    expect(own?.heldBackUntil).toEqual(expect.any(String));
    expect(own?.heldBackUntil).toEqual(shipped?.heldBackUntil);
    expect(own?.findings.map(({ rule, severity }) => [rule, severity])).toEqual(
      shipped?.findings.map(({ rule, severity }) => [rule, severity]),
    );
  });

  it("opens no sooner in a running program when it is made less strict after the signature", async () => {
    const given = await aDraftAndAnExercise();
    const name = { en: "Press from day five", es: "Presión desde el día cinco" };
    const from = (day: string) => {
      const earliest = Object.keys(ownExerciseValues().earliest).map(
        (id) => [id, { rule: "FROM_DAY", day, phase: "1" }] as const,
      );
      const values = { name, earliest: Object.fromEntries(earliest), reason: "Our own way." };
      return ownExerciseSchema.parse(ownExerciseValues(values));
    };
    const { code: later } = await addExercise(given.actor, { copiedFrom: null, exercise: from("5") });
    await save(given, (lines) => [...lines.slice(2), line(later)]);
    await aGrantedClearance(given, "PROGRAM_START");
    await signNow(given);
    const gate = async () => {
      const { phases, isGenuine } = await loadRevision(given.actor, given.patientId, 1);
      const found = phases.flatMap(({ lines }) => lines).find((signed) => signed.name.en === name.en);
      return [isGenuine, found?.heldBackUntil, (await readBy(given)).includes(name.en)];
    };
    expect(await gate()).toEqual([true, "day", false]);
    await changeExercise(given.actor, { code: later, version: 1, exercise: from("0") });
    expect(await gate()).toEqual([true, "day", false]);
  });

  it("stays what was signed until it is signed again: words, facts, figure and signature", async () => {
    const given = await aDraftAndAnExercise();
    const record = figures["bridge"];
    if (!record) throw new Error("no bridge");
    const alt = { en: "A bridge.", es: "Un puente." };
    await changeFigure(given.actor, { code, version: 1, figure: { from: "bridge", record }, alt });
    const bends = { ...ownExerciseValues(), tags: ["FLEXION:LUMBAR"], clearanceKey: "LUMBAR_ROM" as const };
    const name = { en: "Curl up", es: "Encogerse" };
    const from0 = Object.entries(bends.earliest).map(
      ([id]) => [id, { rule: "FROM_DAY", day: "0", phase: "1" }] as const,
    );
    const stretch = ownExerciseSchema.parse({ ...bends, name, earliest: Object.fromEntries(from0) });
    const { code: curl } = await addExercise(given.actor, { copiedFrom: null, exercise: stretch });
    await save(given, (lines) => [...lines.slice(2), line(code), line(curl)]);
    await aGrantedClearance(given, "PROGRAM_START");
    await aGrantedClearance(given, "LUMBAR_ROM");
    await signNow(given);
    expect(await readBy(given)).toEqual(expect.arrayContaining(["Towel press on your back", "Curl up"]));

    const other = { name: { en: "Deadlift", es: "Peso muerto" }, reason: "Another exercise." };
    const changed = ownExerciseSchema.parse({ ...ownExerciseValues(), earliest: Object.fromEntries(from0), ...other });
    await changeExercise(given.actor, { code, version: 2, exercise: changed });
    await changeFigure(given.actor, { code, version: 3, figure: null, alt });
    const nothing = {
      ...stretch,
      name: { en: "Curl", es: "Encogida" },
      tags: [{ tag: "NEUTRAL_SPINE" as const, region: null }],
    };
    await changeExercise(given.actor, {
      code: curl,
      version: 1,
      exercise: { ...nothing, reason: "No bending in it." },
    });
    expect(await readBy(given)).toEqual(expect.arrayContaining(["Towel press on your back", "Curl up"]));
    expect(await figuresReadBy(given)).toEqual(expect.arrayContaining([{ code: "ta-bracing" }, { record }]));
    const signedOne = await loadRevision(given.actor, given.patientId, 1);
    const running = (await loadProgram(given.actor, given.patientId)).signedLines.map(({ name }) => name.en);
    expect(running).toEqual(expect.arrayContaining(["Towel press on your back", "Curl up"]));
    const names = signedOne.phases.flatMap(({ lines }) => lines).map((signed) => signed.name.en);
    expect([signedOne.isGenuine, names.includes("Curl up"), names.includes("Deadlift")]).toEqual([true, true, false]);

    await reopenDraft(given.actor, given.programId);
    await order(given, { kind: "no-bending" });
    expect(await readBy(given)).not.toContain("Curl up");
    await endEvery(given);
    expect(await signNow(given)).toEqual({ number: 2 });
    expect(await readBy(given)).toEqual(expect.arrayContaining(["Deadlift", "Curl"]));
    expect(await figuresReadBy(given)).not.toContainEqual({ record });
    const { superuser: owner } = aDatabase();
    const forged = 'jsonb_set(own_exercise, \'{figure}\', \'{"from": "bridge", "record": {}}\')';
    await expect(
      owner.query(
        `BEGIN; SET LOCAL session_replication_role = replica; UPDATE prescribed_exercise SET own_exercise = ${forged}; COMMIT`,
      ),
    ).rejects.toThrow("figure_as_it_was_signed");
    await owner.query("ROLLBACK");
    const { names: compared } = await loadComparison(given.actor, given.patientId, { from: 1, to: 2 });
    expect(compared.map((names) => names[code]?.en)).toEqual(["Towel press on your back", "Deadlift"]);
    const { revisions } = await loadHistory(given.actor, given.patientId);
    expect(revisions.map(({ names }) => names[curl]?.en)).toEqual(["Curl", "Curl up"]);
    const { superuser } = aDatabase();
    await superuser.query(
      "BEGIN; SET LOCAL session_replication_role = replica; UPDATE prescribed_exercise SET own_exercise = jsonb_set(own_exercise, '{facts,tags}', '[]') WHERE own_exercise IS NOT NULL; COMMIT",
    );
    expect((await loadRevision(given.actor, given.patientId, 1)).isGenuine).toBe(false);
  });

  it("goes on where it was signed once it is retired, and is taken up nowhere", async () => {
    const given = await aDraftAndAnExercise();
    await save(given, (lines) => [...lines.slice(2), line(code)]);
    await signNow(given);
    await aGrantedClearance(given, "PROGRAM_START");
    const other = await aPatient(given.clinic, { days: 3, careTeam: [given.therapist, given.surgeon] });
    const { id: episodeId, protocolId, startOn } = other.episode;
    const start = { patientId: other.patient.id, episodeId, protocolId, startOn };
    const today = dayIn(given.clinic.timeZone, new Date());
    const programId = await acting(given.therapist, (tx) => startProgram(tx, given.actor, start, today));
    const elsewhere = { ...given, ...other, actor: given.actor, patientId: other.patient.id, programId };
    await save(elsewhere, (lines) => [...lines.slice(2), line(code)]);
    await retireExercise(given.actor, { code, version: 1, reason: "Nobody could do it at home." });

    expect(await readBy(given)).toContain("Towel press on your back");
    await reopenDraft(given.actor, given.programId);
    await save(given, (lines) => lines.filter(({ exercise }) => exercise !== code));
    await save(given, (lines) => [...lines, line(code)]);
    expect(await signNow(given)).toEqual({ number: 2 });

    const { lines } = await linesOf(elsewhere);
    const field = `lines.${String(lines.length - 1)}.exercise`;
    await save(elsewhere, (unchanged) => unchanged);
    await expect(signNow(elsewhere)).rejects.toMatchObject({ fields: { [field]: "retired" } });
    await save(elsewhere, (without) => without.slice(0, -1));
    await expect(save(elsewhere, (more) => [...more, line(code)])).rejects.toMatchObject({
      fields: { [field]: "retired" },
    });
    expect(await signNow(elsewhere)).toEqual({ number: 1 });
  });
});
