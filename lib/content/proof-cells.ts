import type { Outcome, ProofResult } from "../cards/prove.ts";
import type { ProofCell } from "./library-card.ts";

/** From good to bad: a cell shows the worst of its blocks. */
export const OUTCOMES = ["held", "unsupported", "stopped", "failed"] as const satisfies readonly Outcome[];

type BlockResult = Pick<ProofResult, "proof" | "version" | "mode" | "outcome" | "failure">;

/** The matrix of a card's proofs: each cell shows the worst of its blocks. */
export function cellsOf(results: readonly BlockResult[], { ranAt, engineHash }: { readonly ranAt: number; readonly engineHash: string }): ProofCell[] {
  const cells = new Map<string, BlockResult[]>();
  for (const block of results) {
    const key = `${block.version} ${block.mode}`;
    cells.set(key, [...(cells.get(key) ?? []), block]);
  }
  return [...cells.values()].flatMap((blocks) => {
    const worst = [...blocks].sort((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome))[0];
    if (worst === undefined) return [];
    const { version, mode, outcome } = worst;
    return [{ version, mode, status: outcome, ranAt, engineHash, output: said(worst) }];
  });
}

function said({ outcome, proof, failure }: BlockResult): string {
  if (outcome === "held" || failure === null) return "";
  const lines = [`${proof}, line ${failure.line}: ${failure.message}`];
  if (failure.expected !== null) lines.push(`expected: ${failure.expected}`);
  if (failure.actual !== null) lines.push(`actual: ${failure.actual}`);
  return lines.join("\n");
}
