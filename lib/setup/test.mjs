// npm test [-- SUITE...]: does its own set-up, runs the suites (all, or those named), and closes with one line
// over all of them. Nothing is skipped: what a suite needs and cannot be had fails it with a sentence.
import "./node-version.mjs";
import { ensureClients } from "./build.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { secondsSince } from "./progress.mjs";

await ensureDependencies();
await ensureClients();
const { suites } = await import("./testing/suites.mjs");

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length) {
  console.error(`There is no suite ${unknown.join(", ")}. The suites are: ${suites.map((suite) => suite.name).join(", ")}.`);
  process.exit(2);
}

// Tests see the same surroundings everywhere.
Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", NO_COLOR: "1", TZ: "UTC" });
delete process.env.DATABASE_URL;

let passed = 0;
let failed = 0;
for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const started = performance.now();
  const outcome = await suite.run().catch((error) => ({ passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) }));
  if (outcome.failed) console.log(`\n${outcome.output.trimEnd()}\n`);
  console.log(`${outcome.failed ? "✗" : "✓"} ${suite.title}: ${outcome.passed} passed, ${outcome.failed} failed (${secondsSince(started)})`);
  passed += outcome.passed;
  failed += outcome.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
