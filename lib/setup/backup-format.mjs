// A database as lines of JSON, the same for SQLite and PostgreSQL, so that a backup of either can be restored into either:
//   a header: format, version, the migrations the database has, and each table with its columns and its number of rows
//   for each row [table's place in the header, [values in the order of the columns]]
//   an end: the number of rows, and SHA-256 over all lines before it
import { createHash } from "node:crypto";

export const FORMAT = "heapwise-backup";
export const FORMAT_VERSION = 1;

/**
 * @typedef {string | number | null} Value every column of the model is text or a whole number
 * @typedef {{ name: string, columns: string[], rows: number }} Table
 * @typedef {{ format: string, version: number, migrations: string[], tables: Table[] }} Header
 * @typedef {{ table: number, values: Value[] }} Row
 * @typedef {{ header: Header, rows: AsyncIterable<Row> }} Contents
 */

/** @param {Contents} contents @returns {AsyncGenerator<string>} lines, each with its line feed */
export async function* toLines({ header, rows }) {
  const hash = createHash("sha256");
  let count = 0;
  /** @param {unknown} value */
  const line = (value) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line(header);
  for await (const { table, values } of rows) {
    count += 1;
    yield line([table, values]);
  }
  yield `${JSON.stringify({ end: true, rows: count, sha256: hash.digest("hex") })}\n`;
}

/**
 * Reads what toLines wrote. The end is compared when it is reached: a file that was cut or changed fails there, so whoever
 * stores the rows must not commit before the last one.
 * @param {AsyncIterable<string>} lines without their line feeds @returns {Promise<Contents>}
 */
export async function fromLines(lines) {
  const reader = lines[Symbol.asyncIterator]();
  const first = await reader.next();
  const header = first.done ? null : parseHeader(first.value);
  if (header === null) throw new Error("This is not a backup of Heapwise: its first line is not a header.");
  if (header.version !== FORMAT_VERSION) throw new Error(`This backup has format ${header.version}; this Heapwise reads format ${FORMAT_VERSION}. Restore it with the Heapwise that wrote it, then update.`);
  return { header, rows: rowsOf(reader, header, String(first.value)) };
}

/** @param {string} text @returns {Header | null} */
function parseHeader(text) {
  try {
    const header = JSON.parse(text);
    return header?.format === FORMAT ? header : null;
  } catch {
    return null;
  }
}

/** @param {string} text @returns {[number, Value[]] | { end?: boolean, sha256?: string } | null} */
function parseLine(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("The backup was changed or damaged: a line of it is not JSON. Nothing was restored; take an older backup.");
  }
}

/** @param {AsyncIterator<string>} reader @param {Header} header @param {string} first @returns {AsyncGenerator<Row>} */
async function* rowsOf(reader, header, first) {
  const hash = createHash("sha256").update(`${first}\n`);
  const counts = header.tables.map(() => 0);
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    const value = parseLine(next.value);
    if (!Array.isArray(value)) {
      checkEnd(value, hash.digest("hex"), header, counts);
      return;
    }
    hash.update(`${next.value}\n`);
    const [table, values] = value;
    counts[table] = (counts[table] ?? 0) + 1;
    yield { table, values };
  }
  throw new Error("The backup ends in the middle: it was cut. Nothing was restored.");
}

/** @param {{ end?: boolean, sha256?: string } | null} end @param {string} sha256 @param {Header} header @param {number[]} counts */
function checkEnd(end, sha256, header, counts) {
  if (end?.end !== true || end.sha256 !== sha256) throw new Error("The backup was changed or damaged: its checksum does not match. Nothing was restored; take an older backup.");
  const wrong = header.tables.find((table, place) => table.rows !== counts[place]);
  if (wrong) throw new Error(`The backup says that table ${wrong.name} has ${wrong.rows} rows, but holds ${counts[header.tables.indexOf(wrong)]}. Nothing was restored.`);
}

/**
 * Refuses a database into which this must not be written.
 * @param {Header} header @param {{ migrations: string[], tables: string[], filled: string[] }} target @param {boolean} replace
 */
export function checkTarget(header, target, replace) {
  const missing = header.migrations.filter((name) => !target.migrations.includes(name));
  const ahead = target.migrations.filter((name) => !header.migrations.includes(name));
  if (missing.length) throw new Error(`The backup was made by a newer Heapwise: this one lacks the migration ${missing[0]}. Update Heapwise, then restore.`);
  if (ahead.length) throw new Error(`The backup is of an older Heapwise, before the migration ${ahead[0]}. Restore it with that version, then update: npm start migrates.`);
  const unknown = header.tables.find((table) => !target.tables.includes(table.name));
  if (unknown) throw new Error(`The backup has a table ${unknown.name} that this database does not have. Nothing was changed.`);
  if (target.filled.length && !replace) throw new Error(`The database is not empty: ${target.filled.join(", ")} ${target.filled.length === 1 ? "has" : "have"} rows. Restore into an empty one, or give --replace to delete what is there.`);
}
