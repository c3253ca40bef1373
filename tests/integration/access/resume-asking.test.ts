import { Socket } from "node:net";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Asker } from "@/lib/access/actor";
import { openSession, resumeAsking, resumeSession, type Question } from "@/lib/access/sessions";
import { connections } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { actRecorded } from "@/lib/records/audit/record-act";
import { aClinic, aPatient, aTherapist, type TestPatient } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

const request = "0199aaaa-0000-7000-8000-000000000001";
let person: TestPatient;
let token: string;

beforeEach(async () => {
  asked.mockClear();
  person = await aPatient(await aClinic());
  const { clinic, user } = person;
  token = await openSession({ clinicId: clinic.id, userId: user.id, role: user.role }, request);
});

/** The patients that somebody sees, with the act in the audit trail; `asked` counts how often it was made. */
const asked = vi.fn();
const ownRecord: Question = (asker) => {
  asked(asker);
  return Prisma.sql`WITH ${recorded(asker)} SELECT id FROM patient`;
};
const recorded = (asker: Asker) => {
  const subject = { kind: "patient", id: Prisma.sql`p.id`, patientId: person.patient.id, of: Prisma.sql`patient p` };
  return Prisma.sql`recorded AS (${actRecorded(asker, "today.read", subject)})`;
};

async function readActs(): Promise<number> {
  const { rows } = await aDatabase().superuser.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM audit_event WHERE act = 'today.read' AND request_id = $1 AND clinic_id = $2",
    [request, person.clinic.id],
  );
  return rows[0]?.n ?? 0;
}

const change = (sql: string, values: unknown[]) => aDatabase().superuser.query(sql, values);

describe("a question that goes along with a session", () => {
  it("is answered in the same trip once it is known who the session is, as the database says it", async () => {
    expect(await resumeAsking(token, request, true, ownRecord)).toBeNull();
    expect(asked).not.toHaveBeenCalled();
    const resumed = await resumeSession(token, request);
    const [query, write] = [vi.spyOn(Client.prototype, "query"), vi.spyOn(Socket.prototype, "_writev")];
    const both = await resumeAsking(token, request, true, ownRecord);
    expect(query).toHaveBeenCalledTimes(4);
    expect(write).toHaveBeenCalledOnce();
    query.mockRestore();
    write.mockRestore();
    expect(both).toEqual({ actor: resumed, rows: [{ id: person.patient.id }] });
    expect(await readActs()).toBe(1);
    const settings = [
      "app.clinic_id",
      "app.actor_id",
      "app.actor_role",
      "app.patient_id",
      "plan_cache_mode",
      "statement_timeout",
    ];
    const left = await connections().pool.query(
      "SELECT array_agg(coalesce(current_setting(name, true), '') ORDER BY nth) AS left FROM unnest($1::text[]) WITH ORDINALITY AS s (name, nth)",
      [settings],
    );
    expect(left.rows).toEqual([{ left: ["", "", "", "", "auto", "0"] }]);
  });

  it.each([
    [
      "has ended",
      "UPDATE sign_in_session SET ended_at = now(), ended_because = 'signed-out' WHERE user_id = $1",
      false,
    ],
    [
      "idled too long",
      "UPDATE sign_in_session SET last_seen_at = now() - interval '61 minutes' WHERE user_id = $1",
      false,
    ],
    ["is over", "UPDATE sign_in_session SET absolute_end_at = now() WHERE user_id = $1", false],
    ["is of a disabled account", "UPDATE clinic_user SET disabled_at = now() WHERE id = $1", false],
    ["has lost its record", "UPDATE patient SET user_id = NULL WHERE user_id = $1", true],
    [
      "is of a clinic in another zone",
      "UPDATE clinic c SET time_zone = 'Pacific/Auckland' FROM clinic_user u WHERE u.clinic_id = c.id AND u.id = $1",
      true,
    ],
    ["is of somebody with another role now", "UPDATE clinic_user SET role = 'therapist' WHERE id = $1", true],
  ])("reads and writes nothing where the session %s", async (_, sql, lives) => {
    await resumeSession(token, request);
    await change(sql, [person.user.id]);
    expect(await resumeAsking(token, request, true, ownRecord)).toBeNull();
    expect(await readActs()).toBe(0);
    // Not tried again before somebody has said who it is.
    asked.mockClear();
    expect(await resumeAsking(token, request, true, ownRecord)).toBeNull();
    expect(asked).not.toHaveBeenCalled();
    expect((await resumeSession(token, request)) !== null).toBe(lives);
  });

  it("does not go along with the session of somebody who is no patient", async () => {
    const therapist = await aTherapist(person.clinic);
    const other = await openSession({ clinicId: person.clinic.id, userId: therapist.id, role: "therapist" }, request);
    await resumeSession(other, request);
    expect(await resumeAsking(other, request, true, ownRecord)).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it("takes back what it did where it fails, and the session goes on", async () => {
    await resumeSession(token, request);
    const failing: Question = (asker) => Prisma.sql`WITH ${recorded(asker)} SELECT 1 / ${0}::int AS id`;
    await expect(resumeAsking(token, request, true, failing)).rejects.toThrow("division by zero");
    expect(await readActs()).toBe(0);
    expect(await resumeAsking(token, request, true, ownRecord)).toMatchObject({ rows: [{ id: person.patient.id }] });
  });

  describe("is activity", () => {
    const idle = "UPDATE sign_in_session SET last_seen_at = now() - interval '10 minutes' WHERE user_id = $1";
    const idleFor = async () => {
      const { rows } = await aDatabase().superuser.query<{ idle: number }>(
        "SELECT round(extract(epoch FROM now() - last_seen_at) / 60)::int AS idle FROM sign_in_session WHERE user_id = $1",
        [person.user.id],
      );
      return rows[0]?.idle;
    };
    afterEach(() => {
      vi.useRealTimers();
    });

    it("from 20 seconds after the last, and is none where it only watches", async () => {
      vi.useFakeTimers({ toFake: ["Date"] });
      await resumeSession(token, request);
      await change(idle, [person.user.id]);
      vi.advanceTimersByTime(19_000);
      await resumeAsking(token, request, true, ownRecord);
      vi.advanceTimersByTime(2_000);
      await resumeAsking(token, request, false, ownRecord);
      expect(await idleFor()).toBe(10);
      await resumeAsking(token, request, true, ownRecord);
      expect(await idleFor()).toBe(0);
    });

    it("that makes nobody wait for the question: the session's row is free while it is answered", async () => {
      await resumeSession(token, request, false);
      await change(idle, [person.user.id]);
      const client = await aDatabase().superuser.connect();
      await client.query("SELECT pg_advisory_lock(424242)");
      const slow: Question = () => Prisma.sql`SELECT pg_advisory_xact_lock(${424242}) IS NULL AS id`;
      const answered = resumeAsking(token, request, true, slow);
      await vi.waitFor(async () => {
        const { rows } = await client.query("SELECT FROM pg_locks WHERE objid = 424242 AND NOT granted");
        expect(rows).toHaveLength(1);
      });
      // Before PostgreSQL would find the deadlock, and solve it.
      await client.query("SET lock_timeout = '300ms'");
      await client.query("UPDATE sign_in_session SET last_seen_at = last_seen_at WHERE user_id = $1", [person.user.id]);
      await client.query("RESET lock_timeout; SELECT pg_advisory_unlock(424242)");
      client.release();
      expect((await answered)?.rows).toHaveLength(1);
      expect(await idleFor()).toBe(0);
    });
  });
});
