"use client";
import { useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { askReader, useReader } from "../library/reader.ts";
import { Notice } from "../ui/notice.tsx";
import { FlagDialog } from "./flag-dialog.tsx";
import { OwnFlags } from "./own-flags.tsx";

/** The button of a card's page that says what is wrong with it; under it, what became of the reader's own flags. */
export function FlagCard({ cardId, revisionId }: { readonly cardId: string; readonly revisionId: string }) {
  const reader = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  const [sent, setSent] = useState(false);
  const onSent = (): void => {
    setSent(true);
    void askReader();
  };
  return (
    <div className="grid gap-4">
      {reader !== null && <OwnFlags flags={reader.flags} timeZone={reader.timeZone} />}
      <div><Button look="quiet" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>Flag a problem</Button></div>
      <FlagDialog cardId={cardId} revisionId={revisionId} dialogRef={dialog} onSent={onSent} />
      <Notice>{sent ? `Sent to the authors. ${reader !== null && reader.userId !== null ? "What becomes of it is shown here." : ""}` : ""}</Notice>
    </div>
  );
}
