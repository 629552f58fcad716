"use client";
import type { Ref } from "react";
import type { PredictionVerdict } from "../../lib/cards/answer.ts";
import type { Version } from "../../lib/cards/versions.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { AnswerText, CardReasons } from "../cards/card-answer.tsx";
import type { Attempt } from "./attempt.ts";

/** How a typed output compares with the real one. */
export function Verdict({ verdict, version }: { readonly verdict: PredictionVerdict; readonly version: Version }) {
  if (verdict.correct) return <p className="font-semibold text-held">Your answer is what Python {version} prints.</p>;
  const { line, expected, actual } = verdict.difference;
  return (
    <div className="grid gap-1">
      <p className="font-semibold text-again">Not yet: line {line} differs.</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 font-mono text-sm" translate="no">
        <dt className="font-sans text-ink-2">You</dt>
        <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{actual ?? "(nothing)"}</dd>
        <dt className="font-sans text-ink-2">Python {version}</dt>
        <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{expected ?? "(nothing)"}</dd>
      </dl>
    </div>
  );
}

/** What a good answer says, to be ticked by who gave one. */
export function Rubric({ card, attempt, onChange }: { readonly card: LibraryCard; readonly attempt: Attempt; readonly onChange: (attempt: Attempt) => void }) {
  const toggle = (index: number): void => onChange({ ...attempt, ticks: attempt.ticks.includes(index) ? attempt.ticks.filter((one) => one !== index) : [...attempt.ticks, index] });
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">Which of these did you say?</legend>
      {card.rubric.map((point, index) => (
        <label key={point} className="flex min-h-12 items-center gap-3 rounded-lg px-1 hover:bg-sunken">
          <input type="checkbox" checked={attempt.ticks.includes(index)} onChange={() => toggle(index)} className="size-5 shrink-0 accent-accent" />
          <span>{point}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface RevealedProps {
  readonly card: LibraryCard;
  readonly attempt: Attempt;
  readonly version: Version;
  readonly verdict: PredictionVerdict | null;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onChange: (attempt: Attempt) => void;
  /** Why the card has its date, in words. */
  readonly date: string;
}

/** Everything below the line: verdict, answer, what it should have said, why, proof, and why it came today. */
export function Revealed({ card, attempt, version, verdict, headingRef, onChange, date }: RevealedProps) {
  return (
    <section aria-labelledby={`answer-${card.id}`} className="grid gap-7 border-t border-line pt-6">
      <div className="grid gap-4">
        <h2 id={`answer-${card.id}`} ref={headingRef} tabIndex={-1} className="text-lg">Answer</h2>
        {verdict !== null && <Verdict verdict={verdict} version={version} />}
        <AnswerText card={card} />
        {(card.kind === "recall" || card.kind === "explain") && <Rubric card={card} attempt={attempt} onChange={onChange} />}
      </div>
      <CardReasons card={card} version={version} />
      <p className="text-sm text-ink-2"><span className="font-semibold">Why this date?</span> {date}</p>
    </section>
  );
}
