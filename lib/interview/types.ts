import type { Version } from "../cards/versions.ts";
import type { Block } from "../cards/tree.ts";
import type { Kind } from "../cards/schema.ts";
import type { LibraryCard } from "../content/library-card.ts";
import type { Setup } from "./schema.ts";

/** A prompt as it is stored. Instants in UTC ms by the server's clock. */
export interface Prompt {
  readonly position: number;
  readonly cardId: string;
  readonly revisionId: string;
  readonly follows: number | null;
  readonly seconds: number | null;
  readonly shownAt: number | null;
  readonly deadlineAt: number | null;
  readonly draft: string;
  readonly draftNumber: number;
  readonly submittedAt: number | null;
  readonly answer: string | null;
  readonly confidence: number | null;
  readonly objective: "pass" | "fail" | null;
  readonly verdict: string | null;
  /** Places of the rubric points that were said; null until they were judged. */
  readonly points: readonly number[] | null;
}

export interface Interview {
  readonly id: string;
  readonly setup: Setup;
  readonly createdAt: number;
  /** Null while it runs. */
  readonly finishedAt: number | null;
  readonly prompts: readonly Prompt[];
}

/** What may be seen of a card before its answer is given: nothing of the answer, not even the title. */
export interface Question {
  readonly kind: Kind;
  readonly topic: string;
  readonly version: Version;
  readonly question: readonly Block[];
  /** The program to repair, for `fix`. */
  readonly program: string | null;
}

/** Where a running interview stands. */
export type Stage =
  /** The next prompt waits until the candidate is ready. */
  | { readonly kind: "ready"; readonly position: number; readonly seconds: number | null; readonly followUp: boolean }
  | { readonly kind: "prompt"; readonly position: number; readonly question: Question; readonly followUp: boolean; readonly shownAt: number; readonly deadlineAt: number | null; readonly draft: string; readonly draftNumber: number }
  /** The model answer is shown, and the candidate ticks what was said. */
  | { readonly kind: "judge"; readonly position: number; readonly card: LibraryCard; readonly answer: string; readonly verdict: string | null; readonly objective: "pass" | "fail" | null; /** A program should have judged it and did not come to it. */ readonly pending: boolean; readonly version: Version }
  /** Nothing is left but to end it. */
  | { readonly kind: "done" }
  | { readonly kind: "finished" };

/** The run page's data. `now` is the server's clock: a deadline is compared with that. */
export interface RunView {
  readonly id: string;
  readonly now: number;
  readonly total: number;
  readonly stage: Stage;
}

/** A line of the history. */
export interface PastInterview {
  readonly id: string;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly lengthMinutes: number;
  readonly level: number;
  readonly topics: readonly string[];
  readonly prompts: number;
  readonly answered: number;
  /** 0 to 1; null where nothing was answered. */
  readonly score: number | null;
  readonly overtimeSeconds: number;
}
