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
      ["line 12", "A […] holds references, see [docs](https://x.y) and `a[0]`.", "list"],
      ["line 12", "A list holds […], see [docs](https://x.y) and `a[0]`.", "references"],
    ]);
    expect(losses.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      "line 1: the deck's front matter",
      "line 12: brackets in code: they stay as they are, and are asked about by no card",
    ]);
  });

  it("ask about no brackets of programs, keep an ellipsis of the text apart from what is asked for, and say what may have another sense here", () => {
    const { cards, losses } = readHashcards("C: Python writes [Ellipsis] as … or `...`.\nC: A slice \\[1:2\\] is a [copy]:\n```python\nb = a[:]\nc = [1, [2]]\n```\nC: The rows of [[0] * 2] are [shared].\n");
    expect(pairs(cards)).toEqual([
      ["line 1", "Python writes […] as … or `...`.", "Ellipsis"],
      ["line 2", "A slice \\[1:2\\] is a […]:\n```python\nb = a[:]\nc = [1, [2]]\n```", "copy"],
      ["line 7", "The rows of [[…] * 2] are shared.", "0"],
      ["line 7", "The rows of [0 * 2] are […].", "shared"],
    ]);
    expect(losses.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      "line 2: brackets in code: they stay as they are, and are asked about by no card",
      "line 7: brackets within brackets, or without their other half: look at what the card asks",
    ]);
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
      ["line 12", "The […] is a lock", "GIL"],
    ]);
    expect(cards[0]?.tags).toEqual(["python"]);
    expect(losses).toEqual([{ place: "line 10", what: "a schedule: the card starts as a new one" }]);
  });

  it("are not made of comparisons, in code or outside of it", () => {
    const { cards } = readObsidian("If `a == b` and `b == c`, then ==usually== `a == c`\n\nx == y and y == z\n");
    expect(pairs(cards)).toEqual([["line 1", "If `a == b` and `b == c`, then […] `a == c`", "usually"]]);
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

  it("keeps in its title what means something in a program", () => {
    const [draft] = draftsOf([{ place: "", question: "Why is `a[0] * 2` **not** what `__init__` gets, see [this](https://x.y)?", answer: "x", tags: [] }], options, new Set());
    expect(/^title: (.*)$/m.exec(draft?.text ?? "")?.[1]).toBe('"Why is a[0] * 2 not what __init__ gets, see this?"');
  });

  it("has an id of its own, made of its question", () => {
    const foreign = ["What is the GIL?", "What is the GIL?", "???", "new"].map((question) => ({ place: "", question, answer: "x", tags: [] }));
    expect(draftsOf(foreign, options, new Set(["what-is-the-gil"])).map(({ text }) => /^id: (.*)$/m.exec(text)?.[1])).toEqual(["what-is-the-gil-2", "what-is-the-gil-3", "card", "card-new"]);
  });
});
