import type { SoundCard } from "../cards/card.ts";
import type { CardSummary, LibraryCard, ProofCell, ProofMatrix } from "./library-card.ts";
import { VERSIONS } from "../cards/versions.ts";

/** The line of a card in a list. */
export function summaryOf({ front }: SoundCard): CardSummary {
  const { id, topic, title, kind, level, evidence } = front;
  return { id, topic, title, kind, level, evidence };
}

/** A card with its recorded proofs, as it is drawn. */
export function libraryCardOf(card: SoundCard, revisionId: string, cells: readonly ProofCell[]): LibraryCard {
  const { front, question, answerLine, answer, why, proof, prediction, repair, variants, proofs } = card;
  return {
    ...summaryOf(card),
    revisionId,
    seconds: front.seconds,
    versions: front.versions,
    tags: front.tags,
    sources: front.sources,
    rubric: front.rubric,
    myth: front.myth ?? null,
    reviewedOn: front.reviewed_on,
    prerequisites: front.prerequisites,
    followups: front.followups,
    question,
    answerLine,
    answer,
    why,
    proof,
    prediction,
    repair,
    variants,
    proofs,
    matrix: matrixOf(card, cells),
  };
}

function matrixOf({ front }: SoundCard, cells: readonly ProofCell[]): ProofMatrix {
  const ordered = [...cells].sort((a, b) => VERSIONS.indexOf(a.version) - VERSIONS.indexOf(b.version) || (a.mode < b.mode ? -1 : 1));
  const modes = (["repl", "script"] as const).filter((mode) => ordered.some((cell) => cell.mode === mode));
  return { versions: front.versions, modes, cells: ordered };
}
