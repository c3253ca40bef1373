import { beforeEach, describe, expect, it, vi } from "vitest";
import { Client } from "pg";
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
  person = await aPatient(await aClinic());
  const { clinic, user } = person;
  token = await openSession({ clinicId: clinic.id, userId: user.id, role: user.role }, request);
});

/** The patients that somebody sees, with the act in the audit trail; `asked` counts how often it was made. */
const asked = vi.fn();
const ownRecord: Question = {
  role: "patient",
  of: (asker) => {
    asked(asker);
    const subject = { kind: "patient", id: Prisma.sql`p.id`, patientId: person.patient.id, of: Prisma.sql`patient p` };
    return Prisma.sql`WITH recorded AS (${actRecorded(asker, "today.read", subject)}) SELECT id FROM patient`;
  },
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
    const query = vi.spyOn(Client.prototype, "query");
    const both = await resumeAsking(token, request, true, ownRecord);
    expect(query).toHaveBeenCalledTimes(4);
    query.mockRestore();
    expect(both).toEqual({ actor: resumed, rows: [{ id: person.patient.id }] });
    expect(await readActs()).toBe(1);
    const left = await connections().pool.query(
      `SELECT coalesce(current_setting('app.clinic_id', true), '') || coalesce(current_setting('app.patient_id', true), '') AS context,
        current_setting('plan_cache_mode') AS plans`,
    );
    expect(left.rows).toEqual([{ context: "", plans: "auto" }]);
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

  it("is not asked for another role, nor answered for another session", async () => {
    await resumeSession(token, request);
    asked.mockClear();
    expect(await resumeAsking(token, request, true, { ...ownRecord, role: "therapist" })).toBeNull();
    const therapist = await aTherapist(person.clinic);
    const other = await openSession({ clinicId: person.clinic.id, userId: therapist.id, role: "therapist" }, request);
    await resumeSession(other, request);
    expect(await resumeAsking(other, request, true, ownRecord)).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it("takes back what it did where it fails, and the session goes on", async () => {
    await resumeSession(token, request);
    const failing: Question = { role: "patient", of: () => Prisma.sql`SELECT 1 / ${0}::int AS id` };
    await expect(resumeAsking(token, request, true, failing)).rejects.toThrow("division by zero");
    expect(await resumeAsking(token, request, true, ownRecord)).toMatchObject({ rows: [{ id: person.patient.id }] });
  });

  it("counts as activity as resuming does, and not where it only watches", async () => {
    await resumeSession(token, request);
    const idle = "UPDATE sign_in_session SET last_seen_at = now() - interval '10 minutes' WHERE user_id = $1";
    const idleFor = async (touches: boolean) => {
      await change(idle, [person.user.id]);
      await resumeAsking(token, request, touches, ownRecord);
      const { rows } = await aDatabase().superuser.query<{ idle: number }>(
        "SELECT round(extract(epoch FROM now() - last_seen_at) / 60)::int AS idle FROM sign_in_session WHERE user_id = $1",
        [person.user.id],
      );
      return rows[0]?.idle;
    };
    expect(await idleFor(false)).toBe(10);
    expect(await idleFor(true)).toBe(0);
  });
});
