import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { modules, node24, root } from "./paths.js";
import { Refusal, say, step } from "./say.js";
import { generateIfChanged } from "./generate-client.js";
import { writeWords } from "./write-words.js";

/** Brings a fresh checkout to the point where Node 24 can run its TypeScript; does nothing when it is there already. */
export async function prepare() {
  refuseOldNode();
  if (packagesDiffer()) await step("packages installed (npm ci)", installPackages);
  checkNode24();
  writeWords();
  await generateIfChanged();
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(
    `Phasewise needs Node 20.19 or newer to start, this is ${process.version}: install a newer one from https://nodejs.org.`,
  );
}

/** Compares versions, not file times: a checkout touches the time of package-lock.json without changing it. */
function packagesDiffer() {
  const installed = path.join(modules, ".package-lock.json");
  if (!existsSync(installed)) return true;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).some(([name, entry]) => {
    if (name === "" || ((entry.optional || entry.devOptional || entry.peer) && !present[name])) return false;
    return present[name]?.version !== entry.version;
  });
}

async function installPackages() {
  say("Installing packages with npm ci; the first time this takes a minute or two …");
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js")
    ? [process.execPath, [process.env.npm_execpath]]
    : ["npm", []];
  const code = await run(npm[0], [...npm[1], "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) throw new Refusal("npm ci failed: read its message above, mend that, then start again.");
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function checkNode24() {
  const answer = spawnSync(node24, ["--version"], { encoding: "utf8" });
  if (answer.status === 0 && answer.stdout.startsWith("v24.")) return;
  throw new Refusal(
    "Node 24 is not in node_modules/.bin although packages are installed: run `npm rebuild node`, then start again.",
  );
}
