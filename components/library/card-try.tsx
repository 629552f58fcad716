"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { askedVersion } from "../../lib/cards/answer.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { noteOnScreen } from "../flags/on-screen.ts";
import { type Attempt, emptyAttempt, objectiveOf, predictionVerdict, suggestedGrade } from "../review/attempt.ts";
import { AttemptField } from "../review/attempt-field.tsx";
import { Rubric, Verdict } from "../review/revealed.tsx";
import { CardGrade } from "./card-grade.tsx";
import { useReader } from "./reader.ts";

interface CardTryProps {
  readonly card: LibraryCard;
  /** The answer; it is in the page from the start, so that it opens without any script. */
  readonly answer: ReactNode;
  readonly reasons: ReactNode;
}

/** A card to answer where it stands: an attempt, the answer, a grade. Without scripts the answer still opens. */
export function CardTry({ card, answer, reasons }: CardTryProps) {
  const reader = useReader();
  const [attempt, setAttempt] = useState<Attempt>(() => emptyAttempt(card));
  const [open, setOpen] = useState(false);
  const version = askedVersion(card, reader?.targetVersion ?? "3.14");
  const verdict = predictionVerdict(card, attempt, version);
  const typed = card.kind === "predict" && attempt.typed.trim() !== "";
  const said = card.kind === "recall" || card.kind === "explain";
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => noteOnScreen({ cardId: card.id, version, answer: attempt.typed }), [card.id, version, attempt.typed]);
  useEffect(() => {
    // As the hint under the field says.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      setOpen(true);
    };
    const element = field.current;
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className="grid gap-6">
      <div ref={field}><AttemptField card={card} attempt={attempt} version={version} revealed={open} onChange={setAttempt} /></div>
      <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex min-h-12 w-fit list-none items-center rounded-lg bg-accent px-6 font-semibold text-on-accent hover:bg-accent-strong group-open:border group-open:border-edge group-open:bg-surface group-open:text-ink group-open:hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <span className="group-open:hidden">{typed ? "Check my answer" : "Show the answer"}</span><span className="hidden group-open:inline">Hide the answer</span>
        </summary>
        <div className="grid gap-7 pt-6">
          <section aria-labelledby="answer" className="grid gap-4">
            <h2 id="answer" className="text-lg">Answer</h2>
            {open && verdict !== null && <Verdict verdict={verdict} version={version} />}
            {answer}
            {said && <Rubric card={card} attempt={attempt} onChange={setAttempt} />}
          </section>
          {open && reader !== null && <CardGrade key={reader.userId} card={card} reader={reader} attempt={attempt} suggested={suggestedGrade(card, attempt, version)} objective={objectiveOf(card, attempt, version)} />}
          {reasons}
        </div>
      </details>
    </div>
  );
}
