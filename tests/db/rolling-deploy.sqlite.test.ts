import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { inProject } from "../../lib/setup/project.mjs";

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
}

type Schema = ReadonlyMap<string, readonly Column[]>;

const folder = inProject("prisma/migrations/sqlite");
const migrations = readdirSync(folder).filter((name) => /^\d{14}_/.test(name)).sort();

function schemaOf(database: Database.Database): Schema {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[];
  return new Map(tables.map((table) => [table, database.pragma(`table_info("${table}")`) as Column[]]));
}

/** What of a schema the release before it could not work with: a table or column that is gone or otherwise, or one that it would have to fill and does not know. */
function breaks(before: Schema, after: Schema): string[] {
  return [...before].flatMap(([table, columns]) => {
    const now = after.get(table);
    if (now === undefined) return [`${table} is gone`];
    const lost = columns.filter((column) => !now.some((one) => one.name === column.name && one.type === column.type));
    const unknown = now.filter((one) => one.notnull === 1 && one.dflt_value === null && !columns.some((column) => column.name === one.name));
    return [...lost.map(({ name }) => `${table}.${name} is gone or of another type`), ...unknown.map(({ name }) => `${table}.${name} has to be filled`)];
  });
}

it("each migration leaves all that the release before it reads, and asks it for nothing that it does not know: both serve while a deployment rolls (D16)", () => {
  const database = new Database(":memory:");
  const found: string[] = [];
  let before: Schema = new Map();
  for (const name of migrations) {
    database.exec(readFileSync(path.join(folder, name, "migration.sql"), "utf8"));
    const after = schemaOf(database);
    found.push(...breaks(before, after).map((what) => `${name}: ${what}`));
    before = after;
  }
  database.close();
  expect(migrations.length).toBeGreaterThan(8);
  expect(found).toEqual([]);
});

it("a table or column that vanishes, and one that has to be filled, would be found", () => {
  const before: Schema = new Map([["Card", [{ name: "id", type: "TEXT", notnull: 1, dflt_value: null }, { name: "old", type: "TEXT", notnull: 0, dflt_value: null }]], ["Gone", []]]);
  const after: Schema = new Map([["Card", [{ name: "id", type: "TEXT", notnull: 1, dflt_value: null }, { name: "new", type: "TEXT", notnull: 1, dflt_value: null }]]]);
  expect(breaks(before, after)).toEqual(["Card.old is gone or of another type", "Card.new has to be filled", "Gone is gone"]);
});
