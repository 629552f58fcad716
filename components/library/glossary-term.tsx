import { definitionOf, GLOSSARY, type Term, termAddress } from "../../lib/content/glossary.ts";
import type { TermCards } from "../../lib/content/loaders.ts";
import { Inlines } from "../cards/blocks.tsx";

function Cards({ term, cards: { first, total } }: { readonly term: Term; readonly cards: TermCards }) {
  if (total === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 text-sm" aria-label={`Cards with ${term.term}`}>
      {first.map((card) => <li key={card.id}><a className="prose-link inline-flex min-h-8 items-center" href={`/library/${card.id}`}>{card.title}</a></li>)}
      {total > first.length && <li><a className="prose-link inline-flex min-h-8 items-center" href={`/library?q=${encodeURIComponent(`"${term.term}"`)}`} rel="nofollow">{total - first.length} more<span className="sr-only"> cards with {term.term}</span></a></li>}
    </ul>
  );
}

/** A term with its meaning, the terms beside it, and the cards that use it. */
export function GlossaryTerm({ term, cards }: { readonly term: Term; readonly cards: TermCards }) {
  const near = term.see.flatMap((id) => GLOSSARY.find((one) => one.id === id) ?? []);
  return (
    <section id={term.id} aria-labelledby={`${term.id}-term`} className="grid gap-1.5 border-t border-line py-4 target:bg-accent-soft">
      <h2 id={`${term.id}-term`} className="text-[1.05rem]"><a className="hover:text-accent" href={termAddress(term.id)}>{term.term}</a></h2>
      <p><Inlines nodes={definitionOf(term)} /></p>
      {near.length > 0 && <p className="text-sm text-ink-2">See also {near.map((one, at) => <span key={one.id}>{at > 0 && ", "}<a className="prose-link" href={termAddress(one.id)}>{one.term}</a></span>)}.</p>}
      <Cards term={term} cards={cards} />
    </section>
  );
}
