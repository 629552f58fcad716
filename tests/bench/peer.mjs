// One engine in a process of its own: `node peer.mjs ENGINE first` answers the one-line program; `node peer.mjs ENGINE all CASES.json FROM`
// runs every program and the conformance cases from a number on, and prints a line of JSON for each.
import { readFileSync, writeSync } from "node:fs";
import { ENGINES } from "./peers.mjs";
import { FIRST, PROGRAMS } from "./programs.mjs";

const [name, what, file, from] = process.argv.slice(2);
const run = await ENGINES[name]();
const write = (text) => writeSync(1, text);

/** What a run printed and how many ms of processor time it took: other work on the machine does not count. */
function timed(source) {
  const before = process.cpuUsage();
  let stdout = null;
  try {
    stdout = run(source);
  } catch {
    // A program that the engine cannot run has no time.
  }
  const { user, system } = process.cpuUsage(before);
  return { stdout, ms: (user + system) / 1_000 };
}

/** The best of some runs, or null when the program does not run. @param {string} source @param {number} times */
function best(source, times) {
  const runs = Array.from({ length: times }, () => timed(source));
  return { stdout: runs[0].stdout, ms: Math.min(...runs.map(({ ms }) => ms)) };
}

if (what === "first") write(run(FIRST));
else {
  // Engines that report a program's error here would disturb the lines.
  console.log = console.error = console.debug = () => {};
  const tell = (row) => write(`${JSON.stringify(row)}\n`);
  const first = Number(from);
  if (first === 0) for (const [title, source] of Object.entries(PROGRAMS)) tell({ program: title, ...best(source, 5) });
  for (const [i, [title, { source, stdout }]] of Object.entries(JSON.parse(readFileSync(file, "utf8"))).entries()) {
    if (i < first) continue;
    tell({ begun: i });
    const result = best(source, 2);
    tell({ case: title, ms: result.stdout === stdout ? result.ms : null });
  }
}
process.exit(0);
