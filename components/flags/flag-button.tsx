"use client";
import { useRef } from "react";
import { Button } from "../ui/button.tsx";
import { FlagDialog } from "./flag-dialog.tsx";

/** Flags a card from its page. */
export function FlagButton({ cardId, revisionId }: { readonly cardId: string; readonly revisionId: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>Flag an error</Button>
      <FlagDialog dialogRef={dialog} cardId={cardId} revisionId={revisionId} />
    </>
  );
}
