import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "../../lib/setup/migrations.mjs";

describe("before an SQLite file is migrated", () => {
  let folder: string;
  let file: string;
  const migration = (name: string, sql: string): void => {
    mkdirSync(path.join(folder, "migrations", "sqlite", name), { recursive: true });
    writeFileSync(path.join(folder, "migrations", "sqlite", name, "migration.sql"), sql);
  };
  const apply = () => migrate(`file:${file}`, path.join(folder, "migrations"));
  const copies = (): string[] => readdirSync(folder).filter((name) => name.includes(".before-")).sort();
  const query = (name: string, sql: string): unknown[] => {
    const database = new Database(name);
    try {
      return database.prepare(sql).pluck().all();
    } finally {
      database.close();
    }
  };
  const write = (sql: string): void => {
    const database = new Database(file);
    database.exec(sql);
    database.close();
  };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "heapwise-copy-"));
    file = path.join(folder, "app.db");
    migration("1_start", 'CREATE TABLE "note" ("text" TEXT);');
    await apply();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("nothing is copied while there is nothing to lose or nothing to do", async () => {
    expect(copies()).toEqual([]);
    expect(await apply()).toEqual([]);
    expect(copies()).toEqual([]);
  });

  it("a copy is made that opens as the database that it was, for its owner alone", async () => {
    write("INSERT INTO note VALUES ('kept')");
    migration("2_drop", 'DROP TABLE "note";');
    expect(await apply()).toEqual(["2_drop"]);
    expect(copies()).toEqual(["app.before-2_drop.db"]);
    const copy = path.join(folder, "app.before-2_drop.db");
    expect(query(copy, "SELECT text FROM note")).toEqual(["kept"]);
    expect(query(copy, 'SELECT migration_name FROM "_prisma_migrations"')).toEqual(["1_start"]);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });

  it("a migration that fails leaves the file as it was, and the next attempt copies what was written since", async () => {
    migration("2_change", "THIS IS NO SQL;");
    await expect(apply()).rejects.toThrow("Migration 2_change: ");
    write("INSERT INTO note VALUES ('since')");
    migration("2_change", 'ALTER TABLE "note" ADD COLUMN "more" TEXT;');
    expect(await apply()).toEqual(["2_change"]);
    expect(query(path.join(folder, "app.before-2_change.db"), "SELECT text FROM note")).toEqual(["since"]);
  });

  it("nothing is migrated where the copy cannot be made", async () => {
    mkdirSync(path.join(folder, "app.before-2_more.db"));
    migration("2_more", 'CREATE TABLE "more" ("id" INTEGER);');
    await expect(apply()).rejects.toThrow(/^Nothing was migrated, as no copy of .* could be made first: /);
    expect(query(file, "SELECT name FROM sqlite_master WHERE name = 'more'")).toEqual([]);
    expect(copies()).toEqual(["app.before-2_more.db"]);
  });

  it("the three newest copies are kept", async () => {
    for (const number of [2, 3, 4, 5, 6]) {
      migration(`${number}_more`, `CREATE TABLE "more${number}" ("id" INTEGER);`);
      await apply();
    }
    expect(copies()).toEqual(["app.before-4_more.db", "app.before-5_more.db", "app.before-6_more.db"]);
  });
});
