import type { PoolClient } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { loadToday } from "@/lib/records/today/load-today";
import { daysToMiss } from "@/lib/records/today/own-day";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aClinic, acting, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { begunDaysAgo, doneDaysAgo } from "@/tests/support/past-factories";
import { aProgram, type TestProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

/** Of a program that began ten days ago, with every exercise daily, a line of the current phase. */
let of: TestPatient & { program: TestProgram; lineId: string; code: string };

beforeAll(async () => {
  const person = await aPatient(await aClinic(), { after: "epidural", days: 30 });
  const program = await aProgram(person);
  await aGrantedClearance(person, "PROGRAM_START");
  await aCheckIn(person, { program });
  await begunDaysAgo(person, program, 10);
  const client = await aDatabase().superuser.connect();
  await client.query("SET session_replication_role = replica");
  await client.query(
    "UPDATE clearance_decision SET decided_at = decided_at - interval '10 days' WHERE patient_id = $1",
    [person.patient.id],
  );
  await client.query("UPDATE prescribed_exercise SET per_week = NULL WHERE patient_id = $1", [person.patient.id]);
  await client.query("SET session_replication_role = origin");
  client.release();
  const line = program.lines.find(({ phase, needsKeys }) => phase === program.phase && needsKeys.length === 0);
  if (!line) throw new Error("no line waits for nothing");
  of = { ...person, program, lineId: line.id, code: line.exerciseCode };
});

/** What the patient `who` is answered after a change that nobody keeps. */
async function afterwards<T>(
  changes: readonly string[],
  ask: (client: PoolClient) => Promise<T>,
  who = of.patient.id,
): Promise<T> {
  const { clinic } = of;
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      "SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_role', 'patient', true), set_config('app.patient_id', $2, true)",
      [clinic.id, who],
    );
    for (const sql of changes) await client.query(sql);
    return await ask(client);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

/** Of the days so long ago, those of which the line takes a mark. */
function daysThatTake(changes: readonly string[], asked = [0, 1, 2, 3], who?: string): Promise<number[]> {
  const { clinic, lineId } = of;
  const ask = async (client: PoolClient) => {
    const taken: number[] = [];
    for (const ago of asked) {
      const { rows } = await client.query<{ takes: boolean; role: string }>(
        "SELECT line_takes_mark($1, $2, $3) AS takes, current_setting('app.actor_role') AS role",
        [clinic.id, lineId, daysAgo(ago)],
      );
      expect(rows[0]?.role, "whose transaction it is stays").toBe("patient");
      if (rows[0]?.takes) taken.push(ago);
    }
    return taken;
  };
  return afterwards(changes, ask, who);
}

/** How much the list owes on each of the days from three days ago to today. */
function owed(changes: readonly string[]): Promise<number[]> {
  return afterwards(changes, async (client) => {
    const { rows } = await client.query<{ owes: number }>(
      "SELECT (due + a_day)::float AS owes FROM own_exercise_days($1, $2) ORDER BY on_day",
      [daysAgo(3), daysAgo(0)],
    );
    return rows.map(({ owes }) => owes);
  });
}

const daysAgo = (days: number) => addDays(dayIn(of.clinic.timeZone, new Date()), -days);
const twoDaysAgo = "now() - interval '2 days'";
const copied = (table: string, changes: string, where: string) =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(x, jsonb_build_object('id', uuidv7(), ${changes}))).* FROM ${table} x WHERE ${where}`;
const revoked = () => [
  copied("clearance_decision", `'outcome', 'revoked', 'decided_at', ${twoDaysAgo}, 'reason', 'x'`, mine()),
  `UPDATE clearance SET state = 'revoked' WHERE ${mine()}`,
];
const suspended = () => [
  copied(
    "check_in",
    `'level', 'EMERGENCY', 'received_at', ${twoDaysAgo}, 'idempotency_key', gen_random_uuid()`,
    mine(),
  ),
  `UPDATE clearance SET state = 'under-review' WHERE ${mine()}`,
];
const restricted = () => [
  `UPDATE exercise SET facts = facts || '{"tags":[{"tag":"FLEXION"}]}' WHERE clinic_id = '${of.clinic.id}' AND code = '${of.code}'`,
  `INSERT INTO restriction (clinic_id, episode_id, patient_id, kind, ordered_by_id, created_at)
  VALUES ('${of.clinic.id}', '${of.episode.id}', '${of.patient.id}', 'no-bending', '${of.surgeon.id}', ${twoDaysAgo})`,
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
const marked = (ago: number, outcome = "done", at = "now()", lineId = of.lineId) =>
  `INSERT INTO exercise_log (clinic_id, patient_id, prescribed_exercise_id, on_day, outcome, session, idempotency_key, reported_at)
  VALUES ('${of.clinic.id}', '${of.patient.id}', '${lineId}', '${daysAgo(ago)}', '${outcome}', 1, gen_random_uuid(), ${at})`;
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
    ["a report that put the grants under review", suspended],
    ["a restriction", restricted],
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

  it("are none while the grants were under review, and go on from the day of the decision", async () => {
    const decided = copied("clearance_decision", "'decided_at', now()", mine());
    expect(await daysThatTake([...suspended(), decided])).toEqual([0, 2, 3]);
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

describe("what a day owes", () => {
  it("is what was open on it, whatever became of the grant since", async () => {
    const [all = 0] = await owed([]);
    expect(all).toBeGreaterThan(0);
    expect(await owed([])).toEqual([all, all, all, all]);
    expect(await owed(suspended())).toEqual([all, all, 0, 0]);
    expect(await owed(revoked())).toEqual([all, all, 0, 0]);
    const ranOut = `UPDATE clearance SET state = 'expired', until_day = '${daysAgo(2)}' WHERE ${mine()}`;
    expect(await owed([ranOut])).toEqual([all, all, 0, 0]);
  });

  it("is nothing that a restriction took away, also one that has ended since", async () => {
    const [all = 0, , less = 0] = await owed(restricted());
    expect(less).toBeLessThan(all);
    const ended = `UPDATE restriction SET ended_at = now() WHERE ${mine()}`;
    expect(await owed([...restricted(), ended])).toEqual([all, all, less, all]);
  });
});

describe("days that were missed", () => {
  /** How many days ago the list of days begins that Today asks about; null: it asks about none. */
  const askedSince = (changes: readonly string[]) =>
    afterwards(changes, async (client) => {
      const { text, values } = Prisma.sql`SELECT ${daysToMiss(daysAgo(0))} AS days FROM episode e`;
      const { rows } = await client.query<{ days: { on: string }[] }>(`${text} WHERE ${mine()}`, values);
      return asked.find((ago) => daysAgo(ago) === rows[0]?.days[0]?.on) ?? null;
    });
  const asked = [7, 6, 5, 4, 3, 2, 1];

  it("are asked about from the day before the first without anything done, by the last mark of each time; not once today has begun", async () => {
    const all = asked.map((ago) => marked(ago));
    const allBut = (left: number) => asked.filter((ago) => ago !== left).map((ago) => marked(ago));
    const later = "now() + interval '1 minute'";
    expect(await askedSince([])).toBe(7);
    expect([await askedSince(allBut(7)), await askedSince(allBut(2)), await askedSince(allBut(1))]).toEqual([7, 3, 2]);
    expect(await askedSince([...all, marked(2, "skipped-it-hurts", later)])).toBe(3);
    expect(await askedSince([...all, marked(2, "too-easy", later)])).toBeNull();
    expect(await askedSince([...allBut(2), marked(0)])).toBeNull();
    expect(await askedSince([...allBut(2), marked(0, "could-not")])).toBe(3);
  });

  it("are told on Today", async () => {
    const missed = async () => (await loadToday(asActor(of.user))).missedDays;
    expect(await missed()).toBe(7);
    await doneDaysAgo(of, of.program, [7, 6, 4, 2]);
    expect(await missed()).toBe(3);
    await doneDaysAgo(of, of.program, [5, 3, 1]);
    expect(await missed()).toBe(0);
  });
});

it("is refused by the database itself where the exercise was not open, whoever asks past the verb", async () => {
  const { lines, phase: now } = of.program;
  const open = new Set(lines.filter(({ phase }) => phase === now).map(({ exerciseCode }) => exerciseCode));
  const heldBack = lines.find(({ exerciseCode }) => !open.has(exerciseCode));
  const mark = (lineId: string | undefined, ago: number) =>
    acting(of.user, (tx) => tx.$executeRawUnsafe(marked(ago, "done", "now()", lineId ?? "")));
  await expect(mark(heldBack?.id, 0)).rejects.toThrow(/PW063|was not open/);
  await expect(mark(of.lineId, 11)).rejects.toThrow(/PW063|was not open/);
  expect([await mark(of.lineId, 0), await mark(of.lineId, 9)]).toEqual([1, 1]);
});
