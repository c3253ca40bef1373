import type { PoolClient } from "pg";
import type { RestrictionKind } from "@/lib/clinical/facts";
import type { TestPatient } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

type Activity = {
  subject_id: string;
  standing: string;
  why_not: string | null;
  max_kg: string | null;
  max_minutes: number | null;
  by_key: string | null;
};
export type Line = {
  id: string;
  phase: number;
  own: string[];
  entry: string[];
  minutes: number | null;
  kg: string | null;
  loaded: boolean;
};

/**
 * Asks, decides and restricts everything of one patient at once, in one transaction that is never committed, and reads in between what the
 * patient reads.
 */
export class AllAtOnce {
  lines: readonly Line[] = [];
  private constructor(
    readonly db: PoolClient,
    private readonly of: TestPatient,
    private readonly program: { id: string; revision: { id: string } },
  ) {}

  static async begin(of: TestPatient, program: { id: string; revision: { id: string } }): Promise<AllAtOnce> {
    const db = await aDatabase().superuser.connect();
    await db.query("BEGIN");
    const all = new AllAtOnce(db, of, program);
    const { rows } = await db.query<Line>(
      `SELECT l.id, l.phase, l.needs_keys AS own, ph.entry_keys AS entry, l.duration_min AS minutes, l.load_kg AS kg, l.is_loaded_lifting AS loaded
       FROM prescribed_exercise l
       JOIN program_phase ph ON ph.clinic_id = l.clinic_id AND ph.revision_id = l.revision_id AND ph.n = l.phase
       WHERE l.clinic_id = $1 AND l.revision_id = $2`,
      [of.clinic.id, program.revision.id],
    );
    all.lines = rows;
    return all;
  }

  async end(): Promise<void> {
    await this.db.query("ROLLBACK");
    this.db.release();
  }

  /** What the application's role reads with the patient acting; then the superuser goes on. */
  async asThePatient<T extends object>(sql: string): Promise<T[]> {
    await this.actAs(this.of.user.id, "patient");
    await this.db.query("SET LOCAL ROLE phasewise_app");
    const { rows } = await this.db.query<T>(sql);
    await this.db.query("RESET ROLE");
    return rows;
  }

  private actAs(userId: string, role: string) {
    return this.db.query(
      `SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', $3, true),
         set_config('app.patient_id', $4, true)`,
      [this.of.clinic.id, userId, role, role === "patient" ? this.of.patient.id : ""],
    );
  }

  /** Past the triggers: only to stand somewhere, never to open anything. */
  async set(sql: string, values: unknown[]) {
    await this.db.query("SET LOCAL session_replication_role = replica");
    await this.db.query(sql, values);
    await this.db.query("SET LOCAL session_replication_role = origin");
  }

  /** Of every activity and key. */
  activities(): Promise<Activity[]> {
    return this.asThePatient(
      "SELECT subject_id, standing, why_not, max_kg, max_minutes, by_key FROM activity_now ORDER BY 1",
    );
  }

  /** The different standings, each with its reason. */
  async standing(): Promise<string[]> {
    const found = await this.activities();
    return [...new Set(found.map(({ standing: now, why_not: why }) => `${now} ${why ?? ""}`.trim()))];
  }

  /** The ids of the lines that are open, each in its phase. */
  async open(): Promise<Set<string>> {
    const ids: string[] = [];
    for (const phase of new Set(this.lines.map((line) => line.phase))) {
      await this.set("UPDATE program SET current_phase = $2 WHERE id = $1", [this.program.id, phase]);
      const found = await this.asThePatient<{ id: string }>("SELECT id FROM prescribed_exercise");
      ids.push(...found.map(({ id }) => id));
    }
    return new Set(ids);
  }

  those(isOpen: (line: Line) => boolean): Set<string> {
    return new Set(this.lines.filter(isOpen).map(({ id }) => id));
  }

  async askForAll() {
    await this.db.query(
      `INSERT INTO clearance (clinic_id, patient_id, episode_id, subject_id, requested_by_id)
       SELECT $1, $2, $3, s.id, $4 FROM clearance_subject s WHERE s.clinic_id = $1`,
      [this.of.clinic.id, this.of.patient.id, this.of.episode.id, this.of.therapist.id],
    );
  }

  /** Every waiting or live clearance is decided by whose decision it is, along the real arrows; days count from the clinic's today. */
  async decideAll(
    outcome: string,
    terms: { from?: number; until?: number; kg?: number; minutes?: number } = {},
  ): Promise<void> {
    const isGrant = outcome === "granted" || outcome === "limited";
    for (const decider of [this.of.surgeon, this.of.therapist]) {
      await this.actAs(decider.id, decider.role);
      await this.db.query(
        `WITH decided AS (
           INSERT INTO clearance_decision (clinic_id, clearance_id, patient_id, outcome, decided_by_id, decided_at, signed_name, meaning, reason, evidence, terms, sha256)
           SELECT c.clinic_id, c.id, c.patient_id, $3, $2, clock_timestamp(), 'x', 'x', 'x', '{}', '{}', repeat('0', 64)
           FROM clearance c
           WHERE c.clinic_id = $1 AND c.state IN ('requested', 'granted', 'limited', 'under-review')
             AND decides_now(c) = $4
           RETURNING clearance_id, decided_at)
         SELECT count(*) FROM decided`,
        [this.of.clinic.id, decider.id, outcome, decider.role],
      );
    }
    const days = isGrant ? [terms.from ?? 0, terms.until ?? null] : [null, null];
    await this.db.query(
      `UPDATE clearance c SET state = $2, decided_at = (
           SELECT max(d.decided_at) FROM clearance_decision d WHERE d.clearance_id = c.id AND d.outcome = $2),
         from_day = today_in_clinic($1) + $3::int, until_day = today_in_clinic($1) + $4::int, max_kg = $5, max_minutes = $6
       WHERE c.clinic_id = $1 AND c.state IN ('requested', 'granted', 'limited', 'under-review')`,
      [this.of.clinic.id, outcome, ...days, terms.kg ?? null, terms.minutes ?? null],
    );
  }

  async suspendAll() {
    await this.db.query(
      "UPDATE clearance SET state = 'under-review' WHERE clinic_id = $1 AND state IN ('granted', 'limited')",
      [this.of.clinic.id],
    );
  }

  async restrict(kind: RestrictionKind, given: { kg?: number; minutes?: number; by?: string } = {}): Promise<void> {
    await this.set(
      `INSERT INTO restriction (clinic_id, episode_id, patient_id, ordered_by_id, kind, limit_kg, limit_minutes) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.of.clinic.id,
        this.of.episode.id,
        this.of.patient.id,
        given.by ?? this.of.surgeon.id,
        kind,
        given.kg ?? null,
        given.minutes ?? null,
      ],
    );
  }

  /** A check-in of so many days ago, when no program was there to hold. */
  reportBeforeAnyProgram(level: string, daysAgo: number) {
    return this.set(
      `INSERT INTO check_in (clinic_id, patient_id, episode_id, idempotency_key, fingerprint, stage, on_day, reported_at, answers, level, fired, missing)
       VALUES ($1, $2, $3, gen_random_uuid(), 'x', 'full', today_in_clinic($1) - $5::int, now(), '{}', $4, '[]', '{}')`,
      [this.of.clinic.id, this.of.patient.id, this.of.episode.id, level, daysAgo],
    );
  }

  endRestrictions() {
    return this.set("UPDATE restriction SET ended_at = now() WHERE patient_id = $1", [this.of.patient.id]);
  }
}
