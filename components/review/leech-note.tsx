import type { HelpfulCard, LeechHelp } from "../../lib/reviews/types.ts";
import { STEPPERS } from "../cards/run-proof.tsx";
import { Button } from "../ui/button.tsx";

function Links({ words, cards }: { readonly words: string; readonly cards: readonly HelpfulCard[] }) {
  if (cards.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm text-ink-2">{words}</h3>
      <ul>{cards.map(({ id, title }) => <li key={id}><a className="prose-link inline-flex min-h-11 items-center" href={`/library/${id}`}>{title}</a></li>)}</ul>
    </div>
  );
}

interface LeechNoteProps {
  readonly cardId: string;
  readonly lapses: number;
  /** Whether it has a program to step through. */
  readonly proven: boolean;
  /** Null where it did not come with the card. */
  readonly help: LeechHelp | null;
  readonly onSuspend: () => void;
}

/** What to do about a card that is forgotten again and again: asking it once more is rarely what helps. */
export function LeechNote({ cardId, lapses, proven, help, onSuspend }: LeechNoteProps) {
  return (
    <aside aria-labelledby="leech" className="grid gap-3 rounded-xl border border-edge bg-surface p-4">
      <h2 id="leech" className="text-base">This card does not stick</h2>
      <p className="text-ink-2">You have forgotten it {lapses} times. Another way in often helps more than asking again.</p>
      <Links words="What it builds on" cards={help?.prerequisites ?? []} />
      <Links words="Nearly the same, asked otherwise" cards={help?.variants ?? []} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {proven && <a className="prose-link inline-flex min-h-11 items-center" href={`/library/${cardId}#${STEPPERS}`}>Step through its proof</a>}
        <Button look="quiet" onClick={onSuspend}>Suspend it for now</Button>
      </div>
    </aside>
  );
}
