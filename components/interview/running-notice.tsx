"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { sendDeed } from "./send.ts";

/** An interview that was begun and not ended stands before a new one. */
export function RunningNotice({ id }: { readonly id: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const end = async (): Promise<void> => {
    const sent = await sendDeed(id, { deed: "finish" });
    if (sent.ok) router.refresh();
    else setProblem(sent.message);
  };
  return (
    <section className="grid gap-4 border-l-[3px] border-accent pl-4" aria-label="An interview is running">
      <p>An interview is running. Its prompts and what you typed are as you left them.</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/interview/${id}`}>Continue</ButtonLink>
        <Button look="quiet" onClick={() => void end()}>End it</Button>
      </div>
      <Notice tone="problem">{problem}</Notice>
    </section>
  );
}
