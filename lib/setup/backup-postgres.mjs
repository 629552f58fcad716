// The contents of a PostgreSQL database, read and written for backups. Needs no pg_dump.
import { checkTarget, FORMAT, FORMAT_VERSION } from "./backup-format.mjs";

/** @typedef {import("pg").Client} Client */

const ROWS_AT_ONCE = 500;
/** The protocol counts parameters in 16 bits. */
const PARAMETERS_AT_MOST = 60_000;

const quoted = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`;

/** @param {string} url @returns {Promise<Client>} */
async function connect(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Every whole number of the model fits a double.
  client.setTypeParser(20, Number);
  await client.connect();
  return client;
}

/** @param {Client} db @param {string} sql @param {unknown[]} [values] @returns {Promise<string[]>} the first column */
const column = async (db, sql, values = []) => (await db.query({ text: sql, values, rowMode: "array" })).rows.map((row) => String(row[0]));

/** @param {Client} db */
const tablesOf = (db) => column(db, "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY table_name");

/** @param {Client} db */
const migrationsOf = (db) => column(db, 'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name');

/** @param {string} url @param {(contents: import("./backup-format.mjs").Contents) => Promise<void>} use */
export async function readPostgres(url, use) {
  const db = await connect(url);
  try {
    // One snapshot for all tables.
    await db.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = [];
    for (const name of await tablesOf(db)) {
      const columns = await column(db, "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position", [name]);
      tables.push({ name, columns, rows: Number((await column(db, `SELECT count(*) FROM ${quoted(name)}`))[0]) });
    }
    await use({ header: { format: FORMAT, version: FORMAT_VERSION, migrations: await migrationsOf(db), tables }, rows: rows(db, tables) });
    await db.query("COMMIT");
  } finally {
    await db.end();
  }
}

/** @param {Client} db @param {{ name: string, columns: string[] }[]} tables @returns {AsyncGenerator<import("./backup-format.mjs").Row>} */
async function* rows(db, tables) {
  for (const [table, { name, columns }] of tables.entries()) {
    await db.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(name)}`);
    for (;;) {
      const { rows: batch } = await db.query({ text: `FETCH ${ROWS_AT_ONCE} FROM backup`, rowMode: "array" });
      // As SQLite keeps them; PostgreSQL reads 0 and 1 as well.
      for (const values of batch) yield { table, values: values.map((/** @type {import("./backup-format.mjs").Value | boolean} */ value) => (typeof value === "boolean" ? Number(value) : value)) };
      if (batch.length < ROWS_AT_ONCE) break;
    }
    await db.query("CLOSE backup");
  }
}

/** @param {string} url @param {import("./backup-format.mjs").Contents} contents @param {{ replace: boolean }} options */
export async function writePostgres(url, { header, rows: given }, { replace }) {
  const db = await connect(url);
  try {
    await db.query("BEGIN");
    const names = await tablesOf(db);
    const filled = [];
    for (const name of names) if ((await column(db, `SELECT 1 FROM ${quoted(name)} LIMIT 1`)).length > 0) filled.push(name);
    checkTarget(header, { migrations: await migrationsOf(db), tables: names, filled }, replace);
    // Cards and revisions name each other, so no order of tables would do: the references are checked again when they are put back.
    const { rows: references } = await db.query(
      `SELECT rel.relname AS "table", con.conname AS name, pg_get_constraintdef(con.oid) AS definition
       FROM pg_constraint con JOIN pg_class rel ON rel.oid = con.conrelid
       WHERE con.contype = 'f' AND rel.relnamespace = current_schema()::regnamespace`,
    );
    for (const { table, name } of references) await db.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
    const { rows: erased } = await db.query(`SELECT "userHash", "erasedAt" FROM "Erasure"`);
    for (const name of names) await db.query(`DELETE FROM ${quoted(name)}`);
    await insertAll(db, header.tables, given);
    // Who was erased since the backup must not come back: the app deletes them again before it serves.
    for (const { userHash, erasedAt } of erased) await db.query(`INSERT INTO "Erasure" ("userHash", "erasedAt") VALUES ($1, $2) ON CONFLICT DO NOTHING`, [userHash, erasedAt]);
    for (const { table, name, definition } of references) await db.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    await continueSequences(db);
    await db.query("COMMIT");
  } finally {
    await db.end(); // an open transaction is taken back
  }
}

/** @param {Client} db @param {import("./backup-format.mjs").Table[]} tables @param {AsyncIterable<import("./backup-format.mjs").Row>} given */
async function insertAll(db, tables, given) {
  let current = -1;
  /** @type {import("./backup-format.mjs").Value[][]} */
  let batch = [];
  const flush = async () => {
    const table = tables[current];
    if (!table || batch.length === 0) return;
    const width = table.columns.length;
    const places = batch.map((_, row) => `(${table.columns.map((__, at) => `$${row * width + at + 1}`).join(", ")})`);
    await db.query(`INSERT INTO ${quoted(table.name)} (${table.columns.map(quoted).join(", ")}) VALUES ${places.join(", ")}`, batch.flat());
    batch = [];
  };
  for await (const { table, values } of given) {
    if (table !== current || (batch.length + 1) * values.length > PARAMETERS_AT_MOST || batch.length >= ROWS_AT_ONCE) await flush();
    current = table;
    batch.push(values);
  }
  await flush();
}

/** Numbers given from now on come after those restored. @param {Client} db */
async function continueSequences(db) {
  const { rows: counted } = await db.query(
    "SELECT table_name AS \"table\", column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND column_default LIKE 'nextval(%'",
  );
  for (const { table, name } of counted) {
    await db.query(`SELECT setval(pg_get_serial_sequence($1, $2), coalesce((SELECT max(${quoted(name)}) FROM ${quoted(table)}), 0) + 1, false)`, [quoted(table), name]);
  }
}
