/** "8 seconds", "2 minutes": how long to wait, rounded up. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** Whole seconds to wait, at least one: what Retry-After says. */
export const wholeSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));
