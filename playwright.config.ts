import { defineConfig } from "@playwright/test";

const asRoot = ["--no-sandbox"];
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const chromium = process.env["PLAYWRIGHT_CHROMIUM"];

/** `npm run test:e2e` builds and starts the product, finds a Chromium, and calls Playwright with both in the environment. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-worlds-setup.ts",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  reporter: [["list"]],
  use: {
    baseURL: process.env["PHASEWISE_URL"] ?? "http://localhost:3000",
    locale: "en-US",
    timezoneId: "America/New_York",
    // Recording takes as long again as the test: `npm run test:e2e -- --trace on <file>` records what one needs to see.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [...(process.getuid?.() === 0 ? asRoot : []), ...quiet],
    },
  },
  projects: [
    { name: "desktop", grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      // These ask without a browser, or bring desktops and phones of their own; a state tagged @desktop is looked at there alone.
      testIgnore: /(journey|keyboard|draft|draft-offline|builder-refusals|routes|unsafe-requests)\.spec\.ts$/,
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
