// Applies the committed migrations. Keeps Prisma's own history table, so Prisma's commands agree with it.
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { copyBefore } from "./copy-before.mjs";
import { inProject, providerOf } from "./project.mjs";

/**
 * @typedef {{ name: string, sql: string, checksum: string }} Migration
 * @typedef {{ migration_name: string, checksum: string, finished_at: unknown, rolled_back_at: unknown }} HistoryRow
 */

/** The number Prisma's engine locks as well: two deployers never run at once. */
const advisoryLock = 72707369;

const sqliteHistory = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;
const postgresHistory = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** @param {string} url @returns {string} the file, without query parameters */
export const sqliteFile = (url) => url.replace(/^file:/, "").replace(/\?.*$/, "");

/** @param {"sqlite" | "postgresql"} provider @param {string} [folder] @returns {Migration[]} oldest first */
export function readMigrations(provider, folder = inProject("prisma/migrations")) {
  const parent = path.join(folder, provider);
  const names = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(parent, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/** @param {Migration[]} files @param {HistoryRow[]} rows @returns {Migration[]} those still to apply */
function pending(files, rows) {
  const applied = new Map(rows.filter((row) => !row.rolled_back_at).map((row) => [row.migration_name, row]));
  for (const [name, row] of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (!row.finished_at) throw new Error(`Migration ${name} stopped halfway: restore the database from a backup, or repair it and set rolled_back_at in _prisma_migrations.`);
    if (!file) throw new Error(`The database has migration ${name}, which these files do not: it was made by a newer Heapwise. Update the files.`);
    if (file.checksum !== row.checksum) throw new Error(`Migration ${name} was edited after it was applied. Restore its text and put the change into a new migration.`);
  }
  return files.filter((file) => !applied.has(file.name));
}

/** @param {Migration} migration @param {unknown} error */
const failed = (migration, error) =>
  new Error(`Migration ${migration.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });

/** @param {string} url @param {Migration[]} files */
async function migrateSqlite(url, files) {
  const { default: Database } = await import("better-sqlite3");
  const file = sqliteFile(url);
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const db = new Database(file, { timeout: 30_000 });
  try {
    // Stored in the file. In the default mode one reader during a commit leaves Prisma's connection
    // acknowledging writes that never reach the file.
    db.pragma("journal_mode = WAL");
    db.pragma("foreign_keys = OFF"); // inside a transaction this is ignored, and redefining a table deletes its children
    db.exec("BEGIN IMMEDIATE"); // another deployer waits here
    db.exec(sqliteHistory);
    const history = /** @type {HistoryRow[]} */ (db.prepare('SELECT * FROM "_prisma_migrations"').all());
    const todo = pending(files, history);
    const first = todo[0];
    if (first !== undefined && history.length > 0) copyBefore(Database, file, first.name);
    const record = db.prepare('INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?,?,?,?,?,1)');
    for (const migration of todo) {
      const started = Date.now();
      try { db.exec(migration.sql); } catch (error) { throw failed(migration, error); }
      record.run(randomUUID(), migration.checksum, migration.name, started, Date.now());
    }
    const broken = /** @type {unknown[]} */ (db.pragma("foreign_key_check"));
    if (broken.length) throw new Error(`The migrations leave rows that refer to nothing: ${JSON.stringify(broken.slice(0, 5))}`);
    db.exec("COMMIT");
    return todo.map((migration) => migration.name);
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.close();
  }
}

/** @param {string} url @param {Migration[]} files */
async function migratePostgres(url, files) {
  const { default: pg } = await import("pg");
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await db.connect();
  try {
    await db.query(`SELECT pg_advisory_lock(${advisoryLock})`);
    await db.query(postgresHistory);
    const todo = pending(files, (await db.query('SELECT * FROM "_prisma_migrations"')).rows);
    for (const migration of todo) {
      try {
        await db.query("BEGIN");
        await db.query(migration.sql);
        await db.query(
          'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1,$2,$3,clock_timestamp(),1)',
          [randomUUID(), migration.checksum, migration.name],
        );
        await db.query("COMMIT");
      } catch (error) {
        await db.query("ROLLBACK");
        throw failed(migration, error);
      }
    }
    return todo.map((migration) => migration.name);
  } finally {
    await db.end(); // gives the lock back too
  }
}

/**
 * Applies every migration the database does not have, in order; several processes may call it at once.
 * SQLite: all in one transaction, after a copy of the file if it had any; see copy-before.mjs. PostgreSQL: one transaction each.
 * @param {string} url @param {string} [folder] @returns {Promise<string[]>} names of those applied
 */
export async function migrate(url, folder) {
  const provider = providerOf(url);
  const files = readMigrations(provider, folder);
  return provider === "sqlite" ? migrateSqlite(url, files) : migratePostgres(url, files);
}
