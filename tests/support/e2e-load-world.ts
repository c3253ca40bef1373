import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { node24, root } from "../../scripts/lib/paths.js";
import { typescriptArguments } from "../../scripts/lib/spawn-typescript.js";
import type { World } from "./e2e-askers";
import type { ClearanceWorld } from "./e2e-clearance-world";
import type { DraftWorld } from "./e2e-drafts";
import type { EndWorld } from "./e2e-end-world";
import type { LadderWorld } from "./e2e-ladder-world";

/** Makes two clinics of their own in the product's database, with everybody signed in. */
export async function loadWorld(): Promise<World> {
  return JSON.parse(await made("tests/support/e2e-make-world.ts")) as World;
}

/** Makes a clinic of its own with two therapists, and so many patients of both whose program is a draft. */
export async function loadDrafts(count: number): Promise<DraftWorld> {
  return JSON.parse(await made("tests/support/e2e-make-drafts.ts", String(count))) as DraftWorld;
}

/** Makes a clinic of its own around one patient whose program holds one line back for one clearance. */
export async function loadClearance(): Promise<ClearanceWorld> {
  return JSON.parse(await made("tests/support/e2e-make-clearance.ts")) as ClearanceWorld;
}

/** Makes a clinic of its own with somebody before the last phase, and somebody suspended for 14 days. */
export async function loadLadder(): Promise<LadderWorld> {
  return JSON.parse(await made("tests/support/e2e-make-ladder.ts")) as LadderWorld;
}

/** Makes a clinic of its own around one patient in the last phase. */
export async function loadEnd(): Promise<EndWorld> {
  return JSON.parse(await made("tests/support/e2e-make-end.ts")) as EndWorld;
}

async function made(script: string, ...given: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(node24, typescriptArguments(script, given), {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
