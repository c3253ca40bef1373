import { escapeLiteral, type PoolClient } from "pg";
import { connections } from "./client";
import type { Prisma } from "./generated/client";
import { retried, transactionMs, type ClinicContext } from "./in-clinic";

/**
 * One statement in one transaction for the actor's clinic, as `inClinic`, but by `pg` itself and in three trips: for the page that is asked for
 * most. Its plan is made once for each connection, for all values.
 * @param read makes the answer of the rows, before the transaction ends: what it throws takes everything back
 */
export async function askInClinic<T>(
  actor: ClinicContext,
  statement: Prisma.Sql,
  read: (rows: readonly unknown[]) => T,
): Promise<T> {
  const { pool, nameOf } = connections();
  const { text, values } = statement;
  return retried(async () => {
    const client = await pool.connect();
    try {
      await client.query(opening(actor));
      const { rows } = await client.query<Record<string, unknown>>({ name: nameOf({ sql: text }), text, values });
      const answer = read(rows);
      await client.query("COMMIT");
      client.release();
      return answer;
    } catch (error) {
      await takeBack(client);
      throw error;
    }
  });
}

/**
 * Begins, and says who asks, in one message: such a message has no parameters. For all values one plan: to plan our largest statements anew takes longer
 * than to run them.
 */
function opening({ clinicId, userId, role, patientId }: ClinicContext): string {
  const settings = {
    "app.clinic_id": clinicId,
    "app.actor_id": userId ?? "",
    "app.actor_role": role,
    "app.patient_id": patientId ?? "",
    plan_cache_mode: "force_generic_plan",
    statement_timeout: String(transactionMs),
  };
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  return `BEGIN; SELECT ${set.join(", ")}`;
}

/** A connection that cannot even roll back is given up. */
async function takeBack(client: PoolClient): Promise<void> {
  await client.query("ROLLBACK").then(
    () => {
      client.release();
    },
    () => {
      client.release(true);
    },
  );
}
