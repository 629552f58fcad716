import { expectedOutput, judgePrediction, type PredictionVerdict, type RepairVerdict } from "../../lib/cards/answer.ts";
import type { Version } from "../../lib/cards/versions.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import type { AnswerBody } from "../../lib/reviews/events.ts";
import type { Button } from "../../lib/scheduling/grade.ts";

/** What the learner did before and after the answer was shown. */
export interface Attempt {
  /** The output typed for a `predict` card, the program of a `fix` card. */
  readonly typed: string;
  /** What the engine said of the program, for `fix`. */
  readonly repair: RepairVerdict | null;
  /** Rubric points that the learner ticked, by their place. */
  readonly ticks: readonly number[];
  /** How sure the learner was before the answer, 0 to 100; null where it was not said. */
  readonly confidence: number | null;
}

export const emptyAttempt = (card: LibraryCard): Attempt => ({ typed: card.repair?.broken ?? "", repair: null, ticks: [], confidence: null });

/** A card whose answer is said aloud: whatever it asks for, its rubric judges it. */
export const asSaid = (card: LibraryCard): LibraryCard => ({ ...card, kind: "explain" });

/** How a typed output compares with the real one; null where nothing was typed or the card has none. */
export function predictionVerdict(card: LibraryCard, attempt: Attempt, version: Version): PredictionVerdict | null {
  const expected = card.prediction === null ? null : expectedOutput(card.prediction, version);
  return expected === null || attempt.typed.trim() === "" ? null : judgePrediction(expected, attempt.typed);
}

/** What a program said of the answer. */
export function objectiveOf(card: LibraryCard, attempt: Attempt, version: Version): AnswerBody["objective"] {
  if (card.kind === "fix") return attempt.repair === null || attempt.repair.outcome === "unjudged" ? null : attempt.repair.outcome === "fixed" ? "pass" : "fail";
  const verdict = predictionVerdict(card, attempt, version);
  return verdict === null ? null : verdict.correct ? "pass" : "fail";
}

/** The grade that the answer suggests; null where nothing speaks for one. */
export function suggestedGrade(card: LibraryCard, attempt: Attempt, version: Version): Button | null {
  const objective = objectiveOf(card, attempt, version);
  if (objective !== null) return objective === "pass" ? "good" : "again";
  if (card.kind === "predict" || card.kind === "fix" || attempt.ticks.length === 0) return null;
  return attempt.ticks.length === card.rubric.length ? "good" : "hard";
}
