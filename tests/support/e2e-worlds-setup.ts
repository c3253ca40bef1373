import { spawn } from "node:child_process";
import { once } from "node:events";
import { node24, root } from "../../scripts/lib/paths.js";
import { typescriptArguments } from "../../scripts/lib/spawn-typescript.js";

/** Starts what makes worlds for the tests of this run; their processes inherit its address in TEST_WORLDS. */
export default async function setUp(): Promise<() => void> {
  const maker = spawn(node24, typescriptArguments("tests/support/e2e-worlds.ts", []), {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said: unknown[] = await once(maker.stdout, "data");
  process.env["TEST_WORLDS"] = `http://127.0.0.1:${String(said[0]).trim()}`;
  return () => void maker.kill();
}
