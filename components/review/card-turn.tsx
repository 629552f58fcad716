"use client";
import { useEffect, useRef, useState } from "react";
import { askedVersion } from "../../lib/cards/answer.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import type { AnswerBody } from "../../lib/reviews/events.ts";
import type { Button as Grade } from "../../lib/scheduling/grade.ts";
import type { Outcome } from "../../lib/scheduling/state.ts";
import { noteOnScreen } from "../flags/on-screen.ts";
import { type Attempt, emptyAttempt, objectiveOf, predictionVerdict, suggestedGrade } from "./attempt.ts";
import { AttemptField } from "./attempt-field.tsx";
import { GradeBar } from "./grade-bar.tsx";
import { Question } from "./question.tsx";
import { Revealed } from "./revealed.tsx";
import { useKeys } from "./use-keys.ts";

interface CardTurnProps {
  readonly card: LibraryCard;
  readonly revealed: boolean;
  readonly outcomes: Readonly<Record<Grade, Outcome>>;
  readonly targetVersion: string;
  /** What was typed before, where an answer was taken back. */
  readonly attempt?: Attempt | undefined;
  readonly place: "fixed" | "inline";
  readonly headingLevel?: "h1" | "h2";
  readonly singleKeys: boolean;
  /** Whether to move the focus to the question: not on the first card of a page. */
  readonly takeFocus: boolean;
  readonly onReveal: () => void;
  readonly onGrade: (grade: Grade, objective: AnswerBody["objective"], attempt: Attempt) => void;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
  readonly onFlag: () => void;
}

/** Shows a heading that is below the middle of the screen, and gives it the focus. */
function focusHeading(heading: HTMLElement | null): void {
  if (heading === null) return;
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (top < 64) window.scrollTo({ top: 0 });
  else if (top > window.innerHeight / 2) heading.scrollIntoView({ block: "center" });
}

/** One sight of one card: question, attempt, answer, grade. Made anew for every sight. */
export function CardTurn(props: CardTurnProps) {
  const { card, revealed, outcomes, place, singleKeys, takeFocus, onReveal, onGrade, onUndo, onHelp, onFlag } = props;
  const [attempt, setAttempt] = useState<Attempt>(() => props.attempt ?? emptyAttempt(card));
  const question = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const version = askedVersion(card, props.targetVersion);
  const suggested = revealed ? suggestedGrade(card, attempt, version) : null;
  const grade = (button: Grade): void => {
    if (revealed) onGrade(button, objectiveOf(card, attempt, version), attempt);
  };
  const goOn = (): void => (revealed ? grade(suggested ?? "good") : onReveal());

  useEffect(() => noteOnScreen({ cardId: card.id, version, answer: attempt.typed }), [card.id, version, attempt.typed]);
  useEffect(() => {
    if (revealed) focusHeading(answer.current);
    else if (takeFocus && first.current) focusHeading(question.current);
    first.current = false;
  }, [revealed, takeFocus]);

  useKeys(
    {
      single: { 1: () => grade("again"), 2: () => grade("hard"), 3: () => grade("good"), 4: () => grade("easy"), " ": goOn, Enter: goOn, u: onUndo, f: onFlag, "?": onHelp },
      submit: () => (revealed ? undefined : onReveal()),
      undo: onUndo,
    },
    singleKeys,
  );

  return (
    <article className="grid gap-6">
      <Question card={card} headingRef={question} level={props.headingLevel ?? "h1"} />
      <AttemptField card={card} attempt={attempt} version={version} revealed={revealed} onChange={setAttempt} />
      {place === "inline" && !revealed && <GradeBar revealed={false} outcomes={outcomes} suggested={null} typed={attempt.typed.trim() !== "" && card.kind === "predict"} place={place} keys={singleKeys} onReveal={onReveal} onGrade={grade} />}
      {revealed && <Revealed card={card} attempt={attempt} version={version} verdict={predictionVerdict(card, attempt, version)} headingRef={answer} onChange={setAttempt} />}
      {(place === "fixed" || revealed) && <GradeBar revealed={revealed} outcomes={outcomes} suggested={suggested} typed={attempt.typed.trim() !== "" && card.kind === "predict"} place={revealed ? "fixed" : place} keys={singleKeys} onReveal={onReveal} onGrade={grade} />}
    </article>
  );
}
