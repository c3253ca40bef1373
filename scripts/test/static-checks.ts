import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../lib/paths.js";
import { say } from "../lib/say.js";
import { runQuietly } from "./children";
import type { Tally } from "./tally";

type Check = { name: string; script: string; args: string[]; mend: string };

const cruised = ["app", "components", "lib", "scripts", "prisma", "tests", "proxy.ts", "instrumentation.ts"];
const content = "scripts/check-content.ts";

const checks: Check[] = [
  {
    name: "lint",
    script: "oxlint/bin/oxlint",
    args: ["."],
    mend: "mend the lines above; a comment that switches a rule off fails a test",
  },
  {
    name: "types",
    script: "typescript-7/bin/tsc",
    args: ["--noEmit", "--incremental", "false"],
    mend: "mend the types above",
  },
  { name: "format", script: "prettier/bin/prettier.cjs", args: ["--check", "."], mend: "run `npm run format`" },
  {
    name: "import rules",
    script: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: [...cruised.filter((name) => existsSync(path.join(root, name))), "--config", ".dependency-cruiser.cjs"],
    mend: 'see "Who may import whom" in .dependency-cruiser.cjs',
  },
  { name: "dead code", script: "knip/bin/knip.js", args: ["--no-progress"], mend: "remove what nobody uses" },
];

const contentCheck: Check = {
  name: "content",
  script: "tsx/dist/cli.mjs",
  args: ["--conditions=react-server", content],
  mend: "mend prisma/content as said above",
};

/** Go's collector runs less often: a quarter less processor time for the typed lint and the types, for 0.3 GB more memory. */
const seldomCollected = { GOGC: "400" };

/** Format, types, lint, import rules, dead code and content, two at a time; each counts as one. */
export async function runStaticChecks(): Promise<Tally> {
  // Types of routes and of Next's own modules are generated, not committed.
  const typegen = await runQuietly("next/dist/bin/next", ["typegen"]);
  if (typegen.code !== 0) say(typegen.output);
  const waiting = [...checks, ...(existsSync(path.join(root, content)) ? [contentCheck] : [])];
  const tally = { passed: 0, failed: typegen.code === 0 ? 0 : 1 };
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await passes(check)) tally.passed += 1;
      else tally.failed += 1;
    }
  };
  await Promise.all([work(), work()]);
  return tally;
}

async function passes(check: Check): Promise<boolean> {
  const begun = performance.now();
  const { code, output } = await runQuietly(check.script, check.args, seldomCollected);
  const time = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if (code !== 0) say(`\n${output.trim()}\n`);
  say(code === 0 ? `  ✓ ${check.name} ${time}` : `  ✗ ${check.name} ${time}: ${check.mend}`);
  return code === 0;
}
