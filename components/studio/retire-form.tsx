"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { send } from "../ui/send.ts";

/** Takes a card out of the library or puts it back; asks once more before it takes it out. */
export function RetireForm({ cardId, retired }: { readonly cardId: string; readonly retired: boolean }) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState("");
  const change = async (): Promise<void> => {
    const sent = await send<object>("POST", "/api/studio/retire", { cardId, retired: !retired });
    setTrouble(sent.ok ? "" : sent.message);
    setAsked(false);
    if (sent.ok) router.refresh();
  };
  return (
    <section aria-label="Retire" className="grid justify-items-start gap-3 border-t border-line pt-5">
      <p className="text-ink-2">{retired ? "The card is retired: nobody is asked it. Its history is kept." : "A retired card leaves the library and the queues. Its history stays, and it can be put back."}</p>
      <div className="flex flex-wrap gap-3">
        {retired && <Button look="quiet" onClick={() => void change()}>Put it back into the library</Button>}
        {!retired && !asked && <Button look="quiet" onClick={() => setAsked(true)}>Retire the card</Button>}
        {!retired && asked && <><Button onClick={() => void change()}>Retire it now</Button><Button look="quiet" onClick={() => setAsked(false)}>Leave it</Button></>}
      </div>
      <p role="status" className="text-again">{trouble}</p>
    </section>
  );
}
