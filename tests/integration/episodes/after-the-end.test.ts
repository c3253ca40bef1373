import { expect, it } from "vitest";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import {
  aClinic,
  acting,
  aPatient,
  aSurgeon,
  aTherapist,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { doneDaysAgo } from "@/tests/support/past-factories";
import { aProgram, putProgramIn } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { answerTo } from "./given";
import { aQuestion } from "../questions/given";

/** Who somebody is, who treats them, what was looked at, and the end itself: none of it belongs to one episode, or it says that one has ended. */
const notOfAnEpisode = ["care_team_member", "audit_event", "episode", "episode_end", "episode_summary"];
/** What came too late to be part of an episode: that one has ended is why it stands there. */
const keptAside = ["report_set_aside"];
/** Counts the drafts that were; drafts themselves are guarded. */
const counters = ["program_draft_version"];
/** What the patient read: no clinical word. */
const readingMarks = ["clearance_seen", "change_seen", "phase_seen"];

type Guard = { name: string; trigger: string; event: "INSERT" | "UPDATE" | "DELETE" };

async function guards(): Promise<Guard[]> {
  const { rows } = await aDatabase().superuser.query<Guard>(
    `SELECT tgrelid::regclass::text AS name, tgname AS trigger, CASE tgtype WHEN 4 THEN 'INSERT' WHEN 8 THEN 'DELETE' WHEN 16 THEN 'UPDATE' END AS event
    FROM pg_trigger WHERE tgfoid = 'refuse_after_end'::regproc`,
  );
  return rows;
}

it("guards every table about a patient against each kind of write, so that a new one is not forgotten", async () => {
  const { rows } = await aDatabase().superuser.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'patient_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  );
  const all = await guards();
  const isGuarded = (name: string) =>
    ["INSERT", "UPDATE", "DELETE"].every((event) => all.some((guard) => guard.name === name && guard.event === event));
  const open = rows.map(({ name }) => name).filter((name) => !isGuarded(name));
  expect(open.toSorted()).toEqual([...notOfAnEpisode, ...counters, ...keptAside, ...readingMarks].toSorted());
});

/** Statements that write the rows of a patient; the last one is what the guard is asked about, with as many rows as the table has. */
const writes = {
  INSERT: (name: string) => [
    `CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM ${name}`,
    `DELETE FROM ${name} WHERE patient_id IN (SELECT patient_id FROM kept)`,
    `INSERT INTO ${name} SELECT * FROM kept WHERE patient_id = $1`,
  ],
  UPDATE: (name: string) => [`UPDATE ${name} SET clinic_id = clinic_id WHERE patient_id = $1`],
  DELETE: (name: string) => [`DELETE FROM ${name} WHERE patient_id = $1`],
};

/** What each guard by itself answers to a write of a row that is there, all other triggers asleep. */
async function answersOf({ patient }: TestPatient): Promise<Map<string, string>> {
  const client = await aDatabase().superuser.connect();
  const answers = new Map<string, string>();
  try {
    for (const { name, trigger, event } of await guards()) {
      await client.query("BEGIN");
      await client.query(`ALTER TABLE ${name} ENABLE ALWAYS TRIGGER ${trigger}`);
      await client.query("SET LOCAL session_replication_role = replica");
      try {
        let rowCount: number | null = 0;
        for (const sql of writes[event](name))
          ({ rowCount } = await client.query(sql, sql.includes("$1") ? [patient.id] : []));
        if (rowCount !== 0) answers.set(`${name} ${trigger}`, "written");
      } catch (error) {
        answers.set(`${name} ${trigger}`, error instanceof Error && "code" in error ? String(error.code) : "?");
      }
      await client.query("ROLLBACK");
    }
  } finally {
    client.release();
  }
  return answers;
}

it("takes every write while the episode is open, and none after its end, whatever the table", async () => {
  const of = await aPatient(await aClinic(), { restrictions: [{ kind: "no-twisting" }] });
  const program = await aProgram(of);
  await aGrantedClearance(of, "PROGRAM_START");
  await aQuestion(of);
  await aCheckIn(of, { program });
  await doneDaysAgo(of, program, 1, 1);
  const open = await answersOf(of);
  expect(new Set(open.values())).toEqual(new Set(["written"]));
  expect(open.size).toBeGreaterThanOrEqual(36);
  await anEndedEpisode(of);
  const after = await answersOf(of);
  expect([...after.keys()]).toEqual([...open.keys()]);
  expect(new Set(after.values())).toEqual(new Set(["PW046"]));
  expect(await markOf(of, program.lines[0]?.id ?? ""), "of a line that the patient reads no longer").toBe("PW046");
});

/** What the guard by itself answers to the patient's own mark, written as the application. */
async function markOf({ clinic, patient }: TestPatient, lineId: string): Promise<string> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      "ALTER TABLE exercise_log ENABLE ALWAYS TRIGGER inserted_before_the_end_by_prescribed_exercise_id",
    );
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      "SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_role', 'patient', true), set_config('app.patient_id', $2, true)",
      [clinic.id, patient.id],
    );
    await client.query("SET LOCAL ROLE phasewise_app");
    await client.query(
      `INSERT INTO exercise_log (clinic_id, patient_id, prescribed_exercise_id, on_day, outcome, idempotency_key, reported_at)
      VALUES ($1, $2, $3, today_in_clinic($1), 'done', gen_random_uuid(), now())`,
      [clinic.id, patient.id, lineId],
    );
    return "written";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "?";
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

