/** The one place that reads the time: milliseconds since 1970-01-01 UTC. Pure code is handed the result. */
export function now(): number {
  return Date.now();
}
