import type { Impact } from "../../lib/edits/impact.ts";
import type { CardStatus, EditClass } from "../../lib/studio/types.ts";

export const STATUS_WORDS: Record<CardStatus, string> = { DRAFT: "Draft", REVIEW: "In review", PUBLISHED: "Published", RETIRED: "Retired" };

export const PROOF_WORDS = { held: "Proofs hold", broken: "A proof does not hold", none: "No proof recorded" } as const;

/** What each class of edit is called. */
export const EDIT_WORDS: Record<EditClass, string> = { TYPO: "Typo", CLARIFY: "Clarify", CORRECT: "Correct", REPLACE: "Replace" };

const people = (count: number): string => (count === 1 ? "1 learner" : `${count} learners`);

/** What an edit of a class does to those who learnt the card, with their number. */
export function effectOf(editClass: EditClass, { learners, dueAnyway, suspended, dueByCorrection }: Impact): string {
  switch (editClass) {
    case "TYPO":
      return "Nobody is told; schedules go on.";
    case "CLARIFY":
      return learners === 0 ? "The same answer in better words; nobody has learnt it yet." : `The same answer in better words: ${people(learners)} see “reworded” at the next review; schedules go on.`;
    case "CORRECT": {
      if (learners === 0) return "The answer itself changes; nobody has learnt it yet.";
      const rest = [dueAnyway > 0 ? `${dueAnyway} have it today anyway` : "", suspended > 0 ? `${suspended} suspended it and are not asked` : ""].filter((part) => part !== "");
      return `The answer itself changes: ${people(dueByCorrection)} are asked it again today and shown what changed${rest.length === 0 ? "" : ` (${rest.join(", ")})`}. Their history is kept.`;
    }
    case "REPLACE":
      return learners === 0 ? "A new card with a new id; this one is retired." : `A new card with a new id, which is new to everybody. This one is retired: ${people(learners)} keep its history and are asked it no more.`;
  }
}
