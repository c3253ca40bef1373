import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/**
 * The tests that mutants of `lib/clinical` must fail. Left out: the enumeration, whose every test runs every rule, and the rule command, which is
 * another process.
 */
export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    environment: "node",
    testTimeout: 30_000,
    include: ["tests/unit/clinical/**/*.test.ts"],
    exclude: ["tests/unit/clinical/enumeration.test.ts", "tests/unit/clinical/rules-command.test.ts"],
  },
});
