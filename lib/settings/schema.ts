import { z } from "zod";
import { VERSIONS } from "../cards/versions.ts";
import { RETENTION_RANGE } from "../scheduling/fsrs.ts";
import { SCHEDULERS } from "../scheduling/scheduler.ts";
import { dayFromIso, isTimeZone, type StudyDay } from "../scheduling/study-day.ts";
import { conflicts, KEY_ACTIONS, KEY_WORDS, type KeyAction, keyOf } from "./keys.ts";

const whole = (most: number, words: string) => z.coerce.number(words).int(words).min(0, words).max(most, words);

/** The study day of a user, as the form sends it. */
export const studySchema = z.object({
  timeZone: z.string("Choose a time zone.").refine(isTimeZone, "This time zone is not known."),
  rolloverHour: whole(23, "Choose an hour from 0 to 23."),
  targetVersion: z.enum(VERSIONS, "Choose one of the versions listed."),
});
export type StudySettings = z.infer<typeof studySchema>;

const { least, most } = RETENTION_RANGE;
const aim = `A whole number from ${least} to ${most}.`;

/** How cards come back to a user and how many, as the form sends it. */
export const planSchema = z.object({
  scheduler: z.enum(SCHEDULERS, "Choose one of the schedulers listed."),
  retention: z.coerce.number(aim).int(aim).min(least, aim).max(most, aim),
  newPerDay: whole(100, "A whole number from 0 to 100."),
  reviewsPerDay: whole(999, "A whole number from 0 to 999."),
  /** `YYYY-MM-DD`; empty for no interview. */
  interviewDay: z.string().default("").transform((text, context): StudyDay | null => {
    if (text === "") return null;
    try {
      return dayFromIso(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: "custom", message: "A date, as 2026-12-12, or nothing." });
      return z.NEVER;
    }
  }),
});
export type PlanSettings = z.infer<typeof planSchema>;

/** How far ahead an interview can be set, in days. */
export const INTERVIEW_DAYS_AHEAD = 365;

/** What is wrong with an interview's day as seen from today; null if nothing is. */
export function interviewProblem(day: StudyDay | null, today: StudyDay): string | null {
  if (day === null) return null;
  if (day <= today) return "The interview must lie ahead.";
  return day - today > INTERVIEW_DAYS_AHEAD ? "At most a year ahead." : null;
}

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const keyText = z.string("Choose a key.").transform((text, context) => {
  const key = keyOf(text);
  if (key !== null) return key;
  context.addIssue({ code: "custom", message: "One letter, digit or sign." });
  return z.NEVER;
});

const keysSchema = z
  .object(Object.fromEntries(KEY_ACTIONS.map((action) => [action, keyText])) as Record<KeyAction, typeof keyText>)
  .superRefine((keys, context) => {
    for (const action of conflicts(keys)) {
      const other = KEY_ACTIONS.find((earlier) => keys[earlier] === keys[action]);
      context.addIssue({ code: "custom", path: [action], message: `The same key as for: ${other === undefined ? "another" : KEY_WORDS[other]}.` });
    }
  });

const onOff = z.enum(["on", "off"]);

/** How this browser shows the app; kept in cookies, so that a page comes in the right colours at once. */
export const deviceSchema = z.object({
  theme: z.enum(THEMES, "Choose light, dark or system."),
  singleKeys: onOff,
  /** Whether the buttons say when a card comes back. */
  intervals: onOff,
  /** Whether it is asked, before the answer, how sure one is. */
  confidence: onOff,
  /** Whether answers are said aloud: nothing is typed, and all cards are judged by what was said. */
  aloud: onOff,
  /** Whether an answer is graded by two buttons, Again and Good, and not by four. */
  twoGrades: onOff,
  keys: keysSchema,
});
export type DeviceSettings = z.infer<typeof deviceSchema>;
