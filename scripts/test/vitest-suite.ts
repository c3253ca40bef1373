import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { runVisiblyBehind, temporaryFolder } from "./children";
import { tallyOf, type Tally } from "./tally";

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** Runs one vitest project; `filters` name files, none means all (with coverage for the unit tests). */
export async function runVitest(project: "unit" | "integration", filters: string[]): Promise<Tally> {
  const report = path.join(temporaryFolder(`${project}-report`), "report.json");
  const coverage = project === "unit" && filters.length === 0 ? ["--coverage"] : [];
  const code = await runVisiblyBehind("vitest/vitest.mjs", [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...coverage,
    ...filters,
  ]);
  if (!existsSync(report)) return tallyOf(0, 0, 1);
  const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(readFileSync(report, "utf8")));
  return tallyOf(numPassedTests, numFailedTests, code);
}
