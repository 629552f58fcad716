import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run, VERSIONS } from "../../../lib/engine/index.ts";

const folder = path.join(import.meta.dirname, "fused");
const program = readFileSync(path.join(folder, "program.py"), "utf8");
/** What all versions of CPython print. */
const recorded = JSON.parse(readFileSync(path.join(folder, "recorded.json"), "utf8")) as string[];

describe.each(VERSIONS)("instructions that run as one in %s", (version) => {
  it("print what CPython prints, and take as many steps as one by one", () => {
    const fused = run(program, { version, audit: true });
    expect(fused).toMatchObject({ status: "done", leaks: [] });
    expect(fused.stdout.trimEnd().split("\n")).toEqual(recorded);
    // The check of the stack looks at each instruction, so that none is fused.
    const single = run(program, { version, stackCheck: true });
    expect(single).toMatchObject({ status: "done", stdout: fused.stdout, steps: fused.steps });
  });

  it("stop at the same instruction as one by one, wherever the steps end", () => {
    const loop = "n = 0\ndef main():\n    global n\n    x = 300\n    for i in range(9):\n        if i % 3 == 0:\n            x += i * 7\n        n = x\n    print(x)\nmain()";
    const { steps } = run(loop, { version });
    for (let limit = steps - 60; limit <= steps; limit++) {
      const fused = run(loop, { version, limits: { steps: limit } });
      const single = run(loop, { version, stackCheck: true, limits: { steps: limit } });
      expect([fused.status, fused.steps, fused.stdout]).toEqual([single.status, single.steps, single.stdout]);
    }
  });
});
