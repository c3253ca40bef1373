import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const silencers = ["eslint", "oxlint"].map((linter) => [linter, "disable"].join("-"));

it("no comment switches a rule of the linter off", () => {
  const sources = globSync(["{app,components,lib,prisma,scripts,tests}/**/*.{ts,tsx,js}", "*.{ts,js}"], {
    exclude: ["lib/db/generated/**"],
  });
  expect(sources.length).toBeGreaterThan(500);
  const silenced = sources.filter((file) => silencers.some((word) => readFileSync(file, "utf8").includes(word)));
  expect(silenced).toEqual([]);
});
