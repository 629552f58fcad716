import { ANCHORS, type Criterion, TOP_LEVEL } from "./criteria.ts";
import { CORRECTNESS_FLOOR, CRITERION_FLOOR, VERDICT_RULE } from "./score.ts";
import type { PromptReport } from "./report.ts";

/** `2:05`, without a sign. */
export function clock(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A day in the reader's zone, as `28 Nov 2026`. */
export const dateText = (instant: number, timeZone: string): string => new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" }).format(instant);

/** A study day, as `28 November`. */
export const dayText = (day: number): string => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" }).format(day * 86_400_000);

/** A score from 0 to 1 as `75 %`. */
export const percent = (score: number | null): string => (score === null ? "not judged" : `${Math.round(score * 100)} %`);

const CORRECTNESS = Math.round(CORRECTNESS_FLOOR * 100);
const ANY = Math.round(CRITERION_FLOOR * 100);

/** The rule by which the verdict is given, in words. */
export const ruleSentence = `${VERDICT_RULE.map(([verdict, from]) => (from === 0 ? `${verdict} below` : `${verdict} from ${Math.round(from * 100)} %`)).join(", ")}; at most no where correctness is under ${CORRECTNESS} %, at most yes where any criterion is under ${ANY} %`;

/** A level with what it means: `Depth 2 of 3: Explains the mechanism`. */
export const levelText = (criterion: Criterion, level: number): string => `${ANCHORS[criterion].title} ${level} of ${TOP_LEVEL}: ${ANCHORS[criterion].levels[level] ?? ""}`;

/** How long an answer took, and what was said beforehand and by a program. */
export function factsOf({ prompt, usedSeconds, overtimeSeconds, addedSeconds }: PromptReport): string {
  const time = usedSeconds === null ? "Not handed in." : `${clock(usedSeconds)} used${prompt.seconds === null ? "" : ` of ${clock(prompt.seconds)}`}${addedSeconds === 0 ? "" : `, ${clock(addedSeconds)} added`}${overtimeSeconds === 0 ? "" : `, ${clock(overtimeSeconds)} of it overtime`}.`;
  return [time, prompt.confidence === null ? "" : `Said to be ${prompt.confidence} % sure.`, prompt.verdict ?? "", prompt.byInterviewer ? "Judged by the interviewer." : ""].filter((part) => part !== "").join(" ");
}
