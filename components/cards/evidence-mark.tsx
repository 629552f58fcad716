import { formatVersions } from "../../lib/cards/versions.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { type ProofStanding, proofStanding } from "../../lib/content/proof-standing.ts";

const WORDS: Record<ProofStanding["kind"], string> = {
  proven: "Proven",
  unproven: "Not yet proven here",
  recorded: "Recorded on CPython",
  model: "Model",
  sourced: "From sources",
};

/** How well a card's answer is founded, in a word or two. */
export function StandingMark({ kind }: { readonly kind: ProofStanding["kind"] }) {
  if (kind !== "proven") return <span className="whitespace-nowrap text-ink-3">{WORDS[kind]}</span>;
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap font-medium text-held">
      <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true"><path d="M2 6.5 4.8 9.2 10 3" fill="none" stroke="currentColor" strokeWidth="1.8" /></svg>
      {WORDS[kind]}
    </span>
  );
}

export function EvidenceMark({ card }: { readonly card: LibraryCard }) {
  return <StandingMark kind={proofStanding(card).kind} />;
}

const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The same in a sentence, with what it rests on. */
export function EvidenceSentence({ card }: { readonly card: LibraryCard }) {
  const standing = proofStanding(card);
  switch (standing.kind) {
    case "proven":
      return <>Every block was run and held in Python {formatVersions(card.versions)}, last on {isoDay(standing.ranAt)} by engine {standing.engineHash.slice(0, 8)}.</>;
    case "unproven":
      return <>No run that held is recorded for Python {formatVersions(standing.versions)}. Run it here to see what the engine says.</>;
    case "recorded":
      return <>Its output was recorded on real CPython. The engine cannot run it yet, so it does not bear the mark.</>;
    case "model":
      return <>A simulation, with figures measured on real CPython beside it.</>;
    case "sourced":
      return <>It rests on the sources named below, not on a program.</>;
  }
}
