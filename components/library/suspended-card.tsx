"use client";
import { newEventId } from "../review/event-id.ts";
import { keepEvent, VISITOR } from "../review/local-log.ts";
import { flush } from "../review/sync.ts";
import { Button } from "../ui/button.tsx";

interface SuspendedCardProps {
  readonly cardId: string;
  readonly revisionId: string;
  /** The user's id, or VISITOR. */
  readonly owner: string;
  /** The last event of the card that the page knows of. */
  readonly lastEventId: string | null;
  readonly onResumed: () => void;
}

/** Says that a card is suspended, and takes that back: it is asked again as if it had not been. */
export function SuspendedCard({ cardId, revisionId, owner, lastEventId, onResumed }: SuspendedCardProps) {
  const resume = (): void => {
    keepEvent(owner, { id: newEventId(), cardId, revisionId, kind: "unsuspend", answeredAt: Date.now(), baseEventId: lastEventId });
    if (owner !== VISITOR) void flush(owner);
    onResumed();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <p className="text-ink-2">You suspended this card, so it is not asked, and an answer does not count.</p>
      <Button look="quiet" onClick={resume}>Resume the card</Button>
    </div>
  );
}
