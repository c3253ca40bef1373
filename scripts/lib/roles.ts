import { Client } from "pg";

/** Passwords of the two roles: the owner migrates, the application owns nothing. */
export type RolePasswords = { ownerPassword: string; appPassword: string };

/** Makes the owner and the application's role, both ordinary, and gives them these passwords. Safe to repeat. */
export async function ensureRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    for (const [role, password] of [
      ["phasewise_owner", passwords.ownerPassword],
      ["phasewise_app", passwords.appPassword],
    ] as const) {
      const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      if (found.rowCount === 0) await client.query(`CREATE ROLE ${role}`);
      await client.query(
        `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS NOINHERIT PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
  });
}

/** Makes the database, owned by the owner; nobody else but the application's role may connect. Safe to repeat. */
export async function ensureDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    const database = client.escapeIdentifier(name);
    if (found.rowCount === 0) {
      const from = template === undefined ? "" : ` TEMPLATE ${client.escapeIdentifier(template)}`;
      await client.query(`CREATE DATABASE ${database} OWNER phasewise_owner${from}`);
    }
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO phasewise_app`);
  });
}

/** The same server with another user and database in its address. */
export function urlFor(serverUrl: string, user: string, password: string, database: string): string {
  const url = new URL(serverUrl);
  url.username = user;
  url.password = encodeURIComponent(password);
  url.pathname = `/${database}`;
  return url.href;
}

async function asSuperuser(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
