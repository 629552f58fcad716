#!/usr/bin/env node
// npm run db -- new NAME   write the next migration for both databases from prisma/schema.prisma
// npm run db -- deploy     apply what DATABASE_URL does not have
// npm run db -- check      fail when schema, migrations and a freshly migrated database differ
// npm run db -- backup [FILE]        write everything to a file (default: data/backups/), and read it back
// npm run db -- restore FILE         put a backup into DATABASE_URL, which must be empty; with --replace it is emptied first
// npm run db -- copy FROM_URL TO_URL copy one database into another, SQLite or PostgreSQL; --replace as above
// npm run db -- reset      delete everything in DATABASE_URL and apply all migrations; asks first, or takes --yes
// npm run db -- generate   write the Prisma clients
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { backup, copy, restore } from "./backup.mjs";
import { migrate, sqliteFile } from "./migrations.mjs";
import { generateClients } from "./prisma-clients.mjs";
import { absoluteDatabaseUrl, inProject, loadEnvironment, providerOf } from "./project.mjs";

const providers = ["sqlite", "postgresql"];
const migrations = inProject("prisma/migrations");
/** The schema as of the newest migration. */
const snapshot = path.join(migrations, "schema.prisma");
const readSchema = () => readFileSync(inProject("prisma/schema.prisma"), "utf8");

/** @param {string | undefined} name */
async function writeMigration(name) {
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error("npm run db -- new NAME, with NAME of a-z, 0-9 and _");
  const { datamodel, empty, schemaDiff, schemaFor } = await import("./schema-diff.mjs");
  const schema = readSchema();
  const before = existsSync(snapshot) ? readFileSync(snapshot, "utf8") : null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  let written = 0;
  for (const provider of providers) {
    const now = schemaFor(schema, provider);
    const from = before === null ? empty : datamodel(schemaFor(before, provider));
    const sql = await schemaDiff({ provider, schema: now, from, to: datamodel(now) });
    if (!sql) continue;
    const folder = path.join(migrations, provider, `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "migration.sql"), sql);
    writeFileSync(path.join(migrations, provider, "migration_lock.toml"), `# Written by "npm run db -- new"; belongs in version control.\nprovider = "${provider}"\n`);
    console.log(`wrote ${path.relative(process.cwd(), folder)}/migration.sql`);
    written += 1;
  }
  if (!written) console.log("no change");
  else writeFileSync(snapshot, schema);
}

/** @param {string} url @returns {Promise<unknown>} an adapter that can read the schema back */
async function introspectingAdapter(url) {
  if (providerOf(url) === "postgresql") return new (await import("./postgres-introspection.mjs")).IntrospectingPg(url);
  return new (await import("@prisma/adapter-better-sqlite3")).PrismaBetterSqlite3({ url });
}

/** The differences, one text each; empty when all agree. @param {string[]} urls databases to migrate and compare */
export async function findDrift(urls) {
  const { database, datamodel, schemaDiff, schemaFor } = await import("./schema-diff.mjs");
  const schema = readSchema();
  const newest = readFileSync(snapshot, "utf8");
  const found = [];
  for (const provider of providers) {
    const now = schemaFor(schema, provider);
    const sql = await schemaDiff({ provider, schema: now, from: datamodel(schemaFor(newest, provider)), to: datamodel(now) });
    if (sql) found.push(`${provider}: the schema is ahead of the newest migration; run "npm run db -- new NAME":\n${sql}`);
  }
  for (const url of urls) {
    const provider = providerOf(url);
    await migrate(url);
    const now = schemaFor(schema, provider);
    const sql = await schemaDiff({ provider, schema: now, adapter: await introspectingAdapter(url), from: database(now), to: datamodel(now) });
    if (sql) found.push(`${provider}: a migrated database differs from the schema:\n${sql}`);
  }
  return found;
}

async function check() {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-check-"));
  try {
    const urls = [`file:${folder}/check.db`, ...(process.env.TEST_POSTGRES_URL ? [process.env.TEST_POSTGRES_URL] : [])];
    const drift = await findDrift(urls);
    for (const text of drift) console.error(text);
    if (drift.length) process.exitCode = 1;
    else console.log("schema, migrations and a migrated database agree");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} url */
async function empty(url) {
  if (providerOf(url) === "sqlite") {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(sqliteFile(url) + suffix, { force: true });
    return;
  }
  const { default: pg } = await import("pg");
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await db.end();
}

/** @param {string[]} names */
const report = (names) => console.log(names.length ? `applied ${names.join(", ")}` : "the database is up to date");

/** A file's name, or the host's and the database's: no user, no password. @param {string} url */
const nameOf = (url) => (providerOf(url) === "sqlite" ? sqliteFile(url) : `${new URL(url).host}${new URL(url).pathname}`);

/** @param {string} url @param {boolean} yes @returns {Promise<boolean>} whether everything may be deleted */
async function mayDelete(url, yes) {
  if (yes) return true;
  if (!process.stdin.isTTY) throw new Error("This deletes everything. Without a terminal to ask on, give --yes.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed = await terminal.question(`This deletes everything in ${nameOf(url)}. Type that name to go on: `);
  terminal.close();
  return typed.trim() === nameOf(url);
}

const usage = "npm run db -- new NAME | deploy | check | generate | backup [FILE] | restore FILE [--replace] | copy FROM_URL TO_URL [--replace] | reset [--yes]";

/** @param {number} rows @param {string} words */
const say = (rows, words) => console.log(`${rows.toLocaleString("en")} rows ${words}`);

/** @param {string[]} args */
async function main([command, ...rest]) {
  const flags = rest.filter((word) => word.startsWith("--"));
  const [argument, second] = rest.filter((word) => !word.startsWith("--"));
  const replace = flags.includes("--replace");
  loadEnvironment();
  const url = /** @type {string} */ (process.env.DATABASE_URL);
  if (command === "new") await writeMigration(argument);
  else if (command === "deploy") report(await migrate(url));
  else if (command === "check") await check();
  else if (command === "generate") await generateClients();
  else if (command === "backup") {
    const file = argument ?? inProject("data/backups", `heapwise-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}.jsonl.gz`);
    say(await backup(url, file), `of ${nameOf(url)} are in ${file}; it was read back and is whole`);
  } else if (command === "restore" && argument) say(await restore(argument, url, { replace }), `restored into ${nameOf(url)}`);
  else if (command === "copy" && argument && second) {
    const [from, to] = [argument, second].map(absoluteDatabaseUrl);
    say(await copy(/** @type {string} */ (from), /** @type {string} */ (to), { replace }), `copied from ${nameOf(/** @type {string} */ (from))} to ${nameOf(/** @type {string} */ (to))}`);
  } else if (command === "reset") {
    if (!(await mayDelete(url, flags.includes("--yes")))) return void console.log("Nothing was deleted.");
    await empty(url);
    report(await migrate(url));
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
}

if (process.argv[1] === import.meta.filename) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
