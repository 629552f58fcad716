import fc from "fast-check";
import { expect, test } from "vitest";
import { type CardCounts, harmOf, medianOf, shareAtLeast } from "../../lib/statistics/harm.ts";

// By the formula of Wilson (1927) with z = 1.96, worked out by hand with a pocket calculator.
test.each([[0, 10, 0], [1, 10, 0.0179], [5, 10, 0.2366], [10, 10, 0.7225], [50, 100, 0.4038], [0, 0, 0]])("of %i hits in %i the share is at least %f", (hits, of, least) => {
  expect(shareAtLeast(hits, of)).toBeCloseTo(least, 4);
});

test("harm adds up cases", () => {
  expect(harmOf({ learners: 20, answers: 10, failed: 5, leeches: 2, sureAndWrong: 3, openFlags: 1 })).toBeCloseTo(20 * 0.2366 + 6, 2);
});

const counts = fc.record({ learners: fc.nat(500), answers: fc.nat(5_000), leeches: fc.nat(50), sureAndWrong: fc.nat(50), openFlags: fc.nat(50) }).chain((rest) => fc.nat(rest.answers).map((failed): CardCounts => ({ ...rest, failed })));

test("more of anything bad is never less harm, and a card that nobody answered or flagged harms nobody", () => {
  fc.assert(
    fc.property(counts, fc.constantFrom("leeches", "sureAndWrong", "openFlags", "failed"), (card, field) => {
      const worse = { ...card, [field]: card[field] + 1, answers: field === "failed" ? Math.max(card.answers, card.failed + 1) : card.answers };
      if (worse.answers === card.answers || card.answers === 0) expect(harmOf(worse)).toBeGreaterThanOrEqual(harmOf(card));
      expect(harmOf(card)).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(harmOf({ learners: 0, answers: 0, failed: 0, leeches: 0, sureAndWrong: 0, openFlags: 0 })).toBe(0);
});

test("the median is the middle, or between the two in the middle", () => {
  expect([medianOf([]), medianOf([7]), medianOf([9, 1, 5]), medianOf([4, 1, 3, 2])]).toEqual([null, 7, 5, 2.5]);
});
