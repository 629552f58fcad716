// Backups of either database, restored into either, and the copy of one into the other.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { pipeline as connectStreams, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { fromLines, toLines } from "./backup-format.mjs";
import { readPostgres, writePostgres } from "./backup-postgres.mjs";
import { readSqlite, writeSqlite } from "./backup-sqlite.mjs";
import { migrate } from "./migrations.mjs";
import { providerOf } from "./project.mjs";

/** @typedef {import("./backup-format.mjs").Header} Header */
/** @typedef {import("./backup-format.mjs").Contents} Contents */

/** @param {string} url @param {(contents: Contents) => Promise<void>} use */
const read = (url, use) => (providerOf(url) === "sqlite" ? readSqlite(url, use) : readPostgres(url, use));

/** @param {string} url @param {Contents} contents @param {{ replace: boolean }} options */
const write = (url, contents, options) => (providerOf(url) === "sqlite" ? writeSqlite(url, contents, options) : writePostgres(url, contents, options));

/** @param {Header} header @returns {number} */
const rowsIn = (header) => header.tables.reduce((sum, table) => sum + table.rows, 0);

/** Lines of a backup file, one part of it after another in memory. @param {string} file @returns {AsyncGenerator<string>} */
async function* linesOf(file) {
  const unpacked = createGunzip();
  // What fails in reading the file fails the loop below.
  connectStreams(createReadStream(file), unpacked, () => undefined);
  const text = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const part of unpacked) {
      const lines = (rest + text.decode(part, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    rest += text.decode();
  } catch (error) {
    throw new Error(`${file} cannot be read as a backup (${error instanceof Error ? error.message : error}): it was cut, damaged, or is something else. Nothing was restored; take an older backup.`, { cause: error });
  }
  if (rest !== "") yield rest;
}

/** Reads a backup from end to end without storing it. @param {string} file @returns {Promise<number>} its rows */
export async function verify(file) {
  const { header, rows } = await fromLines(linesOf(file));
  let count = 0;
  for await (const _ of rows) count += 1;
  if (count !== rowsIn(header)) throw new Error(`${file} holds ${count} rows instead of ${rowsIn(header)}.`);
  return count;
}

/**
 * Writes the whole database to a file, then reads the file back. The file appears when it is whole.
 * @param {string} url @param {string} file @returns {Promise<number>} the rows written
 */
export async function backup(url, file) {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const draft = `${file}.${process.pid}.part`;
  try {
    await read(url, (contents) => pipeline(Readable.from(toLines(contents)), createGzip(), createWriteStream(draft, { mode: 0o600 })));
    const rows = await verify(draft);
    renameSync(draft, file);
    return rows;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file @param {string} url @param {{ replace?: boolean }} [options] @returns {Promise<number>} the rows restored */
export async function restore(file, url, { replace = false } = {}) {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  await verify(file); // what is damaged is found before anything is deleted
  await migrate(url);
  const contents = await fromLines(linesOf(file));
  await write(url, contents, { replace });
  return rowsIn(contents.header);
}

/** @param {string} from @param {string} to @param {{ replace?: boolean }} [options] @returns {Promise<number>} the rows copied */
export async function copy(from, to, { replace = false } = {}) {
  if (from === to) throw new Error("The two databases are the same.");
  await migrate(to);
  let rows = 0;
  await read(from, async (contents) => {
    rows = rowsIn(contents.header);
    await write(to, contents, { replace });
  });
  return rows;
}
