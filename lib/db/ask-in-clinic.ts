import { DatabaseError, escapeLiteral, type PoolClient, type QueryConfig, type QueryResult } from "pg";
import { connections } from "./client";
import type { Prisma } from "./generated/client";
import type { Statement } from "./statement-once";
import { retried, transactionMs, type ClinicContext } from "./in-clinic";

type Row = Record<string, unknown>;

/** Asks one statement in the transaction that is on, or in one of its own. */
export type Ask = (statement: Prisma.Sql) => Promise<readonly unknown[]>;

/**
 * One statement in one transaction for the actor's clinic, as `inClinic`, but by `pg` itself and in one trip: for the page that is asked for most.
 * Its plan is made once for each connection, for all values.
 * @returns its rows, once they are committed
 */
export async function askInClinic(actor: ClinicContext, statement: Statement): Promise<readonly unknown[]> {
  const { clinicId, userId, role, patientId } = actor;
  const text = (value: string | null) => escapeLiteral(value ?? "");
  // Such a message has no parameters.
  const opening = `${begin}; SELECT ${contextOf([text(clinicId), text(userId), text(role), text(patientId)])}`;
  return retried(async () => (await inOneMessage([opening, named(statement), "COMMIT"]))[1] ?? []);
}

/** A query without settings that finds who asks, one row or none; `who`: its columns for clinic, user, role and patient. */
export type Finding = { name: string; text: string; values: unknown[]; who: readonly [string, string, string, string] };

/**
 * The same, asked by whom the database finds in the same trip. Where it finds nobody the transaction has no clinic, in which whoever asks sees nothing
 * and writes nothing.
 * @param afterwards goes with it, in a transaction of its own
 * @returns the row that was found, and the rows of the statement
 */
export async function askAsFound(
  { name, text, values, who }: Finding,
  statement: Statement,
  afterwards: readonly QueryConfig[],
): Promise<{ found: unknown; rows: readonly unknown[] }> {
  const finding = { name, text: `SELECT to_json(f) AS found, ${contextOf(who)} FROM (${text}) f`, values };
  return retried(async () => {
    const together = [begin, finding, named(statement), "COMMIT", ...afterwards];
    const [, found = [], rows = []] = await inOneMessage(together);
    return { found: found[0]?.["found"], rows };
  });
}

function named({ text, values }: Statement): QueryConfig {
  return { name: connections().nameOf({ sql: text }), text, values };
}

/** Sends queries that belong together as one message; their rows in turn, none of a text of several statements. */
async function inOneMessage(queries: readonly (string | QueryConfig)[]): Promise<Row[][]> {
  const client = await connections().pool.connect();
  const answers = await Promise.allSettled(sentTogether(client, queries));
  const refused = answers.find((answer) => answer.status === "rejected");
  // What PostgreSQL refuses is taken back by the COMMIT behind it; a connection that failed otherwise is given up.
  client.release(refused !== undefined && !goesOnAfter(refused.reason));
  if (refused) throw refused.reason;
  return answers.flatMap((answer) =>
    answer.status === "fulfilled" ? [Array.isArray(answer.value) ? [] : answer.value.rows] : [],
  );
}

function sentTogether(client: PoolClient, queries: readonly (string | QueryConfig)[]): Promise<QueryResult<Row>>[] {
  const { stream } = client.connection;
  stream.cork();
  try {
    return queries.map((query) => client.query<Row>(query));
  } finally {
    stream.uncork();
  }
}

/** Whether a connection is of use after a failure: PostgreSQL refused something, and does not take its leave (class 57P). */
function goesOnAfter(failure: unknown): boolean {
  return failure instanceof DatabaseError && failure.code?.startsWith("57P") !== true;
}

/** One plan for all values (to plan our largest statements anew takes longer than to run them), and an end to what takes too long. */
const begin = `BEGIN; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL statement_timeout = ${transactionMs}`;

/** Sets whose a transaction is, each an expression. All as one column: a reader of rows has work with each. */
function contextOf([clinicId, userId, role, patientId]: readonly [string, string, string, string]): string {
  const settings = {
    "app.clinic_id": clinicId,
    "app.actor_id": userId,
    "app.actor_role": role,
    "app.patient_id": patientId,
  };
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${value}, true)`);
  return `concat(${set.join(", ")})`;
}
