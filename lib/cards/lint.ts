import type { Expected, ParsedCard, Prediction, SoundCard } from "./card.ts";
import { lintAssertions } from "./lint-assertions.ts";
import { error, inOrder, warning } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { blockText, codeBlocks } from "./tree.ts";
import type { Version } from "./versions.ts";

/** What the linter needs to know of an entry of claims.json. */
export interface ClaimRecord {
  readonly id: string;
  readonly verdict: string;
  /** Recorded output by comma-separated versions; absent for claims without a program. */
  readonly expect?: Readonly<Record<string, string>>;
}

export interface LintOptions {
  readonly claims?: readonly ClaimRecord[];
  /** The day on which the newest Python came out: cards reviewed before it should be looked at again. Default 3.15.0's. */
  readonly newestPython?: string;
}

const NEWEST_PYTHON = "2026-10-01";
const TOP = { line: 1, column: 1 };

type Rule = (card: SoundCard, options: LintOptions) => Problem[];

function count(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function warn(rule: string, message: string, when: boolean, line = 1): Problem[] {
  return when ? [warning(rule, message, { line, column: 1 })] : [];
}

const questionLength: Rule = (card) => {
  const words = count(blockText(card.question));
  return warn("long-question", `the question has ${words} words: ask in 60 or fewer, a long question is read, not recalled`, words > 60);
};

const codeLength: Rule = (card) =>
  codeBlocks(card.question).flatMap((code) => {
    const lines = code.text.split("\n").length;
    return warn("long-code", `the code has ${lines} lines: keep to 25, or the answer is a search`, lines > 25, code.line);
  });

const answerLength: Rule = (card) => {
  const words = count(card.answerLine);
  return warn("long-answer", `the answer's first paragraph has ${words} words: 45 can be said in one breath`, words > 45);
};

const listAnswer: Rule = (card) => {
  const long = card.answer.some((block) => block.type === "list" && block.items.length > 4);
  return warn("list-answer", "the answer lists more than 4 items: make a card of each, lists are hard to recall", long);
};

const asksOneThing: Rule = (card) => {
  const text = blockText(card.question);
  return [
    ...warn("and-or", "the question says and/or: ask one thing", /\band\/or\b/i.test(text)),
    ...warn("two-questions", "the question asks more than one thing", (text.match(/\?/g)?.length ?? 0) > 1),
  ];
};

const yesNo: Rule = (card) => {
  const asks = blockText(card.question).split(/(?<=[.?!:])\s+/).find((sentence) => sentence.endsWith("?")) ?? "";
  const closed = /^(is|are|was|does|do|did|can|could|will|would|should|has|have|must|may)\b/i.test(asks);
  return warn("yes-no", "the question can be answered by yes or no, so half the guesses are right: ask what, why or when", closed);
};

function leaks(card: SoundCard, text: string): boolean {
  const said = card.answerLine.toLowerCase().replace(/[.`]/g, "").trim();
  const lines = (card.prediction?.outputs ?? []).flatMap((output) => output.text.split("\n"));
  const answers = [said, ...lines.map((line) => line.trim().toLowerCase())].filter((answer) => answer.length >= 4);
  return answers.some((answer) => ` ${text.toLowerCase()} `.includes(` ${answer} `));
}

const noLeak: Rule = (card) => [
  ...warn("answer-in-title", "the title gives the answer away", leaks(card, card.front.title)),
  ...warn("answer-in-tags", "a tag gives the answer away", card.front.tags.some((tag) => leaks(card, tag))),
];

function outputsOf(card: SoundCard): Expected[] {
  return card.proofs.flatMap((proof) => {
    if (proof.kind === "script") return proof.outputs;
    if (proof.kind !== "session") return [];
    return proof.steps.flatMap((step) => (step.kind === "example" ? [{ text: step.example.want, versions: step.versions, line: step.example.line }] : []));
  });
}

const stableOutput: Rule = (card) =>
  outputsOf(card).flatMap((output): Problem[] => {
    const place = { line: output.line, column: 1 };
    if (/\b0x[0-9a-f]{6,}/i.test(output.text)) {
      return [error("unstable-output", "the output holds an address, which changes from run to run: print a comparison instead", place)];
    }
    return [
      ...warn("long-number", "the output holds a very long number: if it is a hash or an id, print a comparison instead", /(?<![\d.])\d{15,}/.test(output.text), output.line),
      ...warn("long-float", "the output holds a float with more than 6 digits after the point: round it", /\d\.\d{7,}/.test(output.text), output.line),
      ...warn("set-order", "the output shows a set of several texts, whose order changes: sort it", /\{'[^':]*'(, '[^':]*')+\}/.test(output.text), output.line),
    ];
  });

const recentReview: Rule = (card, options) => {
  const newest = options.newestPython ?? NEWEST_PYTHON;
  return warn("old-review", `the card was reviewed on ${card.front.reviewed_on}, before the newest Python of ${newest}: look at it again`, card.front.reviewed_on < newest);
};

/** The outputs recorded for a claim in the versions of the card. */
function recordedOutputs(claim: ClaimRecord, versions: readonly Version[]): Set<string> {
  return new Set(
    Object.entries(claim.expect ?? {}).flatMap(([key, output]) => (key.split(",").some((version) => versions.includes(version as Version)) ? [output] : [])),
  );
}

const saysVersions: Rule = (card, options) => {
  const differs = (options.claims ?? []).some((claim) => card.front.claims.includes(claim.id) && recordedOutputs(claim, card.front.versions).size > 1);
  const split = card.proofs.some((proof) => proof.versions.length < card.front.versions.length || (proof.kind === "script" && proof.outputs.length > 1));
  const asks = card.proofs.some((proof) => proof.kind === "script" && /version_info/.test(proof.source));
  const says = /\b3\.\d+\b/.test(card.answerLine) || /\b3\.\d+\b/.test(blockText(card.why));
  const message = "the recorded behaviour differs between the card's versions: show it by blocks with versions=, or say since when in the answer or in Why";
  return warn("versions", message, card.front.evidence !== "sourced" && differs && !split && !asks && !says);
};

const knownClaims: Rule = (card, options) => {
  const known = options.claims;
  if (known === undefined) return [];
  return card.front.claims.filter((id) => !known.some((claim) => claim.id === id)).map((id) => error("unknown-claim", `there is no claim "${id}" in claims.json`, TOP));
};

const mythOfClaim: Rule = (card, options) => {
  const wrong = (options.claims ?? []).find((claim) => card.front.claims.includes(claim.id) && (claim.verdict === "wrong" || claim.verdict === "outdated"));
  if (wrong === undefined || card.front.myth !== undefined) return [];
  return [warning("myth", `the claim ${wrong.id} is ${wrong.verdict}: name what is commonly said as the card's myth`, TOP)];
};

/** All lines of the outputs, in words: `True False` is two. */
function printedWords({ outputs }: Prediction): string[] {
  return outputs.flatMap(({ text }) => text.split(/[\s,()[\]]+/).filter((word) => word !== ""));
}

/** Whether a learner who knows only how the question looks can know the answer: it is made of truth values alone. */
export function isLearnedByShape(prediction: Prediction): boolean {
  const words = printedWords(prediction);
  return words.length > 0 && words.every((word) => word === "True" || word === "False");
}

const variants: Rule = ({ prediction, variants: others }) => {
  if (prediction === null) return [];
  const printed = (one: Prediction): string => JSON.stringify(one.outputs.map(({ text, versions }) => [text, versions]));
  const alike = others.length > 0 && others.every((other) => printed(other.prediction) === printed(prediction));
  return [
    ...warn("no-variant", "the answer is made of True and False alone, so it is learned by the look of the question: add a ## Variant", others.length === 0 && isLearnedByShape(prediction), prediction.line),
    ...warn("variants-alike", "every variant prints what the card prints: let one print something else, or the look of the question still tells", alike, others[0]?.prediction.line),
    ...others.flatMap((other) => warn("long-answer", `the answer of a variant has ${count(other.answerLine)} words: 45 can be said in one breath`, count(other.answerLine) > 45, other.prediction.line)),
    ...others.flatMap((other) => warn("long-code", `the code has ${other.prediction.source.split("\n").length} lines: keep to 25, or the answer is a search`, other.prediction.source.split("\n").length > 25, other.prediction.line)),
  ];
};

const RULES: readonly Rule[] = [
  questionLength,
  codeLength,
  answerLength,
  listAnswer,
  asksOneThing,
  yesNo,
  noLeak,
  stableOutput,
  recentReview,
  saysVersions,
  knownClaims,
  mythOfClaim,
  variants,
];

/**
 * The rules of a good card. Errors are about correctness and block; warnings are advice, each with its reason. A card
 * whose front matter has errors is judged by its proofs alone.
 */
export function lintCard(card: ParsedCard, options: LintOptions = {}): Problem[] {
  const problems = card.proofs.flatMap((proof) => lintAssertions(proof));
  const { front } = card;
  if (front !== null) problems.push(...RULES.flatMap((rule) => rule({ ...card, front }, options)));
  return inOrder(problems);
}
