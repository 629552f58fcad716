import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";

/** Lists of numbers, each with the number of comparisons that CPython 3.14.2 made to sort it. */
const recorded = JSON.parse(readFileSync(path.join(import.meta.dirname, "sort-comparisons.json"), "utf8")) as [number[], number][];

/** Sorts pairs by their first part and prints the order with the number of comparisons. */
function sorted(values: readonly number[]): { readonly order: [number, number][]; readonly comparisons: number } {
  const source = `
count = 0
class Key:
    def __init__(self, value, place):
        self.value, self.place = value, place
    def __lt__(self, other):
        global count
        count += 1
        return self.value < other.value
keys = [Key(v, i) for i, v in enumerate(${JSON.stringify(values)})]
keys.sort()
print([[k.value, k.place] for k in keys])
print(count)
`;
  const [order, comparisons] = run(source).stdout.split("\n");
  return { order: JSON.parse(order) as [number, number][], comparisons: Number(comparisons) };
}

describe("list.sort", () => {
  it("makes as many comparisons as CPython", () => {
    for (const [values, comparisons] of recorded) expect(sorted(values).comparisons).toBe(comparisons);
  });

  it("gives the stable order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 150 }), (values) => {
        const expected = values.map((value, place): [number, number] => [value, place]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(sorted(values).order).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
