"use client";
import { useEffect, useRef } from "react";
import type { Deed } from "../../lib/interview/schema.ts";
import type { Stage } from "../../lib/interview/types.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useAltKey } from "./use-alt-key.ts";

export interface TurnProps<Kind extends Stage["kind"]> {
  readonly stage: Stage & { readonly kind: Kind };
  readonly busy: boolean;
  readonly act: (deed: Deed) => Promise<void>;
}

/** Between two prompts: a breath, and a button when one is ready. */
export function ReadyTurn({ stage, busy, act }: TurnProps<"ready">) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = (): void => void act({ deed: "open", position: stage.position });
  useAltKey("KeyN", open);
  return (
    <section className="grid justify-items-start gap-5 py-6" aria-labelledby="ready">
      <h1 id="ready" ref={heading} tabIndex={-1} className="text-2xl sm:text-3xl">{stage.followUp ? "A follow-up question" : stage.position === 0 ? "Ready for the first prompt?" : "Ready for the next prompt?"}</h1>
      <p className="text-ink-2">{stage.seconds === null ? "It has no time limit." : `Its time, ${stage.seconds} seconds, begins when you open it. When it is over you can go on; it is noted as overtime.`}</p>
      <Button onClick={open} aria-disabled={busy}>I am ready <Kbd className="hidden border-on-accent/40 text-on-accent sm:inline">Alt N</Kbd></Button>
    </section>
  );
}
