"use client";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { ANSWER_AT_MOST, FLAG_REASONS, type FlagReason, NOTE_AT_MOST, REASON_WORDS } from "../../lib/flags/reasons.ts";
import { newEventId } from "../review/event-id.ts";
import { Button } from "../ui/button.tsx";
import { inputLook } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { type KeptFlag, keepFlag, keptFlag } from "./kept-flag.ts";
import { onScreen } from "./on-screen.ts";
import { sendFlag } from "./send-flag.ts";

interface FlagDialogProps {
  readonly cardId: string;
  /** The text that is on the screen. */
  readonly revisionId: string;
  readonly dialogRef: RefObject<HTMLDialogElement | null>;
  readonly onSent: () => void;
}

const emptyFlag = (): KeptFlag => ({ id: newEventId(), reason: null, note: "" });

/** What is being written about the card, kept in this tab until it is sent. Made anew for every card. */
function useFlag({ cardId, revisionId, dialogRef, onSent }: FlagDialogProps) {
  const [flag, setFlag] = useState<KeptFlag>({ id: "", reason: null, note: "" });
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  // Not while rendering: the server knows neither the tab's storage nor the id.
  useEffect(() => setFlag(keptFlag(cardId, revisionId) ?? emptyFlag()), [cardId, revisionId]);
  const change = (change: Partial<KeptFlag>): void => {
    // Another text is another flag: what was sent under the old id may have arrived.
    const next = { ...flag, ...change, id: newEventId() };
    setFlag(next);
    keepFlag(cardId, revisionId, next);
    setProblem("");
  };
  const send = async (reason: FlagReason | null = flag.reason): Promise<void> => {
    if (busy) return;
    if (reason === null) return setProblem("Choose a reason.");
    setBusy(true);
    const screen = onScreen(cardId);
    const refusal = await sendFlag({ ...flag, reason, cardId, revisionId, version: screen?.version ?? null, answer: screen === null ? null : screen.answer.slice(0, ANSWER_AT_MOST) });
    setBusy(false);
    if (refusal !== null) return setProblem(refusal);
    keepFlag(cardId, revisionId, null);
    setFlag(emptyFlag());
    setProblem("");
    dialogRef.current?.close();
    onSent();
  };
  return { flag, problem, busy, change, send };
}

function Reasons({ chosen, onChoose }: { readonly chosen: FlagReason | null; readonly onChoose: (reason: FlagReason) => void }) {
  return (
    <fieldset className="grid">
      <legend className="mb-1 font-semibold">What is the matter?</legend>
      {FLAG_REASONS.map((reason, index) => (
        <label key={reason} className="flex min-h-12 items-center gap-3 rounded-lg px-1 hover:bg-sunken">
          <input type="radio" name="reason" value={reason} checked={chosen === reason} onChange={() => onChoose(reason)} className="size-5 shrink-0 accent-accent" />
          <span className="grow">{REASON_WORDS[reason]}</span>
          <Kbd className="hidden lg:inline">{index + 1}</Kbd>
        </label>
      ))}
    </fieldset>
  );
}

/** Says what is wrong with the card on the screen: a number chooses the reason and sends it; with a note written, Enter does. */
export function FlagDialog(props: FlagDialogProps) {
  const { flag, problem, busy, change, send } = useFlag(props);
  const form = useRef<HTMLFormElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const typing = event.target instanceof HTMLTextAreaElement;
    if (event.nativeEvent.isComposing || event.altKey) return;
    const reason = FLAG_REASONS[Number(event.key) - 1];
    if (!typing && !event.ctrlKey && !event.metaKey && reason !== undefined) {
      event.preventDefault();
      change({ reason });
      if (flag.note.trim() === "") void send(reason);
      else form.current?.querySelector<HTMLInputElement>(`input[value="${reason}"]`)?.focus();
    } else if (event.key === "Enter" && typing && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <dialog ref={props.dialogRef} aria-labelledby="flag-title" className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-xl border border-edge bg-surface p-6 text-ink backdrop:bg-[rgb(0_0_0/0.4)]">
      <form ref={form} className="grid gap-4" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <h2 id="flag-title" className="text-lg">Flag this card</h2>
        <Reasons chosen={flag.reason} onChoose={(reason) => change({ reason })} />
        <div className="grid gap-1.5">
          <label htmlFor="flag-note" className="font-semibold">Note, if you like</label>
          <textarea id="flag-note" rows={3} maxLength={NOTE_AT_MOST} value={flag.note} onChange={(event) => change({ note: event.target.value })} aria-describedby="flag-note-hint" className={`${inputLook} py-2.5`} />
          <p id="flag-note-hint" className="text-sm text-ink-2">{flag.note.length} of {NOTE_AT_MOST} characters. The authors read it, with the revision on the screen, your Python version and what you typed as the answer.</p>
        </div>
        <p role="alert" className="min-h-6 text-again">{problem}</p>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" aria-disabled={busy}>Send</Button>
          <Button look="quiet" onClick={() => props.dialogRef.current?.close()}>Close</Button>
        </div>
      </form>
    </dialog>
  );
}
