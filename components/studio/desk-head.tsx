import Link from "next/link";
import type { Desk } from "../../lib/studio/types.ts";
import { Button } from "../ui/button.tsx";
import type { Saver } from "./draft-saver.ts";
import { STATUS_WORDS } from "./words.ts";

const SAVE_WORDS: Record<Saver["state"], string> = { saved: "Saved", waiting: "Not saved yet", saving: "Saving", unsent: "Not saved", conflict: "Two texts" };

const link = "prose-link inline-flex min-h-12 items-center";

interface DeskHeadProps {
  readonly desk: Desk;
  readonly state: Saver;
  readonly inReview: boolean;
  readonly publishing: boolean;
  readonly onSave: () => void;
  readonly onPublish: () => void;
  readonly onDiscard: () => void;
}

/** What is being written, where its text is, and what can be done with it. */
export function DeskHead({ desk, state, inReview, publishing, onSave, onPublish, onDiscard }: DeskHeadProps) {
  const { card } = desk;
  const stands = card === null ? "A new card, not published yet" : `${STATUS_WORDS[card.status]}, revision ${card.number}${card.origin === "FILE" ? ", from a file" : ""}`;
  return (
    <header className="grid gap-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-2xl">{card?.title ?? "New card"}</h1>
        <p className="text-sm text-ink-2">{stands}{inReview && <strong className="text-ink">; this text is in review</strong>}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="quiet" aria-keyshortcuts="Control+S" onClick={onSave}>Save</Button>
        <Button aria-expanded={publishing} onClick={onPublish}>Publish</Button>
        <p role="status" className="min-w-28 text-sm text-ink-2">{state.draft.draftId === null && state.state === "saved" ? "No draft: the text is the published one" : SAVE_WORDS[state.state]}</p>
        <nav aria-label="This card" className="flex flex-wrap items-center gap-x-5 sm:ml-auto">
          {card !== null && <Link className={link} href={`/studio/cards/${card.id}/revisions`}>Revisions</Link>}
          {card !== null && <a className={link} href={`/api/studio/cards/${card.id}/export`} download>Export</a>}
          {card?.status === "PUBLISHED" && <Link className={link} href={`/library/${card.id}`}>In the library</Link>}
          {state.draft.draftId !== null && <button type="button" className={link} onClick={onDiscard}>Discard the draft</button>}
        </nav>
      </div>
      {state.message !== "" && state.state !== "conflict" && <p role="alert" className="border-l-[3px] border-again py-1 pl-4">{state.message}</p>}
    </header>
  );
}
