"use client";
import { useEffect, useRef, useState } from "react";
import { fragmentOf } from "../../lib/lab/program-link.ts";
import type { StageProgram } from "../../lib/lab/stage-messages.ts";
import { Button } from "../ui/button.tsx";

interface ShareDialogProps {
  readonly program: StageProgram;
  /** The step that the link opens at; null: the first. */
  readonly step: number | null;
  readonly onClose: () => void;
}

const LONG_LINK = 8_000;

/** A text to copy: by the button, or by hand where the browser does not let a page write to the clipboard. */
function Copyable({ id, label, text, onCopied }: { readonly id: string; readonly label: string; readonly text: string; readonly onCopied: (said: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      onCopied(`${label}: copied.`);
    } catch {
      field.current?.select();
      onCopied("The browser does not let this page write to the clipboard. It is marked; press Ctrl+C.");
    }
  };
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">{label}</label>
      <textarea ref={field} id={id} readOnly rows={3} value={text} onFocus={(event) => event.currentTarget.select()} className="code w-full resize-none rounded-lg border border-edge bg-sunken px-3 py-2 font-mono text-xs [overflow-wrap:anywhere]" />
      <Button look="quiet" className="min-h-11 justify-self-start" onClick={() => void copy()}>Copy</Button>
    </div>
  );
}

/** Ways to pass the program on. It is in the link itself; nothing is sent to a server. */
export function ShareDialog({ program, step, onClose }: ShareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, say] = useState("");
  useEffect(() => dialog.current?.showModal(), []);
  const fragment = fragmentOf({ ...program, step });
  const link = `${window.location.origin}/play#${fragment}`;
  const frame = `<iframe src="${window.location.origin}/embed#${fragment.replaceAll("&", "&amp;")}" title="Python, step by step" width="100%" height="640" loading="lazy"></iframe>`;
  return (
    <dialog ref={dialog} aria-labelledby="share-title" onClose={onClose} className="m-auto w-[min(40rem,calc(100vw-2rem))] rounded-xl border border-edge bg-surface p-6 text-ink backdrop:bg-[rgb(0_0_0/0.4)]">
      <div className="grid gap-5">
        <h2 id="share-title" className="text-lg">Share this program</h2>
        <p className="text-sm text-ink-2">The program{step === null ? "" : `, opened at step ${step + 1},`} is in the part of the link that browsers keep to themselves: no server is told of it.{link.length > LONG_LINK ? " It is a long one; some mail programs cut such links." : ""}</p>
        <Copyable id="share-link" label="Link" text={link} onCopied={say} />
        <Copyable id="share-frame" label="For a page of yours" text={frame} onCopied={say} />
        <p role="status" className="min-h-6 text-sm">{said}</p>
        <form method="dialog"><Button look="quiet" type="submit">Close</Button></form>
      </div>
    </dialog>
  );
}
