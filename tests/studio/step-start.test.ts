import { describe, expect, test } from "vitest";
import { parseCard } from "../../lib/cards/parse.ts";
import { proofProgram } from "../../lib/lab/proof-program.ts";
import { programLine } from "../../lib/studio/step-start.ts";
import { cardText, fenced } from "../cards/card-text.ts";

/** The first proof of a card with this block, and the card's lines. */
function proofOf(block: string) {
  const text = cardText({}, { proof: block });
  const proof = parseCard(text).proofs.find(({ name }) => name.startsWith("proof"));
  if (proof === undefined) throw new Error("The card has no proof.");
  return { proof, lines: text.split("\n") };
}

describe("a line of the card's file", () => {
  test("is found in the program that is stepped through, and only there", () => {
    for (const block of [fenced("python", "a = 1\nb = a\nassert a is b"), fenced("python", ">>> a = [1]\n>>> for x in a:\n...     print(x)\n...\n1\n>>> a\n[1]")]) {
      const { proof, lines } = proofOf(block);
      const program = proofProgram(proof, "3.14").programs[0].source.split("\n");
      const found = lines.flatMap((line, at) => {
        const place = programLine(proof, "3.14", at + 1);
        return place === null ? [] : [[line.replace(/^>>> /, ""), program[place - 1]]];
      });
      expect(found).toHaveLength(3);
      for (const [inFile, inProgram] of found) expect(inProgram).toBe(inFile);
    }
  });
});
