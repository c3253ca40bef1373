import { DatabaseError, escapeLiteral, type PoolClient, type QueryConfig, type QueryResult } from "pg";
import { connections } from "./client";
import type { Prisma } from "./generated/client";
import { retried, transactionMs, type ClinicContext } from "./in-clinic";

type Row = Record<string, unknown>;

/** Asks one statement in the transaction that is on, or in one of its own. */
export type Ask = (statement: Prisma.Sql) => Promise<readonly unknown[]>;

/**
 * One statement in one transaction for the actor's clinic, as `inClinic`, but by `pg` itself and in one trip: for the page that is asked for most.
 * Its plan is made once for each connection, for all values.
 * @returns its rows, once they are committed
 */
export async function askInClinic(actor: ClinicContext, { text, values }: Prisma.Sql): Promise<readonly unknown[]> {
  const { pool, nameOf } = connections();
  const [begin, asked] = [opening(actor), { name: nameOf({ sql: text }), text, values }];
  return retried(async () => {
    const client = await pool.connect();
    const sent = sentTogether(client, begin, asked);
    const answers = await Promise.allSettled(sent);
    const refused = answers.find((answer) => answer.status === "rejected");
    // What PostgreSQL refuses is taken back by the COMMIT behind it; a connection that failed otherwise is given up.
    client.release(refused !== undefined && !goesOnAfter(refused.reason));
    if (refused) throw refused.reason;
    const [, read] = sent;
    return (await read).rows;
  });
}

type Sent = Promise<QueryResult<Row>>;
function sentTogether(client: PoolClient, begin: string, asked: QueryConfig): [Sent, Sent, Sent] {
  const { stream } = client.connection;
  stream.cork();
  try {
    return [client.query<Row>(begin), client.query<Row>(asked), client.query<Row>("COMMIT")];
  } finally {
    stream.uncork();
  }
}

/** Whether a connection is of use after a failure: PostgreSQL refused something, and does not take its leave (class 57P). */
function goesOnAfter(failure: unknown): boolean {
  return failure instanceof DatabaseError && failure.code?.startsWith("57P") !== true;
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
