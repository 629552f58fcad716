"use client";
import Link from "next/link";
import { useState } from "react";
import { outcomeWords } from "../../lib/flags/outcome.ts";
import type { ToldFlag } from "../../lib/flags/types.ts";
import { Button } from "../ui/button.tsx";
import { send } from "../ui/send.ts";

/** Tells a reader what became of their flags, until they say that they have read it. */
export function ToldFlags({ flags, timeZone }: { readonly flags: readonly ToldFlag[]; readonly timeZone: string }) {
  const [read, setRead] = useState(false);
  const [trouble, setTrouble] = useState("");
  if (read || flags.length === 0) return null;
  const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long" });
  const done = async (): Promise<void> => {
    const sent = await send<object>("POST", "/api/flags/told", { ids: flags.map(({ id }) => id) });
    if (sent.ok) setRead(true);
    else setTrouble(sent.message);
  };
  return (
    <section aria-labelledby="told" className="grid max-w-prose gap-3 rounded-xl border border-line bg-surface p-4">
      <h2 id="told" className="text-[1.05rem]">{flags.every(({ outcome }) => outcome.kind === "open") ? "A word on" : "What became of"} {flags.length === 1 ? "your flag" : "your flags"}</h2>
      <ul className="grid gap-2">
        {flags.map(({ id, cardId, title, inLibrary, createdAt, outcome }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            {inLibrary ? <Link className="prose-link" href={`/library/${cardId}`}>{title}</Link> : title}, flagged on {day.format(createdAt)}: {outcomeWords(outcome)}{/[.!?]$/.test(outcomeWords(outcome)) ? "" : "."}
          </li>
        ))}
      </ul>
      <Button look="quiet" className="justify-self-start" onClick={() => void done()}>I have read it</Button>
      <p role="status" className="text-again">{trouble}</p>
    </section>
  );
}
