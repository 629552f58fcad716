import type { LikeQuestion } from "../cards/library.ts";
import type { Kind } from "../cards/schema.ts";
import type { TopicId } from "../cards/topics.ts";
import type { Impact } from "../edits/impact.ts";

export type EditClass = "TYPO" | "CLARIFY" | "CORRECT" | "REPLACE";
export type CardStatus = "DRAFT" | "REVIEW" | "PUBLISHED" | "RETIRED";

/** What the desk knows of the draft on the server. */
export interface DraftState {
  readonly draftId: string | null;
  /** Of the last save; 0 while there is no draft. */
  readonly version: number;
  readonly baseRevisionId: string | null;
  readonly source: string;
}

/** The text that the server has instead of the one that a save expected. */
export interface Theirs extends DraftState {
  /** Who saved it, where that is known. */
  readonly author: string | null;
}

/** Answer of a save. */
export interface SavedDraft {
  readonly draftId: string;
  readonly version: number;
  /** Questions of the library that are like the one that was saved. */
  readonly like: readonly LikeQuestion[];
}

/** Why a text is not published, or what is only advised; `line` is of the card's file. */
export interface Reason {
  readonly line: number | null;
  readonly message: string;
}

/** Answer of publishing and of restoring. */
export type Publishing =
  | { readonly status: "published"; readonly cardId: string; readonly number: number; readonly advice: readonly Reason[] }
  | { readonly status: "refused"; readonly reasons: readonly Reason[] };

/** How a draft stands between its author and a reviewer. */
export interface Review {
  /** Whether another author has to read a text before it is published: where there are two, one does. */
  readonly needed: boolean;
  /** Who put it up for review, and when (UTC ms); null while it is being written. */
  readonly asked: { readonly by: string | null; readonly at: number } | null;
  /** What a reviewer said who gave it back; null if nobody did. */
  readonly word: string | null;
  /** Whether whoever looks wrote this text, or put it up for review: then they do not review it. */
  readonly own: boolean;
}

/** Everything that the desk begins with. */
export interface Desk {
  /** Null for a card that was never published. */
  readonly card: { readonly id: string; readonly title: string; readonly status: CardStatus; readonly origin: "FILE" | "DATABASE"; readonly number: number; readonly impact: Impact } | null;
  readonly draft: DraftState;
  readonly review: Review;
  /** The text of the current revision. */
  readonly published: string | null;
  /** Questions of the library that are like this one. */
  readonly like: readonly LikeQuestion[];
}

/** A line of the studio's list. */
export interface StudioRow {
  /** Where its desk is. */
  readonly place: { readonly kind: "card" | "draft"; readonly id: string };
  readonly cardId: string;
  readonly title: string;
  readonly topic: string;
  readonly kind: string;
  readonly status: CardStatus;
  readonly evidence: string;
  /** What the recorded runs say: all held, not all held, or none were recorded. */
  readonly proofs: "held" | "broken" | "none";
  readonly hasDraft: boolean;
  /** Whether its draft waits for a reviewer. */
  readonly inReview: boolean;
}

/** What the list is narrowed to; an empty text is no filter. */
export interface StudioQuery {
  readonly search: string;
  readonly status: CardStatus | "";
  readonly topic: TopicId | "";
  readonly kind: Kind | "";
}

/** A line of a card's history. */
export interface RevisionRow {
  readonly id: string;
  readonly number: number;
  readonly editClass: EditClass;
  /** UTC ms. */
  readonly createdAt: number;
  /** Null for a revision that came from a file, or whose author is gone. */
  readonly author: string | null;
  /** Who read it before it was published; null where nobody else did. */
  readonly reviewer: string | null;
  /** What its author said of the change; empty if nothing. */
  readonly change: string;
}

/** A card's history, with two texts of it. */
export interface History {
  readonly cardId: string;
  readonly title: string;
  readonly currentRevisionId: string;
  /** Whom an edit of the card would meet. */
  readonly impact: Impact;
  readonly revisions: readonly RevisionRow[];
  readonly from: RevisionRow & { readonly source: string };
  readonly to: RevisionRow & { readonly source: string };
}

/** What waits for an author. */
export interface Waiting {
  readonly flags: number;
  /** Texts of a release that met an edit made here. */
  readonly upgrades: number;
  /** Texts of others that are to be reviewed. */
  readonly reviews: number;
}
