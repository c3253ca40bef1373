import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import { root } from "./paths.js";
import { prepareQueue } from "./prepare-queue";
import { WholeScriptAdapter } from "./whole-script-adapter";

/**
 * Applies `prisma/migrations` with Prisma's own engine, as `prisma migrate deploy` would, without its download, and prepares the job queue.
 * @param ownerUrl the role that owns (or will own) the tables
 * @returns the names of the migrations applied now, none when the database was up to date
 * @throws Error with the engine's message; the failed migration is recorded in `_prisma_migrations`
 */
export async function applyMigrations(
  ownerUrl: string,
  folder = path.join(root, "prisma/migrations"),
): Promise<string[]> {
  loadEngine();
  const pool = new Pool({ connectionString: ownerUrl, max: 1 });
  pool.on("error", () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapter(pool));
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    const applied = await schemaEngine.applyMigrations({
      migrationsList: readMigrations(folder),
      filters: { externalTables: [], externalEnums: [] },
    });
    await prepareQueue(ownerUrl);
    return applied.appliedMigrationNames;
  } catch (error) {
    throw new Error(`The migrations could not be applied on ${new URL(ownerUrl).host}: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    schemaEngine.free();
    await pool.end();
  }
}

let isLoaded = false;

function loadEngine(): void {
  if (isLoaded) return;
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const compiled = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, ".wasm")));
  const instance = new WebAssembly.Instance(compiled, { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  const begin = instance.exports["__wbindgen_start"];
  if (typeof begin === "function") Reflect.apply(begin, undefined, []);
  isLoaded = true;
}

function readMigrations(folder: string): Parameters<engine.SchemaEngine["applyMigrations"]>[0]["migrationsList"] {
  const lockfile = path.join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
