import { describe, expect, test } from "vitest";
import { allHeld, proveCard } from "../../lib/cards/prove.ts";
import * as engine from "../../lib/engine/index.ts";
import { provenCards } from "./proven-cards.ts";

describe("every card that says it is proven", () => {
  test.each(provenCards())("$id holds in each of its versions", ({ card }) => {
    const results = proveCard(engine, card);
    const failures = results.filter((result) => result.outcome !== "held").map((result) => `${result.proof} ${result.version} line ${result.failure?.line}: ${result.outcome}: ${result.failure?.actual ?? result.failure?.message}`);
    expect(failures).toEqual([]);
    expect(allHeld(results)).toBe(true);
  }, 60_000);
});
