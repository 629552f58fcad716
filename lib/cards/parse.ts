import type { ParsedCard, Sections } from "./card.ts";
import { canonicalForm, repairText } from "./canonical.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { FrontMatterResult } from "./front-matter.ts";
import { findInvisible } from "./invisible.ts";
import { readMarkdown } from "./markdown.ts";
import type { TopLevel } from "./markdown.ts";
import { prescan } from "./prescan.ts";
import { error, inOrder } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { readProofs } from "./proofs.ts";
import { sha256 } from "./sha256.ts";
import { inlineText } from "./tree.ts";
import type { Block } from "./tree.ts";
import { variantText } from "./variants.ts";
import type { VariantText } from "./variants.ts";

type SectionName = keyof Sections;
type Part = SectionName | "variant";

const HEADINGS: Record<string, SectionName> = { Answer: "answer", Why: "why", Proof: "proof" };
const VARIANT = "Variant";
const ORDER: readonly Part[] = ["question", "answer", "why", "proof", "variant"];
const START = { line: 1, column: 1 };

interface Split {
  readonly front: FrontMatterResult;
  /** The body, with the front matter's lines emptied so that line numbers stay. */
  readonly body: string;
}

function noFrontMatter(problem: Problem, body: string): Split {
  return { front: { front: null, problems: [problem], places: new Map() }, body };
}

/** Cuts the front matter off. Only a first line that is exactly `---` opens it: `---js` and the like are never run. */
function split(text: string): Split {
  const lines = text.split("\n");
  const first = lines[0] ?? "";
  if (/^---\s*\S/.test(first) && !/^-+$/.test(first)) {
    const message = `"${first.slice(0, 20)}" is not a form of front matter that is read: write --- alone`;
    return noFrontMatter(error("front-matter-format", message, START), text);
  }
  if (first.trimEnd() !== "---") {
    return noFrontMatter(error("no-front-matter", "the card has no front matter: the first line must be ---", START), text);
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end < 0) {
    return noFrontMatter(error("open-front-matter", "the front matter is never closed: end it with a line ---", START), "");
  }
  const body = lines.map((line, index) => (index <= end ? "" : line)).join("\n");
  return { front: readFrontMatter(lines.slice(1, end).join("\n"), 2), body };
}

interface Draft {
  readonly sections: Record<SectionName, Block[]>;
  readonly variants: { readonly blocks: Block[]; readonly line: number }[];
  readonly seen: Map<SectionName, number>;
  readonly problems: Problem[];
}

function heading(draft: Draft, text: string, level: 1 | 2, line: number, current: Part): Part {
  const place = { line, column: 1 };
  if (text === VARIANT && level === 2) {
    draft.variants.push({ blocks: [], line });
    return "variant";
  }
  const name = Object.hasOwn(HEADINGS, text) && level === 2 ? HEADINGS[text] : undefined;
  if (name === undefined) {
    const message = `the heading "${text.slice(0, 40)}" is not part of a card: the parts are ## Answer, ## Why, ## Proof, ## Variant, and smaller headings begin with ###`;
    draft.problems.push(error("heading", message, place));
    return current;
  }
  if (draft.seen.has(name)) draft.problems.push(error("heading", `## ${text} is there twice`, place));
  else if (ORDER.indexOf(name) < ORDER.indexOf(current)) draft.problems.push(error("heading", `## ${text} is out of order: first Answer, then Why, then Proof, then each Variant`, place));
  draft.seen.set(name, line);
  return name;
}

/** Sorts the top-level pieces into the sections of a card. */
function sections(pieces: readonly TopLevel[], problems: Problem[]): { readonly parts: Sections; readonly variants: readonly VariantText[]; readonly seen: ReadonlyMap<SectionName, number> } {
  const draft: Draft = { sections: { question: [], answer: [], why: [], proof: [] }, variants: [], seen: new Map(), problems };
  let current: Part = "question";
  for (const piece of pieces) {
    if ("heading" in piece) current = heading(draft, piece.heading, piece.level, piece.line, current);
    else if (current === "variant") draft.variants.at(-1)?.blocks.push(piece.block);
    else draft.sections[current].push(piece.block);
  }
  return { parts: draft.sections, variants: draft.variants.map(({ blocks, line }) => variantText(blocks, line)), seen: draft.seen };
}

function missingParts(parts: Sections, seen: ReadonlyMap<SectionName, number>, lastLine: number): Problem[] {
  const problems: Problem[] = [];
  const end = { line: lastLine, column: 1 };
  if (parts.question.length === 0) problems.push(error("no-question", "the card has no question: write it before ## Answer", end));
  if (!seen.has("answer")) problems.push(error("no-answer", "the card has no ## Answer", end));
  else if (parts.answer[0]?.type !== "paragraph") {
    const place = { line: seen.get("answer") ?? lastLine, column: 1 };
    problems.push(error("no-answer", "the answer must begin with a line that could be said aloud", place));
  }
  if (!seen.has("why") || parts.why.length === 0) problems.push(error("no-why", "the card has no ## Why: explain the mechanism", end));
  return problems;
}

function encodingProblems(text: string): Problem[] {
  const problems: Problem[] = [];
  if (text.startsWith("\uFEFF")) {
    problems.push({ ...error("bom", "the file begins with a byte order mark: remove it", START), fix: "remove-bom" });
  }
  const carriage = text.indexOf("\r");
  if (carriage >= 0) {
    const before = text.slice(0, carriage);
    const place = { line: before.split("\n").length, column: carriage - before.lastIndexOf("\n") };
    problems.push({ ...error("crlf", "the lines end with carriage returns: use line feeds alone", place), fix: "use-lf" });
  }
  return problems;
}

function emptyCard(problem: Problem, text: string): ParsedCard {
  return {
    front: null,
    question: [],
    answerLine: "",
    answer: [],
    why: [],
    proof: [],
    prediction: null,
    repair: null,
    variants: [],
    proofs: [],
    problems: [problem],
    firstFormHash: sha256(text.slice(0, 65_536)),
    hash: sha256(text.slice(0, 65_536)),
  };
}

const hashOf = (front: ParsedCard["front"], body: string): string => sha256(canonicalForm(front, body));

/**
 * Reads a card file. Never throws: what is wrong stands in `problems` with line and column, and the rest of the card is
 * there to be shown. Nothing in the file is executed. Pure: the same text gives the same card.
 */
export function parseCard(source: string): ParsedCard {
  const refused = prescan(source);
  if (refused !== null) return emptyCard(refused, source);
  const text = repairText(source);
  const { front, body } = split(text);
  const markdown = readMarkdown(body);
  const problems = [...encodingProblems(source), ...findInvisible(text), ...front.problems, ...markdown.problems];
  const { parts, variants, seen } = sections(markdown.pieces, problems);
  if (body.trim() !== "") problems.push(...missingParts(parts, seen, text.trimEnd().split("\n").length));
  const read = readProofs(parts, front.front, variants);
  problems.push(...read.problems);
  const first = parts.answer[0];
  return {
    front: front.front,
    ...parts,
    answerLine: first?.type === "paragraph" ? inlineText(first.children) : "",
    prediction: read.prediction,
    repair: read.repair,
    variants: read.variants,
    proofs: read.proofs,
    problems: inOrder(problems),
    firstFormHash: hashOf(front.front, variants[0] === undefined ? body : body.split("\n").slice(0, variants[0].line - 1).join("\n")),
    hash: hashOf(front.front, body),
  };
}
