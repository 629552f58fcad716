// The contents of an SQLite database, read and written for backups.
import { checkTarget, FORMAT, FORMAT_VERSION } from "./backup-format.mjs";
import { sqliteFile } from "./migrations.mjs";

/** @typedef {import("better-sqlite3").Database} Database */

/** @param {string} url @param {{ readonly?: boolean }} [options] @returns {Promise<Database>} */
async function open(url, { readonly = false } = {}) {
  const { default: Sqlite } = await import("better-sqlite3");
  return new Sqlite(sqliteFile(url), { timeout: 30_000, readonly, fileMustExist: true });
}

const quoted = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`;

/** @param {Database} db @returns {string[]} */
const tablesOf = (db) =>
  /** @type {string[]} */ (db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations' ORDER BY name").pluck().all());

/** @param {Database} db @returns {string[]} */
const migrationsOf = (db) =>
  /** @type {string[]} */ (db.prepare('SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name').pluck().all());

/**
 * Reads everything in one transaction: what is written meanwhile is not seen. @param {string} url
 * @param {(contents: import("./backup-format.mjs").Contents) => Promise<void>} use
 */
export async function readSqlite(url, use) {
  const db = await open(url, { readonly: true });
  try {
    db.exec("BEGIN");
    const tables = tablesOf(db).map((name) => ({
      name,
      columns: /** @type {string[]} */ (db.prepare(`SELECT name FROM pragma_table_info(?) ORDER BY cid`).pluck().all(name)),
      rows: /** @type {number} */ (db.prepare(`SELECT count(*) FROM ${quoted(name)}`).pluck().get()),
    }));
    const header = { format: FORMAT, version: FORMAT_VERSION, migrations: migrationsOf(db), tables };
    await use({ header, rows: rows(db, tables) });
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.close();
  }
}

/** @param {Database} db @param {{ name: string, columns: string[] }[]} tables @returns {AsyncGenerator<import("./backup-format.mjs").Row>} */
async function* rows(db, tables) {
  for (const [table, { name, columns }] of tables.entries()) {
    const statement = db.prepare(`SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(name)}`).raw();
    for (const values of statement.iterate()) yield { table, values: /** @type {import("./backup-format.mjs").Value[]} */ (values) };
  }
}

/**
 * Writes everything in one transaction, all or nothing. The database must have the same migrations, and no rows unless `replace`.
 * @param {string} url @param {import("./backup-format.mjs").Contents} contents @param {{ replace: boolean }} options
 */
export async function writeSqlite(url, { header, rows: given }, { replace }) {
  const db = await open(url);
  try {
    db.pragma("foreign_keys = OFF"); // before BEGIN; inside it would be ignored
    db.exec("BEGIN IMMEDIATE");
    const names = tablesOf(db);
    const filled = names.filter((name) => db.prepare(`SELECT 1 FROM ${quoted(name)} LIMIT 1`).get() !== undefined);
    checkTarget(header, { migrations: migrationsOf(db), tables: names, filled }, replace);
    const erased = /** @type {[string, number][]} */ (db.prepare(`SELECT "userHash", "erasedAt" FROM "Erasure"`).raw().all());
    for (const name of names) db.exec(`DELETE FROM ${quoted(name)}`);
    const inserts = header.tables.map(({ name, columns }) => db.prepare(`INSERT INTO ${quoted(name)} (${columns.map(quoted).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`));
    for await (const { table, values } of given) inserts[table]?.run(values);
    // Who was erased since the backup must not come back: the app deletes them again before it serves.
    const keep = db.prepare(`INSERT OR IGNORE INTO "Erasure" ("userHash", "erasedAt") VALUES (?, ?)`);
    for (const row of erased) keep.run(row);
    const broken = /** @type {unknown[]} */ (db.pragma("foreign_key_check"));
    if (broken.length) throw new Error(`The backup has rows that refer to nothing: ${JSON.stringify(broken.slice(0, 3))}. Nothing was restored.`);
    db.exec("COMMIT");
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.close();
  }
}
