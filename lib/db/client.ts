import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "@/lib/env";
import { statementNames } from "./statement-names";
import { PrismaClient } from "./generated/client";

/** The one pool of this process, bounded; a busy moment waits for a connection, `databaseAnswers` says earlier that the database is away. */
function openPool(): Pool {
  return new Pool({
    connectionString: env().databaseUrl,
    max: env().databasePoolSize,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    application_name: "phasewise",
    // What is asked together is sent together.
    pipeline: true,
    // Our statements are many and small: to compile one takes longer than to run it.
    options: "-c jit=off",
  });
}

type Connections = { pool: Pool; prisma: PrismaClient; nameOf: ReturnType<typeof statementNames> };
const held: { phasewise?: Connections } & typeof globalThis = globalThis;

/** The pool, the Prisma client over it and the names of the statements of both; opened on first use, kept over hot reloads. */
export function connections(): Connections {
  if (held.phasewise) return held.phasewise;
  const pool = openPool();
  // Who asks over a connection that is lost is told so; an `error` that nobody hears would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", () => undefined);
  const nameOf = statementNames();
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }) });
  held.phasewise = { pool, prisma, nameOf };
  return held.phasewise;
}

/** Closes the connections, for scripts and tests. */
export async function closeConnections(): Promise<void> {
  const open = held.phasewise;
  if (!open) return;
  delete held.phasewise;
  await open.prisma.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}
