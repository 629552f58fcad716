// Compares the engine with other Pythons that run in JavaScript, on the same programs in one run, and prints a table in Markdown.
// Asserts no time. The engine is its package (npm run engine:build).
//   npm ci --prefix tests/bench && npm run -s engine:build && node tests/bench/compare.mjs
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { FIRST, LOOPS, PROGRAMS } from "./programs.mjs";

const VERSION = "3.13";
const PEERS = ["skulpt", "brython", "micropython", "pyodide"];
const STARTS = 9;
const here = import.meta.dirname;
const root = path.resolve(here, "../..");
for (const [needed, command] of [[path.join(here, "node_modules/pyodide"), "npm ci --prefix tests/bench"], [path.join(root, "build/engine/node.mjs"), "npm run engine:build"]]) {
  if (existsSync(needed)) continue;
  console.error(`Something to compare is missing. Run: ${command}`);
  process.exit(1);
}

/** Those recorded cases that need one unit and end without an error: what a peer cannot run otherwise either. */
function casesToRun() {
  const expected = JSON.parse(readFileSync(path.join(root, "tests/conformance/expected.json"), "utf8"));
  const cases = {};
  for (const [name, versions] of Object.entries(expected)) {
    if (!versions[VERSION] || versions[VERSION].error !== null) continue;
    const source = readFileSync(path.join(root, "tests/conformance/cases", name), "utf8");
    if (!/^# mode: repl$/m.test(source)) cases[name] = { source, stdout: versions[VERSION].stdout };
  }
  return cases;
}

const folder = mkdtempSync(path.join(tmpdir(), "heapwise-compare-"));
const casesFile = path.join(folder, "cases.json");
writeFileSync(casesFile, JSON.stringify(casesToRun()));

/** What a machine is set up with, such as certificates that Node reads at each start, is no engine's cost. */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
const start = (...words) => spawnSync(process.execPath, words, { encoding: "utf8", env });

/** A process that says nothing for so long hangs in the case it has begun: it is ended, and the next one goes on behind that case. */
const SILENCE_MS = 60_000;

/** Runs an engine from a case on; gives the number of the case in which it hung or died, or null at the end. */
function runFrom(name, from, take) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [path.join(here, "peer.mjs"), name, "all", casesFile, String(from)], { stdio: ["ignore", "pipe", "ignore"] });
    let last = -1;
    let rest = "";
    const end = () => child.kill("SIGKILL");
    let watch = setTimeout(end, SILENCE_MS);
    child.stdout.on("data", (part) => {
      clearTimeout(watch);
      watch = setTimeout(end, SILENCE_MS);
      const lines = (rest + part).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const row = JSON.parse(line);
        if ("begun" in row) last = row.begun;
        else take(row);
      }
    });
    child.on("close", (status) => {
      clearTimeout(watch);
      done(status === 0 ? null : last);
    });
  });
}
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

function startOnce(title, words) {
  const began = performance.now();
  const { stdout } = start(...words);
  if (stdout.trim() !== "42") throw new Error(`${title} does not answer: ${stdout}`);
  return performance.now() - began;
}

/** The best of some starts of each, in turns, so that whatever else the machine does meets all alike. */
function coldStarts(names) {
  const program = path.join(folder, "first.py");
  writeFileSync(program, FIRST);
  const commands = { node: ["-e", "console.log(42)"], py: [path.join(root, "build/engine/py.mjs"), program] };
  for (const name of names) commands[name] = [path.join(here, "peer.mjs"), name, "first"];
  const best = {};
  for (let i = 0; i < STARTS; i++) {
    for (const [title, words] of Object.entries(commands)) best[title] = Math.min(best[title] ?? Number.POSITIVE_INFINITY, startOnce(title, words));
  }
  return best;
}

async function measure(name) {
  const result = { programs: {}, cases: {} };
  const take = (row) => {
    if ("program" in row) result.programs[row.program] = row;
    else if (row.ms !== null) result.cases[row.case] = row.ms;
  };
  for (let from = 0; from !== null; ) {
    const ended = await runFrom(name, from, take);
    from = ended === null ? null : ended + 1;
    if (from === 0) throw new Error(`${name} ends in the programs.`);
  }
  return result;
}

const cold = coldStarts(["heapwise", ...PEERS]);
const results = {};
for (const name of ["heapwise", ...PEERS]) results[name] = await measure(name);
rmSync(folder, { recursive: true });
const ours = results.heapwise;
const names = Object.keys(results);
const timeOf = (name, title) => (results[name].programs[title].stdout === ours.programs[title].stdout ? results[name].programs[title].ms : null);
const shown = (ms) => (ms === null || ms === undefined ? "–" : ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));
const geometric = (numbers) => (numbers.includes(null) ? null : Math.exp(numbers.reduce((sum, ms) => sum + Math.log(ms), 0) / numbers.length));
const row = (title, cells) => console.log(`| ${[title, ...cells].join(" | ")} |`);

console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.version}. Milliseconds; cold start by the clock, all else processor time, the best of some runs in one process.\n`);
row("", names);
row("---", names.map(() => "---:"));
row("cold start to the first answer", names.map((name) => shown(cold[name])));
row("the same without Node's own start", names.map((name) => shown(cold[name] - cold.node)));
for (const title of Object.keys(PROGRAMS)) row(title, names.map((name) => shown(timeOf(name, title))));
row("geometric mean of the loops", names.map((name) => shown(geometric(LOOPS.map((title) => timeOf(name, title))))));
row("conformance cases that it answers rightly", names.map((name) => Object.keys(results[name].cases).length));
row("median of these", names.map((name) => shown(median(Object.values(results[name].cases)))));
row("median of ours on the same cases", names.map((name) => shown(median(Object.keys(results[name].cases).filter((title) => title in ours.cases).map((title) => ours.cases[title])))));
console.log(`\nNode alone starts in ${shown(cold.node)} ms; \`node build/engine/py.mjs FILE\` answers in ${shown(cold.py)} ms.`);
