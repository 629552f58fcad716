import type { Mode, PictureWish } from "./fence.ts";
import type { ModelStatement } from "./model.ts";
import type { Problem } from "./problem.ts";
import type { FrontMatter } from "./schema.ts";
import type { Example } from "./session-text.ts";
import type { Block } from "./tree.ts";
import type { Version } from "./versions.ts";

/** What a program must print in some versions. */
export interface Expected {
  /** Without the line feed at its end. */
  readonly text: string;
  readonly versions: readonly Version[];
  readonly line: number;
}

/** Statements about the engine's insides, checked after the block above them. */
export interface ModelBlock {
  readonly statements: readonly ModelStatement[];
  readonly versions: readonly Version[];
  readonly line: number;
}

interface ProofBase {
  /** `question`, `proof 1`, `proof 2`, `refutes 1`, `variant 1`: unique within the card. */
  readonly name: string;
  /** The file's line of the first line of code. */
  readonly line: number;
  readonly versions: readonly Version[];
  /** Virtual cores; null: not said, so as many as the engine takes. */
  readonly cores: number | null;
  readonly freeThreaded: boolean;
  /** Absent: the card asks for no picture of it. */
  readonly picture?: PictureWish;
}

/** A program that must end without an exception and whose asserts hold, or that must print what is expected, or both. */
export interface ScriptProof extends ProofBase {
  readonly kind: "script";
  readonly mode: Mode;
  readonly source: string;
  /** Empty: its asserts alone decide. */
  readonly outputs: readonly Expected[];
  readonly models: readonly ModelBlock[];
}

export type SessionStep =
  | { readonly kind: "example"; readonly example: Example; readonly versions: readonly Version[] }
  | { readonly kind: "model"; readonly model: ModelBlock };

/** Statements typed at the prompt, each with what it prints. */
export interface SessionProof extends ProofBase {
  readonly kind: "session";
  readonly steps: readonly SessionStep[];
}

/** The asserts of `check`, appended to the fixed program, must hold; appended to the broken one, they must not. */
export interface RepairProof extends ProofBase {
  readonly kind: "repair";
  readonly broken: string;
  readonly fixed: string;
  readonly check: string;
}

/**
 * The myth as a program with one assert, or as a session whose last output is the myth's. It must fail in exactly
 * `versions` and hold in the card's other versions.
 */
export interface RefutesProof extends ProofBase {
  readonly kind: "refutes";
  readonly form: "script" | "session";
  readonly source: string;
  readonly examples: readonly Example[];
}

export type Proof = ScriptProof | SessionProof | RepairProof | RefutesProof;

/** The program of a `predict` card and what it prints. */
export interface Prediction {
  readonly source: string;
  readonly mode: Mode;
  readonly line: number;
  readonly outputs: readonly Expected[];
}

/** The broken and the fixed program of a `fix` card. */
export interface Repair {
  readonly broken: string;
  readonly brokenLine: number;
  readonly fixed: string;
}

/** Another program that the same question is asked about, so that what is learned is the reason and not the look of the question. */
export interface Variant {
  readonly question: readonly Block[];
  /** The first paragraph of its answer as words. */
  readonly answerLine: string;
  readonly answer: readonly Block[];
  readonly prediction: Prediction;
}

/** The text of a card by its parts. */
export interface Sections {
  readonly question: readonly Block[];
  readonly answer: readonly Block[];
  readonly why: readonly Block[];
  readonly proof: readonly Block[];
}

/** A card as plain data: safe to store as JSON, to send to a browser, and to draw. */
export interface ParsedCard extends Sections {
  /** Null when the front matter has errors. */
  readonly front: FrontMatter | null;
  /** The first paragraph of the answer as words: what would be said aloud. */
  readonly answerLine: string;
  /** For `predict` only. */
  readonly prediction: Prediction | null;
  /** For `fix` only. */
  readonly repair: Repair | null;
  /** For `predict` only; empty for a card that is asked in one form. */
  readonly variants: readonly Variant[];
  readonly proofs: readonly Proof[];
  readonly problems: readonly Problem[];
  /** The same without the variants: what a learner has read does not change when another form is added. */
  readonly firstFormHash: string;
  /** SHA-256 of the canonical form: what a learner can see, without regard to blanks at line ends. */
  readonly hash: string;
}

/** A card without errors. */
export interface SoundCard extends ParsedCard {
  readonly front: FrontMatter;
}

/** Whether the card has no errors; warnings do not count. */
export function isSound(card: ParsedCard): card is SoundCard {
  return card.front !== null && card.problems.every((problem) => problem.severity !== "error");
}
