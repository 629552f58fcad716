import { describe, expect, it } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { libraryCardOf } from "../../lib/content/card-view.ts";
import { relatedTo } from "../../lib/content/related.ts";
import { entryOf } from "../../lib/content/search/entry.ts";
import { scriptJson, structuredData } from "../../lib/content/structured-data.ts";
import { cardFile } from "../content-sync/library.ts";

const card = (id: string, edits: Readonly<Record<string, string>>) => {
  const { card: parsed } = cardFile(id, edits);
  if (!isSound(parsed)) throw new Error(parsed.problems.map(({ message }) => message).join("; "));
  return parsed;
};

describe("the cards near to a card", () => {
  const own = card("own-card", { "tags: []": "tags: [caches, ints]", "followups: []": "followups: [named-card]" });
  const others = [
    card("one-tag", { "tags: []": "tags: [ints]" }),
    card("two-tags", { "tags: []": "tags: [ints, caches]" }),
    card("named-card", { "tags: []": "tags: [ints, caches]" }),
    card("topic-alone", {}),
  ];

  it("share tags or claims, the nearest first, without itself and those that it names", () => {
    const entries = [own, ...others].map(entryOf);
    expect(relatedTo(own.front, entries)).toEqual(["two-tags", "one-tag"]);
  });
});

describe("a card for search engines", () => {
  const view = libraryCardOf(card("own-card", { "What does `is` compare?": "What does `</script><!-- & -->` say?" }), "revision", []);
  const text = scriptJson(structuredData(view, "https://heapwise.example/library/own-card"));

  it("is a resource to learn from that holds the question and its answer", () => {
    expect(JSON.parse(text)).toMatchObject({ "@context": "https://schema.org", "@type": "LearningResource", url: "https://heapwise.example/library/own-card", hasPart: { "@type": "Question", text: "What does </script><!-- & --> say?", acceptedAnswer: { "@type": "Answer", text: view.answerLine } } });
  });

  it("cannot end the element that it stands in", () => expect(text).not.toMatch(/[<>&]/));
});
