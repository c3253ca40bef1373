import { expect, test, vi } from "vitest";

test("the browser's zod evaluates no code: our setting is where zod looks for it, before zod comes", async () => {
  vi.stubGlobal("__zod_globalConfig", undefined);
  vi.resetModules();
  await import("@/instrumentation-client");
  const { config } = await import("zod/v4/core");
  expect(config().jitless).toBe(true);
  vi.unstubAllGlobals();
});
