// The suites of npm test, in the order in which they run: what fails soonest comes first.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CommandFailed, inProject, run, runNode } from "../project.mjs";
import { requireChromium } from "./chromium.mjs";
import { freePort } from "./free-port.mjs";

/** @typedef {{ passed: number, failed: number, output: string }} Outcome */
/** @typedef {{ name: string, title: string, run: () => Promise<Outcome> }} Suite */

/**
 * Runs a check that either holds or does not: one test.
 * @param {() => Promise<string>} check @returns {Promise<Outcome>}
 */
async function oneTest(check) {
  try {
    return { passed: 1, failed: 0, output: await check() };
  } catch (error) {
    return { passed: 0, failed: 1, output: messageOf(error) };
  }
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof CommandFailed ? error.output || error.message : error instanceof Error ? error.message : String(error));

/**
 * Runs a program that writes a JSON report and may fail; gives what it printed and the report.
 * @param {(report: string) => Promise<string>} start gets the file to write
 * @returns {Promise<{ output: string, report: unknown }>} report is undefined when none was written
 */
async function reporting(start) {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-report-"));
  const file = path.join(folder, "report.json");
  try {
    const output = await start(file).catch(messageOf);
    try {
      return { output, report: JSON.parse(readFileSync(file, "utf8")) };
    } catch {
      return { output, report: undefined };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, success: boolean }} VitestReport */

/** A skipped test counts as failed, and so does a file that could not be loaded. @param {string} project @returns {Promise<Outcome>} */
async function vitest(project) {
  const { output, report } = await reporting((file) =>
    runNode("vitest/vitest.mjs", ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], { quiet: true }),
  );
  if (!report) return { passed: 0, failed: 1, output };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = /** @type {VitestReport} */ (report);
  const failed = numFailedTests + numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed: success && numPassedTests > 0 ? failed : Math.max(failed, 1), output };
}

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: { message?: string }[] }} PlaywrightReport */

/** @returns {Promise<Outcome>} */
async function playwright() {
  const chromium = await requireChromium();
  const port = String(await freePort());
  const { output, report } = await reporting((file) =>
    runNode("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
      quiet: true,
      env: { ...process.env, CHROMIUM_PATH: chromium, HEAPWISE_E2E_PORT: port, PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: "0" },
    }),
  );
  if (!report) return { passed: 0, failed: 1, output };
  const { stats, errors } = /** @type {PlaywrightReport} */ (report);
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  const broken = errors.length > 0 || stats.expected === 0;
  return { passed: stats.expected, failed: broken ? Math.max(failed, 1) : failed, output: [output, ...errors.map((error) => error.message ?? "")].join("\n") };
}

async function types() {
  await runNode("next/dist/bin/next", ["typegen"], { quiet: true });
  return runNode("typescript-7/bin/tsc", ["--noEmit"], { quiet: true });
}

/** @type {Suite[]} */
export const suites = [
  { name: "types", title: "types", run: () => oneTest(types) },
  { name: "lint", title: "lint", run: () => oneTest(() => runNode("@biomejs/biome/bin/biome", ["lint", "--error-on-warnings", "--colors=off", "--max-diagnostics=100"], { quiet: true })) },
  { name: "imports", title: "import direction", run: () => oneTest(() => run(process.execPath, [inProject("lib/setup/imports.mjs")], { quiet: true })) },
  { name: "unit", title: "unit", run: () => vitest("unit") },
  { name: "engine", title: "engine", run: () => vitest("engine") },
  { name: "conformance", title: "engine against recorded CPython", run: () => vitest("conformance") },
  { name: "cards", title: "card proofs", run: () => vitest("cards") },
  { name: "sqlite", title: "integration on SQLite", run: () => vitest("sqlite") },
  { name: "postgresql", title: "integration on PostgreSQL", run: () => vitest("postgresql") },
  { name: "operation", title: "running processes", run: () => vitest("operation") },
  { name: "e2e", title: "end to end in Chromium", run: playwright },
];
