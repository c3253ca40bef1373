import { readFileSync } from "node:fs";
import path from "node:path";
import { urlFor } from "../../scripts/lib/roles";
import { keptSecrets } from "../../scripts/lib/secrets";

/**
 * Points this process at the embedded database of the product under test, with the application's role and the owner's for opening clinics. The
 * product's data folder stands in PHASEWISE_DATA_DIR.
 */
export function pointAtProduct(): { authSecret: string } {
  const folder = process.env["PHASEWISE_DATA_DIR"];
  if (folder === undefined) throw new Error("PHASEWISE_DATA_DIR is missing: run through `npm run test:e2e`.");
  const { ownerPassword, appPassword, authSecret } = keptSecrets(folder);
  const port = readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[3] ?? "";
  const server = `postgresql://127.0.0.1:${port.trim()}/postgres`;
  process.env["DATABASE_URL"] = urlFor(server, "phasewise_app", appPassword, "phasewise");
  process.env["MIGRATE_DATABASE_URL"] = urlFor(server, "phasewise_owner", ownerPassword, "phasewise");
  process.env["NEXTAUTH_SECRET"] = authSecret;
  return { authSecret };
}
