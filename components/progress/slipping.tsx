import type { Slipping } from "../../lib/progress/leeches.ts";
import { LEECH_LAPSES } from "../../lib/reviews/personal-states.ts";
import { count } from "../ui/words.ts";

type Row = Slipping & { readonly title: string; readonly date: string };

/** So many cards are shown before the others have to be asked for. */
const SHOWN_AT_FIRST = 6;

function Rows({ cards }: { readonly cards: readonly Row[] }) {
  return (
    <ul className="grid">
      {cards.map(({ cardId, title, lapses, leech, suspended, date }) => (
        <li key={cardId} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line pb-2.5">
          <a className="prose-link inline-flex min-h-12 items-center" href={`/library/${cardId}`}>{title}</a>
          <span className="text-sm text-ink-2 tabular-nums">forgotten {count(lapses, "time")}{leech ? ", a leech" : ""}{suspended ? ", suspended" : ""}</span>
          <p className="w-full max-w-prose text-sm text-ink-2"><span className="font-semibold">Why this date?</span> {date}</p>
        </li>
      ))}
    </ul>
  );
}

/** Cards that were forgotten again and again, with what to do about them. */
export function SlippingCards({ cards }: { readonly cards: readonly Row[] }) {
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-2">Forgotten after having been known, again and again; from {LEECH_LAPSES} times on a card is a leech. Read its reasons and what it builds on, or suspend it until you need it.</p>
      <Rows cards={cards.slice(0, SHOWN_AT_FIRST)} />
      {cards.length > SHOWN_AT_FIRST && <details><summary className="inline-flex min-h-11 items-center text-accent">{cards.length - SHOWN_AT_FIRST} more</summary><Rows cards={cards.slice(SHOWN_AT_FIRST)} /></details>}
    </div>
  );
}
