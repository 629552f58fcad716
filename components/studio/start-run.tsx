"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { send } from "../ui/send.ts";

/** Begins a run of all proofs, or asks how the one that goes on stands. */
export function StartRun({ alive }: { readonly alive: boolean }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState("");
  const start = async (): Promise<void> => {
    const sent = await send<object>("POST", "/api/studio/proofs", {});
    setTrouble(sent.ok ? "" : sent.message);
    router.refresh();
  };
  return (
    <div className="grid justify-items-start gap-2">
      {alive ? <Button look="quiet" onClick={() => router.refresh()}>Look again</Button> : <Button onClick={() => void start()}>Prove the whole library now</Button>}
      <p role="status" className="text-again">{trouble}</p>
    </div>
  );
}
