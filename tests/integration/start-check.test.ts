import { describe, expect, it } from "vitest";
import { checkDatabaseAtStart, UnsafeDatabase } from "@/lib/db/check-at-start";
import { aDatabase } from "../support/test-database";

describe("the database check at start", () => {
  // The test server trades durability for speed, which is one of the things the check refuses.
  const weakSettings = /fsync = off[^]*full_page_writes = off[^]*synchronous_commit = off/;

  it("names every setting that could lose what was confirmed, and nothing else for the application's role", async () => {
    const refusal = await refusalOf(checkDatabaseAtStart(aDatabase().appUrl, false));
    expect(refusal).toMatch(weakSettings);
    expect(refusal).not.toMatch(/role|demo|migrate/);
  });

  it("refuses a superuser", async () => {
    expect(await refusalOf(checkDatabaseAtStart(aDatabase().superuserUrl, false))).toMatch(/postgres is a superuser/);
  });

  it("refuses the role that owns the tables", async () => {
    expect(await refusalOf(checkDatabaseAtStart(aDatabase().ownerUrl, false))).toMatch(/phasewise_owner owns tables/);
  });

  it("refuses the demo mark on a server that the start script did not make", async () => {
    expect(await refusalOf(checkDatabaseAtStart(aDatabase().appUrl, true))).toMatch(/not the embedded database/);
  });

  it("says in one sentence that a database is away", async () => {
    const nobody = "postgresql://a:b@127.0.0.1:1/x";
    expect(await refusalOf(checkDatabaseAtStart(nobody, false))).toMatch(
      /^The database at 127\.0\.0\.1:1 cannot be reached/,
    );
  });
});

async function refusalOf(check: Promise<void>): Promise<string> {
  const error: unknown = await check.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnsafeDatabase);
  return error instanceof Error ? error.message : "";
}
