import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./lib/setup/testing/chromium.mjs";

// Read again in every worker: what is made here must be made once.
process.env.HEAPWISE_E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), "heapwise-e2e-"));
process.env.HEAPWISE_E2E_PORT ??= "4310";
process.env.HEAPWISE_E2E_SECRET ??= randomBytes(32).toString("hex");
const baseURL = `http://127.0.0.1:${process.env.HEAPWISE_E2E_PORT}`;
const executablePath = await findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    browserName: "chromium",
    // Each test is a new browser, which would fetch all that the app keeps for a time without a connection. The tests of that let it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: `node lib/setup/testing/e2e-server.mjs "${process.env.HEAPWISE_E2E_FOLDER}" ${process.env.HEAPWISE_E2E_PORT}`,
    url: `${baseURL}/api/auth/csrf`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
