import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Guards the browser's bundle, and has nothing to guard here.
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    maxWorkers: 2,
    // Files share what they import: reading the content and starting the database client anew for each took half of the time.
    isolate: false,
    coverage: {
      provider: "v8",
      include: ["lib/clinical/**/*.ts"],
      reporter: ["text-summary", ["text", { skipFull: true }]],
      thresholds: { "lib/clinical/**/*.ts": { branches: 100 } },
    },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/support/integration-setup.ts"],
          setupFiles: ["tests/support/worker-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
