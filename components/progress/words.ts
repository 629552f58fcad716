import type { StudyDay } from "../../lib/scheduling/study-day.ts";

const DAY_MS = 86_400_000;
const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const long = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** `8 Mar` and `Sun, 8 Mar 2026` for a study day. */
export const shortDay = (day: StudyDay): string => short.format(day * DAY_MS);
export const longDay = (day: StudyDay): string => long.format(day * DAY_MS);

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Minutes of a stretch of time, rounded up: whoever studied, studied. */
export const minutes = (ms: number): number => Math.ceil(ms / 60_000);
