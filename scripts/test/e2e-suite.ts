import { existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "../lib/paths.js";
import { freePort } from "../lib/ports";
import { ended, waitUntil } from "../lib/processes";
import { say } from "../lib/say.js";
import { begin, runVisibly, temporaryFolder } from "./children";
import { findChromium } from "./chromium";
import { tallyOf, type Tally } from "./tally";

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Starts the product as `npm start` does, in a folder of its own, and walks it with Playwright. */
export async function runEndToEnd(filters: string[]): Promise<Tally> {
  const chromium = findChromium();
  say(`  browser: ${chromium}`);
  const folder = temporaryFolder("e2e");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const log = path.join(folder, "start.log");
  const output = openSync(log, "a");
  const product = begin(process.execPath, [path.join(root, "scripts/start.js")], ["ignore", output, output], {
    PORT: String(port),
    PHASEWISE_DATA_DIR: path.join(folder, "data"),
    DATABASE_URL: "",
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: "",
    // A review while a page is tested would change what it shows.
    PHASEWISE_JOBS: "off",
  });
  const gone = ended(product);
  const isUp = await Promise.race([
    gone.then(() => false),
    waitUntil(180_000, () => answers(`${url}/api/health/ready`)),
  ]);
  if (!isUp) {
    say(`The product did not start:\n${readFileSync(log, "utf8")}`);
    return tallyOf(0, 1, 1);
  }
  const report = path.join(folder, "report.json");
  const code = await runVisibly("@playwright/test/cli.js", ["test", "--reporter=list,json", ...filters], {
    PHASEWISE_URL: url,
    PHASEWISE_DATA_DIR: path.join(folder, "data"),
    PLAYWRIGHT_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  product.kill("SIGTERM");
  await gone;
  if (code !== 0) say(`What the product wrote meanwhile:\n${readFileSync(log, "utf8").slice(-4000)}`);
  if (!existsSync(report)) return tallyOf(0, 0, 1);
  const { expected, unexpected, flaky } = Report.parse(JSON.parse(readFileSync(report, "utf8"))).stats;
  return tallyOf(expected + flaky, unexpected, code);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
