"use client";
import { useId, useState } from "react";
import { WORDS_AT_MOST } from "../../lib/interview/choices.ts";
import type { InterviewerDeed } from "../../lib/interview/schema.ts";
import { Button } from "../ui/button.tsx";

interface WordsProps {
  readonly label: string;
  readonly action: string;
  readonly list?: readonly string[];
  /** Whether it was taken: then the field is emptied. */
  readonly send: (text: string) => Promise<boolean>;
}

/** One line of words, kept until they were taken. */
function Words({ label, action, list = [], send }: WordsProps) {
  const id = useId();
  const [text, setText] = useState("");
  const give = async (): Promise<void> => {
    if (text.trim() !== "" && (await send(text.trim()))) setText("");
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">{label}</label>
      <div className="flex flex-wrap gap-2">
        <input id={id} list={`${id}-list`} value={text} maxLength={WORDS_AT_MOST} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === "Enter" && !event.nativeEvent.isComposing) void give(); }} autoComplete="off" className="min-h-12 min-w-0 flex-1 basis-64 rounded-lg border border-edge bg-surface px-3.5" />
        <datalist id={`${id}-list`}>{list.map((one) => <option key={one} value={one} />)}</datalist>
        <Button look="quiet" onClick={() => void give()}>{action}</Button>
      </div>
    </div>
  );
}

interface HintFormProps {
  readonly position: number;
  readonly given: readonly string[];
  /** What could be hinted at. */
  readonly suggestions: readonly string[];
  readonly act: (deed: InterviewerDeed) => Promise<boolean>;
}

/** A hint, which the candidate sees with the question. */
export function HintForm({ position, given, suggestions, act }: HintFormProps) {
  // Until it was taken a hint keeps its id: sent again over a bad line it is given once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const send = async (text: string): Promise<boolean> => {
    const taken = await act({ deed: "hint", id, position, text });
    if (taken) setId(crypto.randomUUID());
    return taken;
  };
  return (
    <div className="grid gap-2">
      {given.length > 0 && <ul className="grid gap-1 text-sm text-ink-2">{given.map((hint) => <li key={hint}>Hint given: {hint}</li>)}</ul>}
      <Words label="Give a hint" action="Give it" list={suggestions} send={send} />
    </div>
  );
}

/** A question of the interviewer's own, right after the one that is on. */
export function AskForm({ after, total, act }: { readonly after: number; readonly total: number; readonly act: (deed: InterviewerDeed) => Promise<boolean> }) {
  return <Words label="Ask on, in your own words" action="Ask it next" send={(question) => act({ deed: "ask", after, total, question })} />;
}
