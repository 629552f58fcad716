import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, type Limit } from "../../lib/limits/limits.ts";

/** Runs deeds at these instants against one key and gives those that were allowed. */
function allowedOf(limit: Limit, instants: readonly number[]): number[] {
  let arrival = 0;
  return instants.filter((now) => {
    const decision = decide(limit, arrival, now);
    if (decision.allowed) arrival = decision.arrival;
    return decision.allowed;
  });
}

const limit: Limit = { most: 3, perMs: 3_000 };

describe("a limit", () => {
  it("lets as many through at once as it names, and one more each time a share of the period has passed", () => {
    expect(allowedOf(limit, [0, 0, 0, 0, 999, 1_000, 1_500, 2_000])).toEqual([0, 0, 0, 1_000, 2_000]);
  });

  it("says how long to wait, and after that wait the deed is allowed", () => {
    const refused = decide(limit, 3_000, 0);
    expect(refused).toEqual({ allowed: false, retryAfterMs: 1_000 });
    expect(decide(limit, 3_000, 1_000).allowed).toBe(true);
  });

  it("never lets more than twice its number through in any stretch of its period, whatever the order of tries", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 20 }), (steps, most) => {
        let now = 0;
        const instants = steps.map((gap) => (now += gap));
        const allowed = allowedOf({ most, perMs: 3_000 }, instants);
        return allowed.every((start) => allowed.filter((at) => at >= start && at < start + 3_000).length <= 2 * most);
      }),
    );
  });

  it("does not count what it refuses: whoever waits as told is never refused for having tried", () => {
    const storm = [0, 0, 0, ...Array.from({ length: 50 }, () => 500), 1_000];
    expect(allowedOf(limit, storm).at(-1)).toBe(1_000);
  });
});
