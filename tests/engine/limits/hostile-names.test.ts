import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run, VERSIONS } from "../../../lib/engine/index.ts";

const source = readFileSync(path.join(import.meta.dirname, "hostile-names.py"), "utf8");

describe("names that mean something to the host", () => {
  // The program asserts; real CPython of each version runs it to the end.
  it.each(VERSIONS)("E44 mean in every kind of namespace what any other name means, in %s", (version) => {
    const result = run(source, { version, audit: true });
    expect(result).toMatchObject({ status: "done", stdout: "held\n", leaks: [] });
  });
});
