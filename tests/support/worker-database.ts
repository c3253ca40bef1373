import { afterAll } from "vitest";
import { closeConnections } from "@/lib/db/client";
import { cloneDatabase } from "./test-database";

// Each test file gets a clone of the migrated template, in the place where the application looks for its database.
const database = await cloneDatabase();
process.env["DATABASE_URL"] = database.appUrl;
process.env["NEXTAUTH_SECRET"] = "dGVzdHMgb25seTsgbm9ib2R5IHNlcnZlcyB3aXRoIGl0";

afterAll(async () => {
  await closeConnections();
  await database.drop();
});
