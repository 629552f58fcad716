import type { Version } from "../cards/versions.ts";
import type { Block } from "../cards/tree.ts";
import type { LibraryCard } from "../content/library-card.ts";
import type { Criterion, Levels } from "./criteria.ts";
import type { Ask, Form } from "./ladder.ts";
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
  readonly ask: Ask;
  /** The question, where an interviewer put it. */
  readonly question: string | null;
  /** What stands in the code box. */
  readonly code: string;
  /** What was drawn beside an answer, as text; see sketch/sketch.ts. */
  readonly sketch: string;
  readonly levels: Levels | null;
  readonly marked: boolean;
  readonly byInterviewer: boolean;
  /** The interviewer's note. */
  readonly note: string;
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
  readonly topic: string;
  readonly ask: Ask;
  readonly form: Form;
  readonly version: Version;
  /** The words of a follow-up on the same card; null for the card's own question. */
  readonly lead: string | null;
  readonly question: readonly Block[];
  /** The program to repair. */
  readonly program: string | null;
  /** The names to draw; empty where no heap is asked for. */
  readonly names: readonly string[];
}

/** What was answered to one prompt of a ladder, and what judges it. */
export interface JudgedPart {
  readonly prompt: Prompt;
  readonly lead: string | null;
  /** A program should have judged it and did not come to it. */
  readonly pending: boolean;
  readonly version: Version;
}

/** Where a running interview stands. */
export type Stage =
  /** The next prompt waits until the candidate is ready. */
  | { readonly kind: "ready"; readonly position: number; readonly seconds: number | null; readonly followUp: boolean }
  | { readonly kind: "prompt"; readonly position: number; readonly question: Question; readonly followUp: boolean; readonly shownAt: number; readonly deadlineAt: number | null; readonly draft: string; readonly code: string; readonly sketch: string; readonly draftNumber: number; readonly marked: boolean }
  /** The model answer is shown, and the candidate judges what was said: the opening question and its rungs together. */
  | { readonly kind: "judge"; readonly position: number; readonly card: LibraryCard; readonly parts: readonly JudgedPart[] }
  /** Somebody else judges. */
  | { readonly kind: "wait"; readonly position: number }
  /** Nothing is left but to end it. */
  | { readonly kind: "done" }
  | { readonly kind: "finished" };

/** What a candidate is told of the other of the two. */
export interface PairView {
  /** Nobody has entered the code yet, the interviewer is there, or was and was not heard of for a while. */
  readonly interviewer: "awaited" | "here" | "away";
  readonly hints: readonly string[];
}

/** The run page's data. `now` is the server's clock: a deadline is compared with that. */
export interface RunView {
  readonly id: string;
  readonly now: number;
  readonly total: number;
  readonly spoken: boolean;
  readonly calm: boolean;
  readonly stage: Stage;
  /** Null without a mode for two. */
  readonly pair: PairView | null;
  /** Differs when the other of the two did something. */
  readonly stamp: string;
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
  readonly byTopic: readonly { readonly topic: string; readonly prompts: number; readonly score: number }[];
  readonly byCriterion: readonly { readonly criterion: Criterion; readonly answers: number; readonly score: number }[];
  readonly overtimeSeconds: number;
}
