import { drawnNames } from "../cards/assigned-names.ts";
import { askedVersion } from "../cards/answer.ts";
import type { Version } from "../cards/versions.ts";
import type { LibraryCard } from "../content/library-card.ts";
import { awaitsVerdict } from "./judge.ts";
import { formOf, laddersOf, leadOf, versionOf } from "./ladder.ts";
import { isSettled } from "./score.ts";
import type { Interview, JudgedPart, Prompt, Question, Stage } from "./types.ts";

/** What is to be done next: a prompt is to be answered, or the answers of a ladder are to be judged. */
export type Step = { readonly kind: "answer"; readonly prompt: Prompt } | { readonly kind: "judge"; readonly ladder: readonly [Prompt, ...Prompt[]] };

/** The first thing about which something is still to be done; null when there is none. All rungs of a ladder are answered before its model answer is shown. */
export function currentStep({ prompts }: Pick<Interview, "prompts">): Step | null {
  for (const [opening, ...rungs] of laddersOf(prompts)) {
    if (opening === undefined) continue;
    const open = [opening, ...rungs].find((prompt) => prompt.submittedAt === null);
    if (open !== undefined) return { kind: "answer", prompt: open };
    if (![opening, ...rungs].every(isComplete)) return { kind: "judge", ladder: [opening, ...rungs] };
  }
  return null;
}

/** The prompt of the current step: the one to answer, or the first of those to judge. */
export function currentPrompt(interview: Pick<Interview, "prompts">): Prompt | null {
  const step = currentStep(interview);
  return step === null ? null : step.kind === "answer" ? step.prompt : step.ladder[0];
}

/** Where a program judged, the model answer was not looked at yet: that is its own step, ended by going on. */
const isComplete = (prompt: Prompt): boolean => isSettled(prompt) && prompt.points !== null;

/** Where an interview stands for its candidate. `card` is the current prompt's, as its revision has it; `paired`: somebody else judges. */
export function stageOf(interview: Interview, card: LibraryCard | null, paired = false): Stage {
  const step = currentStep(interview);
  if (interview.finishedAt !== null) return { kind: "finished" };
  // Judged to the end, but the last request was cut off before it ended the interview.
  if (step === null || card === null) return { kind: "done" };
  if (step.kind === "judge") {
    const { position } = step.ladder[0];
    return paired ? { kind: "wait", position } : { kind: "judge", position, card, parts: step.ladder.map((prompt) => partOf(prompt, card, interview.setup.targetVersion)) };
  }
  const { position, follows, seconds, shownAt, deadlineAt, draft, code, sketch, draftNumber, marked } = step.prompt;
  const followUp = follows !== null;
  if (shownAt === null) return { kind: "ready", position, seconds, followUp };
  return { kind: "prompt", position, question: questionOf(card, interview.setup.targetVersion, step.prompt), followUp, shownAt, deadlineAt, draft, code, sketch, draftNumber, marked };
}

/** An answer beside the words in which it was asked for. */
export function partOf(prompt: Prompt, card: LibraryCard, targetVersion: string): JudgedPart {
  return { prompt, lead: leadOf(prompt, card.kind), pending: awaitsVerdict(card, prompt, targetVersion), version: promptVersion(card, targetVersion, prompt) };
}

/** The version that a prompt is about. */
export const promptVersion = (card: LibraryCard, targetVersion: string, { ask }: Pick<Prompt, "ask">): Version => versionOf(ask) ?? askedVersion(card, targetVersion);

/** What may be seen before the answer. */
export function questionOf(card: LibraryCard, targetVersion: string, prompt: Pick<Prompt, "ask" | "question">): Question {
  const { kind, topic, question, repair } = card;
  return {
    topic,
    ask: prompt.ask,
    form: formOf(kind, prompt.ask),
    version: promptVersion(card, targetVersion, prompt),
    lead: leadOf(prompt, kind),
    question,
    program: prompt.ask === "card" ? (repair?.broken ?? null) : null,
    names: prompt.ask === "heap" ? drawnNames(card) : [],
  };
}
