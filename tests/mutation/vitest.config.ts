import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/**
 * The tests that mutants of `lib/clinical` must fail. Left out: the enumeration and the properties, whose every test runs every rule thousands of
 * times, and the rule command, which is another process.
 */
export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    environment: "node",
    testTimeout: 30_000,
    include: ["tests/unit/clinical/**/*.test.ts"],
    exclude: ["enumeration", "properties", "triage-properties", "rules-command"].map(
      (name) => `tests/unit/clinical/${name}.test.ts`,
    ),
  },
});
