import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { inProject } from "../../lib/setup/project.mjs";

type Package = { version: string; resolved?: string };

const read = (file: string) => JSON.parse(readFileSync(inProject(file), "utf8"));
const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = read("package.json");
const locked: Record<string, Package> = read("package-lock.json").packages;
const pinned = { ...manifest.dependencies, ...manifest.devDependencies };

/** The lowest version without a hole that is known; each had one before. */
const floors: [name: string, version: string, reason: string][] = [
  ["next", "16.3.4", "the security releases up to August 2026"],
  ["react", "19.2.6", "CVE-2026-23870"],
  ["react-dom", "19.2.6", "CVE-2026-23870"],
  ["next-auth", "4.24.15", "GHSA-7rqj-j65f-68wh"],
  ["prisma", "7.10.0", "tested against the lock of lib/db"],
  ["yaml", "2.9.0", "stops at 100 aliases"],
];

const numbers = (version: string) => version.split(/[.-]/).map(Number);

function atLeast(version: string, floor: string): boolean {
  const [have, need] = [numbers(version), numbers(floor)];
  const place = need.findIndex((number, i) => have[i] !== number);
  return place === -1 || (have[place] ?? 0) > (need[place] ?? 0);
}

describe("the dependencies", () => {
  it("are pinned to one version each", () => {
    const exact = /^(npm:[@\w/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
    expect(Object.entries(pinned).filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it("are what the lockfile installs", () => {
    const other = Object.entries(pinned).filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version.replace(/^npm:.*@/, ""));
    expect(other).toEqual([]);
  });

  it.each(floors)("%s is at least %s: %s", (name, floor) => {
    const versions = Object.entries(locked).filter(([place]) => place.endsWith(`node_modules/${name}`)).map(([, { version }]) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => !atLeast(version, floor))).toEqual([]);
  });

  it("have one version of Prisma", () => {
    const names = Object.keys(pinned).filter((name) => name === "prisma" || (name.startsWith("@prisma/") && name !== "@prisma/schema-engine-wasm"));
    expect(new Set(names.map((name) => pinned[name])).size).toBe(1);
  });

  it("bring an SQLite without the bug that corrupts a WAL file (3.51.3)", () => {
    const db = new Database(":memory:");
    const version = String(db.prepare("SELECT sqlite_version()").pluck().get());
    db.close();
    expect(atLeast(version, "3.51.3")).toBe(true);
  });
});
