import { describe, expect, it } from "vitest";
import { addressOf, paramsOf, readParams } from "../../components/library/library-query.ts";
import { isSound } from "../../lib/cards/card.ts";
import { entryOf } from "../../lib/content/search/entry.ts";
import { type Chosen, facetCounts } from "../../lib/content/search/facets.ts";
import { NOBODY } from "../../lib/content/search/match.ts";
import { cardFile } from "../content-sync/library.ts";

const NONE: Chosen = { topic: "", kind: "", level: "", version: "", evidence: "" };

const entries = ["one", "two", "three"].map((id, index) => {
  const { card } = cardFile(`card-${id}`, index === 0 ? {} : { "level: 2": "level: 3", ...(index === 2 ? { "topic: identity": "topic: gil" } : {}) });
  if (!isSound(card)) throw new Error(card.problems.map(({ message }) => message).join("; "));
  return entryOf(card);
});

describe("the figures beside the filters", () => {
  it("count the cards of each value", () => {
    const { topic, level, kind } = facetCounts(null, NONE, entries, NOBODY);
    expect([topic, level, kind]).toEqual([{ identity: 2, gil: 1 }, { 2: 1, 3: 2 }, { recall: 3 }]);
  });

  it("say what another choice of the same field would leave, given all others and what was typed", () => {
    const { topic, level } = facetCounts(null, { ...NONE, topic: "identity", level: "3" }, entries, NOBODY);
    expect([topic, level]).toEqual([{ identity: 1, gil: 1 }, { 2: 1, 3: 1 }]);
    expect(facetCounts({ type: "text", text: "no such words", phrase: false }, NONE, entries, NOBODY).topic).toEqual({});
    expect(facetCounts({ type: "is", states: ["due"] }, NONE, entries, (id) => id === "card-two").level).toEqual({ 3: 1 });
  });
});

describe("the address of a search", () => {
  it("is read back as it was written, and what no card can have is left out", () => {
    const query = { search: 'a "b" & c', chosen: { ...NONE, kind: "predict", version: "3.15" }, own: "due" } as const;
    expect(readParams(Object.fromEntries(new URL(addressOf(query), "https://x.y").searchParams))).toEqual(query);
    expect(addressOf({ search: "", chosen: NONE, own: null })).toBe("/library");
    expect(readParams({ kind: "nothing", own: ["mine"], level: ["4", "1"] })).toEqual({ search: "", chosen: { ...NONE, level: "4" }, own: null });
    expect(paramsOf(query)).toEqual([["kind", "predict"], ["version", "3.15"], ["own", "due"]]);
  });
});
