import { askedVersion } from "../cards/answer.ts";
import type { LibraryCard } from "../content/library-card.ts";
import { awaitsVerdict } from "./judge.ts";
import { isSettled } from "./score.ts";
import type { Interview, Prompt, Question, Stage } from "./types.ts";

/** The first prompt about which something is still to be done; null when there is none. */
export const currentPrompt = ({ prompts }: Pick<Interview, "prompts">): Prompt | null => prompts.find((prompt) => !isComplete(prompt)) ?? null;

/** Where a program judged, the model answer was not looked at yet: that is its own step, ended by going on. */
const isComplete = (prompt: Prompt): boolean => isSettled(prompt) && prompt.points !== null;

/** Where an interview stands. `card` is the current prompt's, as its revision has it. */
export function stageOf(interview: Interview, card: LibraryCard | null): Stage {
  const prompt = currentPrompt(interview);
  if (interview.finishedAt !== null) return { kind: "finished" };
  // Judged to the end, but the last request was cut off before it ended the interview.
  if (prompt === null || card === null) return { kind: "done" };
  const { position, follows, seconds, shownAt, deadlineAt, draft, draftNumber, answer, verdict, objective } = prompt;
  const followUp = follows !== null;
  if (shownAt === null) return { kind: "ready", position, seconds, followUp };
  if (answer === null) return { kind: "prompt", position, question: questionOf(card, interview.setup.targetVersion), followUp, shownAt, deadlineAt, draft, draftNumber };
  return { kind: "judge", position, card, answer, verdict, objective, pending: awaitsVerdict(card, verdict, interview.setup.targetVersion), version: askedVersion(card, interview.setup.targetVersion) };
}

/** What may be seen before the answer. */
export function questionOf(card: LibraryCard, targetVersion: string): Question {
  const { kind, topic, question, repair } = card;
  return { kind, topic, version: askedVersion(card, targetVersion), question, program: repair?.broken ?? null };
}
