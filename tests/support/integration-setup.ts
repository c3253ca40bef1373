import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { applyMigrations } from "../../scripts/lib/apply-migrations";
import { startPostgres } from "../../scripts/lib/embedded-postgres";
import { ensureDatabase, ensureRoles, urlFor } from "../../scripts/lib/roles";
import { quickFolder } from "../../scripts/test/quick-folder";
import { openReadyClinics } from "./ready-clinics";
import { templateDatabase, testPasswords } from "./test-database";

/** Nothing here must survive: speed instead of durability. */
const settings = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"];

/**
 * One PostgreSQL for the whole run, with a template database that the ordinary owner migrated; workers inherit its address in
 * TEST_SUPERUSER_URL.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(quickFolder(), "phasewise-integration-"));
  chmodSync(folder, 0o755);
  const cluster = await startPostgres(path.join(folder, "postgres"), "superuser", settings);
  try {
    await ensureRoles(cluster.superuserUrl, testPasswords);
    await ensureDatabase(cluster.superuserUrl, templateDatabase);
    const ownerUrl = urlFor(cluster.superuserUrl, "phasewise_owner", testPasswords.ownerPassword, templateDatabase);
    await applyMigrations(ownerUrl);
    await openReadyClinics(ownerUrl);
  } catch (error) {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  process.env["TEST_SUPERUSER_URL"] = cluster.superuserUrl;
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
