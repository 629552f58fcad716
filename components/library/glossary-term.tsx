import { definitionOf, GLOSSARY, type Term, termAddress } from "../../lib/content/glossary.ts";
import type { LibraryRow } from "../../lib/content/proof-standing.ts";
import { Inlines } from "../cards/blocks.tsx";

/** More than these are found by the search. */
const CARDS_SHOWN = 5;

function TermCards({ term, cards }: { readonly term: Term; readonly cards: readonly LibraryRow[] }) {
  if (cards.length === 0) return null;
  const link = (card: LibraryRow) => <li key={card.id}><a className="prose-link inline-flex min-h-8 items-center" href={`/library/${card.id}`}>{card.title}</a></li>;
  const more = cards.slice(CARDS_SHOWN);
  return (
    <div className="text-sm">
      <ul className="flex flex-wrap gap-x-5" aria-label={`Cards with ${term.term}`}>{cards.slice(0, CARDS_SHOWN).map(link)}</ul>
      {more.length > 0 && (
        <details>
          <summary className="w-fit py-1.5 text-ink-2 hover:text-ink">{more.length} more<span className="sr-only"> cards with {term.term}</span></summary>
          <ul className="flex flex-wrap gap-x-5">{more.map(link)}</ul>
        </details>
      )}
    </div>
  );
}

/** A term with its meaning, the terms beside it, and the cards that use it. */
export function GlossaryTerm({ term, cards }: { readonly term: Term; readonly cards: readonly LibraryRow[] }) {
  const near = term.see.flatMap((id) => GLOSSARY.find((one) => one.id === id) ?? []);
  return (
    <section id={term.id} aria-labelledby={`${term.id}-term`} className="grid gap-1.5 border-t border-line py-4 target:bg-accent-soft">
      <h2 id={`${term.id}-term`} className="text-[1.05rem]"><a className="hover:text-accent" href={termAddress(term.id)}>{term.term}</a></h2>
      <p><Inlines nodes={definitionOf(term)} /></p>
      {near.length > 0 && <p className="text-sm text-ink-2">See also {near.map((one, at) => <span key={one.id}>{at > 0 && ", "}<a className="prose-link" href={termAddress(one.id)}>{one.term}</a></span>)}.</p>}
      <TermCards term={term} cards={cards} />
    </section>
  );
}
