"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { NOTE_AT_MOST } from "../../lib/flags/reasons.ts";
import { send } from "../ui/send.ts";
import { Button } from "../ui/button.tsx";
import { inputLook } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";

export type Decision = "accept" | "dismiss" | "reply";

interface Words {
  readonly label: string;
  readonly hint: string;
  readonly missing: string;
  readonly button: string;
  readonly done: string;
}

const WORDS: Record<Decision, Words> = {
  accept: { label: "Word to the reader, if you like", hint: "The reader sees it on the card's page, with the revision that corrects it.", missing: "", button: "Accept the flag", done: "The flag is accepted." },
  dismiss: { label: "Why nothing changes", hint: "The reader sees it on the card's page.", missing: "Tell the reader why nothing changes.", button: "Dismiss the flag", done: "The flag is dismissed." },
  reply: { label: "Reply to the reader", hint: "The reader sees it on the card's page and when they come back. The flag stays open.", missing: "Write the reply first.", button: "Send the reply", done: "The reply is sent, and the flag stays open." },
};

interface ResolveFormProps {
  readonly id: string;
  /** Which form is open; null for neither. */
  readonly decision: Decision | null;
  readonly byVisitor: boolean;
  readonly keys: boolean;
  readonly onDecide: (decision: Decision | null) => void;
  /** Called with what was stored, in words. */
  readonly onDone: (words: string) => void;
}

/** Accepts or dismisses one flag, with a word to the reader, or replies and leaves it open. */
export function ResolveForm({ id, decision, byVisitor, keys, onDecide, onDone }: ResolveFormProps) {
  const router = useRouter();
  const [word, setWord] = useState("");
  const [problem, setProblem] = useState("");
  const busy = useRef(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy.current || decision === null) return;
    if (WORDS[decision].missing !== "" && word.trim() === "") return setProblem(WORDS[decision].missing);
    busy.current = true;
    const sent = await send("POST", "/api/studio/flags", { id, decision, word });
    busy.current = false;
    if (!sent.ok) return setProblem(sent.message);
    onDone(WORDS[decision].done);
    router.refresh();
  };
  if (decision === null) {
    return (
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" onClick={() => onDecide("accept")}>Accept {keys && <Kbd className="hidden lg:inline">a</Kbd>}</Button>
        <Button look="quiet" onClick={() => onDecide("dismiss")}>Dismiss {keys && <Kbd className="hidden lg:inline">d</Kbd>}</Button>
        {!byVisitor && <Button look="quiet" onClick={() => onDecide("reply")}>Reply {keys && <Kbd className="hidden lg:inline">r</Kbd>}</Button>}
      </div>
    );
  }
  const { label, button } = WORDS[decision];
  const hint = byVisitor ? "A visitor sent this: the word is kept, but nobody is told." : WORDS[decision].hint;
  return (
    <form onSubmit={(event) => void submit(event)} className="grid max-w-xl gap-3">
      <div className="grid gap-1.5">
        <label htmlFor={`word-${id}`} className="font-semibold">{label}</label>
        {/* biome-ignore lint/a11y/noAutofocus: it opens by a key or a button of this flag, and is what comes next */}
        <input id={`word-${id}`} autoFocus value={word} maxLength={NOTE_AT_MOST} onChange={(event) => setWord(event.target.value)} aria-invalid={problem === "" ? undefined : true} aria-describedby={`word-${id}-hint word-${id}-problem`} autoComplete="off" className={inputLook} />
        <p id={`word-${id}-hint`} className="text-sm text-ink-2">{hint}</p>
        <p id={`word-${id}-problem`} role="alert" className="text-sm font-medium text-again">{problem}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{button}</Button>
        <Button look="quiet" onClick={() => onDecide(null)}>{decision === "reply" ? "Do not reply" : "Leave it open"}</Button>
      </div>
    </form>
  );
}
