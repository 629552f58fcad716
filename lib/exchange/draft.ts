import { type TopicId } from "../cards/topics.ts";
import { idProblem } from "../cards/schema.ts";
import type { IncomingCard } from "./pack.ts";

/** A question and its answer from a program that knows no more of a card. Both are Markdown. */
export interface Foreign {
  readonly place: string;
  readonly question: string;
  readonly answer: string;
  readonly tags: readonly string[];
}

export interface DraftOptions {
  readonly topic: TopicId;
  /** Where it came from, as a source of the card. */
  readonly origin: string;
  /** The day, as YYYY-MM-DD. */
  readonly today: string;
}

const TITLE = 90;

/** The text of Markdown in one line. Marks of emphasis, links and headings go; in code the same characters mean something and stay. */
function words(text: string): string {
  const plain = (part: string): string => part.replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1").replace(/(\*\*|__|\*|(?<!\w)_)(?=\S)([^\n]*?\S)\1(?!\w)/g, "$2").replace(/^[#>]+\s/gm, "");
  const parts = text.replace(/```[\s\S]*?```/g, " ").split("`");
  // Every other part stands between backquotes.
  return parts.map((part, index) => (index % 2 === 1 ? part : plain(part))).join("").replace(/\s+/g, " ").trim();
}

/** An id from the first words of a question, not among those that are taken. */
function idOf(question: string, taken: ReadonlySet<string>): string {
  const base = words(question).normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 50).replace(/-+$/, "");
  const stem = idProblem(base) === null ? base : `card-${base}`.replace(/-+$/, "");
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** A heading would begin a section of the card. */
const withoutHeadings = (markdown: string): string => markdown.replace(/^#{1,2}(?=\s)/gm, "###");

/**
 * Drafts of cards: the question and the answer are taken over, and what only an author can say (versions, sources, the
 * points of a good answer, why it is so, a proof) stands there to be filled in, so that the check names it.
 */
export function draftsOf(foreign: readonly Foreign[], options: DraftOptions, taken: ReadonlySet<string>): IncomingCard[] {
  const used = new Set(taken);
  return foreign.map(({ place, question, answer, tags }) => {
    const id = idOf(question, used);
    used.add(id);
    const title = words(question).slice(0, TITLE) || id;
    const front = [
      `id: ${id}`, `topic: ${options.topic}`, `title: ${JSON.stringify(title)}`, "kind: recall", "level: 2", "seconds: 60", "versions: 3.10-3.15", "evidence: sourced",
      "claims: []", `tags: ${JSON.stringify(tags)}`, "sources:", `  - ${JSON.stringify(options.origin)}`, `reviewed_on: ${options.today}`,
      "prerequisites: []", "followups: []", "rubric: []",
    ];
    const text = `---\n${front.join("\n")}\n---\n\n${withoutHeadings(question)}\n\n## Answer\n\n${withoutHeadings(answer)}\n\n## Why\n\nTo be written.\n`;
    return { place, text };
  });
}
