import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

const withOptions = z.object({ options: z.object({ id: z.string() }) });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The ids of the ways to sign in that a process with this mark offers. */
async function waysIn(mark: string | undefined): Promise<unknown[]> {
  vi.resetModules();
  vi.stubEnv("PHASEWISE_DEMO", mark);
  const { authOptions } = await import("@/lib/access/auth-options");
  return authOptions().providers.map((provider) => withOptions.parse(provider).options.id);
}

describe("signing in by one click", () => {
  it("is offered by the embedded demo only", async () => {
    expect(await waysIn(undefined)).toEqual(["credentials"]);
    expect(await waysIn("embedded")).toEqual(["credentials", "demo"]);
  });

  it("cannot be switched on by another value", async () => {
    await expect(waysIn("true")).rejects.toThrow("PHASEWISE_DEMO is set by the start script only");
  });
});
