import { TOPICS } from "../../lib/cards/topics.ts";
import { formatVersions } from "../../lib/cards/versions.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { EvidenceMark } from "./evidence-mark.tsx";

/** What a learner is asked to do. */
export const KIND_WORDS = { predict: "Predict the output", recall: "Recall", explain: "Explain", fix: "Fix the bug" } as const satisfies Record<LibraryCard["kind"], string>;

export const LEVEL_WORDS: Readonly<Record<number, string>> = { 1: "junior", 2: "middle", 3: "senior", 4: "staff" };

export const topicTitle = (id: string): string => TOPICS.find((topic) => topic.id === id)?.title ?? id;

/** The small line above a question; `topic` is left out where the page says it already. */
export function CardMeta({ card, topic = true }: { readonly card: LibraryCard; readonly topic?: boolean }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      {topic && <span className="font-semibold text-ink">{topicTitle(card.topic)}</span>}
      <span>{KIND_WORDS[card.kind]}</span>
      <span>Python {formatVersions(card.versions)}</span>
      <EvidenceMark card={card} />
    </p>
  );
}
