import Link from "next/link";
import type { CardSummary } from "../../lib/content/library-card.ts";

/** Cards that are better learned first, or lead on. Nothing where there are none. */
export function RelatedCards({ title, cards }: { readonly title: string; readonly cards: readonly CardSummary[] }) {
  if (cards.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h2 className="text-base">{title}</h2>
      <ul>
        {cards.map((card) => <li key={card.id}><Link className="prose-link inline-flex min-h-11 items-center" href={`/library/${card.id}`}>{card.title}</Link></li>)}
      </ul>
    </section>
  );
}
