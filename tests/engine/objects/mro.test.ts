import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";

/** Each class lists bases among the classes before it, in any order. */
const hierarchies = fc
  .integer({ min: 2, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => fc.shuffledSubarray(Array.from({ length: i }, (_, k) => k), { maxLength: Math.min(3, i) }))));

/** Makes the classes one by one; a class that cannot be made is left out, with all that derive from it. Prints `i: order`. */
function program(hierarchy: readonly (readonly number[])[]): string {
  const lines = hierarchy.map((bases, i) => `make(${i}, [${bases.join(", ")}])`);
  return [
    "made = {}",
    "def make(i, bases):",
    "    try:",
    "        made[i] = type('C%d' % i, tuple(made[b] for b in bases), {'i': i})",
    "    except (TypeError, KeyError):",
    "        return",
    "    print('%d:%s' % (i, ','.join(str(c.i) for c in made[i].__mro__[:-1])))",
    ...lines,
  ].join("\n");
}

describe("the method resolution order", () => {
  it("begins with the class, keeps the order of its bases and of every base's own order, and holds each class once", () => {
    fc.assert(
      fc.property(hierarchies, (hierarchy) => {
        const result = run(program(hierarchy));
        const orders = new Map<number, number[]>();
        for (const line of result.stdout.split("\n").filter(Boolean)) {
          const [name, order] = line.split(":");
          orders.set(Number(name), order.split(",").map(Number));
        }
        for (const [name, order] of orders) {
          expect(order[0]).toBe(name);
          expect(new Set(order).size).toBe(order.length);
          const bases = hierarchy[name];
          for (const kept of [bases, ...bases.map((base) => orders.get(base) as number[])]) {
            const places = kept.map((base) => order.indexOf(base));
            expect(places).toEqual([...places].sort((a, b) => a - b));
            expect(places).not.toContain(-1);
          }
        }
        // Classes without bases can always be made.
        hierarchy.forEach((bases, i) => bases.length === 0 && expect(orders.has(i)).toBe(true));
      }),
      { numRuns: 60 },
    );
  });
});
