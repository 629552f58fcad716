import type { Prediction, Proof, Repair, Variant } from "../cards/card.ts";
import type { Mode } from "../cards/fence.ts";
import type { Outcome } from "../cards/prove.ts";
import type { Evidence, Kind } from "../cards/schema.ts";
import type { Block } from "../cards/tree.ts";
import type { Version } from "../cards/versions.ts";

/** A line of the library list. */
export interface CardSummary {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly kind: Kind;
  /** 1 junior to 4 staff. */
  readonly level: number;
  readonly evidence: Evidence;
}

/** What planning a day or an interview needs of a card. */
export interface CatalogueEntry {
  readonly id: string;
  readonly revisionId: string;
  readonly title: string;
  readonly topic: string;
  readonly kind: Kind;
  readonly level: number;
  /** Time for an answer in an interview. */
  readonly seconds: number;
  readonly followups: readonly string[];
  readonly prerequisites: readonly string[];
}

/** What planning an interview needs beside that. */
export interface CatalogueCard extends CatalogueEntry {
  readonly versions: readonly Version[];
  /** Of a `predict` card: the versions that print the same, together. Empty for other kinds. */
  readonly outputs: readonly (readonly Version[])[];
  /** The names that its program binds at the top level, where a script is asked about; see `assignedNames`. */
  readonly names: readonly string[];
}

/** One recorded run of a card's proofs. */
export interface ProofCell {
  readonly version: Version;
  readonly mode: Mode;
  /** The worst of the card's blocks in this version and mode; only `held` counts as proven. */
  readonly status: Outcome;
  /** UTC ms. */
  readonly ranAt: number;
  /** Hash of the engine that ran it. */
  readonly engineHash: string;
  /** What differed, where a block did not hold; else empty. */
  readonly output: string;
}

/** What was recorded of a revision: versions across, modes down. A cell that is missing was not run. */
export interface ProofMatrix {
  readonly versions: readonly Version[];
  readonly modes: readonly Mode[];
  readonly cells: readonly ProofCell[];
}

/** A published card as it is drawn. Plain data. */
export interface LibraryCard extends CardSummary {
  readonly revisionId: string;
  /** Time for an answer in an interview. */
  readonly seconds: number;
  readonly versions: readonly Version[];
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly rubric: readonly string[];
  readonly myth: string | null;
  readonly reviewedOn: string;
  readonly prerequisites: readonly string[];
  readonly followups: readonly string[];
  readonly question: readonly Block[];
  /** What would be said aloud. */
  readonly answerLine: string;
  readonly answer: readonly Block[];
  readonly why: readonly Block[];
  readonly proof: readonly Block[];
  readonly prediction: Prediction | null;
  readonly repair: Repair | null;
  /** Other forms of the question; see `askedAs`. Absent in what a device kept before there were any. */
  readonly variants?: readonly Variant[];
  readonly proofs: readonly Proof[];
  readonly matrix: ProofMatrix;
}
