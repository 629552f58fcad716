"use client";
import { useState } from "react";
import type { StageRun } from "../../lib/lab/stage-messages.ts";
import { sequence } from "../ui/sequence.ts";
import { useScrolls } from "./use-scrolls.ts";

/** Every other part of a sentence stands between backquotes. */
const partOf = (part: string, index: number) => (index % 2 === 1 ? <code translate="no" className="rounded bg-sunken px-1 py-px font-mono text-[0.9em]">{part}</code> : part);

/** The longest sentence of a run. */
export const longestOf = ({ steps }: StageRun): string => steps.reduce((longest, { sentence }) => (sentence.length > longest.length ? sentence : longest), "");

interface SentenceProps {
  readonly text: string;
  readonly label: string;
  readonly aloud: boolean;
  /** The longest that any step of the run has. */
  readonly longest: string;
}

/** What a step did. The box has the room that the longest sentence takes, up to some lines, and scrolls beyond: what is below it never moves. */
export function Sentence({ text, label, aloud, longest }: SentenceProps) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const scrolls = useScrolls(box);
  return (
    <div data-longest={`${label} ${longest}`} className="relative min-h-14 px-4 py-3 text-[1.02rem] leading-snug tracking-normal before:invisible before:block before:max-h-40 before:overflow-hidden before:tracking-[0.015em] before:content-[attr(data-longest)] sm:px-5 print:before:hidden">
      <p ref={setBox} tabIndex={scrolls ? 0 : undefined} aria-live={aloud ? "polite" : "off"} className="absolute inset-0 overflow-y-auto px-4 py-3 focus-visible:-outline-offset-2 sm:px-5 print:static">
        <span className="block">
          {label !== "" && <span className="mr-2 font-mono text-xs text-ink-3">{label}</span>}
          {sequence(text.split("`").map(partOf))}
        </span>
      </p>
    </div>
  );
}
