import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { findDrift } from "../../lib/setup/db.mjs";
import { migrate, readMigrations } from "../../lib/setup/migrations.mjs";
import { emptyDatabase, freshDatabase, providers } from "../support/database.ts";

const execute = promisify(execFile);

/** What a deployer of its own prints. */
async function deploy(url: string): Promise<string> {
  const { stdout } = await execute(process.execPath, ["lib/setup/db.mjs", "deploy"], { env: { ...process.env, DATABASE_URL: url } });
  return stdout.trim();
}

describe.each(providers)("migrations on %s", (provider) => {
  it("are applied once: a second run finds nothing to do", async () => {
    const { url, remove } = await emptyDatabase(provider);
    expect(await migrate(url)).toEqual(readMigrations(provider).map((migration) => migration.name));
    expect(await migrate(url)).toEqual([]);
    await remove();
  });

  it("are applied by exactly one of six deployers that start at once", async () => {
    const { url, remove } = await emptyDatabase(provider);
    const said = await Promise.all(Array.from({ length: 6 }, () => deploy(url)));
    const names = readMigrations(provider).map((migration) => migration.name);
    expect(said.toSorted()).toEqual([`applied ${names.join(", ")}`, ...Array.from({ length: 5 }, () => "the database is up to date")]);
    await remove();
  });

  it("refuse a database whose history says otherwise, and change nothing in it", async () => {
    const { url, remove } = await emptyDatabase(provider);
    const folder = mkdtempSync(path.join(tmpdir(), "heapwise-migrations-"));
    const write = (name: string, sql: string) => {
      mkdirSync(path.join(folder, provider, name), { recursive: true });
      writeFileSync(path.join(folder, provider, name, "migration.sql"), sql);
    };
    write("1_start", 'CREATE TABLE "a" ("id" INTEGER);');
    expect(await migrate(url, folder)).toEqual(["1_start"]);

    write("1_start", 'CREATE TABLE "b" ("id" INTEGER);');
    await expect(migrate(url, folder)).rejects.toThrow("1_start was edited after it was applied");
    write("1_start", 'CREATE TABLE "a" ("id" INTEGER);');

    write("2_broken", 'CREATE TABLE "c" ("id" INTEGER); CREATE TABLE "a" ("id" INTEGER);');
    await expect(migrate(url, folder)).rejects.toThrow("Migration 2_broken: ");
    write("2_broken", 'CREATE TABLE "c" ("id" INTEGER);'); // would fail if half of it had stayed
    expect(await migrate(url, folder)).toEqual(["2_broken"]);

    rmSync(path.join(folder, provider, "2_broken"), { recursive: true });
    await expect(migrate(url, folder)).rejects.toThrow("made by a newer Heapwise");
    rmSync(folder, { recursive: true });
    await remove();
  });

  it("lead to a database that is equal to the schema", async () => {
    const { url, remove } = await freshDatabase(provider);
    expect(await findDrift([url])).toEqual([]);
    await remove();
  });
});
