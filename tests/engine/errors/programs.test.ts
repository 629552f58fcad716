import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import type { VersionId } from "../../../lib/engine/profiles/types.ts";

/* NAME.py is a program of calls that go wrong, NAME.json what CPython of each version printed for it (3.10.2, 3.11.3, 3.12.7, 3.13.2, 3.14.2, 3.15.0rc1). */
const folder = path.join(import.meta.dirname, "programs");

const records = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const name = file.slice(0, -".json".length);
    const printed = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Readonly<Record<VersionId, string>>;
    return Object.entries(printed).map(([version, stdout]) => ({ name, version: version as VersionId, stdout }));
  });

describe("programs that go wrong are told of with CPython's words", () => {
  it.each(records)("$name in $version", ({ name, version, stdout }) => {
    const result = run(readFileSync(path.join(folder, `${name}.py`), "utf8"), { version, audit: true });
    expect(result.stdout.split("\n")).toEqual(stdout.split("\n"));
    expect([result.status, result.leaks]).toEqual(["done", []]);
  });
});
