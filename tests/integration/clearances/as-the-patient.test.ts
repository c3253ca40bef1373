import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restrictionKinds, type RestrictionKind } from "@/lib/clinical/facts";
import { shippedLibrary } from "@/lib/records/clinics/shipped-library";
import { aClinic, aPatient, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

type Standing = { subject_id: string; standing: string; why_not: string | null };
type Limited = Standing & { max_kg: string | null; max_minutes: number | null; by_key: string | null };
type Line = {
  id: string;
  phase: number;
  own: string[];
  entry: string[];
  minutes: number | null;
  kg: string | null;
  loaded: boolean;
};

const { subjects } = shippedLibrary();
const limits: readonly RestrictionKind[] = ["lift-limit", "sit-limit"];
const closing = restrictionKinds.filter((kind) => !limits.includes(kind));

let db: PoolClient;
let of: TestPatient;
let lines: Line[];
let programId: string;

// One transaction that is never committed. The day begins fourteen hours before London's: what is over is over by the clinic's calendar.
beforeAll(async () => {
  of = await aPatient(await aClinic({ timeZone: "Pacific/Kiritimati" }), { weeks: 120 });
  const program = await aProgram(of);
  programId = program.id;
  db = await aDatabase().superuser.connect();
  await db.query("BEGIN");
  const { rows } = await db.query<Line>(
    `SELECT l.id, l.phase, l.needs_keys AS own, ph.entry_keys AS entry, l.duration_min AS minutes, l.load_kg AS kg, l.is_loaded_lifting AS loaded
     FROM prescribed_exercise l
     JOIN program_phase ph ON ph.clinic_id = l.clinic_id AND ph.revision_id = l.revision_id AND ph.n = l.phase
     WHERE l.clinic_id = $1 AND l.revision_id = $2`,
    [of.clinic.id, program.revision.id],
  );
  lines = rows;
});
afterAll(async () => {
  await db.query("ROLLBACK");
  db.release();
});

/** What the application's role reads with the patient acting; then the superuser goes on. */
async function asThePatient<T extends object>(sql: string): Promise<T[]> {
  await actAs(of.user.id, "patient");
  await db.query("SET LOCAL ROLE phasewise_app");
  const { rows } = await db.query<T>(sql);
  await db.query("RESET ROLE");
  return rows;
}

function actAs(userId: string, role: string) {
  return db.query(
    `SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', $3, true),
       set_config('app.patient_id', $4, true)`,
    [of.clinic.id, userId, role, role === "patient" ? of.patient.id : ""],
  );
}

/** Past the triggers: only to stand somewhere, never to open anything. */
async function set(sql: string, values: unknown[]) {
  await db.query("SET LOCAL session_replication_role = replica");
  await db.query(sql, values);
  await db.query("SET LOCAL session_replication_role = origin");
}

/** Of every activity and key. */
function activities(): Promise<Limited[]> {
  return asThePatient("SELECT subject_id, standing, why_not, max_kg, max_minutes, by_key FROM activity_now ORDER BY 1");
}

async function standing(): Promise<string[]> {
  const found = await activities();
  expect(found).toHaveLength(subjects.length);
  return [...new Set(found.map(({ standing: now, why_not: why }) => `${now} ${why ?? ""}`.trim()))];
}

/** The ids of the lines that are open, each in its phase. */
async function open(): Promise<Set<string>> {
  const ids: string[] = [];
  for (const phase of new Set(lines.map((line) => line.phase))) {
    await set("UPDATE program SET current_phase = $2 WHERE id = $1", [programId, phase]);
    const found = await asThePatient<{ id: string }>("SELECT id FROM prescribed_exercise");
    ids.push(...found.map(({ id }) => id));
  }
  return new Set(ids);
}

function those(isOpen: (line: Line) => boolean): Set<string> {
  return new Set(lines.filter(isOpen).map(({ id }) => id));
}

async function askForAll() {
  await db.query(
    `INSERT INTO clearance (clinic_id, patient_id, episode_id, subject_id, requested_by_id)
     SELECT $1, $2, $3, s.id, $4 FROM clearance_subject s WHERE s.clinic_id = $1`,
    [of.clinic.id, of.patient.id, of.episode.id, of.therapist.id],
  );
}

/** Every waiting or live clearance is decided by whose decision it is, along the real arrows; days count from the clinic's today. */
async function decideAll(
  outcome: string,
  terms: { from?: number; until?: number; kg?: number; minutes?: number } = {},
): Promise<void> {
  const isGrant = outcome === "granted" || outcome === "limited";
  for (const decider of [of.surgeon, of.therapist]) {
    await actAs(decider.id, decider.role);
    await db.query(
      `WITH decided AS (
         INSERT INTO clearance_decision (clinic_id, clearance_id, patient_id, outcome, decided_by_id, decided_at, signed_name, meaning, reason, evidence, terms, sha256)
         SELECT c.clinic_id, c.id, c.patient_id, $3, $2, clock_timestamp(), 'x', 'x', 'x', '{}', '{}', repeat('0', 64)
         FROM clearance c
         WHERE c.clinic_id = $1 AND c.state IN ('requested', 'granted', 'limited', 'under-review')
           AND clearance_decider(c.clinic_id, c.subject_id, c.episode_id) = $4
         RETURNING clearance_id, decided_at)
       SELECT count(*) FROM decided`,
      [of.clinic.id, decider.id, outcome, decider.role],
    );
  }
  const days = isGrant ? [terms.from ?? 0, terms.until ?? null] : [null, null];
  await db.query(
    `UPDATE clearance c SET state = $2, decided_at = (
         SELECT max(d.decided_at) FROM clearance_decision d WHERE d.clearance_id = c.id AND d.outcome = $2),
       from_day = today_in_clinic($1) + $3::int, until_day = today_in_clinic($1) + $4::int, max_kg = $5, max_minutes = $6
     WHERE c.clinic_id = $1 AND c.state IN ('requested', 'granted', 'limited', 'under-review')`,
    [of.clinic.id, outcome, ...days, terms.kg ?? null, terms.minutes ?? null],
  );
}

async function suspendAll() {
  await db.query(
    "UPDATE clearance SET state = 'under-review' WHERE clinic_id = $1 AND state IN ('granted', 'limited')",
    [of.clinic.id],
  );
}

async function restrict(kind: RestrictionKind, given: { kg?: number; minutes?: number } = {}): Promise<void> {
  await set(
    `INSERT INTO restriction (clinic_id, episode_id, patient_id, ordered_by_id, kind, limit_kg, limit_minutes) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [of.clinic.id, of.episode.id, of.patient.id, of.surgeon.id, kind, given.kg ?? null, given.minutes ?? null],
  );
}

function endRestrictions() {
  return set("UPDATE restriction SET ended_at = now() WHERE patient_id = $1", [of.patient.id]);
}

const free = () => those(({ own, entry }) => own.length + entry.length === 0);
const every = () => those(() => true);

describe("every activity and every line, as the patient reads them from SQL", () => {
  it("before anybody asked: nothing is allowed, and only lines without a key are open", async () => {
    expect(await standing()).toEqual(["not-yet nobody-asked"]);
    expect(await open()).toEqual(free());
    expect(free().size).toBeLessThan(lines.length);
  });

  it("asked, granted from tomorrow, granted from today", async () => {
    await askForAll();
    expect(await standing()).toEqual(["ask asked"]);
    expect(await open()).toEqual(free());
    await decideAll("granted", { from: 1 });
    expect(await standing()).toEqual(["not-yet later"]);
    expect(await open()).toEqual(free());
    await suspendAll();
    await decideAll("granted", { until: 0 });
    expect(await standing()).toEqual(["yes"]);
    expect(await open()).toEqual(every());
  });

  it("under review, then limited", async () => {
    await suspendAll();
    expect(await standing()).toEqual(["ask under-review"]);
    expect(await open()).toEqual(free());
    await decideAll("limited", { kg: 2, minutes: 10 });
    expect(await standing()).toEqual(["yes"]);
    expect(new Set((await activities()).map(({ max_kg: kg, max_minutes: minutes }) => `${kg} ${minutes}`))).toEqual(
      new Set(["2.0 10"]),
    );
    const within = those(
      ({ own, minutes, kg, loaded }) =>
        own.length === 0 || ((minutes ?? 0) <= 10 && (kg === null ? !loaded : Number(kg) <= 2)),
    );
    expect(within.size).toBeLessThan(lines.length);
    expect(await open()).toEqual(within);
  });

  it("over since yesterday by the clinic's calendar, then revoked", async () => {
    await suspendAll();
    await decideAll("granted", { from: -9, until: -1 });
    expect(await standing()).toEqual(["not-yet over"]);
    expect(await open()).toEqual(free());
    await decideAll("revoked");
    expect(await standing()).toEqual(["not-yet revoked"]);
    expect(await open()).toEqual(free());
  });

  it("denied the next time", async () => {
    await askForAll();
    await decideAll("denied");
    expect(await standing()).toEqual(["not-yet denied"]);
    expect(await open()).toEqual(free());
  });

  it("granted once more, under each restriction and again after its end", async () => {
    await askForAll();
    await decideAll("granted");
    expect(await open()).toEqual(every());
    for (const kind of closing) {
      await restrict(kind);
      const closed = (await activities()).filter(({ standing: now }) => now !== "yes");
      const named = subjects.filter(({ restrictedBy }) => restrictedBy.includes(kind)).map(({ id }) => id);
      expect(closed.map(({ subject_id: id }) => id).sort(), kind).toEqual(named.sort());
      expect(new Set(closed.map(({ standing: now, why_not: why }) => `${now} ${why}`))).toEqual(
        new Set(named.length === 0 ? [] : ["not-yet restriction"]),
      );
      await endRestrictions();
    }
    await restrict("no-bending");
    expect((await open()).size).toBeLessThan(lines.length);
    await endRestrictions();
    expect(await standing()).toEqual(["yes"]);
    expect(await open()).toEqual(every());
  });

  it("a limit of weight or of sitting caps the grants that it is about", async () => {
    await restrict("lift-limit", { kg: 4.5 });
    await restrict("sit-limit", { minutes: 20 });
    for (const { subject_id: id, standing: now, max_kg: kg, max_minutes: minutes } of await activities()) {
      const by = subjects.find((subject) => subject.id === id)?.restrictedBy ?? [];
      expect([id, now, kg, minutes]).toEqual([
        id,
        "yes",
        by.includes("lift-limit") ? "4.5" : null,
        by.includes("sit-limit") ? 20 : null,
      ]);
    }
    await endRestrictions();
  });

  it("a key allows what its sentence says until somebody says otherwise of the activity itself", async () => {
    await set("DELETE FROM clearance WHERE patient_id = $1 AND NOT (subject_id = 'SWIM_POOL' AND state = 'granted')", [
      of.patient.id,
    ]);
    const allowed = async () =>
      (await activities()).flatMap(({ subject_id: id, standing: now, by_key: key }) =>
        now === "yes" ? [`${id} ${key ?? ""}`.trim()] : [],
      );
    expect(await allowed()).toEqual([
      "SWIM_POOL",
      "hydrotherapy SWIM_POOL",
      "immersion SWIM_POOL",
      "swimming SWIM_POOL",
    ]);
    await db.query(
      `INSERT INTO clearance (clinic_id, patient_id, episode_id, subject_id, requested_by_id) VALUES ($1, $2, $3, 'swimming', $4)`,
      [of.clinic.id, of.patient.id, of.episode.id, of.therapist.id],
    );
    expect(await allowed()).toEqual(["SWIM_POOL", "hydrotherapy SWIM_POOL", "immersion SWIM_POOL"]);
    await set("UPDATE clearance SET state = 'expired' WHERE patient_id = $1 AND subject_id = 'swimming'", [
      of.patient.id,
    ]);
    expect(await allowed()).toContain("swimming SWIM_POOL");
    await set("UPDATE clearance SET state = 'under-review' WHERE patient_id = $1 AND subject_id = 'SWIM_POOL'", [
      of.patient.id,
    ]);
    expect(await allowed()).toEqual([]);
  });

  it("another patient's and a closed episode's activities are not there", async () => {
    const other = await aPatient(of.clinic);
    const patients = await asThePatient<{ patient_id: string }>("SELECT DISTINCT patient_id FROM activity_now");
    expect(patients).toEqual([{ patient_id: of.patient.id }]);
    expect(other.patient.id).not.toBe(of.patient.id);
    await set("UPDATE episode SET ended_at = now(), ended_as = 'discharged' WHERE id = $1", [of.episode.id]);
    expect(await activities()).toEqual([]);
  });
});
