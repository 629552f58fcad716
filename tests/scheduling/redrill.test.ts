import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Quality } from "../../lib/scheduling/grade.ts";
import { answerCurrent, currentCard, leaveOut, nextCards, remaining, type Sitting, startSitting } from "../../lib/scheduling/redrill.ts";

/** Plays a sitting to its end; `grade` is asked for each answer. */
function play(start: Sitting, grade: (cardId: string, nth: number) => Quality): { order: string[]; last: Map<string, Quality> } {
  const order: string[] = [];
  const last = new Map<string, Quality>();
  let sitting = start;
  for (let card = currentCard(sitting); card !== null; card = currentCard(sitting)) {
    const given = grade(card, order.length);
    order.push(card);
    last.set(card, given);
    sitting = answerCurrent(sitting, given);
  }
  return { order, last };
}

describe("redrill", () => {
  test("a card graded below Good comes again after three others", () => {
    const { order } = play(startSitting(["a", "b", "c", "d", "e"]), (_, nth) => (nth === 0 ? 2 : 4));
    expect(order).toEqual(["a", "b", "c", "d", "a", "e"]);
  });

  test("Hard comes again too", () => {
    const { order } = play(startSitting(["a", "b"]), (_, nth) => (nth === 0 ? 3 : 4));
    expect(order).toEqual(["a", "b", "a"]);
  });

  test("with nothing else left a card comes again at once", () => {
    const { order } = play(startSitting(["a"]), (_, nth) => (nth < 2 ? 1 : 5));
    expect(order).toEqual(["a", "a", "a"]);
  });

  test("the sitting ends only when every card is Good or better, and the gap is kept while there are others", () => {
    const grades = fc.array(fc.constantFrom<Quality>(0, 1, 2, 3, 4, 5), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5 }), grades, (size, gap, given) => {
        const ids = Array.from({ length: size }, (_, index) => `card-${index}`);
        const { order, last } = play(startSitting(ids, gap), (_, nth) => given[nth] ?? 4);
        expect(new Set(order)).toEqual(new Set(ids));
        for (const grade of last.values()) expect(grade).toBeGreaterThanOrEqual(4);
        order.forEach((id, index) => {
          const again = order.indexOf(id, index + 1);
          if (again < 0 || again - index > gap) return;
          // Sooner than the gap: then no first sight was left, and every other open card had been asked since.
          expect(ids.every((one) => order.indexOf(one) < again)).toBe(true);
        });
      }),
    );
  });

  test("undo is the sitting before, and looking ahead changes nothing", () => {
    const start = startSitting(["a", "b", "c"]);
    const after = answerCurrent(start, 2);
    expect(nextCards(after, 5)).toEqual(["c", "a"]);
    expect(currentCard(start)).toBe("a");
    expect(remaining(after)).toBe(3);
  });

  test("a card that was suspended leaves the sitting, also from the drill", () => {
    const after = leaveOut(answerCurrent(startSitting(["a", "b"]), 2), "a");
    expect(play(after, () => 4).order).toEqual(["b"]);
  });
});
