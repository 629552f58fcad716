// npm run bench: one table of what the engine, the server and the pages cost on this machine. Nothing here asserts a time.
// Client and server share the machine's cores, so the server's figures are what is left for it.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseCard } from "../../lib/cards/parse.ts";
import { isSound } from "../../lib/cards/card.ts";
import { proveCard } from "../../lib/cards/prove.ts";
import { readCardFiles } from "../../lib/content/files.ts";
import { build } from "../../lib/setup/build.mjs";
import { ensureLab } from "../../lib/setup/lab-bundle.mjs";
import { migrate } from "../../lib/setup/migrations.mjs";
import { inProject, run as runProgram } from "../../lib/setup/project.mjs";
import { startPostgres } from "../../lib/setup/testing/postgres.mjs";
import { interviewRows } from "./interview-date.ts";
import { libraryRows } from "./library.ts";
import { queueRows } from "./queue.ts";
import { reactionRows } from "./reactions.ts";
import { pageRows, type Row, scratch, serverRows } from "./server.ts";

/** Processor time of this process, in ms: other work on the machine does not count. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function engineRows(): Promise<Row[]> {
  const startMs = await timed(() => runProgram(process.execPath, ["-e", ""], { quiet: true }));
  const file = path.join(folder, "one.py");
  const { writeFileSync } = await import("node:fs");
  writeFileSync(file, "print(1)\n");
  const command = ["lib/setup/engine-bundle.mjs", "lib/engine/cli.ts", "build/py.mjs", file];
  await runProgram(process.execPath, command, { quiet: true });
  const coldMs = await timed(() => runProgram(process.execPath, command, { quiet: true }));
  const engine = await import("../../lib/engine/index.ts");
  engine.run("print(1)");
  const loop = "def main():\n    x = 0\n    for i in range(400000):\n        x += i\nmain()";
  engine.run(loop, { limits: { steps: 50_000 } });
  let steps = 0;
  const loopMs = cpu(() => {
    steps = engine.run(loop).steps;
  });
  const cards = readCardFiles(inProject("content/cards")).map((one) => parseCard(one.source)).filter(isSound).filter((card) => card.front.evidence === "proven");
  let proofs = 0;
  const proveMs = cpu(() => {
    for (const card of cards) proofs += proveCard(engine, card).length;
  });
  return [
    { what: "Engine: command from start to the first output", figure: `${Math.round(coldMs)} ms, of which Node itself ${Math.round(startMs)} ms` },
    { what: "Engine: instructions, a loop that adds", figure: `${(steps / loopMs / 1_000).toFixed(1)} million a second of processor time` },
    { what: "Engine: proofs (a block in a version, under two hash seeds)", figure: `${Math.round((proofs * 1_000) / proveMs)} a second of processor time; ${proofs} proofs of ${cards.length} cards` },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const folder = mkdtempSync(path.join(tmpdir(), "heapwise-bench-"));
process.env.NEXTAUTH_SECRET ??= "only for building, 32 characters and more";
const rows: Row[] = [];
const add = (more: readonly Row[]): void => void rows.push(...more);
add(interviewRows());
add(await engineRows());
for (const entry of readdirSync(inProject(".next"), { withFileTypes: true })) if (entry.name === "cache") rmSync(inProject(".next/cache"), { recursive: true });
const buildMs = await timed(build);
await ensureLab();
const server = await startPostgres();
await migrate(scratch(folder));
await migrate(server.url);
add(await serverRows("SQLite", scratch(folder)));
add(await serverRows("PostgreSQL", server.url));
add(await pageRows(scratch(folder)));
add(await libraryRows(scratch(folder)));
add(await reactionRows(scratch(folder)));
// Last: its cards are rows without a text, which no server may be asked for.
const queueFile = `file:${path.join(folder, "queue.db")}`;
await migrate(queueFile);
add(await queueRows("SQLite", queueFile));
add(await queueRows("PostgreSQL", server.url));
add([{ what: "Build, nothing cached", figure: `${(buildMs / 1_000).toFixed(0)} s` }]);
await server.stop();
rmSync(folder, { recursive: true });

console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.version}\n`);
console.log("| what | measured |\n| --- | --- |");
for (const { what, figure } of rows) console.log(`| ${what} | ${figure} |`);
