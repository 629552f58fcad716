import type { LibraryRow } from "../../lib/content/proof-standing.ts";

/** Cards that are better learned first, lead on, or are near. Nothing where there are none. */
export function RelatedCards({ title, cards }: { readonly title: string; readonly cards: readonly LibraryRow[] }) {
  if (cards.length === 0) return null;
  return (
    <section className="grid content-start gap-1">
      <h2 className="text-base">{title}</h2>
      <ul>
        {cards.map((card) => <li key={card.id}><a className="prose-link inline-flex min-h-11 items-center" href={`/library/${card.id}`}>{card.title}</a></li>)}
      </ul>
    </section>
  );
}
