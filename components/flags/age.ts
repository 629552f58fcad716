const MINUTE = 60_000;
const UNITS = [["day", 24 * 60], ["hour", 60], ["minute", 1]] as const;

/** How long ago, in the largest whole unit: `3 days`, `1 hour`, `less than a minute`. */
export function ageWords(ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  for (const [unit, size] of UNITS) {
    const count = Math.floor(minutes / size);
    if (count >= 1) return `${count} ${unit}${count === 1 ? "" : "s"}`;
  }
  return "less than a minute";
}
