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
