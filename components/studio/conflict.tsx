"use client";
import { useState } from "react";
import { diffLines } from "../../lib/studio/diff.ts";
import type { Theirs } from "../../lib/studio/types.ts";
import { Button } from "../ui/button.tsx";
import { DiffView } from "./diff-view.tsx";

interface ConflictProps {
  readonly mine: string;
  readonly theirs: Theirs;
  readonly message: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Two texts of one card: shows both and lets the author choose. Neither is lost before that. */
export function Conflict({ mine, theirs, message, onMine, onTheirs }: ConflictProps) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(mine).then(() => setCopied(true), () => setCopied(false));
  };
  return (
    <section role="alert" aria-label="Two texts" className="grid gap-4 rounded-xl border border-again p-4">
      <p className="font-semibold">{message} {theirs.author !== null && `The other was saved by ${theirs.author}.`}</p>
      <DiffView lines={diffLines(theirs.source, mine)} label="From the text on the server to yours" />
      <div className="flex flex-wrap gap-3">
        <Button onClick={onMine}>Keep mine</Button>
        <Button look="quiet" onClick={onTheirs}>Take the server’s</Button>
        <Button look="quiet" onClick={() => void copy()}>{copied ? "Copied" : "Copy mine"}</Button>
      </div>
    </section>
  );
}
