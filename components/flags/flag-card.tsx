"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { FlagDialog } from "./flag-dialog.tsx";

/** The button of a card's page that says what is wrong with it. */
export function FlagCard({ cardId, revisionId, signedIn }: { readonly cardId: string; readonly revisionId: string; readonly signedIn: boolean }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [sent, setSent] = useState(false);
  const onSent = (): void => {
    setSent(true);
    router.refresh();
  };
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>Flag a problem</Button>
      <FlagDialog cardId={cardId} revisionId={revisionId} dialogRef={dialog} onSent={onSent} />
      <Notice>{sent ? `Sent to the authors. ${signedIn ? "What becomes of it is shown here." : ""}` : ""}</Notice>
    </>
  );
}
