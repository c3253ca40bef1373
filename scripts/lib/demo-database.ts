import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { applyMigrations } from "./apply-migrations";
import { startPostgres, type Cluster } from "./embedded-postgres";
import { node24, root } from "./paths.js";
import { ended } from "./processes";
import { ensureDatabase, ensureRoles, urlFor } from "./roles";
import { refreshClinicLibraries, refreshedInWords } from "./refresh-libraries";
import { Refusal, say, step } from "./say.js";
import { keptSecrets } from "./secrets";
import { typescriptArguments } from "./spawn-typescript.js";

const database = "phasewise";
/** A note that the database carries itself once the demo clinic is whole. */
const seeded = "demo clinic is complete";

/**
 * Brings the embedded database with its demo clinic to the state the server needs.
 * @param onStarted gets the database as soon as it runs, to stop it whatever happens next
 * @returns the environment the server is started with
 */
export async function openDemoDatabase(
  dataFolder: string,
  onStarted: (cluster: Cluster) => void,
): Promise<Record<string, string>> {
  const secrets = keptSecrets(dataFolder);
  const cluster = await step("PostgreSQL started", () =>
    startPostgres(path.join(dataFolder, "postgres"), secrets.superuserPassword, ["cluster_name=phasewise-embedded"]),
  );
  onStarted(cluster);
  await ensureRoles(cluster.superuserUrl, secrets);
  const environment = {
    DATABASE_URL: urlFor(cluster.superuserUrl, "phasewise_app", secrets.appPassword, database),
    NEXTAUTH_SECRET: secrets.authSecret,
    PHASEWISE_DEMO: "embedded",
  };
  const ownerUrl = urlFor(cluster.superuserUrl, "phasewise_owner", secrets.ownerPassword, database);
  await migrateAndSeed(cluster.superuserUrl, ownerUrl, environment);
  return environment;
}

async function migrateAndSeed(
  superuserUrl: string,
  ownerUrl: string,
  environment: Record<string, string>,
): Promise<void> {
  await ensureDatabase(superuserUrl, database);
  const superuser = new Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    const isSeeded = await isMarked(superuser);
    if (!isSeeded && (await hasTables(superuserUrl))) {
      // The first start was cut off between the tables and the last patient: begin again rather than serve half a clinic.
      await superuser.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await ensureDatabase(superuserUrl, database);
    }
    const applied = await step("migrations applied", () => applyMigrations(ownerUrl));
    if (applied.length > 0) say(`    ${String(applied.length)} new: ${applied.join(", ")}`);
    if (isSeeded) {
      const refreshed = refreshedInWords(await refreshClinicLibraries(ownerUrl));
      if (refreshed !== "") say(`    the demo clinic's library was brought up to date: ${refreshed}`);
    }
    if (isSeeded || !existsSync(path.join(root, "prisma/seed.ts"))) return;
    await step("demo clinic created", async () => {
      await seed(ownerUrl, environment);
      await countRows(ownerUrl);
    });
    await superuser.query(`COMMENT ON DATABASE ${database} IS '${seeded}'`);
  } finally {
    await superuser.end();
  }
}

/** Without it PostgreSQL plans for tables that it takes for empty: Today then asks the gate of every line of the clinic, until it counts by itself. */
async function countRows(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("ANALYZE");
  } finally {
    await owner.end();
  }
}

async function isMarked(superuser: Client): Promise<boolean> {
  const found = await superuser.query(
    "SELECT 1 FROM pg_database WHERE datname = $1 AND shobj_description(oid, 'pg_database') = $2",
    [database, seeded],
  );
  return found.rows.length > 0;
}

async function hasTables(superuserUrl: string): Promise<boolean> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const found = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1");
  await client.end();
  return found.rows.length > 0;
}

async function seed(ownerUrl: string, environment: Record<string, string>): Promise<void> {
  const child = spawn(node24, typescriptArguments("prisma/seed.ts", []), {
    cwd: root,
    env: { ...process.env, ...environment, MIGRATE_DATABASE_URL: ownerUrl, PHASEWISE_EMBEDDED: "1" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if ((await ended(child)) !== 0) throw new Refusal("The demo clinic could not be created: its message stands above.");
}
