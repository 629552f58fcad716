import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run, VERSIONS } from "../../../lib/engine/index.ts";
import { HOST } from "../limits/stopped.ts";
import { program } from "./programs.ts";

const limits = { steps: 100_000, memory: 8 * 1024 * 1024 } as const;
const cases = fc.tuple(program, fc.constantFrom(...VERSIONS));

describe("a random program", () => {
  it("is over without a fault of the engine: every reference is accounted for, and every instruction leaves the stack that its opcode says", () => {
    let ended = 0;
    fc.assert(
      fc.property(cases, ([source, version]) => {
        const result = run(source, { version, limits, audit: true, stackCheck: true });
        const said = result.status === "stopped" ? result.message : result.status === "raised" ? result.error.traceback : "";
        expect(`${said}${result.stderr}`).not.toMatch(HOST);
        expect(result.leaks).toEqual([]);
        if (result.status === "done") ended++;
      }),
      { numRuns: 60 },
    );
    // Programs that do not compile, or never end, would show nothing.
    expect(ended).toBeGreaterThan(50);
  });

  it("does the same again, watched or not, and is stopped at the same place by a smaller limit", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 200, max: 20_000 }), ([source, version], steps) => {
        const plain = run(source, { version, limits });
        const { lines, ...seen } = run(source, { version, limits, trace: true });
        expect(run(source, { version, limits })).toEqual(plain);
        expect(seen).toEqual({ ...plain, lines: undefined });
        expect(lines.length).toBeGreaterThan(0);
        const short = run(source, { version, limits: { ...limits, steps } });
        expect(plain.stdout.startsWith(short.stdout)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("leaves nothing when a limit stops it anywhere: the next run is as good as the first", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 100, max: 5_000 }), ([source, version], steps) => {
        run(source, { version, limits: { ...limits, steps } });
        expect(run("print([1, 2.5, {'a': (None,)}])", { version, audit: true, stackCheck: true })).toMatchObject({ status: "done", stdout: "[1, 2.5, {'a': (None,)}]\n", leaks: [] });
      }),
      { numRuns: 15 },
    );
  });
});
