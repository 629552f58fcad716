import { describe, expect, it } from "vitest";
import { parseCard } from "../../lib/cards/parse.ts";
import { draftsOf } from "../../lib/exchange/draft.ts";
import { readHashcards } from "../../lib/exchange/hashcards.ts";
import { readObsidian } from "../../lib/exchange/obsidian.ts";

const pairs = (cards: readonly { readonly place: string; readonly question: string; readonly answer: string }[]) => cards.map(({ place, question, answer }) => [place, question, answer]);

describe("hashcards", () => {
  it("become questions and answers, deletions one question each", () => {
    const { cards, losses } = readHashcards("---\nname = \"Deck\"\n---\nQ: What is\na list?\nA: A sequence.\n\n- mutable\n\n---\n\nC: A [list] holds [references], see [docs](https://x.y) and `a[0]`.\n");
    expect(pairs(cards)).toEqual([
      ["line 4", "What is\na list?", "A sequence.\n\n- mutable"],
      ["line 12", "A … holds references, see [docs](https://x.y) and `a[0]`.", "list"],
      ["line 12", "A list holds …, see [docs](https://x.y) and `a[0]`.", "references"],
    ]);
    expect(losses).toEqual([{ place: "line 1", what: "the deck's front matter" }]);
  });

  it("keep marks inside code, and name what has no card", () => {
    const { cards, losses } = readHashcards("stray\nQ: Why?\n```\nA: no answer\n```\nA: So.\nQ: Alone\nC: nothing deleted\nQ: ![](x.png)\nA: y\n");
    expect(pairs(cards)).toEqual([["line 2", "Why?\n```\nA: no answer\n```", "So."], ["line 9", "![](x.png)", "y"]]);
    expect(losses.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      "line 1: text outside of a card: stray",
      "line 7: a question without an answer",
      "line 8: a cloze without a [deletion]",
      "line 9: an image: cards here have none",
    ]);
  });
});

describe("notes of Obsidian's plug-in", () => {
  it("become cards: one line, both directions, several lines, deletions", () => {
    const { cards, losses } = readObsidian("# Notes #flashcards/python\n\nWhat is `a::b`::a slice\nheap:::stack\n\nWhat is\nthe GIL?\n?\nA lock\nof CPython <!--SR:!2026-01-01,3,250-->\n\nThe ==GIL== is a lock\n\n```cpp\nstd::vector\n```\n");
    expect(pairs(cards)).toEqual([
      ["line 3", "What is `a::b`", "a slice"],
      ["line 4", "heap", "stack"],
      ["line 4", "stack", "heap"],
      ["line 6", "What is\nthe GIL?", "A lock\nof CPython"],
      ["line 12", "The … is a lock", "GIL"],
    ]);
    expect(cards[0]?.tags).toEqual(["python"]);
    expect(losses).toEqual([{ place: "line 10", what: "a schedule: the card starts as a new one" }]);
  });
});

describe("a draft", () => {
  const options = { topic: "gil", origin: 'Imported from "x".md', today: "2026-11-29" } as const;

  it("is a card whose only errors are what an author has to say", () => {
    const [draft] = draftsOf([{ place: "line 1", question: "## What is the GIL?", answer: "A lock.", tags: ["a b"] }], options, new Set());
    const card = parseCard(draft?.text ?? "");
    expect(card.problems.filter((problem) => problem.severity === "error").map((problem) => problem.message)).toEqual(["rubric: a rubric has 2 to 5 points"]);
    expect(card.answerLine).toBe("A lock.");
  });

  it("has an id of its own, made of its question", () => {
    const foreign = ["What is the GIL?", "What is the GIL?", "???", "new"].map((question) => ({ place: "", question, answer: "x", tags: [] }));
    expect(draftsOf(foreign, options, new Set(["what-is-the-gil"])).map(({ text }) => /^id: (.*)$/m.exec(text)?.[1])).toEqual(["what-is-the-gil-2", "what-is-the-gil-3", "card", "card-new"]);
  });
});
