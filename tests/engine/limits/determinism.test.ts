import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run, VERSIONS } from "../../../lib/engine/index.ts";

/** Programs put together from parts whose results depend on hashes, addresses, sets, collections and the order of death. */
const parts = [
  "s = {str(i) for i in range(20)}\nprint(s)",
  "print(id([]) % 4096, hash('word'), hash((1, 'a')))",
  "class N:\n    def __init__(self): self.me = self\n    def __del__(self): print('del', id(self) % 4096)\nfor i in range(900): N()",
  "import gc\nprint(gc.collect())",
  "def g(n):\n    for i in range(n): yield object()\nprint([id(x) % 65536 for x in g(3)])",
  "d = {k: v for v, k in enumerate('hashes of strings')}\nprint(d, sorted(set(d)))",
  "print(list(frozenset('abcdefgh')))",
  "x = [[] for _ in range(50)]\ndel x[::2]\nprint([id(i) % 4096 for i in x[:4]])",
];
const programs = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join("\n"));

describe("a run", () => {
  it("gives the same output, steps and end for the same program, seed, version and limit", () => {
    fc.assert(
      fc.property(programs, fc.integer({ min: 0, max: 2 ** 31 }), fc.constantFrom(...VERSIONS), fc.constantFrom(5_000_000, 700, 5_000), (source, seed, version, steps) => {
        const options = { seed, version, limits: { steps } };
        expect(run(source, options)).toEqual(run(source, options));
      }),
      { numRuns: 40 },
    );
  });

  it("orders a set of strings by the seed", () => {
    const source = "print(list({str(i) for i in range(20)}))";
    const outputs = new Set([0, 1, 2, 3].map((seed) => run(source, { seed }).stdout));
    expect(outputs.size).toBe(4);
  });

  it("stops at exactly the step that the limit names, wherever that is", () => {
    const source = "n = 0\nwhile True:\n    n += 1\n    print(n)";
    const long = run(source, { limits: { steps: 4_000 } });
    for (const steps of [1, 17, 400, 3_999]) {
      const short = run(source, { limits: { steps } });
      expect(short).toMatchObject({ status: "stopped", reason: "steps" });
      expect(long.stdout.startsWith(short.stdout)).toBe(true);
    }
  });
});
