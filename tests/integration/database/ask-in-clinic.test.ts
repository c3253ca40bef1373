import { Client, DatabaseError } from "pg";
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

test("reads what the actor may see, in three trips, and leaves nothing of them on the connection", async () => {
  await aPatient(person.clinic);
  await aPatient(await aClinic());
  const query = vi.spyOn(Client.prototype, "query");
  expect(await askInClinic(asActor(person.user), patients, idsOf)).toEqual([person.patient.id]);
  expect(query).toHaveBeenCalledTimes(3);
  query.mockRestore();
  const left = await connections().pool.query(
    `SELECT coalesce(current_setting('app.clinic_id', true), '') || coalesce(current_setting('app.actor_role', true), '') AS context,
      current_setting('plan_cache_mode') AS plans, current_setting('statement_timeout') AS limit`,
  );
  expect(left.rows).toEqual([{ context: "", plans: "auto", limit: "0" }]);
});

test("nothing that the product asks is compiled, however large its plan looks", async () => {
  const asked = Prisma.sql`SELECT current_setting('jit') AS id WHERE ${1} = 1`;
  expect(await askInClinic(asActor(person.user), asked, idsOf)).toEqual(["off"]);
});

test("a context is a value, whatever stands in it", async () => {
  const role = "x', true), set_config('app.actor_role', 'therapist";
  const setting = Prisma.sql`SELECT current_setting('app.actor_role') AS id WHERE ${1} = 1`;
  expect(await askInClinic({ ...asActor(person.user), role }, setting, idsOf)).toEqual([role]);
});

test("takes everything back where its answer cannot be read", async () => {
  const actor = asActor(person.user);
  const act = { kind: "episode", id: Prisma.sql`e.id`, patientId: person.patient.id, of: Prisma.sql`episode e` };
  const audited = Prisma.sql`${actRecorded(actor, "today.read", act)} RETURNING id`;
  const count = async () => {
    const { rows } = await aDatabase().superuser.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_event WHERE patient_id = $1 AND act = 'today.read'",
      [person.patient.id],
    );
    return rows[0]?.n;
  };
  await expect(
    askInClinic(actor, audited, () => {
      throw new Error("not what was stored");
    }),
  ).rejects.toThrow("not what was stored");
  expect(await count()).toBe(0);
  await askInClinic(actor, audited, idsOf);
  expect(await count()).toBe(1);
});

test("an id that is none is not found, and PostgreSQL's own code of a refusal is told", async () => {
  const ask = (statement: Prisma.Sql) => askInClinic(asActor(person.user), statement, idsOf);
  await expect(ask(Prisma.sql`SELECT ${"none"}::uuid AS id`)).rejects.toThrow(NotFound);
  const refused: unknown = await ask(Prisma.sql`UPDATE audit_event SET act = ${"none"}`).catch(
    (error: unknown) => error,
  );
  expect(databaseCode(refused)).toBe("42501");
});

test("is tried again after a conflict, four times in all", async () => {
  let times = 0;
  const conflict = Prisma.sql`SELECT 1 / ${0}::int`;
  const query = vi.spyOn(Client.prototype, "query");
  await expect(askInClinic(asActor(person.user), conflict, idsOf)).rejects.toThrow("division by zero");
  expect(query.mock.calls.filter(([text]) => text === "ROLLBACK")).toHaveLength(1);
  query.mockRestore();
  await expect(
    askInClinic(asActor(person.user), patients, () => {
      times += 1;
      throw Object.assign(new DatabaseError("conflict", 0, "error"), { code: "40001" });
    }),
  ).rejects.toThrow("conflict");
  expect(times).toBe(4);
});
