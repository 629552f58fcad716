import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { isVersion } from "../../../lib/engine/profiles/profiles.ts";

/* NAME.py is a program, NAME.VERSION.txt what CPython of that version printed (3.11.3, 3.12.7, 3.13.2, 3.14.2, 3.15.0rc1). */
const folder = path.join(import.meta.dirname, "recorded");

const records = readdirSync(folder).flatMap((file) => {
  const match = /^(.+)\.(3\.\d+)\.txt$/.exec(file);
  return match && isVersion(match[2]) ? [{ name: match[1], version: match[2], file }] : [];
});

describe("modules written in Python print what CPython's print", () => {
  it.each(records)("$name in $version", ({ name, version, file }) => {
    const source = readFileSync(path.join(folder, `${name}.py`), "utf8");
    const result = run(source, { version, audit: true });
    expect(result.stdout).toBe(readFileSync(path.join(folder, file), "utf8"));
    expect(result.leaks).toEqual([]);
    const last = result.status === "raised" ? result.error.lastLine : null;
    expect(last).toBeNull();
  });
});
