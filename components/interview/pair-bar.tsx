"use client";
import { useState } from "react";
import type { PairView } from "../../lib/interview/types.ts";
import { Button } from "../ui/button.tsx";
import { sendDeed } from "./send.ts";

const STATES: Record<PairView["interviewer"], string> = {
  awaited: "The interviewer has not entered the code yet.",
  here: "Your interviewer is here: hints appear with the question, and they judge your answers.",
  away: "Your interviewer was not heard of for a minute. You judge your answers yourself until they are back.",
};

/** Invites somebody to hold the interviewer's view on another device, and says whether they are there. */
export function PairBar({ id, pair, draw }: { readonly id: string; readonly pair: PairView | null; readonly draw: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const act = async (deed: "invite" | "uninvite"): Promise<void> => {
    const sent = await sendDeed(id, { deed });
    setProblem(sent.ok ? "" : sent.message);
    if (!sent.ok) return;
    setCode(typeof sent.body.code === "string" ? sent.body.code : null);
    draw();
  };
  return (
    <section aria-label="Interviewer" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line px-4 py-2 text-sm">
      <span role="status" className="text-ink-2">{pair === null ? "You interview yourself." : STATES[pair.interviewer]}</span>
      {pair === null && <Button look="quiet" onClick={() => void act("invite")}>Invite an interviewer</Button>}
      {pair?.interviewer === "awaited" && (
        <span className="basis-full">
          {code === null ? "The code is shown once. " : <>They sign in on their own device, open <span className="font-semibold">Mock interview, Interview somebody</span> and enter <strong className="font-mono text-lg tracking-wider" translate="no">{code}</strong>. It is good for half an hour. </>}
        </span>
      )}
      {pair !== null && pair.interviewer !== "here" && <Button look="quiet" onClick={() => void act("invite")}>Make a new code</Button>}
      {pair !== null && <Button look="quiet" onClick={() => void act("uninvite")}>Go on alone</Button>}
      <span role="status" className={problem === "" ? "sr-only" : "basis-full border-l-[3px] border-again pl-3"}>{problem}</span>
    </section>
  );
}
