import { describe, expect, test } from "vitest";
import * as engine from "../../lib/engine/index.ts";
import { isSound } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, loadCards } from "../../lib/cards/files.ts";
import { mutateCard } from "../../lib/cards/mutate.ts";
import { allHeld, proveCard } from "../../lib/cards/prove.ts";

const proven = loadCards([CARDS_FOLDER], CARDS_FOLDER)
  .map((file) => file.card)
  .filter(isSound)
  .filter((card) => card.front.evidence === "proven")
  .map((card) => ({ id: card.front.id, card }));

describe("every card that says it is proven", () => {
  test.each(proven)("$id holds in each of its versions", ({ card }) => {
    const results = proveCard(engine, card);
    const failures = results.filter((result) => result.outcome !== "held").map((result) => `${result.proof} ${result.version} line ${result.failure?.line}: ${result.outcome}: ${result.failure?.actual ?? result.failure?.message}`);
    expect(failures).toEqual([]);
    expect(allHeld(results)).toBe(true);
  }, 60_000);

  test.each(proven)("$id can fail: each assertion turned round does", ({ card }) => {
    const { tried, survivors } = mutateCard(engine, card);
    expect(tried).toBeGreaterThan(0);
    expect(survivors).toEqual([]);
  }, 60_000);
});
