import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";

/** Programs beside what CPython 3.14.2 (WebAssembly build) printed for them. */
const folder = path.join(import.meta.dirname, "recorded");
const programs = readdirSync(folder).filter((name) => name.endsWith(".py"));

describe("a program about built-in types and modules", () => {
  it.each(programs)("%s prints what CPython printed, and no reference is lost", (name) => {
    const source = readFileSync(path.join(folder, name), "utf8");
    const expected = readFileSync(path.join(folder, name.replace(/\.py$/, ".txt")), "utf8");
    const result = run(source, { version: "3.14", audit: true });
    expect(result.stdout.split("\n")).toEqual(expected.split("\n"));
    expect(result.status).toBe("done");
    expect(result.leaks).toEqual([]);
  });
});
