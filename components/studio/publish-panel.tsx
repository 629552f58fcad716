"use client";
import Link from "next/link";
import { useState } from "react";
import type { Impact } from "../../lib/edits/impact.ts";
import { WORD_AT_MOST } from "../../lib/studio/limits.ts";
import type { Desk, EditClass, Publishing, Reason } from "../../lib/studio/types.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { EDIT_WORDS, effectOf } from "./words.ts";

/** Why a text was not published, or what is advised, each with its line. */
export function ReasonList({ reasons, onGoTo }: { readonly reasons: readonly Reason[]; readonly onGoTo?: (line: number, column: number) => void }) {
  return (
    <ul className="grid gap-1.5">
      {reasons.map(({ line, message }) => (
        <li key={`${line} ${message}`} className="flex flex-wrap gap-x-3">
          {line !== null && (onGoTo === undefined ? <span className="font-mono text-sm text-ink-2">line {line}</span> : <button type="button" className="prose-link min-h-6 font-mono text-sm" onClick={() => onGoTo(line, 1)}>line {line}</button>)}
          <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{message}</span>
        </li>
      ))}
    </ul>
  );
}

interface EditFieldsProps {
  readonly classes: readonly EditClass[];
  readonly value: EditClass | null;
  readonly change: string;
  /** Whom the edit would meet. */
  readonly impact: Impact;
  readonly onChange: (value: EditClass) => void;
  readonly onSay: (change: string) => void;
}

/** The classes of an edit as a choice, each with its effect on those who learnt the card, and a word to them. */
export function EditFields({ classes, value, change, impact, onChange, onSay }: EditFieldsProps) {
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">What kind of change is it? <span className="font-normal text-ink-2">{impact.learners === 1 ? "1 learner has" : `${impact.learners} learners have`} learnt this card.</span></legend>
        {classes.map((one) => (
          <label key={one} className="flex min-h-12 items-center gap-3 rounded-lg px-1 hover:bg-sunken">
            <input type="radio" name="editClass" checked={value === one} onChange={() => onChange(one)} className="size-5 shrink-0 accent-accent" />
            <span><span className="font-medium">{EDIT_WORDS[one]}.</span> {effectOf(one, impact)}</span>
          </label>
        ))}
      </fieldset>
      {(value === "CORRECT" || value === "CLARIFY") && <Field label="What changed, in a sentence" name="change" value={change} maxLength={WORD_AT_MOST} autoComplete="off" hint="Shown to those who learnt the card before." onChange={(event) => onSay(event.target.value)} />}
    </>
  );
}

interface PublishPanelProps {
  readonly card: Desk["card"];
  readonly onPublish: (editClass: EditClass | null, change: string) => Promise<Publishing | string>;
  readonly onGoTo: (line: number, column: number) => void;
}

/** Says what publishing does, asks for the class of the change, and shows what came of it. */
export function PublishPanel({ card, onPublish, onGoTo }: PublishPanelProps) {
  const [editClass, setEditClass] = useState<EditClass | null>(null);
  const [change, setChange] = useState("");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Publishing | string | null>(null);
  const start = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setOutcome(null);
    setOutcome(await onPublish(editClass, change));
    setBusy(false);
  };
  const published = typeof outcome === "object" && outcome?.status === "published" ? outcome : null;
  return (
    <section aria-label="Publish" className="grid gap-4 rounded-xl border border-line bg-surface p-4">
      {card === null ? <p>The server runs the proofs again in all versions. If all hold, the card is in the library at once.</p> : <EditFields classes={["TYPO", "CLARIFY", "CORRECT", "REPLACE"]} value={editClass} change={change} impact={card.impact} onChange={setEditClass} onSay={setChange} />}
      <Button className="justify-self-start" aria-disabled={busy} onClick={() => void start()}>{card === null ? "Publish the card" : "Publish the change"}</Button>
      <div role="status" className="grid gap-3">
        {busy && <p>The server is running the proofs. This may take half a minute.</p>}
        {typeof outcome === "string" && <p className="border-l-[3px] border-again py-1 pl-4">{outcome}</p>}
        {typeof outcome === "object" && outcome?.status === "refused" && (
          <div className="grid gap-2 border-l-[3px] border-again pl-4">
            <p className="font-semibold">Not published. Your draft is kept.</p>
            <ReasonList reasons={outcome.reasons} onGoTo={onGoTo} />
          </div>
        )}
        {published !== null && (
          <div className="grid gap-2 border-l-[3px] border-held pl-4">
            <p className="font-semibold">Published as revision {published.number}. <Link className="prose-link" href={`/library/${published.cardId}`}>See it in the library</Link></p>
            {published.advice.length > 0 && <><p className="text-ink-2">Advice for the next revision:</p><ReasonList reasons={published.advice} /></>}
          </div>
        )}
      </div>
    </section>
  );
}