/** An end written past the verb. */
function endBySql(
  of: TestPatient,
  who: TestUser,
  given: { kind?: string; on?: string; withSummary?: boolean; at?: string } = {},
) {
  const { kind = "transferred", on = `today_in_clinic('${of.clinic.id}')`, withSummary = true, at = "now()" } = given;
  const [clinic, episode, patient] = [of.clinic.id, of.episode.id, of.patient.id];
  return answerTo(who, async (tx) => {
    await tx.$executeRawUnsafe(
      `INSERT INTO episode_end (clinic_id, episode_id, patient_id, kind, ended_on, ended_at, reason, transferred_to, signed_by_id, signed_name, meaning, sha256)
      VALUES ('${clinic}', '${episode}', '${patient}', '${kind}', ${on}, now(), 'x', ${kind === "transferred" ? "'y'" : "NULL"}, '${who.id}', 'x', 'x', repeat('0', 64))`,
    );
    if (withSummary) {
      await tx.$executeRawUnsafe(
        `INSERT INTO episode_summary (clinic_id, episode_id, patient_id, content) VALUES ('${clinic}', '${episode}', '${patient}', '{}')`,
      );
    }
    await tx.$executeRawUnsafe(`UPDATE episode SET ended_at = ${at}, ended_as = '${kind}' WHERE id = '${episode}'`);
    await tx.$executeRawUnsafe("SET CONSTRAINTS ALL IMMEDIATE");
  });
}

it("ends only whole, by a clinician of the team, once, on a day that can be; nothing reopens it", async () => {
  const of = await aPatient(await aClinic());
  for (const who of [await aTherapist(of.clinic), await aSurgeon(of.clinic), of.user]) {
    expect(await endBySql(of, who), who.role).toMatch(/PW045|42501/);
  }
  expect(await endBySql(of, of.therapist, { on: "now()::date + 2" })).toBe("PW045");
  expect(await endBySql(of, of.therapist, { on: "'2001-01-01'" })).toBe("PW045");
  expect(await endBySql(of, of.therapist, { kind: "moved" })).toBe("23514");
  expect(await endBySql(of, of.therapist, { withSummary: false })).toBe("PW045");
  expect(await endBySql(of, of.therapist, { at: "now() - interval '1 day'" })).toBe("PW045");
  expect(await endBySql(of, of.therapist, { kind: "deceased" }), "the sign-in stays open").toBe("PW045");
  const program = await aProgram(of);
  expect(await endBySql(of, of.therapist), "the program runs").toBe("PW045");
  const stop = acting(of.therapist, (tx) =>
    tx.program.updateMany({ where: { id: program.id }, data: { state: "stopped" } }),
  );
  await expect(stop, "the episode goes on").rejects.toThrow(/PW045|end of its episode/);
  await putProgramIn("stopped", program.id, of.therapist);
  await aQuestion(of);
  expect(await endBySql(of, of.therapist), "an alert is open").toBe("PW045");
  await acting(of.therapist, (tx) =>
    tx.alert.updateMany({
      where: { patientId: of.patient.id },
      data: { state: "resolved", resolution: "x", resolvedById: of.therapist.id, resolvedAt: new Date() },
    }),
  );
  expect(await endBySql(of, of.therapist)).toBeNull();
  expect(await endBySql(of, of.therapist), "twice").toMatch(/PW045|23505|P2010/);
  for (const change of ["ended_at = NULL, ended_as = NULL", "technique = 'x'", "ended_as = 'discharged'"]) {
    const touched = answerTo(of.surgeon, (tx) =>
      tx.$executeRawUnsafe(`UPDATE episode SET ${change} WHERE id = '${of.episode.id}'`),
    );
    expect(await touched, change).toBe("PW046");
  }
  for (const sql of ["UPDATE episode_end SET reason = 'y'", "DELETE FROM episode_summary"]) {
    expect(await answerTo(of.surgeon, (tx) => tx.$executeRawUnsafe(sql)), sql).toBe("42501");
  }
});

it("lets the patient read the summary of their own, and nobody else; the end itself is the team's", async () => {
  const of = await aPatient(await aClinic());
  const other = await aPatient(of.clinic);
  await anEndedEpisode(of);
  const read = (who: TestUser) =>
    acting(who, async (tx) => [await tx.episodeSummary.count(), await tx.episodeEnd.count()]);
  expect(await read(of.user)).toEqual([1, 0]);
  expect(await read(other.user)).toEqual([0, 0]);
  expect(await read(of.therapist)).toEqual([1, 1]);
  expect(await read((await aPatient(await aClinic())).therapist)).toEqual([0, 0]);
});
