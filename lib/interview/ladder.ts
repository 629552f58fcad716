import { askedVersion } from "../cards/answer.ts";
import type { Kind } from "../cards/schema.ts";
import { VERSIONS, type Version } from "../cards/versions.ts";
import { CRITERIA, type Criterion } from "./criteria.ts";
import type { Prompt } from "./types.ts";

/**
 * What a prompt asks about its card: `card` the card's own question, which opens a ladder; then its rungs: `why` it is so, to
 * `prove` it in a few lines, draw the `heap` at its end, the same in another version, or a question of the interviewer's `own`.
 */
export type Ask = "card" | "why" | "prove" | "heap" | "own" | `version:${Version}`;

const versionAsk = (version: Version): Ask => `version:${version}`;

/** Reads a column. What is not known is taken for the card's own question. */
export function askOf(text: string): Ask {
  if (text === "why" || text === "prove" || text === "heap" || text === "own") return text;
  const version = VERSIONS.find((one) => text === versionAsk(one));
  return version === undefined ? "card" : versionAsk(version);
}

/** The version that a rung asks for beside the card's own; null for other rungs. */
export const versionOf = (ask: Ask): Version | null => VERSIONS.find((one) => ask === versionAsk(one)) ?? null;

/** What planning reads of a card to build its ladder. */
interface LadderCard {
  readonly kind: Kind;
  readonly versions: readonly Version[];
  /** For `predict`: the versions that print the same stand together. Empty for other kinds. */
  readonly outputs: readonly (readonly Version[])[];
  /** The names of its program that can be drawn. */
  readonly names: readonly string[];
}

/** The rungs on the card itself, in the order in which they are asked. */
export function rungsOf(card: LadderCard, targetVersion: string): Ask[] {
  if (card.kind === "recall" || card.kind === "explain") return ["prove"];
  const other = otherVersion(card, targetVersion);
  return other === null ? ["why"] : [versionAsk(other), "why"];
}

/** Below this there is nothing to tell apart, beyond it too much to draw in a minute. */
const DRAWN_NAMES = { least: 2, most: 6 } as const;

/** Whether a card's program leaves a heap that can be drawn. */
export const isDrawable = ({ names }: Pick<LadderCard, "names">): boolean => names.length >= DRAWN_NAMES.least && names.length <= DRAWN_NAMES.most;

/** The version nearest to the asked one that prints something else, the newer of two; null where all print the same. */
function otherVersion(card: LadderCard, targetVersion: string): Version | null {
  const place = VERSIONS.indexOf(askedVersion(card, targetVersion));
  const others = card.outputs.filter((same) => !same.some((one) => VERSIONS.indexOf(one) === place)).flat();
  const distance = (version: Version): number => Math.abs(VERSIONS.indexOf(version) - place) - (VERSIONS.indexOf(version) > place ? 0.5 : 0);
  return others.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The time for a rung on a card of `seconds`. */
export function rungSeconds(ask: Ask, seconds: number): number {
  if (ask === "prove" || ask === "heap") return seconds + 60;
  return Math.max(30, Math.round(seconds * (ask === "why" ? 0.75 : 0.5)));
}

/** The prompts of an interview by ladders: each opening question with its rungs. */
export function laddersOf(prompts: readonly Prompt[]): Prompt[][] {
  const ladders: Prompt[][] = [];
  for (const prompt of prompts) {
    const last = ladders.at(-1);
    if (prompt.ask === "card" || last === undefined) ladders.push([prompt]);
    else last.push(prompt);
  }
  return ladders;
}

/** What an answer is given as: an output to compare, a program, a sketch of the heap, or words. */
export type Form = "output" | "program" | "sketch" | "words";

export function formOf(kind: Kind, ask: Ask): Form {
  if (versionOf(ask) !== null || (ask === "card" && kind === "predict")) return "output";
  if (ask === "heap") return "sketch";
  return ask === "prove" || (ask === "card" && kind === "fix") ? "program" : "words";
}

/** Whether the card's rubric points are ticked for an answer. */
export const hasPoints = (kind: Kind, ask: Ask): boolean => ask !== "own" && formOf(kind, ask) === "words";

/** By which criteria an answer is judged, where no program can. */
export function criteriaOf(kind: Kind, ask: Ask): readonly Criterion[] {
  if (ask === "prove") return ["evidence"];
  if (ask === "why") return ["correctness", "depth", "communication"];
  return formOf(kind, ask) === "words" ? CRITERIA : ["correctness"];
}

/** The words in which a rung is asked; null for the card's own question. */
export function leadOf({ ask, question }: Pick<Prompt, "ask" | "question">, kind: Kind): string | null {
  if (ask === "own") return question ?? "";
  if (ask === "why") return kind === "fix" ? "What was wrong, and why does your repair hold?" : "Why does it print that? Name the mechanism, not only what is seen.";
  if (ask === "prove") return "Prove it: write a program of a few lines whose asserts hold because what you said is so.";
  if (ask === "heap") return "Draw the heap as it is when the program has ended: to which object does each name refer, and what does that hold?";
  const version = versionOf(ask);
  return version === null ? null : `And what does Python ${version} print?`;
}
