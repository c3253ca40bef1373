import path from "node:path";
import { defineConfig } from "prisma/config";

/** Migrations run as the owner of the tables, never as the application's role. */
const url = process.env["MIGRATE_DATABASE_URL"] ?? process.env["DATABASE_URL"];

export default defineConfig({
  schema: path.join("prisma", "schema"),
  migrations: { path: path.join("prisma", "migrations") },
  ...(url === undefined ? {} : { datasource: { url } }),
});
