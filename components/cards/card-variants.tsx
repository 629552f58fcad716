import { askedAs } from "../../lib/cards/variants.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { Blocks } from "./blocks.tsx";
import { AnswerText } from "./card-answer.tsx";

/** The other forms of a card's question, each with its answer behind a button; nothing for a card without any. */
export function CardVariants({ card }: { readonly card: LibraryCard }) {
  const variants = card.variants ?? [];
  if (variants.length === 0) return null;
  return (
    <section className="grid gap-4">
      <h3 className="text-[1.05rem]">The same, asked otherwise</h3>
      <p className="text-sm text-ink-2">Reviews ask the card in these forms too, so that what sticks is the reason and not the look of the question.</p>
      {variants.map(({ prediction }, index) => {
        const asked = askedAs(card, index + 1);
        return (
          <div key={prediction.source} className="grid gap-3">
            <Blocks blocks={asked.question} />
            <details className="group">
              <summary className="prose-link inline-flex min-h-11 items-center"><span className="group-open:hidden">Show the answer of this form</span><span className="hidden group-open:inline">Hide the answer of this form</span></summary>
              <div className="pt-2"><AnswerText card={asked} /></div>
            </details>
          </div>
        );
      })}
    </section>
  );
}
