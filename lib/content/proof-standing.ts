import type { Version } from "../cards/versions.ts";
import type { CardSummary, LibraryCard, ProofCell } from "./library-card.ts";

/** What may be said of a card's truth. `proven` only where every version has a run and every run held. */
export type ProofStanding =
  | { readonly kind: "proven"; readonly ranAt: number; readonly engineHash: string }
  /** The card claims to be proven, but these versions have no recorded run that held. */
  | { readonly kind: "unproven"; readonly versions: readonly Version[] }
  | { readonly kind: "recorded" | "model" | "sourced" };

/** Reads the mark off the recorded runs, never off the card's own word alone. */
export function proofStanding({ evidence, versions, matrix }: Pick<LibraryCard, "evidence" | "versions" | "matrix">): ProofStanding {
  if (evidence !== "proven") return { kind: evidence };
  const missing = versions.filter((version) => !holdsIn(version, matrix.cells));
  const first = matrix.cells[0];
  if (missing.length > 0 || first === undefined) return { kind: "unproven", versions: missing };
  return { kind: "proven", ranAt: Math.min(...matrix.cells.map((cell) => cell.ranAt)), engineHash: first.engineHash };
}

function holdsIn(version: Version, cells: readonly ProofCell[]): boolean {
  const own = cells.filter((cell) => cell.version === version);
  return own.length > 0 && own.every((cell) => cell.status === "held");
}

/** A line of the library page. */
export interface LibraryRow extends CardSummary {
  readonly versions: readonly Version[];
  readonly standing: ProofStanding["kind"];
  /** The day on which its text was last read through. */
  readonly reviewedOn: string;
}

export function libraryRowOf(card: LibraryCard): LibraryRow {
  const { id, topic, title, kind, level, evidence, versions, reviewedOn } = card;
  return { id, topic, title, kind, level, evidence, versions, standing: proofStanding(card).kind, reviewedOn };
}
