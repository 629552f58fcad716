import type { Outcome } from "./outcome.ts";

/** A flag that waits for a decision. Instants in UTC ms. */
export interface OpenFlag {
  readonly id: string;
  readonly reason: string;
  readonly note: string;
  readonly createdAt: number;
  /** Number of the revision that the reader saw. */
  readonly revision: number;
  /** The Python version that the reader was asked about, and what they had typed as the answer; null where that is not known. */
  readonly version: string | null;
  readonly answer: string | null;
  /** What an author replied before a decision; null if nothing. */
  readonly reply: string | null;
  /** Whether a visitor sent it: nobody can be told what became of it. */
  readonly byVisitor: boolean;
}

/** The open flags of one card. */
export interface FlaggedCard {
  readonly cardId: string;
  readonly title: string;
  readonly retired: boolean;
  /** Number of the card's current revision; null for a card without one. */
  readonly revision: number | null;
  readonly flags: readonly OpenFlag[];
}

/** The inbox: cards by their oldest flag. `total` may be more than is shown. */
export interface Inbox {
  readonly cards: readonly FlaggedCard[];
  readonly shown: number;
  readonly total: number;
}

/** A flag that was decided. */
export interface ResolvedFlag extends OpenFlag {
  readonly cardId: string;
  readonly title: string;
  readonly accepted: boolean;
  readonly word: string;
  readonly resolvedAt: number;
  /** Address of who decided; null when that account is gone. */
  readonly resolvedBy: string | null;
}

/** A page of the history; `next` is the flag to continue after. */
export interface FlagHistory {
  readonly flags: readonly ResolvedFlag[];
  readonly next: string | null;
}

/** What became of a reader's own flag. */
export interface OwnFlag {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: number;
  readonly outcome: Outcome;
}

/** A flag of the reader's own that was decided or replied to, of which they have not read yet. */
export interface ToldFlag extends OwnFlag {
  readonly cardId: string;
  readonly title: string;
  readonly inLibrary: boolean;
}
