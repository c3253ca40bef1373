import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { node24, root } from "../../scripts/lib/paths.js";
import { typescriptArguments } from "../../scripts/lib/spawn-typescript.js";
import type { World } from "./e2e-askers";

/** Makes two clinics of their own in the product's database, with everybody signed in. */
export async function loadWorld(): Promise<World> {
  const { stdout } = await promisify(execFile)(node24, typescriptArguments("tests/support/e2e-make-world.ts", []), {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as World;
}
