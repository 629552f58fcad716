import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";
import type { CatalogueEntry } from "../../lib/content/library-card.ts";
import { PLACEMENT_PROMPTS, placementCards } from "../../lib/placement/pick.ts";

const card = (id: string, topic: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({ id, revisionId: `${id}-1`, title: id, topic, kind: "recall", level: 2, seconds: 60, followups: [], prerequisites: [], ...more });

const catalogues = fc
  .array(fc.record({ topic: fc.constantFrom(...TOPIC_IDS), level: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom("predict" as const, "recall" as const, "explain" as const, "fix" as const), followup: fc.nat(59) }), { maxLength: 60 })
  .map((rows) => rows.map(({ followup, topic, ...row }, i) => card(`card-${i}`, topic, { ...row, followups: followup === i ? [] : [`card-${followup}`] })));

describe("the prompts of a placement", () => {
  it("are twelve topics of the library's, spread over the teaching order, each by its most telling card", () => {
    const catalogue = TOPIC_IDS.flatMap((topic) => [card(`${topic}-hard`, topic, { level: 4 }), card(`${topic}-long`, topic, { kind: "explain" }), card(`${topic}-telling`, topic, { kind: "predict" })]);
    const chosen = placementCards(catalogue, new Set());
    expect(chosen).toEqual(TOPIC_IDS.filter((_, i) => i % 2 === 0).map((topic) => `${topic}-telling`));
    expect(placementCards([...catalogue].reverse(), new Set())).toEqual(chosen);
    expect(placementCards(catalogue, new Set(["identity-telling"]))[0]).toBe("identity-long");
  });

  it("are new cards, each once, at most twelve, a topic twice only when all have been asked, and none gives another away", () => {
    fc.assert(
      fc.property(catalogues, fc.array(fc.nat(59)), (catalogue, met) => {
        const seen = new Set(met.map((i) => `card-${i}`));
        const chosen = placementCards(catalogue, seen);
        const cards = chosen.map((id) => catalogue.find((one) => one.id === id));
        expect(chosen.length).toBeLessThanOrEqual(PLACEMENT_PROMPTS);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.filter((id) => seen.has(id))).toEqual([]);
        expect(cards.filter((one) => one?.followups.some((id) => chosen.includes(id)))).toEqual([]);
      }),
    );
  });
});
