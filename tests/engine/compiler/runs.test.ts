import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";

/** Programs with what CPython 3.15 printed: instructions that mean something else there than in 3.14. */
interface Runs {
  readonly release: string;
  readonly programs: readonly { readonly name: string; readonly source: string; readonly stdout: string }[];
}

const runs = JSON.parse(readFileSync(new URL("./runs-3.15.json", import.meta.url), "utf8")) as Runs;

describe("the code of 3.15 runs as CPython runs it", () => {
  it.each(runs.programs.map((program) => [program.name, program] as const))("%s", (_, { source, stdout }) => {
    const result = run(source, { version: "3.15", mode: "script", audit: true });
    expect(result.stdout).toBe(stdout);
    expect(result.leaks).toEqual([]);
  });

  it("a lazy import stops with a word on what to write instead", () => {
    const result = run("print(1)\nlazy import json\nprint(2)\n", { version: "3.15", mode: "script" });
    expect(result.stdout).toBe("1\n");
    expect(result.status).toBe("stopped");
    expect(result.status === "stopped" ? result.message : "").toMatch(/without `lazy`/);
  });
});
