import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("the browser's zod evaluates no code: our setting is where zod looks for it, before zod comes", async () => {
  await import("@/instrumentation-client");
  const set = JSON.stringify(Reflect.get(globalThis, "__zod_globalConfig"));
  // In a process of its own: here other tests have loaded zod already.
  const asked = `globalThis.__zod_globalConfig = ${set}; const { config } = await import("zod/v4/core"); console.log(config().jitless)`;
  expect(execFileSync(process.execPath, ["--input-type=module", "--eval", asked], { encoding: "utf8" })).toBe("true\n");
});
