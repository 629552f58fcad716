"use client";
import type { Route } from "next";
import { useEffect, useRef } from "react";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { ButtonLink } from "../ui/button.tsx";
import { count, Slips } from "./done.tsx";
import type { Summary } from "./sitting-state.ts";
import { chosenKeys, useKeys } from "./use-keys.ts";

/** Where to go from the end of a drill. */
export interface DrillLinks {
  /** The same question to the library, drawn anew. */
  readonly again: string;
  /** Where other cards are chosen. */
  readonly choose: string;
}

interface DrillDoneProps {
  readonly summary: Summary;
  readonly links: DrillLinks;
  readonly device: DeviceSettings;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

/** The end of a drill. Undo still works here. */
export function DrillDone({ summary, links, device, onUndo, onHelp }: DrillDoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = summary.answers > 0;
  useEffect(() => {
    if (!answered) return;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [answered]);
  useKeys({ single: chosenKeys(device.keys, { undo: onUndo, help: onHelp }), submit: () => undefined, undo: onUndo }, device.singleKeys === "on");
  return (
    <section className="grid gap-6 pt-4" aria-labelledby="done">
      <h1 id="done" ref={heading} tabIndex={-1} className="text-2xl">Drill finished</h1>
      <p className="text-ink-2">{answered ? `${count(summary.answers, "answer", "answers")} to ${count(summary.cards, "card", "cards")}. ` : ""}Your answers are in the log, and every card keeps its day.</p>
      <Slips cards={summary.slips} />
      <div className="flex flex-wrap gap-3">
        {/* Not fetched beforehand: a drill begins when its page is made. */}
        <ButtonLink prefetch={false} href={links.again as Route}>Draw again</ButtonLink>
        <ButtonLink look="quiet" prefetch={false} href={links.choose as Route}>Choose other cards</ButtonLink>
        <ButtonLink look="quiet" prefetch={false} href="/review">Today&rsquo;s review</ButtonLink>
      </div>
    </section>
  );
}
