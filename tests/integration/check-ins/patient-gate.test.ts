import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addDays, dayIn } from "@/lib/dates";
import { aClinic, acting, aPatient, type TestClinic, type TestPatient } from "@/tests/support/factories";
import { aGrantedClearance, aRequestedClearance } from "@/tests/support/clearance-factories";
import { aProgram, type TestProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

/** What phase 3 of a lumbar fusion opens with, beside the start of the program. */
const entryKey = "PHASE_DYNAMIC_STABILISATION";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

/** What the patient reads, straight from SQL. */
async function visibleLines({ user }: TestPatient): Promise<string[]> {
  const rows = await acting(user, (tx) => tx.$queryRaw`SELECT exercise_code AS code FROM prescribed_exercise`);
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}

/** Past every trigger: what another verb would have left behind. */
async function force(sql: string, id: string): Promise<void> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(sql, [id]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

async function inPhase3(): Promise<{ person: TestPatient; program: TestProgram }> {
  const person = await aPatient(clinic, { weeks: 9 });
  await aGrantedClearance(person, "PROGRAM_START");
  return { person, program: await aProgram(person, { phase: 3 }) };
}

const today = () => dayIn(clinic.timeZone, new Date());

describe("the patient's gate, as SQL sees it", () => {
  test("without the grant of the phase nothing is readable, and a request is no grant", async () => {
    const { person } = await inPhase3();
    expect(await visibleLines(person)).toEqual([]);
    await aRequestedClearance(person, entryKey);
    expect(await visibleLines(person)).toEqual([]);
  });

  test("a live grant opens this phase's lines whose day has come, and no other phase's", async () => {
    const { person, program } = await inPhase3();
    await aGrantedClearance(person, entryKey);
    const seen = await visibleLines(person);
    const expected = program.lines.filter(
      ({ phase, opensOn, needsKeys }) =>
        phase === 3 && opensOn <= today() && needsKeys.every((key) => key === entryKey),
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.sort()).toEqual(expected.map(({ exerciseCode }) => exerciseCode).sort());
  });

  test.each(["under-review", "revoked", "expired", "denied"])("%s is not live", async (state) => {
    const { person } = await inPhase3();
    const { id } = await aGrantedClearance(person, entryKey);
    expect(await visibleLines(person)).not.toEqual([]);
    await force(`UPDATE clearance SET state = '${state}' WHERE id = $1`, id);
    expect(await visibleLines(person)).toEqual([]);
  });

  test("a grant that ended yesterday, or begins tomorrow, is not live", async () => {
    const { person } = await inPhase3();
    const { id } = await aGrantedClearance(person, entryKey, { untilDay: addDays(today(), -1) });
    expect(await visibleLines(person)).toEqual([]);
    await force(`UPDATE clearance SET until_day = '${today()}' WHERE id = $1`, id);
    expect(await visibleLines(person)).not.toEqual([]);
    await force(`UPDATE clearance SET from_day = '${addDays(today(), 1)}', until_day = NULL WHERE id = $1`, id);
    expect(await visibleLines(person)).toEqual([]);
  });

  test("a limited grant opens only what keeps its limit", async () => {
    const { person, program } = await inPhase3();
    await aGrantedClearance(person, entryKey);
    const line = program.lines.find(({ phase, durationMin }) => phase === 3 && durationMin !== null);
    if (!line) throw new Error("the phase has no timed line");
    await force(
      "UPDATE prescribed_exercise SET needs_keys = '{AEROBIC_MACHINES}', duration_min = 20 WHERE id = $1",
      line.id,
    );
    expect(await visibleLines(person)).not.toContain(line.exerciseCode);
    const { id } = await aGrantedClearance(person, "AEROBIC_MACHINES", { maxMinutes: 20 });
    expect(await visibleLines(person)).toContain(line.exerciseCode);
    await force("UPDATE clearance SET max_minutes = 19 WHERE id = $1", id);
    expect(await visibleLines(person)).not.toContain(line.exerciseCode);
  });

  test("a hold leaves easy activity only, and only where every open hold allows it", async () => {
    const { person, program } = await inPhase3();
    await aGrantedClearance(person, entryKey);
    const before = await visibleLines(person);
    const easy = ["walk-short", "ankle-pumps", "diaphragmatic-breathing"];
    const hold = (cause: string, easyActivityAllowed: boolean) =>
      acting(person.therapist, (tx) =>
        tx.hold.createMany({
          data: {
            clinicId: clinic.id,
            programId: program.id,
            patientId: person.patient.id,
            cause,
            surgeonOnly: false,
            easyActivityAllowed,
          },
        }),
      );
    await hold("excessive-fatigue", true);
    await force("UPDATE program SET state = 'held' WHERE id = $1", program.id);
    expect(await visibleLines(person)).toEqual(before.filter((code) => easy.includes(code)));
    await hold("dizziness", false);
    expect(await visibleLines(person)).toEqual([]);
  });

  test("nothing of another patient, whatever is asked", async () => {
    const { program } = await inPhase3();
    const { person: other } = await inPhase3();
    const ids = program.lines.map(({ id }) => id);
    expect(await acting(other.user, (tx) => tx.prescribedExercise.count({ where: { id: { in: ids } } }))).toBe(0);
    expect(await acting(other.user, (tx) => tx.program.count({ where: { id: program.id } }))).toBe(0);
  });
});
