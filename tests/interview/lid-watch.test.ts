import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginWatch, type Clocks, drawnAnew, type LidWatch, lookedAt, secondsLeft } from "../../lib/interview/lid-watch.ts";

const SERVER = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;
const DEADLINE = SERVER + 3 * MINUTE;
/** The browser's own clock is seven minutes behind, as many are. */
const START: Clocks = { steady: 5_000, wall: SERVER - 7 * MINUTE };
const passed = (steady: number, wall = steady): Clocks => ({ steady: START.steady + steady, wall: START.wall + wall });

/** Looks at the clocks at each of these times; gives the watch and how often the server was asked. */
function looks(watch: LidWatch, times: readonly Clocks[]): { readonly watch: LidWatch; readonly asked: number } {
  let now = watch;
  let asked = 0;
  for (const clocks of times) {
    const look = lookedAt(now, clocks);
    now = look.watch;
    asked += Number(look.compare);
  }
  return { watch: now, asked };
}

const begun = beginWatch(SERVER, START);

describe("a lid that was closed for twenty minutes", () => {
  test("is known where the steady clock stood still: the day's clock went ahead, and the server says by how much", () => {
    const { watch, asked } = looks(begun, [passed(30_000), passed(30_250, 30_250 + 20 * MINUTE)]);
    expect([asked, watch.slept]).toEqual([1, 0]);
    const redrawn = drawnAnew(watch, SERVER + 30_500 + 20 * MINUTE, passed(30_500, 30_500 + 20 * MINUTE));
    expect(redrawn.slept).toBe(20 * MINUTE);
    // The deadline is where it was: 17 minutes and a half over.
    expect(secondsLeft(redrawn, DEADLINE, passed(30_500).steady)).toBe(-(17 * 60 + 30));
  });

  test("is known where the steady clock went on: nothing ran for twenty minutes", () => {
    const { watch, asked } = looks(begun, [passed(30_000), passed(30_000 + 20 * MINUTE)]);
    expect([asked, watch.slept]).toEqual([1, 20 * MINUTE]);
    expect(secondsLeft(watch, DEADLINE, passed(30_000 + 20 * MINUTE).steady)).toBe(-(17 * 60 + 30));
    // The server's answer agrees with the steady clock, and what was slept stays known.
    expect(drawnAnew(watch, SERVER + 30_400 + 20 * MINUTE, passed(30_400 + 20 * MINUTE)).slept).toBe(20 * MINUTE);
  });

  test("can be as long as the added time: the next deadline is then what was left before", () => {
    const before = secondsLeft(begun, DEADLINE, passed(30_000).steady);
    const { watch } = looks(begun, [passed(30_000), passed(30_000 + 20 * MINUTE)]);
    expect(secondsLeft(watch, DEADLINE + watch.slept, passed(30_000 + 20 * MINUTE).steady)).toBe(before);
  });
});

describe("what is no sleep", () => {
  test("a tab in the background, which runs once a minute", () => {
    const { watch, asked } = looks(begun, Array.from({ length: 10 }, (_, minute) => passed((minute + 1) * MINUTE)));
    expect([asked, watch.slept]).toEqual([0, 0]);
    expect(secondsLeft(watch, DEADLINE, watch.last.steady)).toBe(-7 * 60);
  });

  test("a clock that was set: the server is asked, says that no time is missing, and the time left is the same", () => {
    for (const hours of [-25, -1, 1, 25]) {
      const { watch, asked } = looks(begun, [passed(1_000), passed(1_250, 1_250 + hours * 60 * MINUTE)]);
      expect(asked).toBe(1);
      expect(secondsLeft(watch, DEADLINE, watch.last.steady)).toBe(179);
      const redrawn = drawnAnew(watch, SERVER + 1_500, passed(1_500, 1_500 + hours * 60 * MINUTE));
      expect([redrawn.slept, secondsLeft(redrawn, DEADLINE, passed(1_500).steady)]).toEqual([0, 179]);
    }
  });
});

test("the time left depends on nothing but the server's clock and the steady one, however the other is set and whenever one looks", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ step: fc.integer({ min: 1, max: 3_600_000 }), set: fc.integer({ min: -10_000_000, max: 10_000_000 }) }), { maxLength: 30 }), (steps) => {
      let steady = 0;
      let wall = 0;
      const times = steps.map(({ step, set }) => passed((steady += step), (wall += step + set)));
      const { watch } = looks(begun, times);
      expect(secondsLeft(watch, DEADLINE, START.steady + steady)).toBe(Math.ceil((3 * MINUTE - steady) / 1_000));
    }),
  );
});
