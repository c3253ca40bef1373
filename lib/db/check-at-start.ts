import { Client } from "pg";
import { z } from "zod";

/** The database would be unsafe to serve from; the message is one sentence for each thing to mend. */
export class UnsafeDatabase extends Error {}

const Facts = z.object({
  role: z.string(),
  is_superuser: z.boolean(),
  bypasses_policies: z.boolean(),
  owned_tables: z.coerce.number(),
  unsafe_settings: z.array(z.string()),
  is_embedded: z.boolean(),
  is_migrated: z.boolean(),
});

const factsQuery = `
  SELECT r.rolname AS role, r.rolsuper AS is_superuser, r.rolbypassrls AS bypasses_policies,
    (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owned_tables,
    ARRAY(SELECT name FROM pg_settings
      WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off') AS unsafe_settings,
    current_setting('cluster_name') = 'phasewise-embedded' AS is_embedded,
    to_regproc('public.demo_personas') IS NOT NULL AS is_migrated
  FROM pg_roles r WHERE r.rolname = current_user`;

/**
 * Refuses a database that would let rows pass between clinics, lose acknowledged writes (R1), or hold demo people where real ones are.
 * @param mayHoldDemo only the embedded database of the start script may
 * @throws UnsafeDatabase
 */
export async function checkDatabaseAtStart(url: string, mayHoldDemo: boolean): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: "phasewise-check",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new UnsafeDatabase(`The database at ${new URL(url).host} cannot be reached: ${reasonOf(error)}.`);
  }
  try {
    const facts = Facts.parse((await client.query(factsQuery)).rows[0]);
    const reasons = [...reasonsAgainst(facts, mayHoldDemo)];
    if (facts.is_migrated && !mayHoldDemo && (await holdsDemo(client))) {
      reasons.push("This database holds a demo clinic, whose people need no password: use another database.");
    }
    if (reasons.length > 0) throw new UnsafeDatabase(reasons.join("\n"));
  } finally {
    await client.end();
  }
}

function* reasonsAgainst(facts: z.output<typeof Facts>, mayHoldDemo: boolean): Generator<string> {
  const instead = "sign in as an ordinary role such as phasewise_app, which docker/postgres/init.sh makes";
  if (facts.is_superuser)
    yield `The database role ${facts.role} is a superuser, whom row-level security does not bind: ${instead}.`;
  else if (facts.bypasses_policies) yield `The database role ${facts.role} may bypass row-level security: ${instead}.`;
  else if (facts.owned_tables > 0)
    yield `The database role ${facts.role} owns tables and could change their rules: ${instead}.`;
  if (!facts.is_migrated) {
    yield "The database lacks the tables of Phasewise: run `npm run migrate` with MIGRATE_DATABASE_URL set to the owner's address.";
  }
  if (mayHoldDemo && !facts.is_embedded)
    yield "PHASEWISE_DEMO is set, but this is not the embedded database: remove it.";
  for (const name of facts.unsafe_settings) {
    yield `The database runs with ${name} = off and could lose what it has confirmed: switch it on.`;
  }
}

async function holdsDemo(client: Client): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM demo_personas() LIMIT 1");
  return found.rows.length > 0;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message;
  return error instanceof Error ? error.message : String(error);
}
