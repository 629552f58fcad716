/** A warning comes this long before the end, in seconds (WCAG 2.2.1 asks for 20 at least). */
const LAST_CALL = 20;
const LAST_MINUTE = 60;
const FIVE_MINUTES = 300;

/** `1 min 5 s`, to be said aloud. */
export function spoken(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  return [whole >= 60 ? `${Math.floor(whole / 60)} min` : "", whole % 60 > 0 || whole === 0 ? `${whole % 60} s` : ""].filter((part) => part !== "").join(" ");
}

/**
 * What is to be said when the time left went from `before` to `left` seconds of `total`: at half, at five minutes, at one
 * minute, at 20 seconds and at the end. Nothing in between, and only the latest of what was passed: a tab may have slept through a mark.
 */
export function announcementAt(before: number, left: number, total: number): string {
  const marks = [0, LAST_CALL, LAST_MINUTE, FIVE_MINUTES, Math.floor(total / 2)].filter((mark) => mark < total && left <= mark && before > mark);
  if (marks.length === 0) return "";
  const mark = Math.min(...marks);
  if (mark === 0) return "The time is over. You can go on; it is noted as overtime.";
  if (mark === LAST_CALL || mark === LAST_MINUTE || (mark === FIVE_MINUTES && mark !== Math.floor(total / 2))) return `${spoken(left)} left.`;
  return `Half of the time is left: ${spoken(left)}.`;
}
