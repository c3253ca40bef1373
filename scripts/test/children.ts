import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { modules, node24, root } from "../lib/paths.js";
import { ended } from "../lib/processes";

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** The result of a finished program. */
export type Finished = { code: number; output: string };

/** Runs a program of node_modules to its end with Node 24 and keeps what it wrote. */
export async function runQuietly(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<Finished> {
  const child = begin(node24, [path.join(modules, script), ...args], ["ignore", "pipe", "pipe"], environment);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { code: await ended(child), output };
}

/** Runs a program of node_modules to its end with Node 24, its output going straight to the terminal. */
export function runVisibly(script: string, args: string[], environment: Record<string, string> = {}): Promise<number> {
  return ended(begin(node24, [path.join(modules, script), ...args], ["ignore", "inherit", "inherit"], environment));
}

/** Starts a program in a group of its own that ends with the test command. */
export function begin(
  command: string,
  args: string[],
  stdio: StdioOptions,
  environment: Record<string, string> = {},
  folder = root,
): ChildProcess {
  const child = spawn(command, args, { cwd: folder, stdio, env: { ...process.env, ...environment }, detached: true });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** A folder that is removed when the test command ends; PostgreSQL's account may enter it. */
export function temporaryFolder(purpose: string, place = tmpdir()): string {
  const folder = mkdtempSync(path.join(place, `phasewise-${purpose}-`));
  chmodSync(folder, 0o755);
  folders.add(folder);
  return folder;
}

/** Ends what still runs, group by group, and removes the folders. */
export async function cleanUp(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const gone = ended(child);
      signal(child, "SIGTERM");
      const forced = setTimeout(() => {
        signal(child, "SIGKILL");
      }, 15_000);
      await gone;
      clearTimeout(forced);
    }),
  );
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It ended in between.
  }
}
