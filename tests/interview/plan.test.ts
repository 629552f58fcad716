import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STYLES } from "../../lib/interview/choices.ts";
import { askOf, rungsOf } from "../../lib/interview/ladder.ts";
import { extentOf, type Hold, planInterview, secondsOf } from "../../lib/interview/plan.ts";
import type { Setup } from "../../lib/interview/schema.ts";
import { entryOf, SETUP as SETUP_OF_TEN } from "./builders.ts";

const SETUP: Setup = { ...SETUP_OF_TEN, lengthMinutes: 20 };
const entry = entryOf;

const library = fc
  .array(fc.record({ topic: fc.constantFrom("closures", "identity", "hashing"), kind: fc.constantFrom("recall" as const, "predict" as const, "explain" as const, "fix" as const), level: fc.integer({ min: 1, max: 4 }), seconds: fc.constantFrom(30, 60, 120), link: fc.nat(20) }), { maxLength: 40 })
  .map((rows) => rows.map(({ link, ...row }, i) => entry(`card-${i}`, { ...row, followups: [`card-${link}`] })));
const holds = fc.array(fc.record({ weakness: fc.double({ min: 0, max: 1, noNaN: true }), asked: fc.nat(2) }), { minLength: 40, maxLength: 40 }).map((all) => new Map<string, Hold>(all.map((hold, i) => [`card-${i}`, hold])));
const setups = fc.record({ lengthMinutes: fc.constantFrom(10 as const, 20 as const, 45 as const), level: fc.integer({ min: 1, max: 4 }), topics: fc.constantFrom<Setup["topics"]>([], ["closures"], ["identity", "hashing"]), style: fc.constantFrom(...STYLES) });

describe("the prompts of an interview", () => {
  test("fit into its length, name no card twice, keep to topics and level, and follow up only cards that name them", () => {
    fc.assert(
      fc.property(library, holds, setups, fc.string(), (catalogue, known, choice, seed) => {
        const setup = { ...SETUP, ...choice };
        const prompts = planInterview(catalogue, known, setup, seed);
        const cards = prompts.map((prompt) => catalogue.find((card) => card.id === prompt.cardId));
        const asked = prompts.filter((prompt) => prompt.ask === "card").map((prompt) => prompt.cardId);
        expect(new Set(asked).size).toBe(asked.length);
        expect(new Set(prompts.map((prompt) => `${prompt.cardId} ${prompt.ask}`)).size).toBe(prompts.length);
        expect(extentOf(prompts, catalogue).minutes).toBeLessThanOrEqual(setup.lengthMinutes);
        for (const [position, prompt] of prompts.entries()) {
          const card = cards[position];
          expect(card?.level).toBeLessThanOrEqual(setup.level);
          expect(setup.topics.length === 0 || setup.topics.some((topic) => topic === card?.topic)).toBe(true);
          if (setup.style !== "mixed") expect({ talk: ["recall", "explain"], predict: ["predict"], debug: ["fix"], draw: ["predict"] }[setup.style]).toContain(card?.kind);
          if (prompt.follows === null) continue;
          // One or two follow-ups stand behind each opening question: rungs on its own card first, then another that it names.
          expect(position - prompt.follows).toBeLessThanOrEqual(2);
          expect(prompts[prompt.follows]).toMatchObject({ ask: "card", follows: null });
          if (prompt.ask === "card") expect(cards[prompt.follows]?.followups).toContain(prompt.cardId);
          else expect(prompts.slice(prompt.follows, position).every((one) => one.cardId === prompt.cardId)).toBe(true);
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
    for (const seed of ["a", "b", "c", "d"]) expect(planInterview(catalogue, known, SETUP, seed).filter((prompt) => prompt.ask === "card").map((prompt) => prompt.cardId)).toEqual(["weak", "elsewhere", "firm"]);
  });

  test("have the card's time, more of it, or none, as was chosen", () => {
    expect([100, 150, 200, 0].map((timePercent) => secondsOf({ seconds: 45 }, { timePercent: timePercent as Setup["timePercent"] }))).toEqual([45, 68, 90, null]);
  });

  test("use the whole pool before a card comes again, however many interviews it takes", () => {
    const pool = Array.from({ length: 9 }, (_, i) => entry(`card-${i}`));
    const asked = new Map<string, number>();
    for (let round = 0; round < 6; round += 1) {
      const holds = new Map(pool.map((card) => [card.id, { weakness: card.id === "card-0" ? 1 : 0.2, asked: asked.get(card.id) ?? 0 }]));
      for (const { cardId, ask } of planInterview(pool, holds, SETUP_OF_TEN, `seed ${round}`)) if (ask === "card") asked.set(cardId, (asked.get(cardId) ?? 0) + 1);
      const counts = pool.map((card) => asked.get(card.id) ?? 0);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });
});

describe("the ladder of a card", () => {
  test("asks why and, where another version prints something else, that version; the nearest, rather newer one", () => {
    const predict = entry("p", { kind: "predict", versions: ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"] });
    expect(rungsOf({ ...predict, outputs: [predict.versions] }, "3.14")).toEqual(["why"]);
    expect(rungsOf({ ...predict, outputs: [["3.10", "3.11"], ["3.12", "3.13", "3.14", "3.15"]] }, "3.14")).toEqual(["version:3.11", "why"]);
    expect(rungsOf({ ...predict, outputs: [["3.10", "3.11", "3.12", "3.13", "3.14"], ["3.15"]] }, "3.12")).toEqual(["version:3.15", "why"]);
    expect(rungsOf({ ...predict, outputs: [["3.11", "3.13"], ["3.10", "3.12", "3.14", "3.15"]] }, "3.12")).toEqual(["version:3.13", "why"]);
    expect(rungsOf(entry("f", { kind: "fix" }), "3.14")).toEqual(["why"]);
    expect(rungsOf(entry("r"), "3.14")).toEqual(["prove"]);
  });

  test("is read from a column as it was written; what is not known is the card's own question", () => {
    expect(["card", "why", "prove", "own", "version:3.12", "version:2.7", ""].map(askOf)).toEqual(["card", "why", "prove", "own", "version:3.12", "card", "card"]);
  });
});
