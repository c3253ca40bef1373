import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "../lib/paths.js";
import { runVisibly, temporaryFolder } from "./children";
import { tallyOf, total, type Tally } from "./tally";

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** Where the work is, and no branch of the rules that the others do not reach: counting branches doubles their time. */
const notCounted = [
  "tests/unit/clinical/enumeration.test.ts",
  "tests/unit/clinical/properties.test.ts",
  "tests/unit/clinical/triage-properties.test.ts",
  "tests/unit/content/misspelt.test.ts",
  "tests/unit/content/mistakes.test.ts",
  "tests/unit/content/templates.test.ts",
  "tests/unit/figure/",
];

/** Runs one vitest project; `filters` name files, none means all: of the unit tests, first those whose coverage of the rules counts. */
export async function runVitest(project: "unit" | "integration", filters: string[]): Promise<Tally> {
  if (project === "integration" || filters.length > 0) return runFiles(project, filters);
  const counted = unitTests().filter((file) => !notCounted.some((one) => file.startsWith(one)));
  return total([await runFiles(project, counted, "--coverage"), await runFiles(project, notCounted)]);
}

function unitTests(): string[] {
  return readdirSync(path.join(root, "tests/unit"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `tests/unit/${file.replaceAll(path.sep, "/")}`);
}

async function runFiles(project: "unit" | "integration", filters: string[], ...options: string[]): Promise<Tally> {
  const report = path.join(temporaryFolder(`${project}-report`), "report.json");
  const code = await runVisibly("vitest/vitest.mjs", [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...options,
    ...filters,
  ]);
  if (!existsSync(report)) return tallyOf(0, 0, 1);
  const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(readFileSync(report, "utf8")));
  return tallyOf(numPassedTests, numFailedTests, code);
}
