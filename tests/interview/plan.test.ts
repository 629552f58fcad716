import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CatalogueEntry } from "../../lib/content/library-card.ts";
import { type Hold, JUDGING_SECONDS, planInterview, secondsOf } from "../../lib/interview/plan.ts";
import type { Setup } from "../../lib/interview/schema.ts";

const SETUP: Setup = { lengthMinutes: 20, level: 4, topics: [], timePercent: 100, targetVersion: "3.14" };

function entry(id: string, about: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return { id, revisionId: `${id}-1`, title: id, topic: "closures", kind: "recall", level: 4, seconds: 60, followups: [], prerequisites: [], ...about };
}

const library = fc
  .array(fc.record({ topic: fc.constantFrom("closures", "identity", "hashing"), kind: fc.constantFrom("recall" as const, "predict" as const), level: fc.integer({ min: 1, max: 4 }), seconds: fc.constantFrom(30, 60, 120), link: fc.nat(20) }), { maxLength: 40 })
  .map((rows) => rows.map(({ link, ...row }, i) => entry(`card-${i}`, { ...row, followups: [`card-${link}`] })));
const holds = fc.array(fc.record({ weakness: fc.double({ min: 0, max: 1, noNaN: true }), asked: fc.nat(2) }), { minLength: 40, maxLength: 40 }).map((all) => new Map<string, Hold>(all.map((hold, i) => [`card-${i}`, hold])));
const setups = fc.record({ lengthMinutes: fc.constantFrom(10 as const, 20 as const, 45 as const), level: fc.integer({ min: 1, max: 4 }), topics: fc.constantFrom<Setup["topics"]>([], ["closures"], ["identity", "hashing"]) });

describe("the prompts of an interview", () => {
  test("fit into its length, name no card twice, keep to topics and level, and follow up only cards that name them", () => {
    fc.assert(
      fc.property(library, holds, setups, fc.string(), (catalogue, known, choice, seed) => {
        const setup = { ...SETUP, ...choice };
        const prompts = planInterview(catalogue, known, setup, seed);
        const cards = prompts.map((prompt) => catalogue.find((card) => card.id === prompt.cardId));
        expect(new Set(prompts.map((prompt) => prompt.cardId)).size).toBe(prompts.length);
        expect(cards.reduce((sum, card) => sum + (card?.seconds ?? 0) + JUDGING_SECONDS, 0)).toBeLessThanOrEqual(setup.lengthMinutes * 60);
        for (const [position, prompt] of prompts.entries()) {
          const card = cards[position];
          expect(card?.level).toBeLessThanOrEqual(setup.level);
          expect(setup.topics.length === 0 || setup.topics.some((topic) => topic === card?.topic)).toBe(true);
          if (prompt.follows === null) continue;
          expect(prompt.follows).toBe(position - 1);
          expect(cards[prompt.follows]?.followups).toContain(prompt.cardId);
        }
        expect(planInterview([...catalogue].reverse(), known, setup, seed)).toEqual(prompts);
      }),
    );
  });

  test("do not repeat a card while one of the pool was asked less often", () => {
    fc.assert(
      fc.property(library, holds, fc.string(), (catalogue, known, seed) => {
        const pool = catalogue.map((card) => ({ ...card, level: 4, followups: [] }));
        const prompts = planInterview(pool, known, SETUP, seed);
        const asked = (id: string): number => known.get(id)?.asked ?? 0;
        const most = Math.max(0, ...prompts.map((prompt) => asked(prompt.cardId)));
        const left = pool.filter((card) => !prompts.some((prompt) => prompt.cardId === card.id) && card.seconds <= 30);
        expect(left.filter((card) => asked(card.id) < most)).toEqual([]);
      }),
    );
  });

  test("come from the weak cards first, and from other topics before a topic comes again", () => {
    const catalogue = [entry("firm"), entry("weak"), entry("elsewhere", { topic: "hashing" })];
    const known = new Map<string, Hold>([["firm", { weakness: 0, asked: 0 }], ["weak", { weakness: 2, asked: 0 }], ["elsewhere", { weakness: 0.4, asked: 0 }]]);
    for (const seed of ["a", "b", "c", "d"]) expect(planInterview(catalogue, known, SETUP, seed).map((prompt) => prompt.cardId)).toEqual(["weak", "elsewhere", "firm"]);
  });

  test("have the card's time, more of it, or none, as was chosen", () => {
    expect([100, 150, 200, 0].map((timePercent) => secondsOf({ seconds: 45 }, { timePercent: timePercent as Setup["timePercent"] }))).toEqual([45, 68, 90, null]);
  });
});
