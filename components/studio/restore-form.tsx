"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Impact } from "../../lib/edits/impact.ts";
import type { EditClass, Publishing } from "../../lib/studio/types.ts";
import { Button } from "../ui/button.tsx";
import { EditFields, ReasonList } from "./publish-panel.tsx";
import { send } from "../ui/send.ts";

interface RestoreFormProps {
  readonly cardId: string;
  readonly revisionId: string;
  readonly number: number;
  readonly currentRevisionId: string;
  readonly impact: Impact;
}

/** Publishes an older text as a new revision; the server proves it again. */
export function RestoreForm({ cardId, revisionId, number, currentRevisionId, impact }: RestoreFormProps) {
  const router = useRouter();
  const [editClass, setEditClass] = useState<EditClass | null>(null);
  const [change, setChange] = useState("");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Publishing | string | null>(null);
  const restore = async (): Promise<void> => {
    if (busy) return;
    if (editClass === null) return setOutcome("Choose first what kind of change it is.");
    setBusy(true);
    const sent = await send<Publishing>("POST", "/api/studio/restore", { cardId, revisionId, currentRevisionId, editClass, change });
    setOutcome(sent.ok ? sent.body : sent.message);
    setBusy(false);
    if (sent.ok && sent.body.status === "published") router.replace(`/studio/cards/${cardId}/revisions`);
  };
  return (
    <section aria-label="Restore" className="grid gap-4 rounded-xl border border-line bg-surface p-4">
      <h2 className="text-lg">Restore revision {number}</h2>
      <EditFields classes={["TYPO", "CLARIFY", "CORRECT"]} value={editClass} change={change} impact={impact} onChange={setEditClass} onSay={setChange} />
      <Button className="justify-self-start" aria-disabled={busy} onClick={() => void restore()}>Restore it as a new revision</Button>
      <div role="status" className="grid gap-2">
        {busy && <p>The server is running the proofs.</p>}
        {typeof outcome === "string" && <p className="border-l-[3px] border-again py-1 pl-4">{outcome}</p>}
        {typeof outcome === "object" && outcome?.status === "published" && <p className="border-l-[3px] border-held py-1 pl-4">Restored as revision {outcome.number}.</p>}
        {typeof outcome === "object" && outcome?.status === "refused" && <><p className="font-semibold">Not restored.</p><ReasonList reasons={outcome.reasons} /></>}
      </div>
    </section>
  );
}
