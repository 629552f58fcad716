"use client";
import type { RefObject } from "react";
import type { Keys } from "../../lib/settings/keys.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import type { CardDeed } from "./sitting-state.ts";

/** What can be decided about a card, in the order shown. */
const DEEDS: readonly { readonly deed: CardDeed; readonly words: string; readonly note: string; readonly key?: "skip" | "suspend" }[] = [
  { deed: "skip", words: "Skip for today", note: "It is asked again on the next study day.", key: "skip" },
  { deed: "tomorrow", words: "Ask it tomorrow too", note: "Whatever you answer now." },
  { deed: "suspend", words: "Suspend", note: "It is not asked until you resume it on its page.", key: "suspend" },
  { deed: "reset", words: "Start over", note: "As if you had never seen it; your answers stay in the log." },
];

/** In a drill a skipped card is not gone for the day, which would touch the schedule. */
const PUT_OFF: (typeof DEEDS)[number] = { deed: "skip", words: "Later", note: "It comes at the end of this drill.", key: "skip" };

interface CardDialogProps {
  readonly cardId: string;
  readonly dialogRef: RefObject<HTMLDialogElement | null>;
  /** Null where single keys are off. */
  readonly keys: Keys | null;
  /** Whether the card is drilled. */
  readonly drill: boolean;
  readonly onDecide: (deed: CardDeed) => void;
}

/** What can be done with the card on the screen besides answering it. Everything here can be taken back with Undo. */
export function CardDialog({ cardId, dialogRef, keys, drill, onDecide }: CardDialogProps) {
  const decide = (deed: CardDeed): void => {
    dialogRef.current?.close();
    onDecide(deed);
  };
  const deeds = drill ? DEEDS.map((one) => (one.deed === "skip" ? PUT_OFF : one)) : DEEDS;
  return (
    <dialog ref={dialogRef} aria-labelledby="card-dialog-title" className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-xl border border-edge bg-surface p-6 text-ink backdrop:bg-[rgb(0_0_0/0.4)]">
      <h2 id="card-dialog-title" className="mb-3 text-lg">This card</h2>
      <ul className="grid">
        {deeds.map(({ deed, words, note, key }) => (
          <li key={deed}>
            <button type="button" onClick={() => decide(deed)} aria-describedby={`deed-${deed}`} className="flex min-h-12 w-full items-center gap-3 rounded-lg px-2 py-2 text-left hover:bg-sunken">
              <span className="grow font-semibold">{words}</span>
              {keys !== null && key !== undefined && <Kbd className="hidden lg:inline">{keys[key]}</Kbd>}
            </button>
            <p id={`deed-${deed}`} className="px-2 pb-2 text-sm text-ink-2">{note}</p>
          </li>
        ))}
      </ul>
      <p className="mt-2 px-2"><a className="prose-link inline-flex min-h-11 items-center" href={`/library/${cardId}`}>The card&rsquo;s own page</a></p>
      <form method="dialog" className="mt-4"><Button look="quiet" type="submit">Close</Button></form>
    </dialog>
  );
}
