import { afterAll } from "vitest";
import { closeConnections } from "@/lib/db/client";
import { restock } from "./ready-clinics";
import { cloneDatabase } from "./test-database";

// Each test file gets a clone of the migrated template, in the place where the application looks for its database: the same place for all files
// of a worker, because they share the application's modules.
const database = await cloneDatabase(`test_worker_${process.env["VITEST_POOL_ID"] ?? "0"}`);
restock();
process.env["DATABASE_URL"] = database.appUrl;
process.env["NEXTAUTH_SECRET"] = "dGVzdHMgb25seTsgbm9ib2R5IHNlcnZlcyB3aXRoIGl0";

afterAll(async () => {
  await closeConnections();
  await database.drop();
});
