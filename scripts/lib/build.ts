import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compileAhead } from "./compile-ahead";
import { modules, node24, root } from "./paths.js";
import { ended } from "./processes";
import { Refusal } from "./say.js";
import { typescriptArguments } from "./spawn-typescript.js";

/** Everything that a build reads; a folder stands for all files below it. */
const sources = [
  "app",
  "components",
  "lib",
  "messages",
  "prisma/content",
  "prisma/schema",
  "public",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "instrumentation-node.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.js",
  "proxy.ts",
  "scripts/lib/compile-ahead.ts",
  "scripts/lib/drawn-later.js",
  "scripts/lib/own-languages.js",
  "scripts/lib/zod-in-one.js",
  "tsconfig.json",
];

export const standalone = path.join(root, ".next/standalone");
const stamp = path.join(standalone, ".sources");

/** Whether `.next/standalone` was built from the sources as they are now. */
export function isBuildCurrent(): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfSources();
}

/** Builds the server into `.next/standalone` with everything it serves beside it. */
export async function build(): Promise<void> {
  const hash = hashOfSources();
  rmSync(stamp, { force: true });
  await orFail("The content cannot be shipped", typescriptArguments("scripts/check-content.ts", []));
  await orFail("The build failed", [path.join(modules, "next/dist/bin/next"), "build"]);
  compileAhead(path.join(root, ".next"));
  for (const [from, to] of [
    ["public", "public"],
    [".next/static", ".next/static"],
  ] as const) {
    if (existsSync(path.join(root, from)))
      cpSync(path.join(root, from), path.join(standalone, to), { recursive: true });
  }
  writeFileSync(stamp, hash);
}

/**
 * Takes over what another checkout built, when it did so from the same sources: a build works wherever it is put, as an image shows.
 * @param from the root of that checkout
 */
export function adoptBuild(from: string): void {
  const built = path.join(from, path.relative(root, standalone));
  if (readFileSync(path.join(built, path.basename(stamp)), "utf8") !== hashOfSources()) return;
  rmSync(standalone, { recursive: true, force: true });
  cpSync(built, standalone, { recursive: true, verbatimSymlinks: true });
}

/** Runs a script of Node to its end. @throws {Refusal} with what it wrote, when it fails */
async function orFail(what: string, script: readonly string[]): Promise<void> {
  const child = spawn(node24, script, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  if ((await ended(child)) !== 0) throw new Refusal(`${what}:\n${output}`);
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of filesOf(path.join(root, source)))
      hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesOf(source: string): string[] {
  if (!existsSync(source)) return [];
  const entries = readdirSync(path.dirname(source), { withFileTypes: true });
  if (entries.find((entry) => entry.name === path.basename(source))?.isFile()) return [source];
  return readdirSync(source, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
