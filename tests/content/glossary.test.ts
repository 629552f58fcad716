import { describe, expect, it } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { blockText, type Block, inlineText } from "../../lib/cards/tree.ts";
import { readCardFiles } from "../../lib/content/files.ts";
import { definitionOf, GLOSSARY, termIdsIn, withTerms } from "../../lib/content/glossary.ts";
import { inProject } from "../../lib/setup/project.mjs";

const paragraph = (text: string): Block => ({ type: "paragraph", children: [{ type: "text", text }] });
/** The links of a text, as `words -> address`. */
const linksIn = (text: string, linked = new Set<string>()): string[] =>
  withTerms([paragraph(text)], linked).flatMap((block) => (block.type === "paragraph" ? block.children : [])).flatMap((node) => (node.type === "link" ? [`${inlineText(node.children)} -> ${node.url}`] : []));

describe("the glossary", () => {
  it("is in the order of the alphabet, each form of a term belonging to one", () => {
    const terms = GLOSSARY.map(({ term }) => term.toLowerCase());
    expect(terms).toEqual([...terms].sort());
    const forms = GLOSSARY.flatMap(({ term, also }) => [term, ...also].map((form) => form.toLowerCase()));
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
  });

  it("leads only to terms that it has, and closes every backquote", () => {
    const ids = new Set(GLOSSARY.map(({ id }) => id));
    expect(GLOSSARY.flatMap(({ see }) => see).filter((id) => !ids.has(id))).toEqual([]);
    for (const term of GLOSSARY) expect([term.id, term.text.split("`").length % 2, inlineText(definitionOf(term)).includes("`")]).toEqual([term.id, 1, false]);
  });

  it("has no term that no card uses and no other term leads to", () => {
    const texts = readCardFiles(inProject("content/cards")).map(({ source }) => parseCard(source)).filter(isSound).map((card) => [card.question, card.answer, card.why].map(blockText).join("\n"));
    const used = new Set([...texts.flatMap(termIdsIn), ...GLOSSARY.flatMap(({ see }) => see)]);
    expect(GLOSSARY.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe("a text of a card", () => {
  it("links the first use of each term, the longest form of it", () => {
    expect(linksIn("Its reference count is zero; a Reference less, and the reference\ncounts agree.")).toEqual(["reference count -> /library/glossary#reference-count", "Reference -> /library/glossary#reference"]);
  });

  it("links no part of a word, no name with a dot or underscore, and nothing twice on a page", () => {
    expect(linksIn("cellar, sys.intern, my_cell, cell-like, unbound")).toEqual([]);
    const linked = new Set<string>();
    expect([linksIn("a frame", linked), linksIn("another frame", linked)]).toEqual([["frame -> /library/glossary#frame"], []]);
  });

  it("leaves code, links and headings alone, and says the same words", () => {
    const blocks: Block[] = [
      { type: "heading", level: 3, children: [{ type: "text", text: "The frame" }] },
      { type: "paragraph", children: [{ type: "code", text: "frame" }, { type: "link", url: "https://example.org", children: [{ type: "text", text: "a frame" }] }, { type: "strong", children: [{ type: "text", text: " of a frame" }] }] },
      { type: "list", ordered: false, start: 1, items: [[paragraph("a cell")]] },
      { type: "quote", children: [paragraph("the GIL")] },
    ];
    const linked = new Set<string>();
    const after = withTerms(blocks, linked);
    expect(blockText(after)).toBe(blockText(blocks));
    expect([...linked]).toEqual(["frame", "cell", "gil"]);
    expect(after[0]).toBe(blocks[0]);
  });
});
