"use client";
import { type FormEvent, type KeyboardEvent, type RefObject, useId, useState } from "react";
import { NOTE_AT_MOST, type Reason, REASON_IDS, REASONS } from "../../lib/flags/reasons.ts";
import { Button } from "../ui/button.tsx";
import { inputLook } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { send } from "../ui/send.ts";

interface FlagDialogProps {
  readonly dialogRef: RefObject<HTMLDialogElement | null>;
  readonly cardId: string;
  readonly revisionId: string;
}

/** Says that something is wrong with a card: a number chooses the reason, Enter sends it. */
export function FlagDialog({ dialogRef, cardId, revisionId }: FlagDialogProps) {
  const [reason, setReason] = useState<Reason>("wrong");
  const [note, setNote] = useState("");
  // Made once for a flag: sending it again after a lost answer stores nothing twice.
  const [id, setId] = useState("");
  const [words, setWords] = useState("");
  const [sent, setSent] = useState(false);
  const title = useId();
  const choose = (event: KeyboardEvent): void => {
    const at = Number(event.key) - 1;
    const chosen = REASON_IDS[at];
    if (chosen !== undefined && !(event.target instanceof HTMLTextAreaElement) && !event.altKey && !event.ctrlKey && !event.metaKey) setReason(chosen);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const own = id || crypto.randomUUID();
    setId(own);
    setWords("Sending");
    const answer = await send<object>("POST", "/api/flags", { id: own, cardId, revisionId, reason, note });
    if (!answer.ok) return setWords(answer.status === 0 ? "It was not sent: the server cannot be reached. What you wrote stays here." : answer.message);
    setWords("Thank you. It was sent to the authors.");
    setSent(true);
    setNote("");
    setId("");
  };
  const closed = (): void => {
    if (sent) setWords("");
    setSent(false);
  };
  return (
    <dialog ref={dialogRef} aria-labelledby={title} onKeyDown={choose} onClose={closed} className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-xl border border-edge bg-surface p-6 text-ink backdrop:bg-[rgb(0_0_0/0.4)]">
      <h2 id={title} className="mb-3 text-lg">What is wrong with this card?</h2>
      <form method="post" className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <fieldset className="grid">
          <legend className="sr-only">Reason</legend>
          {REASON_IDS.map((one, place) => (
            <label key={one} className="flex min-h-11 items-center gap-3"><input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} className="size-5 accent-accent" />{REASONS[one]}<Kbd className="ml-auto hidden sm:inline">{place + 1}</Kbd></label>
          ))}
        </fieldset>
        <div className="grid gap-1.5">
          <label htmlFor={`${title}-note`} className="font-semibold">Note <span className="font-normal text-ink-2">Optional</span></label>
          <textarea id={`${title}-note`} rows={3} maxLength={NOTE_AT_MOST} value={note} onChange={(event) => setNote(event.target.value)} className={`${inputLook} py-2.5`} />
        </div>
        <p role="status" className="min-h-6">{words}</p>
        <div className="flex flex-wrap gap-3">
          {!sent && <Button type="submit">Send the flag</Button>}
          <Button look="quiet" onClick={() => dialogRef.current?.close()}>Close</Button>
        </div>
      </form>
    </dialog>
  );
}
