import { z } from "zod";
import entries from "../../content/glossary.json" with { type: "json" };
import { parseInline } from "./inline.ts";
import type { Block, Inline } from "../cards/tree.ts";

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** `content/glossary.json`: the words that the cards use, one meaning each. */
export const glossarySchema = z.array(
  z.strictObject({
    id,
    term: z.string().min(2),
    /** Other forms under which the term is found in cards. */
    also: z.array(z.string().min(2)),
    /** Two or three sentences; code between backquotes. */
    text: z.string().min(40).max(320),
    see: z.array(id).max(4),
  }),
);

export type Term = z.infer<typeof glossarySchema>[number];

/** All terms, by the alphabet. */
export const GLOSSARY: readonly Term[] = glossarySchema.parse(entries);

export const termAddress = (termId: string): string => `/library/glossary#${termId}`;

/** The definition as it is drawn. */
export const definitionOf = (term: Term): readonly Inline[] => parseInline(term.text);

/** Each form of each term in lower case, longest first, so that "reference count" is found before "reference". */
const FORMS = GLOSSARY.flatMap((term) => [term.term, ...term.also].map((form) => ({ form: form.toLowerCase(), term }))).sort((a, b) => b.form.length - a.form.length);
const TERM_OF = new Map(FORMS.map(({ form, term }) => [form, term]));
const PATTERN = `(?<![\\p{L}\\p{N}_.-])(?:${FORMS.map(({ form }) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+")).join("|")})(?![\\p{L}\\p{N}_]|-[\\p{L}])`;

interface Found {
  readonly term: Term;
  readonly index: number;
  readonly text: string;
}

/** The terms in a text, in the order in which they stand. */
function termsIn(text: string): Found[] {
  return [...text.matchAll(new RegExp(PATTERN, "giu"))].flatMap(({ 0: found, index }) => {
    const term = TERM_OF.get(found.toLowerCase().replace(/\s+/g, " "));
    return term === undefined ? [] : [{ term, index, text: found }];
  });
}

/** The ids of the terms that a text uses, each once. */
export const termIdsIn = (text: string): string[] => [...new Set(termsIn(text).map(({ term }) => term.id))];

/**
 * Blocks in which the first use of each term leads to its definition. Headings, links and code stay as they are, and so do
 * the terms in `linked`, to which those found here are added.
 */
export function withTerms(blocks: readonly Block[], linked: Set<string>): readonly Block[] {
  return blocks.map((block) => {
    switch (block.type) {
      case "paragraph":
        return { ...block, children: inlinesWithTerms(block.children, linked) };
      case "quote":
        return { ...block, children: withTerms(block.children, linked) };
      case "list":
        return { ...block, items: block.items.map((item) => withTerms(item, linked)) };
      default:
        return block;
    }
  });
}

function inlinesWithTerms(nodes: readonly Inline[], linked: Set<string>): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if (node.type === "text") return textWithTerms(node.text, linked);
    return node.type === "emphasis" || node.type === "strong" ? [{ ...node, children: inlinesWithTerms(node.children, linked) }] : [node];
  });
}

function textWithTerms(text: string, linked: Set<string>): readonly Inline[] {
  const nodes: Inline[] = [];
  let at = 0;
  for (const found of termsIn(text)) {
    if (linked.has(found.term.id)) continue;
    linked.add(found.term.id);
    if (found.index > at) nodes.push({ type: "text", text: text.slice(at, found.index) });
    nodes.push({ type: "link", url: termAddress(found.term.id), children: [{ type: "text", text: found.text }] });
    at = found.index + found.text.length;
  }
  return at < text.length ? [...nodes, { type: "text", text: text.slice(at) }] : nodes;
}
