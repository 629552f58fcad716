import "server-only";
import { requireUser } from "../auth/loaders.ts";
import { TOPICS } from "../cards/topics.ts";
import { readCatalogue } from "../content/data.ts";
import { readProgress } from "../reviews/data.ts";
import { UNTOUCHED } from "../reviews/fold.ts";
import { loadTodaysQueue } from "../reviews/loaders.ts";
import { whyThisDate } from "../scheduling/why.ts";
import { type Answer, answersOf, between } from "./answers.ts";
import { calibrationOf } from "./calibration.ts";
import { daysOfStudy, daysStudied, firstDayOfWeeks } from "./days.ts";
import { readHistory, readMeasuredLog } from "./data.ts";
import { forecastOf, publishedIn } from "./forecast.ts";
import { historyAddress, type HistoryQuery, type PastEvent, readHistoryQuery } from "./history.ts";
import { slippingCards } from "./leeches.ts";
import { minutesFor } from "./pace.ts";
import { byNeed, readinessOf } from "./readiness.ts";
import { retentionTable } from "./retention.ts";
import { type Progress, type Range, RANGES } from "./types.ts";

const HEAT_WEEKS = 26;
const FORECAST_DAYS = 30;

/** The range that an address names; ninety days where it names none that is offered. */
export const rangeOf = (text: string | null): Range => RANGES.find((days) => String(days) === text) ?? 90;

/** The signed-in user's progress. Visitors are led to the sign-in. */
export async function loadProgress(range: Range): Promise<Progress> {
  const user = await requireUser("/progress");
  const [log, progress, catalogue, { today, queue, planning }] = await Promise.all([readMeasuredLog(user.id), readProgress(user.id), readCatalogue(), loadTodaysQueue()]);
  const answers = answersOf(log);
  const titles = new Map(catalogue.map(({ id, title }) => [id, title]));
  const published = publishedIn(catalogue, progress);
  const recent = between(answers, today.day - range + 1, today.day);
  return {
    today,
    range,
    answers: answers.length,
    due: { cards: queue.cardIds.length, minutes: minutesFor(queue.cardIds.length, between(answers, today.day - 29, today.day)) },
    studiedOfThirty: daysStudied(answers, today.day, 30),
    topics: byNeed(readinessOf(catalogue, published, answers)).map((one) => ({ ...one, title: TOPICS.find(({ id }) => id === one.topic)?.title ?? one.topic })),
    retention: retentionTable(answers, today.day),
    forecast: forecastOf(published, today.day, FORECAST_DAYS, planning.lastPass),
    reviewsPerDay: user.reviewsPerDay,
    calibration: calibrationOf(recent),
    confidences: recent.filter(({ first, confidence }: Answer) => first && confidence !== null).length,
    heat: daysOfStudy(answers, firstDayOfWeeks(today.day, HEAT_WEEKS), today.day),
    days: daysOfStudy(answers, today.day - range + 1, today.day),
    slipping: slippingCards(published).map((card) => ({ ...card, title: titles.get(card.cardId) ?? card.cardId, date: whyThisDate(card.cardId, published.get(card.cardId) ?? UNTOUCHED, today.day, planning) })),
  };
}

/** A page of the history. */
export interface HistoryPage {
  readonly query: HistoryQuery;
  readonly events: readonly PastEvent[];
  readonly timeZone: string;
  /** Address of the page before; null where there is none. */
  readonly older: string | null;
}

/** The signed-in user's log, page by page, as an address asks for it. Visitors are led to the sign-in. */
export async function loadHistory(params: Parameters<typeof readHistoryQuery>[0]): Promise<HistoryPage> {
  const query = readHistoryQuery(params);
  const user = await requireUser("/progress/history");
  const { events, more } = await readHistory(user.id, query);
  const last = events.at(-1);
  return { query, events, timeZone: user.timeZone, older: more && last !== undefined ? historyAddress({ ...query, before: last.seq }) : null };
}
