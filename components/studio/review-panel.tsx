"use client";
import { useState } from "react";
import { WORD_AT_MOST } from "../../lib/studio/limits.ts";
import type { Review } from "../../lib/studio/types.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

interface ReviewPanelProps {
  readonly review: Review;
  /** Each answers with what went wrong; empty if nothing did. */
  readonly onAsk: () => Promise<string>;
  readonly onWithdraw: () => Promise<string>;
  readonly onReturn: (word: string) => Promise<string>;
}

const day = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

function askedWords({ asked, own }: Review): string {
  if (asked === null) return "Another author reads this text before it is published. Put it up for review when it is ready; a save takes it back.";
  const since = `In review since ${day.format(asked.at)} UTC${asked.by === null ? "" : `, put up by ${asked.by}`}.`;
  return own ? `${since} Another author publishes it or gives it back.` : `${since} Read it, look at its checks, then publish it below or give it back.`;
}

/** Where a text stands between its author and a reviewer, and the next step of whoever looks. */
export function ReviewPanel({ review, onAsk, onWithdraw, onReturn }: ReviewPanelProps) {
  const [word, setWord] = useState("");
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const step = async (work: () => Promise<string>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(await work());
    setBusy(false);
  };
  const giveBack = (): Promise<void> => (word.trim() === "" ? Promise.resolve(setTrouble("Say what is to be changed.")) : step(() => onReturn(word)));
  return (
    <section aria-label="Review" className="grid gap-4 rounded-xl border border-line bg-surface p-4">
      <p>{askedWords(review)}</p>
      {review.asked === null && <Button className="justify-self-start" aria-disabled={busy} onClick={() => void step(onAsk)}>Ask for a review</Button>}
      {review.asked !== null && review.own && <Button look="quiet" className="justify-self-start" aria-disabled={busy} onClick={() => void step(onWithdraw)}>Take it back</Button>}
      {review.asked !== null && !review.own && (
        <div className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
          <Field label="What is to be changed" name="word" value={word} maxLength={WORD_AT_MOST} autoComplete="off" onChange={(event) => setWord(event.target.value)} />
          <Button look="quiet" aria-disabled={busy} onClick={() => void giveBack()}>Give it back</Button>
        </div>
      )}
      <p role="status" className="text-again">{trouble}</p>
    </section>
  );
}
