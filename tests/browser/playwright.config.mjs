// Debian's Chromium, never a downloaded one. CHROMIUM names another.
import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../build/browser-results",
  workers: 2,
  retries: 1, // a shared machine may hold everything up for seconds; what passes at the second try only is told
  timeout: 40_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  updateSnapshots: process.env.RENEW_PICTURES ? "all" : "none",
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? "../../build/browser.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: chromium,
    viewport: { width: 1000, height: 900 },
    screenshot: "only-on-failure",
  },
});
