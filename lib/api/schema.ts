import { z } from "zod";
import { dayFromIso } from "../scheduling/study-day.ts";

const whole = z.number().int();
const count = whole.min(0);

const isDay = (text: string): boolean => {
  try {
    dayFromIso(text);
    return true;
  } catch {
    return false;
  }
};

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe("A study day, as the date it is named after: YYYY-MM-DD.");
const givenDay = day.refine(isDay, "is no calendar date");
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/).describe("An instant in UTC.");
const share = z.number().min(0).max(1);

export const noQuery = z.strictObject({});

/** Study days that the log is read by at once. */
export const REVIEW_DAYS_AT_MOST = 31;

export const reviewsQuery = z.strictObject({
  from: givenDay.describe("The first study day."),
  to: givenDay.describe(`The last study day, at most ${REVIEW_DAYS_AT_MOST - 1} days after the first.`),
});

export const meAnswer = z.strictObject({
  name: z.string().nullable(),
  createdAt: instant,
  timeZone: z.string().describe("An IANA zone name."),
  rolloverHour: whole.min(0).max(23).describe("The local hour at which a study day begins."),
  newPerDay: count,
  reviewsPerDay: count,
  targetVersion: z.string(),
  studyDay: day,
  studyDayEndsAt: instant,
});

export const queueAnswer = z.strictObject({
  studyDay: day,
  cards: z.array(z.string()).describe("Ids of the cards to ask today, in order."),
  drilling: count,
  brought: count,
  due: count,
  new: count,
});

export const cardsAnswer = z.strictObject({
  cards: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      topic: z.string(),
      state: z.enum(["new", "learned", "suspended"]),
      dueDay: day.nullable(),
      reviewedDay: day.nullable(),
      lapses: count,
    }),
  ),
});

export const reviewsAnswer = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.string(),
      cardId: z.string(),
      kind: z.string(),
      grade: whole.min(0).max(5).nullable().describe("SM-2's quality of an answer; null for what is no answer."),
      answeredAt: instant,
      studyDay: day,
      durationMs: count.nullable(),
      confidence: whole.min(0).max(100).nullable(),
      undoes: z.string().nullable().describe("The event that this one takes back."),
    }),
  ),
});

export const forecastAnswer = z.strictObject({
  overdue: count,
  days: z.array(z.strictObject({ studyDay: day, due: count })).describe("Today first; today holds what is overdue."),
});

const estimate = z.strictObject({ hits: count, total: count, value: share.nullable(), low: share, high: share }).describe("A share with its 90 % interval (Wilson).");

export const progressAnswer = z.strictObject({
  studyDay: day,
  daysStudiedOfLast30: count,
  retention: z.array(z.strictObject({ days: count, young: estimate, mature: estimate, all: estimate })),
  topics: z.array(z.strictObject({ topic: z.string(), cards: count, met: count, retention: estimate })),
});

export const failureAnswer = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });
