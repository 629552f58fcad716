import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announcementAt, spoken } from "../../lib/interview/time-left.ts";

/** What is said over a prompt of `total` seconds, looked at at these times left. */
const saidOver = (total: number, looks: readonly number[]): string[] =>
  looks.flatMap((left, place) => {
    const words = announcementAt(looks[place - 1] ?? total, left, total);
    return words === "" ? [] : [words];
  });

const eachSecond = (total: number): number[] => Array.from({ length: total + 120 }, (_, passed) => total - 1 - passed);

describe("the time left", () => {
  test("is said at half, at five minutes, at one minute, at 20 seconds and at the end, and at no other second", () => {
    expect(saidOver(180, eachSecond(180))).toEqual(["Half of the time is left: 1 min 30 s.", "1 min left.", "20 s left.", "The time is over. You can go on; it is noted as overtime."]);
    expect(saidOver(90, eachSecond(90))).toEqual(["1 min left.", "Half of the time is left: 45 s.", "20 s left.", "The time is over. You can go on; it is noted as overtime."]);
    expect(saidOver(120, eachSecond(120))).toHaveLength(3);
    expect(saidOver(900, eachSecond(900))).toEqual(["Half of the time is left: 7 min 30 s.", "5 min left.", "1 min left.", "20 s left.", "The time is over. You can go on; it is noted as overtime."]);
    expect(saidOver(600, eachSecond(600))).toEqual(["Half of the time is left: 5 min.", "1 min left.", "20 s left.", "The time is over. You can go on; it is noted as overtime."]);
  });

  test("is said as it is, once, where a tab slept through several marks", () => {
    expect(saidOver(600, [500, 15])).toEqual(["15 s left."]);
    expect(saidOver(600, [500, -40, -41])).toEqual(["The time is over. You can go on; it is noted as overtime."]);
  });

  test("is said at most five times, and the end always, however irregularly it is looked at", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 2_000 }), fc.array(fc.integer({ min: -300, max: 2_000 }), { maxLength: 60 }), (total, times) => {
        const looks = [...times.filter((left) => left < total).sort((a, b) => b - a), -1_000];
        const said = saidOver(total, looks);
        expect(said.length).toBeLessThanOrEqual(5);
        expect(said.filter((words) => words.startsWith("The time is over"))).toHaveLength(1);
      }),
    );
  });

  test("is spoken in minutes and seconds", () => {
    expect([0, 5, 60, 65, -125].map(spoken)).toEqual(["0 s", "5 s", "1 min", "1 min 5 s", "2 min 5 s"]);
  });
});
