import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { modules, node24 } from "../lib/paths.js";
import { Refusal, say } from "../lib/say.js";

/** Without a window of its own, Chromium takes half the processor time: such a build comes first. */
const system = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The browser for the end-to-end tests: the one that PLAYWRIGHT_CHROMIUM names, the system's, Playwright's own, or one installed now.
 * @throws Refusal when there is none and none can be installed
 */
export function findChromium(): string {
  const given = process.env["PLAYWRIGHT_CHROMIUM"];
  if (given) {
    if (existsSync(given)) return given;
    throw new Refusal(`PLAYWRIGHT_CHROMIUM names ${given}, which does not exist: correct it or unset it.`);
  }
  return present() ?? installed();
}

function present(): string | undefined {
  return [...system.map((name) => `/usr/bin/${name}`), chromium.executablePath()].find((file) => existsSync(file));
}

function installed(): string {
  const playwright: [string, string[]] = [node24, [path.join(modules, "playwright/cli.js"), "install", "chromium"]];
  const asRoot = process.getuid?.() === 0;
  const apt: [string, string[]][] = asRoot
    ? [
        ["apt-get", ["update", "-qq"]],
        ["apt-get", ["install", "-y", "-qq", "chromium-headless-shell"]],
        ["apt-get", ["install", "-y", "-qq", "chromium"]],
      ]
    : [];
  for (const [command, args] of [playwright, ...apt]) {
    say(`  no Chromium yet, so: ${path.basename(command)} ${args.map((arg) => path.basename(arg)).join(" ")}`);
    spawnSync(command, args, { stdio: ["ignore", 2, 2] });
    const found = present();
    if (found !== undefined) return found;
  }
  throw new Refusal(
    "The end-to-end tests need Chromium: install it (on Debian `sudo apt-get install chromium`) or name one in PLAYWRIGHT_CHROMIUM.",
  );
}
