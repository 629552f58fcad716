import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCard } from "../../lib/cards/parse.ts";
import { lintCard } from "../../lib/cards/lint.ts";
import { proveCard } from "../../lib/cards/prove.ts";
import { isSound, type ParsedCard } from "../../lib/cards/card.ts";
import { blockText } from "../../lib/cards/tree.ts";
import { askedAs, formFor } from "../../lib/cards/variants.ts";
import { editClassOf } from "../../lib/content/sync.ts";
import { cardText, fenced } from "./card-text.ts";
import { done, fakeProver } from "./fake-prover.ts";

const ASKED = { question: `What does this print?\n\n${fenced("python", "print(1 is 1)")}`, answer: `\`True\`: one constant.\n\n${fenced("output", "True")}`, proof: "" };
const variant = (program: string, output: string, words = ""): string => `\n## Variant\n\n${words}${fenced("python", program)}\n\n\`${output}\`: two lists.\n\n${fenced("output", output)}\n`;
const card = (...variants: readonly string[]): ParsedCard => parseCard(`${cardText({ kind: "predict" }, ASKED)}${variants.join("")}`);
const messages = (parsed: ParsedCard): string[] => parsed.problems.map(({ message }) => message);

describe("a variant", () => {
  const two = card(variant("print([] is [])", "False"), variant("print(2)", "2", "What is shown?\n\n"));

  test("is a program with an answer of its own, and is proven like the card's", () => {
    expect(messages(two)).toEqual([]);
    expect(two.proofs.map(({ name }) => name)).toEqual(["question", "variant 1", "variant 2"]);
    if (!isSound(two)) throw new Error("unsound");
    const printed = new Map([["print(1 is 1)", "True\n"], ["print([] is [])", "False\n"], ["print(2)", "3\n"]]);
    const results = proveCard(fakeProver({ run: (source) => done(printed.get(source)) }), two, { versions: ["3.14"] });
    expect(results.map(({ proof, outcome }) => [proof, outcome])).toEqual([["question", "held"], ["variant 1", "held"], ["variant 2", "failed"]]);
  });

  test("takes the place of the card's program, or of its whole question where it has words of its own", () => {
    const first = askedAs(two, 1);
    expect([blockText(first.question), first.prediction?.source, first.answerLine]).toEqual(["What does this print?", "print([] is [])", "False: two lists."]);
    expect(JSON.stringify(first.question)).not.toContain("1 is 1");
    expect(blockText(askedAs(two, 2).question)).toBe("What is shown?");
    expect([askedAs(two, 0), askedAs(two, 3)]).toEqual([two, two]);
  });

  test("names what it lacks, and where", () => {
    expect(messages(card("\n## Variant\n\nNo program.\n"))).toEqual(["a variant needs one python block"]);
    expect(messages(card(`\n## Variant\n\n${fenced("python", "print(2)")}\n\n${fenced("output", "2")}\n`))).toEqual(["below its program a variant says, in a line that could be said aloud, what is printed and why"]);
    expect(messages(card(`\n## Variant\n\n${fenced("python", "print(2)")}\n\nTwo.\n`))).toEqual(["no output block says what 3.10-3.15 prints"]);
    expect(messages(card(variant("print(1 is 1)", "True")))).toEqual(["the variant has a program that the card asks about already"]);
    expect(messages(card(...Array.from({ length: 6 }, (_, index) => variant(`print(${index})`, String(index)))))).toEqual(["the card has 6 variants: keep the best 5"]);
    expect(messages(card(variant("print(2)", "2"), "\n## Why\n\nAgain.\n"))).toEqual(["## Why is there twice"]);
    expect(messages(parseCard(`${cardText()}${variant("print(2)", "2")}`))).toEqual(["only a predict card has variants: its program is what varies"]);
  });

  test("is asked for where the look of the question tells the answer, and has to print something else", () => {
    const rules = (parsed: ParsedCard): string[] => lintCard(parsed).map(({ rule }) => rule).filter((rule) => rule.includes("variant"));
    expect(rules(card())).toEqual(["no-variant"]);
    expect(rules(card(variant("print(2 is 2)", "True")))).toEqual(["variants-alike"]);
    expect(rules(card(variant("print(2 is 2)", "True"), variant("print([] is [])", "False")))).toEqual([]);
  });

  test("is no news for who knows the card, unless it prints something else now", () => {
    const one = card(variant("print([] is [])", "False"));
    expect(one.hash).not.toBe(card().hash);
    expect(editClassOf(card(), one)).toBe("TYPO");
    expect(editClassOf(one, card())).toBe("TYPO");
    expect(editClassOf(one, card(variant("print([] is [])", "True")))).toBe("CORRECT");
    expect(editClassOf(one, card(variant("print([7] is [7])", "False")))).toBe("TYPO");
  });
});

describe("the form of a review", () => {
  const three = { id: "a-card", variants: card(variant("print([] is [])", "False"), variant("print(2)", "2")).variants };

  test("is the card's own at first, and then one of all, the same for the same answer", () => {
    expect(formFor(three, null)).toBe(0);
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const form = formFor(three, seed);
        return form >= 0 && form <= 2 && form === formFor(three, seed) && formFor({ id: "a-card" }, seed) === 0;
      }),
    );
    expect(new Set(Array.from({ length: 40 }, (_, day) => formFor(three, `${20_400 + day} 4 0`)))).toEqual(new Set([0, 1, 2]));
  });
});
