import type { CardStatus, EditClass } from "../../lib/studio/types.ts";

export const STATUS_WORDS: Record<CardStatus, string> = { DRAFT: "Draft", REVIEW: "In review", PUBLISHED: "Published", RETIRED: "Retired" };

export const PROOF_WORDS = { held: "Proofs hold", broken: "A proof does not hold", none: "No proof recorded" } as const;

/** What each class of edit is called, and what it does. */
export const EDIT_WORDS: Record<EditClass, { readonly name: string; readonly effect: string }> = {
  TYPO: { name: "Typo", effect: "Nobody is told; schedules go on." },
  CLARIFY: { name: "Clarify", effect: "The same answer in better words; schedules go on." },
  CORRECT: { name: "Correct", effect: "The answer itself changes; the history says what." },
  REPLACE: { name: "Replace", effect: "A new card with a new id; this one is retired and keeps its history." },
};
