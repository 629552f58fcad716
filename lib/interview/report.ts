import type { CatalogueEntry, LibraryCard } from "../content/library-card.ts";
import { dayToIso, type StudyDay } from "../scheduling/study-day.ts";
import { type Calibration, calibrationOf, meanOf, overtimeSeconds, scoreOf, type Verdict, verdictOf } from "./score.ts";
import type { Interview, Prompt } from "./types.ts";

export interface PromptReport {
  readonly prompt: Prompt;
  readonly card: LibraryCard;
  /** Null where it was not reached, not submitted or not judged. */
  readonly score: number | null;
  readonly usedSeconds: number | null;
  readonly overtimeSeconds: number;
  /** Time that the candidate asked for beyond the planned one. */
  readonly addedSeconds: number;
  /** Each rubric point, and whether it was said; null where no point was ticked: a program judged, or nobody yet. */
  readonly rubric: readonly { readonly text: string; readonly said: boolean }[] | null;
}

export interface DrillItem {
  readonly cardId: string;
  readonly title: string;
  /** For the learner, on the day it comes. */
  readonly reason: string;
}

export interface Report {
  readonly interview: Interview;
  readonly prompts: readonly PromptReport[];
  readonly score: number | null;
  readonly verdict: Verdict | null;
  /** Rubric points said, of those of all prompts that they judge. */
  readonly points: { readonly said: number; readonly of: number };
  readonly byTopic: readonly { readonly topic: string; readonly prompts: number; readonly score: number }[];
  readonly plannedSeconds: number | null;
  readonly usedSeconds: number;
  readonly overtimeSeconds: number;
  readonly calibration: Calibration | null;
  readonly drill: readonly DrillItem[];
}

/** Longest reason that is stored, in characters. */
export const REASON_AT_MOST = 200;

/** Below this a prompt counts as failed, and what should be known before it is drilled too. */
const FAILED_BELOW = 0.5;

/**
 * What an interview comes to. `cards` are the revisions that were asked, `catalogue` the library as it is now: only what can
 * still be studied is drilled. `earlier` are answers of earlier interviews with their confidence.
 */
export function reportOf(interview: Interview, cards: ReadonlyMap<string, LibraryCard>, catalogue: readonly CatalogueEntry[], day: StudyDay, earlier: readonly { readonly confidence: number; readonly score: number }[] = []): Report {
  const prompts = interview.prompts.flatMap((prompt) => {
    const card = cards.get(prompt.revisionId);
    return card === undefined ? [] : [promptReport(prompt, card)];
  });
  const scored = prompts.flatMap(({ score, card }) => (score === null ? [] : [{ score, topic: card.topic }]));
  const score = meanOf(scored.map((one) => one.score));
  const pairs = prompts.flatMap(({ score: own, prompt }) => (own === null || prompt.confidence === null ? [] : [{ confidence: prompt.confidence, score: own }]));
  const answered = prompts.filter(({ prompt }) => prompt.submittedAt !== null);
  return {
    interview,
    prompts,
    score,
    verdict: score === null ? null : verdictOf(score),
    points: pointsOf(prompts),
    byTopic: byTopic(scored),
    plannedSeconds: answered.some(({ prompt }) => prompt.seconds === null) ? null : answered.reduce((sum, { prompt }) => sum + (prompt.seconds ?? 0), 0),
    usedSeconds: prompts.reduce((sum, one) => sum + (one.usedSeconds ?? 0), 0),
    overtimeSeconds: prompts.reduce((sum, one) => sum + one.overtimeSeconds, 0),
    calibration: calibrationOf([...earlier, ...pairs]),
    drill: drillOf(prompts, catalogue, dayAndMonth(day)),
  };
}

/** What a prompt came to. */
export function promptReport(prompt: Prompt, card: LibraryCard): PromptReport {
  const score = scoreOf(prompt, card.rubric.length);
  const { shownAt, submittedAt, deadlineAt, seconds, points, objective } = prompt;
  return {
    prompt,
    card,
    score,
    usedSeconds: shownAt === null || submittedAt === null ? null : Math.max(0, Math.round((submittedAt - shownAt) / 1_000)),
    overtimeSeconds: overtimeSeconds(prompt),
    addedSeconds: shownAt === null || deadlineAt === null || seconds === null ? 0 : Math.max(0, Math.round((deadlineAt - shownAt) / 1_000) - seconds),
    rubric: submittedAt === null || points === null || objective !== null ? null : card.rubric.map((text, place) => ({ text, said: points.includes(place) })),
  };
}

function pointsOf(prompts: readonly PromptReport[]): Report["points"] {
  const all = prompts.flatMap(({ rubric }) => rubric ?? []);
  return { said: all.filter((point) => point.said).length, of: all.length };
}

function byTopic(scored: readonly { readonly score: number; readonly topic: string }[]): Report["byTopic"] {
  const topics = [...new Set(scored.map((one) => one.topic))];
  return topics
    .map((topic) => {
      const own = scored.filter((one) => one.topic === topic).map((one) => one.score);
      return { topic, prompts: own.length, score: meanOf(own) ?? 0 };
    })
    .sort((a, b) => a.score - b.score || (a.topic < b.topic ? -1 : 1));
}

/** Each prompt with a missed point as its own card, and before a failed one what should be known first. */
function drillOf(prompts: readonly PromptReport[], catalogue: readonly CatalogueEntry[], date: string): DrillItem[] {
  const known = new Map(catalogue.map((card) => [card.id, card]));
  const items = new Map<string, DrillItem>();
  const add = (cardId: string, reason: string): void => {
    const card = known.get(cardId);
    if (card !== undefined && !items.has(cardId)) items.set(cardId, { cardId, title: card.title, reason: cut(reason) });
  };
  const missed = prompts.filter(({ score }) => score !== null && score < 1);
  for (const part of missed) add(part.card.id, missedReason(part, date));
  for (const { card, score } of missed) {
    if (score === null || score >= FAILED_BELOW) continue;
    for (const id of card.prerequisites) add(id, `Comes before "${card.title}", which was missed in the mock interview of ${date}`);
  }
  return [...items.values()];
}

function missedReason({ prompt, rubric }: PromptReport, date: string): string {
  if (prompt.objective === "fail") return `Failed in the mock interview of ${date}${prompt.verdict === null ? "" : `: ${prompt.verdict}`}`;
  const [first, ...others] = (rubric ?? []).filter((point) => !point.said).map((point) => point.text);
  if (first === undefined) return `Missed in the mock interview of ${date}`;
  return `Missed in the mock interview of ${date}: ${first}${others.length === 0 ? "" : `; and ${others.length} more`}`;
}

/** `28 November`. */
const dayAndMonth = (day: StudyDay): string => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" }).format(new Date(dayToIso(day)));

const cut = (text: string): string => (text.length <= REASON_AT_MOST ? text : `${text.slice(0, REASON_AT_MOST - 1).trimEnd()}…`);
