import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { isVersion } from "../../../lib/engine/profiles/profiles.ts";

/* NAME.py is a program, NAME.json what CPython printed (3.10.2, 3.11.3, 3.12.7, 3.13.2, 3.14.2, 3.15.0rc1), by versions that print the same. */
const folder = path.join(import.meta.dirname, "recorded");

const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const outputs: Record<string, string> = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    const source = readFileSync(path.join(folder, file.replace(/json$/, "py")), "utf8");
    return Object.keys(outputs).flatMap((versions) =>
      versions.split(",").flatMap((version) => (isVersion(version) ? [{ name: file.replace(/\.json$/, ""), version, source, output: outputs[versions] }] : [])),
    );
  });

describe("modules about text and source print what CPython's print", () => {
  it.each(cases)("$name in $version", ({ version, source, output }) => {
    const result = run(source, { version, audit: true });
    expect(result.stdout).toBe(output);
    expect(result.leaks).toEqual([]);
    expect(result.status === "raised" ? result.error.lastLine : null).toBeNull();
  });
});
