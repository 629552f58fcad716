import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drillable, drawDrill } from "../../lib/drills/draw.ts";
import { drillAddress, readDrillRequest, sittingAddress } from "../../lib/drills/schema.ts";

const library = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{3,8}$/), topic: fc.constantFrom("gil", "frames", "closures") }), { selector: ({ id }) => id, maxLength: 40 });

describe("the cards of a drill", () => {
  it("are so many of those that fit, each once, and the same for the same beginning", () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 1, max: 60 }), fc.string(), (fitting, size, seed) => {
        const drawn = drawDrill(fitting, size, seed);
        expect(drawn).toHaveLength(Math.min(size, fitting.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(fitting.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn));
        expect(drawDrill(fitting, size, seed)).toEqual(drawn);
      }),
    );
  });

  it("do not depend on the order in which they were found, and differ from one drill to the next", () => {
    const fitting: Drillable[] = Array.from({ length: 30 }, (_, i) => ({ id: `card-${i}`, topic: "gil" }));
    expect(drawDrill(fitting.toReversed(), 10, "1")).toEqual(drawDrill(fitting, 10, "1"));
    expect(drawDrill(fitting, 10, "2")).not.toEqual(drawDrill(fitting, 10, "1"));
  });

  it("alternate their topics as far as they can", () => {
    const fitting = ["a", "b", "c", "d"].flatMap((id) => [{ id: `${id}1`, topic: "gil" }, { id: `${id}2`, topic: "frames" }]);
    const topics = drawDrill(fitting, 8, "seed").map((id) => id.at(-1));
    expect(topics.every((topic, i) => topic !== topics[i + 1])).toBe(true);
  });
});

describe("the address of a drill", () => {
  const NOW = Date.parse("2026-06-15T12:00:00Z");
  const asked = (address: string) => readDrillRequest(Object.fromEntries(new URL(address, "http://x").searchParams), NOW);

  it("says what was asked, how many, and when it was begun", () => {
    expect(asked(sittingAddress('topic:gil "is not"', 40, NOW - 1))).toEqual({ typed: 'topic:gil "is not"', size: 40, begunAt: NOW - 1 });
    expect(asked(drillAddress("is:leech"))).toEqual({ typed: "is:leech", size: 20, begunAt: null });
    expect(asked("/review/drill")).toEqual({ typed: null, size: 20, begunAt: null });
  });

  it("is read as twenty cards that have not begun where it says anything else", () => {
    for (const at of ["", "0", "soon", "1e13", String(NOW + 1), "99999999999999"]) expect(readDrillRequest({ q: "", cards: "1000", at }, NOW)).toEqual({ typed: "", size: 20, begunAt: null });
    expect(readDrillRequest({ q: ["one", "two"], cards: ["10", "60"] }, NOW)).toEqual({ typed: "one", size: 10, begunAt: null });
    expect(readDrillRequest({ q: "x".repeat(1_000) }, NOW).typed).toHaveLength(200);
  });
});
