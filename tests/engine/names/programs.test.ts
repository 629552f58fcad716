import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run, VERSIONS } from "../../../lib/engine/index.ts";
import type { VersionId } from "../../../lib/engine/profiles/types.ts";

/* NAME.py asks for members of built-in types and modules, NAME.json is what CPython of each version printed for it (3.10.2, 3.11.3, 3.12.7, 3.13.2, 3.14.2, 3.15.0rc1); what it has no entry for is as in the version before. */
const folder = path.join(import.meta.dirname, "programs");

const records = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const printed = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Readonly<Partial<Record<VersionId, string>>>;
    const upTo = (version: VersionId) => VERSIONS.slice(0, VERSIONS.indexOf(version) + 1).map((id) => printed[id]).findLast((text) => text !== undefined) ?? "";
    return VERSIONS.map((version) => ({ name: file.slice(0, -".json".length), version, stdout: upTo(version) }));
  });

describe("members of built-in types and modules are there, and do, as in CPython", () => {
  it.each(records)("$name in $version", ({ name, version, stdout }) => {
    const result = run(readFileSync(path.join(folder, `${name}.py`), "utf8"), { version, audit: true, limits: { output: 1_000_000, steps: 50_000_000 } });
    expect(result.stdout.split("\n")).toEqual(stdout.split("\n"));
    expect([result.status, result.leaks]).toEqual(["done", []]);
  });
});
