import { randomBytes } from "node:crypto";
import { Client, Pool } from "pg";
import { ensureDatabase, urlFor } from "../../scripts/lib/roles";

export const templateDatabase = "phasewise_template";
export const testPasswords = { ownerPassword: "owner", appPassword: "app" };

/** A migrated, empty database of its own, reachable as the application, the owner and the superuser. */
export type TestDatabase = {
  name: string;
  appUrl: string;
  ownerUrl: string;
  superuserUrl: string;
  /** As the application sees it. */
  app: Pool;
  /** As migrations see it: an ordinary role, itself under forced row-level security. */
  owner: Pool;
  /** Past every policy, to look at what is really there. */
  superuser: Pool;
  drop: () => Promise<void>;
};

/** Clones the migrated template. Each test file already has one in DATABASE_URL, this makes another. */
export async function cloneDatabase(name = `test_${randomBytes(6).toString("hex")}`): Promise<TestDatabase> {
  const serverUrl = requiredEnvironment("TEST_SUPERUSER_URL");
  await ensureDatabase(serverUrl, name, templateDatabase);
  return describe(serverUrl, name);
}

/** The database that this test file's DATABASE_URL names. */
export function aDatabase(): TestDatabase {
  current ??= describe(
    requiredEnvironment("TEST_SUPERUSER_URL"),
    new URL(requiredEnvironment("DATABASE_URL")).pathname.slice(1),
  );
  return current;
}

let current: TestDatabase | undefined;

function describe(serverUrl: string, name: string): TestDatabase {
  const appUrl = urlFor(serverUrl, "phasewise_app", testPasswords.appPassword, name);
  const ownerUrl = urlFor(serverUrl, "phasewise_owner", testPasswords.ownerPassword, name);
  const superuserUrl = urlFor(serverUrl, "postgres", "superuser", name);
  const [app, owner, superuser] = [appUrl, ownerUrl, superuserUrl].map(poolOf);
  if (!app || !owner || !superuser) throw new Error("three pools were asked for");
  return {
    name,
    appUrl,
    ownerUrl,
    superuserUrl,
    app,
    owner,
    superuser,
    drop: async () => {
      await Promise.all([app, owner, superuser].map((pool) => pool.end()));
      const client = new Client({ connectionString: serverUrl });
      await client.connect();
      await client.query(`DROP DATABASE ${client.escapeIdentifier(name)} WITH (FORCE)`);
      await client.end();
    },
  };
}

function poolOf(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 4, allowExitOnIdle: true });
  pool.on("error", () => undefined);
  return pool;
}

function requiredEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: run through \`npm run test:integration\`.`);
  return value;
}
