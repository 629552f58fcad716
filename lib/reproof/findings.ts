import type { ProofCell } from "../content/library-card.ts";

/** What was recorded of a card's proofs, by version and mode. */
export interface RecordedCell {
  readonly version: string;
  readonly mode: string;
  readonly status: string;
}

/** A cell that came out otherwise than recorded. */
export interface Finding extends Pick<ProofCell, "version" | "mode" | "output"> {
  /** Null where nothing was recorded. */
  readonly before: string | null;
  readonly after: string;
}

/** The cells that came out otherwise than recorded, or of which nothing was recorded. */
export function findingsOf(recorded: readonly RecordedCell[], cells: readonly ProofCell[]): Finding[] {
  return cells.flatMap(({ version, mode, status, output }) => {
    const before = recorded.find((cell) => cell.version === version && cell.mode === mode)?.status ?? null;
    return before === status ? [] : [{ version, mode, before, after: status, output }];
  });
}

/** What a finding means for who keeps the library. */
export type FindingKind = "broken" | "mended" | "new version holds" | "new version differs";

export function kindOf({ before, after }: Pick<Finding, "before" | "after">): FindingKind {
  if (before === null) return after === "held" ? "new version holds" : "new version differs";
  return after === "held" ? "mended" : "broken";
}
