import { describe, expect, test } from "vitest";
import type { Proof } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import * as engine from "../../lib/engine/index.ts";
import { runProof } from "../../lib/lab/proof-run.ts";
import { cardText, fenced } from "../cards/card-text.ts";

/** The one proof of a card with these blocks. */
function proofOf(front: Record<string, string>, parts: Record<string, string>): Proof {
  const proof = parseCard(cardText(front, parts)).proofs.at(-1);
  if (proof === undefined) throw new Error("The card has no proof.");
  return proof;
}

const run = (proof: Proof) => runProof(engine, proof, "3.14");

describe("a proof that is run again", () => {
  test("that holds shows what its program printed", () => {
    expect(run(proofOf({}, { proof: fenced("python", "print('spam')\nassert 1 + 1 == 2") }))).toEqual({ outcome: "held", message: "", output: "spam" });
  });

  test("that does not hold says why, and shows how the program ended", () => {
    const { outcome, message, output } = run(proofOf({}, { proof: fenced("python", "print('spam')\nassert 1 + 1 == 3") }));
    expect(outcome).toBe("failed");
    expect(message).toContain("expected: assert 1 + 1 == 3");
    expect(output).toBe("spam\nAssertionError");
  });

  test("as a session reads like the prompt, blocks and exceptions included", () => {
    const typed = ">>> def f():\n...     return 7\n>>> f()\n7\n>>> nothing\nTraceback (most recent call last):\nNameError: name 'nothing' is not defined";
    expect(run(proofOf({}, { proof: fenced("python", typed) }))).toEqual({
      outcome: "held",
      message: "",
      output: ">>> def f():\n...     return 7\n>>> f()\n7\n>>> nothing\nNameError: name 'nothing' is not defined",
    });
  });

  test("of a repair shows how the broken and the fixed program end", () => {
    const parts = { question: `Repair it.\n\n${fenced("python", "x = 1")}`, answer: `So.\n\n${fenced("python", "x = 2")}`, proof: fenced("python", "assert x == 2") };
    expect(run(proofOf({ kind: "fix" }, parts))).toEqual({ outcome: "held", message: "", output: "broken: AssertionError\nfixed: ends without an exception" });
  });
});
