import type { CatalogueEntry, LibraryCard } from "../content/library-card.ts";
import { dayToIso, type StudyDay } from "../scheduling/study-day.ts";
import { hasPoints } from "./ladder.ts";
import { cardsOfPoint } from "./missed-points.ts";
import { type Calibration, calibrationByTopic, calibrationOf, type CriterionScore, criterionScores, meanOf, overtimeSeconds, scoreOf, type Sureness, type Verdict, verdictOf } from "./score.ts";
import { partOf } from "./stage.ts";
import type { Interview, JudgedPart, Prompt } from "./types.ts";

/** A card that a missed point leads to. */
export interface PointCard {
  readonly id: string;
  readonly title: string;
}

export interface PromptReport {
  readonly prompt: Prompt;
  readonly card: LibraryCard;
  /** In which words it was asked, where it was a rung of a ladder. */
  readonly part: JudgedPart;
  /** Null where it was not reached, not submitted or not judged. */
  readonly score: number | null;
  readonly usedSeconds: number | null;
  readonly overtimeSeconds: number;
  /** Time that the candidate asked for beyond the planned one. */
  readonly addedSeconds: number;
  /** Each rubric point, whether it was said, and where it was not the cards that teach it; null where no point was ticked: a program judged, or nobody yet. */
  readonly rubric: readonly { readonly text: string; readonly said: boolean; readonly cards: readonly PointCard[] }[] | null;
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
  readonly byTopic: readonly TopicScore[];
  readonly byCriterion: readonly CriterionScore[];
  /** Follow-ups that were answered, and those of them that lacked something. */
  readonly followUps: { readonly answered: number; readonly missed: readonly PromptReport[] };
  readonly plannedSeconds: number | null;
  readonly usedSeconds: number;
  readonly overtimeSeconds: number;
  readonly calibration: Calibration | null;
  readonly calibrationByTopic: ReturnType<typeof calibrationByTopic>;
  readonly drill: readonly DrillItem[];
}

export interface TopicScore {
  readonly topic: string;
  readonly prompts: number;
  readonly score: number;
}

/** Longest reason that is stored, in characters. */
export const REASON_AT_MOST = 200;

/** Below this a prompt counts as failed, and what should be known before it is drilled too. */
const FAILED_BELOW = 0.5;

/**
 * What an interview comes to. `cards` are the revisions that were asked, `catalogue` the library as it is now: only what can
 * still be studied is drilled. `earlier` are answers of earlier interviews with their confidence.
 */
export function reportOf(interview: Interview, cards: ReadonlyMap<string, LibraryCard>, catalogue: readonly CatalogueEntry[], day: StudyDay, earlier: readonly Sureness[] = []): Report {
  const prompts = interview.prompts.flatMap((prompt) => {
    const card = cards.get(prompt.revisionId);
    return card === undefined ? [] : [promptReport(prompt, card, interview.setup.targetVersion, catalogue)];
  });
  const score = meanOf(prompts.flatMap((one) => one.score ?? []));
  const answered = prompts.filter(({ prompt }) => prompt.submittedAt !== null);
  const followUps = answered.filter(({ prompt }) => prompt.follows !== null);
  const byCriterion = criterionScores(interview.prompts);
  const sure = [...earlier, ...surenessOf(prompts)];
  return {
    interview,
    prompts,
    score,
    verdict: score === null ? null : verdictOf(score, byCriterion),
    points: pointsOf(prompts),
    byTopic: topicScores(prompts),
    byCriterion,
    followUps: { answered: followUps.length, missed: followUps.filter((one) => one.score !== null && one.score < 1) },
    plannedSeconds: answered.some(({ prompt }) => prompt.seconds === null) ? null : answered.reduce((sum, { prompt }) => sum + (prompt.seconds ?? 0), 0),
    usedSeconds: prompts.reduce((sum, one) => sum + (one.usedSeconds ?? 0), 0),
    overtimeSeconds: prompts.reduce((sum, one) => sum + one.overtimeSeconds, 0),
    calibration: calibrationOf(sure),
    calibrationByTopic: calibrationByTopic(sure),
    drill: drillOf(prompts, catalogue, dayAndMonth(day)),
  };
}

/** What a prompt came to. */
export function promptReport(prompt: Prompt, card: LibraryCard, targetVersion: string, catalogue: readonly CatalogueEntry[] = []): PromptReport {
  const { shownAt, submittedAt, deadlineAt, seconds, points, objective } = prompt;
  const ticked = submittedAt === null || points === null || objective !== null || !hasPoints(card.kind, prompt.ask) ? null : points;
  return {
    prompt,
    card,
    part: partOf(prompt, card, targetVersion),
    score: scoreOf(prompt, card),
    usedSeconds: shownAt === null || submittedAt === null ? null : Math.max(0, Math.round((submittedAt - shownAt) / 1_000)),
    overtimeSeconds: overtimeSeconds(prompt),
    addedSeconds: shownAt === null || deadlineAt === null || seconds === null ? 0 : Math.max(0, Math.round((deadlineAt - shownAt) / 1_000) - seconds),
    rubric: ticked && card.rubric.map((text, place) => {
      const said = ticked.includes(place);
      return { text, said, cards: said ? [] : cardsOfPoint(text, card, catalogue).map(({ id, title }) => ({ id, title })) };
    }),
  };
}

/** The answers that were given with a confidence and judged. */
export function surenessOf(prompts: readonly Pick<PromptReport, "prompt" | "card" | "score">[]): Sureness[] {
  return prompts.flatMap(({ prompt, card, score }) => (score === null || prompt.confidence === null ? [] : [{ topic: card.topic, confidence: prompt.confidence, score }]));
}

function pointsOf(prompts: readonly PromptReport[]): Report["points"] {
  const all = prompts.flatMap(({ rubric }) => rubric ?? []);
  return { said: all.filter((point) => point.said).length, of: all.length };
}

/** The mean score of each topic, the weakest first. */
export function topicScores(prompts: readonly Pick<PromptReport, "card" | "score">[]): TopicScore[] {
  const scored = prompts.flatMap(({ score, card }) => (score === null ? [] : [{ score, topic: card.topic }]));
  return [...new Set(scored.map((one) => one.topic))]
    .map((topic) => {
      const own = scored.filter((one) => one.topic === topic).map((one) => one.score);
      return { topic, prompts: own.length, score: meanOf(own) ?? 0 };
    })
    .sort((a, b) => a.score - b.score || (a.topic < b.topic ? -1 : 1));
}

/** Each card with something missed, the other cards that teach a missed point, and before a failed one what should be known first. */
function drillOf(prompts: readonly PromptReport[], catalogue: readonly CatalogueEntry[], date: string): DrillItem[] {
  const known = new Map(catalogue.map((card) => [card.id, card]));
  const items = new Map<string, DrillItem>();
  const add = (cardId: string, reason: string): void => {
    const card = known.get(cardId);
    if (card !== undefined && !items.has(cardId)) items.set(cardId, { cardId, title: card.title, reason: cut(reason) });
  };
  const missed = prompts.filter(({ score }) => score !== null && score < 1);
  for (const part of missed) add(part.card.id, missedReason(part, date));
  for (const { rubric } of missed) {
    for (const { text, cards } of rubric ?? []) for (const { id } of cards) add(id, `Teaches what was missed in the mock interview of ${date}: ${text}`);
  }
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
