import { describe, expect, test } from "vitest";
import { allHeld, proveCard } from "../../../lib/cards/prove.ts";
import * as engine from "../../../lib/engine/index.ts";
import { provenCards } from "../proven-cards.ts";

/** The proofs take minutes: every second card, from the first (0) or the second (1) on, so that two processors share them by files. */
export function proofsHold(remainder: 0 | 1): void {
  describe("every card that says it is proven", () => {
    test.each(provenCards().filter((_, index) => index % 2 === remainder))("$id holds in each of its versions", ({ card }) => {
      const results = proveCard(engine, card);
      const failures = results.filter((result) => result.outcome !== "held").map((result) => `${result.proof} ${result.version} line ${result.failure?.line}: ${result.outcome}: ${result.failure?.actual ?? result.failure?.message}`);
      expect(failures).toEqual([]);
      expect(allHeld(results)).toBe(true);
    }, 60_000);
  });
}
