import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { say } from "../lib/say.js";
import { runVisibly, temporaryFolder } from "./children";
import { findChromium } from "./chromium";
import { startProduct } from "./product";
import { quickFolder } from "./quick-folder";
import { tallyOf, type Tally } from "./tally";

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Starts the product and walks it with Playwright. */
export async function runEndToEnd(filters: string[]): Promise<Tally> {
  const chromium = findChromium();
  say(`  browser: ${chromium}`);
  const product = await startProduct("e2e", quickFolder());
  if ("failure" in product) {
    say(`The product did not start:\n${product.failure}`);
    return tallyOf(0, 1, 1);
  }
  const report = path.join(temporaryFolder("e2e-report"), "report.json");
  const code = await runVisibly("@playwright/test/cli.js", ["test", "--reporter=list,json", ...filters], {
    PHASEWISE_URL: product.url,
    PHASEWISE_DATA_DIR: product.dataFolder,
    PLAYWRIGHT_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  await product.stop();
  if (code !== 0) say(`What the product wrote meanwhile:\n${product.log().slice(-4000)}`);
  if (!existsSync(report)) return tallyOf(0, 0, 1);
  const { expected, unexpected, flaky } = Report.parse(JSON.parse(readFileSync(report, "utf8"))).stats;
  return tallyOf(expected + flaky, unexpected, code);
}
