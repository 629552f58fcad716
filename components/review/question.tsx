import type { Ref } from "react";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { Blocks, Inlines } from "../cards/blocks.tsx";
import { CardMeta } from "../cards/card-meta.tsx";

interface QuestionProps {
  readonly card: LibraryCard;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly level?: "h1" | "h2";
}

/** The question: its first sentence is the heading. For `fix` the program is left out, as it stands in the editor. */
export function Question({ card, headingRef, level: Heading = "h1" }: QuestionProps) {
  const [first, ...rest] = card.question;
  const opening = first?.type === "paragraph" ? first : null;
  const body = card.question.slice(opening === null ? 0 : 1);
  return (
    <section aria-labelledby={`question-${card.id}`} className="grid gap-4">
      <CardMeta card={card} />
      <Heading id={`question-${card.id}`} ref={headingRef} tabIndex={-1} className="text-xl sm:text-[1.4rem]">
        {opening === null ? card.title : <Inlines nodes={opening.children} />}
      </Heading>
      <Blocks blocks={opening === null ? body : rest} without={card.kind === "fix" ? ["python"] : []} />
    </section>
  );
}
