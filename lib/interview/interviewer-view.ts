import type { LibraryCard } from "../content/library-card.ts";
import type { Hint, Pair } from "./pair.ts";
import { isHere, stampOf } from "./pair.ts";
import { currentStep, partOf, questionOf } from "./stage.ts";
import type { Interview, JudgedPart, Question } from "./types.ts";

/** What the interviewer sees of the prompt that is on: all that the candidate does not. */
export interface InterviewerTurn {
  readonly kind: "ready" | "prompt" | "judge";
  readonly card: LibraryCard;
  readonly question: Question;
  /** The opening question and the rungs up to the one that is on, each with what was typed so far. */
  readonly parts: readonly JudgedPart[];
  /** Place of the prompt that is on. */
  readonly position: number;
  /** The prompt after which an own question may be put; null while none of the ladder was shown. */
  readonly askAfter: number | null;
  readonly shownAt: number | null;
  readonly deadlineAt: number | null;
  readonly hints: readonly string[];
  /** Titles of the cards that the author says an interviewer asks next. */
  readonly next: readonly string[];
}

/** The page of the interviewer. `now` is the server's clock, UTC ms. */
export interface InterviewerView {
  readonly id: string;
  readonly now: number;
  readonly total: number;
  readonly candidate: string | null;
  readonly candidateHere: boolean;
  /** Null when all is judged, or the interview is over. */
  readonly turn: InterviewerTurn | null;
  readonly finished: boolean;
  readonly stamp: string;
}

interface Held {
  readonly interview: Interview;
  readonly pair: Pair | null;
  readonly hints: readonly Hint[];
  readonly candidate: string | null;
}

/** What an interviewer sees of an interview. `card` is the current prompt's, `library` names the cards that may follow. */
export function interviewerViewOf(held: Held, card: LibraryCard | null, library: readonly { readonly id: string; readonly title: string }[], now: number): InterviewerView {
  const { interview, pair, hints, candidate } = held;
  return {
    id: interview.id,
    now,
    total: interview.prompts.length,
    candidate,
    candidateHere: isHere(pair?.candidateSeenAt ?? null, now),
    turn: card === null || interview.finishedAt !== null ? null : turnOf(interview, card, hints, library),
    finished: interview.finishedAt !== null,
    stamp: stampOf("interviewer", interview, pair, hints, now),
  };
}

function turnOf(interview: Interview, card: LibraryCard, hints: readonly Hint[], library: readonly { readonly id: string; readonly title: string }[]): InterviewerTurn | null {
  const step = currentStep(interview);
  if (step === null) return null;
  const { targetVersion } = interview.setup;
  const on = step.kind === "answer" ? step.prompt : step.ladder[0];
  const ladder = step.kind === "judge" ? step.ladder : interview.prompts.filter((prompt) => prompt.position <= on.position && prompt.cardId === on.cardId && (prompt.position === on.position || prompt.submittedAt !== null));
  const shown = ladder.filter((prompt) => prompt.shownAt !== null);
  return {
    kind: step.kind === "judge" ? "judge" : on.shownAt === null ? "ready" : "prompt",
    card,
    question: questionOf(card, targetVersion, on),
    parts: ladder.map((prompt) => partOf(prompt, card, targetVersion)),
    position: on.position,
    askAfter: shown.at(-1)?.position ?? null,
    shownAt: on.shownAt,
    deadlineAt: on.deadlineAt,
    hints: hints.filter((hint) => hint.position === on.position).map((hint) => hint.text),
    next: card.followups.flatMap((id) => library.find((one) => one.id === id)?.title ?? []),
  };
}
