import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { readCardFiles, readProofFile } from "../../lib/content/files.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import { migrate } from "../../lib/setup/migrations.mjs";
import { inProject } from "../../lib/setup/project.mjs";
import type { Row } from "./server.ts";

/** Prints what was measured, and on what, as lines of a table. */
export function printRows(rows: readonly Row[]): void {
  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.version}`);
  for (const { what, figure } of rows) console.log(`| ${what} | ${figure} |`);
}

/** Measures on an SQLite database of its own, which is migrated and removed at the end. */
export async function onFreshDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-bench-"));
  try {
    const url = `file:${path.join(folder, "bench.db")}`;
    await migrate(url);
    return await work(url);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Brings the library of content/ into a database. */
export async function bringLibrary(url: string): Promise<void> {
  const client = await connect(url, { patienceMs: 30_000 });
  provideDatabase(client);
  await syncLibrary(readCardFiles(inProject("content/cards")), readProofFile(inProject("content/proofs.json")), Date.now());
  await client.$disconnect();
}
