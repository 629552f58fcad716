/** What an answer in words is judged by, each on four levels whose meaning is fixed: so that two people agree. */
export const CRITERIA = ["correctness", "depth", "evidence", "communication"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The highest level; the lowest is 0. */
export const TOP_LEVEL = 3;

interface Anchor {
  readonly title: string;
  /** What each level means, from 0 up. */
  readonly levels: readonly [string, string, string, string];
}

export const ANCHORS: Record<Criterion, Anchor> = {
  correctness: {
    title: "Correctness",
    levels: ["Wrong, or no answer", "Partly right, with an error that changes the result", "Right, with a slip that changes nothing", "Right throughout"],
  },
  depth: {
    title: "Depth",
    levels: ["Says only what happens", "Names a mechanism, but not how it works", "Explains the mechanism", "Explains it with its limits: where it stops, what depends on the version"],
  },
  evidence: {
    title: "Evidence",
    levels: ["Claims it", "Gives an example, not run or beside the point", "Shows it with a program or names the source", "Shows it, and what would be seen if it were otherwise"],
  },
  communication: {
    title: "Communication",
    levels: ["Could not be followed", "Understood after questions", "Clear, in an order that helps", "Clear and short: the answer first, then the reason"],
  },
};

/** A level for each criterion, in the order of CRITERIA; null where none was given. */
export type Levels = readonly (number | null)[];

/** As a column holds them: `3,2,-,1`. */
export const levelsText = (levels: Levels): string => CRITERIA.map((_, place) => levels[place] ?? "-").join(",");

/** Reads what levelsText wrote; null where nothing was judged by criteria. */
export function levelsOf(text: string | null): Levels | null {
  if (text === null) return null;
  const parts = text.split(",");
  return CRITERIA.map((_, place) => (/^[0-3]$/.test(parts[place] ?? "") ? Number(parts[place]) : null));
}
