"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { TOPICS } from "../../lib/cards/topics.ts";
import { type LinkedProgram, programOf } from "../../lib/lab/program-link.ts";
import type { SavedDraft } from "../../lib/studio/types.ts";
import { Code } from "../cards/python-code.tsx";
import { KIND_WORDS } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { send } from "../ui/send.ts";

/** Of what the link holds, what a card can be begun with. */
const programIn = ({ source, mode, freeThreaded, cores }: LinkedProgram) => ({ source, mode, ...(freeThreaded ? { freeThreaded } : {}), ...(cores === undefined ? {} : { cores }) });

/** Asks for what a card cannot do without, and begins a draft from the template. */
export function NewCardForm() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState("");
  const [brought, setBrought] = useState<LinkedProgram | null>(null);
  useEffect(() => setBrought(programOf(window.location.hash)), []);
  const begin = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const form = new FormData(event.currentTarget);
    const sent = await send<SavedDraft>("POST", "/api/studio/new", { id: String(form.get("id")).trim(), topic: form.get("topic"), kind: form.get("kind"), ...(brought === null ? {} : { program: programIn(brought) }) });
    if (sent.ok) router.push(`/studio/drafts/${sent.body.draftId}`);
    else setTrouble(sent.message);
    setBusy(sent.ok);
  };
  return (
    <form onSubmit={(event) => void begin(event)} className="grid max-w-md gap-5">
      <Field label="Id" name="id" required minLength={3} maxLength={80} autoComplete="off" autoCapitalize="off" spellCheck={false} hint="3 to 80 of a-z, 0-9 and hyphens. It is the card's name for ever." />
      <Select label="Topic" name="topic">{TOPICS.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</Select>
      <Select label="Kind" name="kind">{Object.entries(KIND_WORDS).map(([kind, word]) => <option key={kind} value={kind}>{word}</option>)}</Select>
      {brought !== null && <div className="grid gap-2"><p>The card begins with this program from the playground:</p><Code text={brought.source.trimEnd()} /></div>}
      <Notice tone="problem">{trouble}</Notice>
      <Button type="submit" className="justify-self-start" aria-disabled={busy}>Begin the draft</Button>
    </form>
  );
}
