import { describe, expect, test } from "vitest";
import { mutateCard } from "../../lib/cards/mutate.ts";
import * as engine from "../../lib/engine/index.ts";
import { provenCards } from "./proven-cards.ts";

describe("every card that says it is proven", () => {
  test.each(provenCards())("$id can fail: each assertion turned round does", ({ card }) => {
    const { tried, survivors } = mutateCard(engine, card);
    expect(tried).toBeGreaterThan(0);
    expect(survivors).toEqual([]);
  }, 60_000);
});
