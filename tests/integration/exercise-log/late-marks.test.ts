import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, aPatient, type TestPatient } from "@/tests/support/factories";
import { begunDaysAgo } from "@/tests/support/past-factories";
import { aProgram, type TestProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

/** Of a program that began ten days ago, a line of the current phase. */
let of: TestPatient & { program: TestProgram; lineId: string; code: string };

beforeAll(async () => {
  const person = await aPatient(await aClinic(), { after: "epidural", days: 30 });
  const program = await aProgram(person);
  await aGrantedClearance(person, "PROGRAM_START");
  await begunDaysAgo(person, program, 10);
  const client = await aDatabase().superuser.connect();
  await client.query("SET session_replication_role = replica");
  await client.query(
    "UPDATE clearance_decision SET decided_at = decided_at - interval '10 days' WHERE patient_id = $1",
    [person.patient.id],
  );
  await client.query("SET session_replication_role = origin");
  client.release();
  const line = program.lines.find(({ phase, needsKeys }) => phase === program.phase && needsKeys.length === 0);
  if (!line) throw new Error("no line waits for nothing");
  of = { ...person, program, lineId: line.id, code: line.exerciseCode };
});

/** Of the days so long ago, those of which the line takes a mark, after a change that nobody keeps. */
async function daysThatTake(changes: readonly string[], asked = [0, 1, 2, 3], who = of.patient.id): Promise<number[]> {
  const { clinic, lineId } = of;
  const client = await aDatabase().superuser.connect();
  const taken: number[] = [];
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      "SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_role', 'patient', true), set_config('app.patient_id', $2, true)",
      [clinic.id, who],
    );
    for (const sql of changes) await client.query(sql);
    for (const ago of asked) {
      const { rows } = await client.query<{ takes: boolean; role: string }>(
        "SELECT line_takes_mark($1, $2, $3) AS takes, current_setting('app.actor_role') AS role",
        [clinic.id, lineId, daysAgo(ago)],
      );
      expect(rows[0]?.role, "whose transaction it is stays").toBe("patient");
      if (rows[0]?.takes) taken.push(ago);
    }
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
  return taken;
}

const daysAgo = (days: number) => addDays(dayIn(of.clinic.timeZone, new Date()), -days);
const twoDaysAgo = "now() - interval '2 days'";
const copied = (table: string, changes: string, where: string) =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(x, jsonb_build_object('id', uuidv7(), ${changes}))).* FROM ${table} x WHERE ${where}`;
const revoked = () => [
  copied("clearance_decision", `'outcome', 'revoked', 'decided_at', ${twoDaysAgo}, 'reason', 'x'`, mine()),
  `UPDATE clearance SET state = 'revoked' WHERE ${mine()}`,
];
const revised = (kept: string) => [
  copied("program_revision", `'number', 2, 'signed_at', ${twoDaysAgo}`, mine()),
  ...["program_phase", "prescribed_exercise"].map((table) =>
    copied(
      table,
      `'revision_id', (SELECT id FROM program_revision WHERE ${mine()} AND number = 2)`,
      `revision_id = '${of.program.revision.id}' AND ${table === "program_phase" ? "true" : kept}`,
    ),
  ),
  `UPDATE program SET current_revision = 2 WHERE id = '${of.program.id}'`,
];
const mine = () => `clinic_id = '${of.clinic.id}' AND patient_id = '${of.patient.id}'`;

describe("the days of which a line takes a mark", () => {
  it("are those since its program and its day began, up to today", async () => {
    expect(await daysThatTake([], [-1, 0, 1, 9, 10, 11, 30])).toEqual([0, 1, 9, 10]);
  });

  it.each<[string, () => string[]]>([
    [
      "a hold",
      () => [
        `INSERT INTO hold (clinic_id, program_id, patient_id, cause, surgeon_only, easy_activity_allowed, placed_at)
        VALUES ('${of.clinic.id}', '${of.program.id}', '${of.patient.id}', 'x', false, false, ${twoDaysAgo})`,
      ],
    ],
    ["a revocation", revoked],
    [
      "a restriction",
      () => [
        `UPDATE exercise SET facts = facts || '{"tags":[{"tag":"FLEXION"}]}' WHERE clinic_id = '${of.clinic.id}' AND code = '${of.code}'`,
        `INSERT INTO restriction (clinic_id, episode_id, patient_id, kind, ordered_by_id, created_at)
        VALUES ('${of.clinic.id}', '${of.episode.id}', '${of.patient.id}', 'no-bending', '${of.surgeon.id}', ${twoDaysAgo})`,
      ],
    ],
    [
      "another phase",
      () => [
        copied("phase_change", `'to_phase', to_phase + 1, 'on_day', '${daysAgo(2)}', 'changed_at', now()`, mine()),
      ],
    ],
    ["a revision without the exercise", () => revised(`exercise_code <> '${of.code}'`)],
    [
      "completion",
      () => [
        `UPDATE program SET state = 'completed', completed_at = ${twoDaysAgo}, completed_by_id = '${of.therapist.id}', completion_reason = 'x'
        WHERE id = '${of.program.id}'`,
      ],
    ],
  ])("end with the day of %s", async (_, changes) => {
    expect(await daysThatTake(changes())).toEqual([2, 3]);
  });

  it("go on where a later revision keeps the exercise, under another line", async () => {
    expect(await daysThatTake(revised("true"))).toEqual([0, 1, 2, 3]);
  });

  it("go on after a revocation that was taken back", async () => {
    const back = copied(
      "clearance_decision",
      `'outcome', 'undone', 'undoes_id', (SELECT id FROM clearance_decision WHERE ${mine()} AND outcome = 'revoked'), 'reason', NULL`,
      `${mine()} AND outcome = 'revoked'`,
    );
    const granted = `UPDATE clearance SET state = 'granted' WHERE ${mine()}`;
    expect(await daysThatTake([...revoked(), back, granted])).toEqual([0, 1, 2, 3]);
  });

  it("are none of another patient's line, of an ended episode's and of one that was never open", async () => {
    const other = await aPatient(of.clinic);
    expect(await daysThatTake([], [0, 1], other.patient.id)).toEqual([]);
    expect(
      await daysThatTake([`UPDATE episode SET ended_at = now(), ended_as = 'discharged' WHERE ${mine()}`]),
    ).toEqual([]);
    const waits = "UPDATE prescribed_exercise SET needs_keys = '{RUNNING}'";
    expect(await daysThatTake([`${waits} WHERE id = '${of.lineId}'`])).toEqual([]);
  });
});
