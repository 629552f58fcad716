import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { isVersion } from "../../../lib/engine/profiles/profiles.ts";

/** Programs beside what CPython printed for them, one file for each version (WebAssembly builds, since nothing depends on the width of a word; list-sizes does, and is from 64-bit builds). */
const folder = path.join(import.meta.dirname, "recorded");
const records = readdirSync(folder).filter((name) => name.endsWith(".txt"));

describe("a program about containers", () => {
  it.each(records)("prints what CPython printed in %s, and no reference is lost", (name) => {
    const match = /^(.+?)\.(\d\.\d+)\.txt$/.exec(name);
    const version = match?.[2] ?? "";
    if (!match || !isVersion(version)) throw new Error(`${name} is not named PROGRAM.VERSION.txt`);
    const source = readFileSync(path.join(folder, `${match[1]}.py`), "utf8");
    const result = run(source, { version, audit: true });
    expect(result.stdout.split("\n")).toEqual(readFileSync(path.join(folder, name), "utf8").split("\n"));
    expect(result.status).toBe("done");
    expect(result.leaks).toEqual([]);
  });
});
