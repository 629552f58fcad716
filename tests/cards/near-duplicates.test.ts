import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParsedCard } from "../../lib/cards/card.ts";
import { checkLibrary } from "../../lib/cards/library.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { cardText } from "./card-text.ts";

const sample = parseCard(cardText());

/** A card that asks with these words. Its front matter is left out, since only questions are compared. */
function asking(words: readonly string[]): ParsedCard {
  return { ...sample, front: null, question: [{ type: "paragraph", children: [{ type: "text", text: words.join(" ") }] }] };
}

function likeOthers(questions: readonly (readonly string[])[]): string[] {
  const files = questions.map((words, index) => ({ path: `${index}`, card: asking(words) }));
  return checkLibrary(files).map((one) => one.path);
}

function jaccard(left: readonly string[], right: readonly string[]): number {
  const shared = left.filter((word) => right.includes(word)).length;
  return shared / (left.length + right.length - shared);
}

const question = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnop"), { minLength: 1, maxLength: 16 });

test("a question is pointed out exactly when it shares 85 % of its words with one before it", () => {
  fc.assert(
    fc.property(fc.array(question, { maxLength: 12 }), (questions) => {
      const wanted = questions.flatMap((one, index) => (questions.slice(0, index).some((other) => jaccard(one, other) >= 0.85) ? [`${index}`] : []));
      expect(likeOthers(questions)).toEqual(wanted);
    }),
  );
});

test("M22 two thousand questions are compared, unlike and alike", () => {
  const questions = Array.from({ length: 2_000 }, (_, n) => Array.from({ length: 40 }, (__, k) => `w${(n * 7_919 + k * k * 31) % 4_001}`));
  expect(likeOthers(questions)).toEqual([]);
  expect(likeOthers(questions.map(() => ["the", "same", "few", "words"]))).toHaveLength(1_999);
});
