import type { CatalogueCard } from "../../lib/content/library-card.ts";
import type { Setup } from "../../lib/interview/schema.ts";
import type { Interview, PastInterview, Prompt } from "../../lib/interview/types.ts";

export const SETUP: Setup = { lengthMinutes: 10, level: 4, topics: [], timePercent: 100, targetVersion: "3.14", style: "mixed", spoken: false, calm: false, bring: false };

/** A prompt that was shown at 0, with a minute's time, and answered after half of it; nobody judged it. */
export const promptOf = (about: Partial<Prompt> = {}): Prompt => ({
  position: 0, cardId: "a", revisionId: "a-1", follows: null, seconds: 60, shownAt: 0, deadlineAt: 60_000, draft: "", draftNumber: 0, submittedAt: 30_000, answer: "x", confidence: null,
  objective: null, verdict: null, points: null, ask: "card", question: null, code: "", sketch: "", levels: null, marked: false, byInterviewer: false, note: "", ...about,
});

/** The same before it was shown. */
export const unseen = (about: Partial<Prompt> = {}): Prompt => promptOf({ shownAt: null, deadlineAt: null, submittedAt: null, answer: null, ...about });

export const interviewOf = (prompts: readonly Prompt[], about: Partial<Interview> = {}): Interview => ({ id: "i", setup: SETUP, createdAt: 0, finishedAt: 1, prompts, ...about });

export const entryOf = (id: string, about: Partial<CatalogueCard> = {}): CatalogueCard => ({ id, revisionId: `${id}-1`, title: id, topic: "closures", kind: "recall", level: 4, seconds: 60, followups: [], prerequisites: [], versions: ["3.13", "3.14"], outputs: [], names: [], ...about });

export const pastOf = (id: string, score: number | null, about: Partial<PastInterview> = {}): PastInterview => ({ id, createdAt: 0, finishedAt: 1, lengthMinutes: 10, level: 2, topics: [], prompts: 1, answered: 1, score, byTopic: [], byCriterion: [], overtimeSeconds: 0, ...about });
