import { Socket } from "node:net";
import { Client } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { askInClinic } from "@/lib/db/ask-in-clinic";
import { connections } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { databaseCode } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { actRecorded } from "@/lib/records/audit/record-act";
import { aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

let person: TestPatient;
beforeAll(async () => {
  person = await aPatient(await aClinic());
});

const patients = Prisma.sql`SELECT id FROM patient WHERE id <> ${"00000000-0000-0000-0000-000000000000"}::uuid`;
const idsOf = (rows: readonly unknown[]) => rows.map((row) => (row as { id: string }).id);

test("reads what the actor may see, in one trip, and leaves nothing of them on the connection", async () => {
  await aPatient(person.clinic);
  await aPatient(await aClinic());
  const [query, write] = [vi.spyOn(Client.prototype, "query"), vi.spyOn(Socket.prototype, "_writev")];
  expect(idsOf(await askInClinic(asActor(person.user), patients))).toEqual([person.patient.id]);
  expect(query.mock.calls.map(([asked]) => typeof asked)).toEqual(["string", "object", "string"]);
  expect(write).toHaveBeenCalledOnce();
  query.mockRestore();
  write.mockRestore();
  const left = await connections().pool.query(
    `SELECT coalesce(current_setting('app.clinic_id', true), '') || coalesce(current_setting('app.actor_role', true), '') AS context,
      current_setting('plan_cache_mode') AS plans, current_setting('statement_timeout') AS limit`,
  );
  expect(left.rows).toEqual([{ context: "", plans: "auto", limit: "0" }]);
});

test("nothing that the product asks is compiled, however large its plan looks", async () => {
  const asked = Prisma.sql`SELECT current_setting('jit') AS id WHERE ${1} = 1`;
  expect(idsOf(await askInClinic(asActor(person.user), asked))).toEqual(["off"]);
});

test("a context is a value, whatever stands in it", async () => {
  const role = "x', true), set_config('app.actor_role', 'therapist";
  const setting = Prisma.sql`SELECT current_setting('app.actor_role') AS id WHERE ${1} = 1`;
  expect(idsOf(await askInClinic({ ...asActor(person.user), role }, setting))).toEqual([role]);
});

test("takes everything back with what is refused, and the connection goes on", async () => {
  const actor = asActor(person.user);
  const act = { kind: "episode", id: Prisma.sql`e.id`, patientId: person.patient.id, of: Prisma.sql`episode e` };
  const audited = actRecorded(actor, "today.read", act);
  const dividedBy = (n: number) => Prisma.sql`WITH recorded AS (${audited}) SELECT 1 / ${n}::int AS id`;
  const count = async () => {
    const { rows } = await aDatabase().superuser.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_event WHERE patient_id = $1 AND act = 'today.read'",
      [person.patient.id],
    );
    return rows[0]?.n;
  };
  await askInClinic(actor, dividedBy(1));
  expect(await count()).toBe(1);
  const { totalCount } = connections().pool;
  await expect(askInClinic(actor, dividedBy(0))).rejects.toThrow("division by zero");
  expect(await count()).toBe(1);
  expect(connections().pool).toMatchObject({ totalCount, idleCount: totalCount });
  expect(idsOf(await askInClinic(actor, patients))).toEqual([person.patient.id]);
});

test("gives up a connection that was lost", async () => {
  const lost = Prisma.sql`SELECT pg_terminate_backend(pg_backend_pid()) AS id WHERE ${1} = 1`;
  await expect(askInClinic(asActor(person.user), lost)).rejects.toThrow(/terminat/i);
  expect(idsOf(await askInClinic(asActor(person.user), patients))).toEqual([person.patient.id]);
});

test("an id that is none is not found, and PostgreSQL's own code of a refusal is told", async () => {
  const ask = (statement: Prisma.Sql) => askInClinic(asActor(person.user), statement);
  await expect(ask(Prisma.sql`SELECT ${"none"}::uuid AS id`)).rejects.toThrow(NotFound);
  const refused: unknown = await ask(Prisma.sql`UPDATE audit_event SET act = ${"none"}`).catch(
    (error: unknown) => error,
  );
  expect(databaseCode(refused)).toBe("42501");
});

test("is tried again after a conflict, four times in all, and not after another refusal", async () => {
  const { superuser } = aDatabase();
  await superuser.query(`CREATE SEQUENCE test_tried; GRANT USAGE ON test_tried TO PUBLIC;
    CREATE FUNCTION test_refused(code text) RETURNS int LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM nextval('test_tried');
      RAISE EXCEPTION 'refused' USING ERRCODE = code;
    END $$`);
  const triedAfter = async (code: string) => {
    await expect(askInClinic(asActor(person.user), Prisma.sql`SELECT test_refused(${code}) AS id`)).rejects.toThrow(
      "refused",
    );
    const { rows } = await superuser.query<{ n: number }>("SELECT nextval('test_tried')::int - 1 AS n");
    return rows[0]?.n;
  };
  expect(await triedAfter("22012")).toBe(1);
  expect(await triedAfter("40001")).toBe(2 + 4);
  await superuser.query("DROP FUNCTION test_refused; DROP SEQUENCE test_tried");
});
