import "server-only";
import { requireRole } from "../auth/loaders.ts";
import { readCardStatistics } from "./data.ts";
import type { CardStatistics } from "./types.ts";

/** Rows of a page. */
export const STATISTICS_PAGE = 100;

/** A page of the published cards with their figures, the most harmful first, and how many answered cards there are. For authors. */
export async function loadCardStatistics(page: number): Promise<{ readonly rows: readonly CardStatistics[]; readonly answered: number; readonly total: number }> {
  await requireRole("AUTHOR", "/studio/statistics");
  const all = await readCardStatistics();
  const start = (Math.max(1, page) - 1) * STATISTICS_PAGE;
  return { rows: all.slice(start, start + STATISTICS_PAGE), answered: all.filter(({ answers }) => answers > 0).length, total: all.length };
}
