"use client";
import { useEffect, useRef, useState } from "react";
import { askedVersion } from "../../lib/cards/answer.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { BUTTONS, type Button as Grade, TWO_BUTTONS } from "../../lib/scheduling/grade.ts";
import type { Outcome } from "../../lib/scheduling/state.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { noteOnScreen } from "../flags/on-screen.ts";
import { type Attempt, asSaid, emptyAttempt, objectiveOf, predictionVerdict, suggestedGrade } from "./attempt.ts";
import { AttemptField } from "./attempt-field.tsx";
import { CONFIDENCE_STEPS, ConfidenceField } from "./confidence-field.tsx";
import { GradeBar } from "./grade-bar.tsx";
import { Question } from "./question.tsx";
import { ReadAloud, useReadAloud } from "./read-aloud.tsx";
import { Revealed } from "./revealed.tsx";
import type { CardDeed, Judgement } from "./sitting-state.ts";
import { chosenKeys, useKeys } from "./use-keys.ts";

/** What the page does besides showing and grading. */
export interface TurnDeeds {
  readonly onUndo: () => void;
  readonly onHelp: () => void;
  readonly onFlag: () => void;
  readonly onDecide?: (deed: CardDeed) => void;
  readonly onMore?: () => void;
}

interface CardTurnProps {
  readonly card: LibraryCard;
  readonly revealed: boolean;
  readonly outcomes: Readonly<Record<Grade, Outcome>>;
  readonly targetVersion: string;
  /** Why the card has its date, in words. */
  readonly date: string;
  /** What was typed before, where an answer was taken back. */
  readonly attempt?: Attempt | undefined;
  readonly place: "fixed" | "inline";
  readonly headingLevel?: "h1" | "h2";
  readonly device: DeviceSettings;
  /** Whether to move the focus to the question: not on the first card of a page. */
  readonly takeFocus: boolean;
  readonly onReveal: () => void;
  readonly onGrade: (grade: Grade, judgement: Judgement, attempt: Attempt) => void;
  readonly deeds: TurnDeeds;
}

/** Shows a heading that is below the middle of the screen, and gives it the focus. */
function focusHeading(heading: HTMLElement | null): void {
  if (heading === null) return;
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (top < 64) window.scrollTo({ top: 0 });
  else if (top > window.innerHeight / 2) heading.scrollIntoView({ block: "center" });
}

/** The question's heading, then the answer's: whatever comes on the screen has the focus. */
function useHeadings(revealed: boolean, takeFocus: boolean) {
  const question = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (revealed) focusHeading(answer.current);
    else if (takeFocus && first.current) focusHeading(question.current);
    first.current = false;
  }, [revealed, takeFocus]);
  return { question, answer };
}

/** One sight of one card: question, attempt, answer, grade. Made anew for every sight. */
export function CardTurn(props: CardTurnProps) {
  const { revealed, outcomes, place, device, onReveal, onGrade, deeds } = props;
  const aloud = device.aloud === "on";
  const card = aloud ? asSaid(props.card) : props.card;
  const [attempt, setAttempt] = useState<Attempt>(() => props.attempt ?? emptyAttempt(card));
  const { question, answer } = useHeadings(revealed, props.takeFocus);
  const article = useRef<HTMLElement>(null);
  const reader = useReadAloud(article);
  const version = askedVersion(card, props.targetVersion);
  const grades = device.twoGrades === "on" ? TWO_BUTTONS : BUTTONS;
  const spokenFor = revealed ? suggestedGrade(card, attempt, version) : null;
  const suggested = spokenFor !== null && grades.includes(spokenFor) ? spokenFor : null;
  useEffect(() => noteOnScreen({ cardId: card.id, version, answer: attempt.typed }), [card.id, version, attempt.typed]);
  const asksConfidence = device.confidence === "on";
  const setConfidence = (confidence: number | null): void => setAttempt({ ...attempt, confidence });
  // Before the answer the keys of the grades say how sure one is.
  const grade = (button: Grade): void => {
    if (revealed && !grades.includes(button)) return;
    if (revealed) return onGrade(button, { objective: objectiveOf(card, attempt, version), confidence: attempt.confidence }, attempt);
    const step = CONFIDENCE_STEPS[["again", "hard", "good"].indexOf(button)];
    if (asksConfidence && step !== undefined) setConfidence(step.percent);
  };
  const goOn = (): void => (revealed ? grade(suggested ?? "good") : onReveal());
  const { onUndo, onHelp, onFlag, onDecide, onMore } = deeds;
  useKeys(
    {
      single: {
        " ": goOn,
        Enter: goOn,
        ...chosenKeys(device.keys, {
          again: () => grade("again"), hard: () => grade("hard"), good: () => grade("good"), easy: () => grade("easy"),
          undo: onUndo, flag: onFlag, help: onHelp,
          ...(onDecide && { skip: () => onDecide("skip"), suspend: () => onDecide("suspend") }),
          ...(onMore && { more: onMore }),
          ...(aloud && { aloud: reader.toggle }),
        }),
      },
      submit: () => (revealed ? undefined : onReveal()),
      undo: onUndo,
    },
    device.singleKeys === "on",
  );
  const keys = device.singleKeys === "on" ? device.keys : null;
  const bar = (at: "fixed" | "inline") => (
    <GradeBar revealed={revealed} grades={grades} outcomes={outcomes} suggested={suggested} typed={!revealed && attempt.typed.trim() !== "" && card.kind === "predict"} place={at} keys={keys} intervals={device.intervals === "on"} onReveal={onReveal} onGrade={grade} />
  );
  return (
    <article ref={article} className="grid gap-6">
      <Question card={card} headingRef={question} level={props.headingLevel ?? "h1"} />
      {aloud && <ReadAloud reader={reader} keys={keys} />}
      <AttemptField card={card} attempt={attempt} version={version} revealed={revealed} onChange={setAttempt} />
      {asksConfidence && !revealed && <ConfidenceField confidence={attempt.confidence} keys={keys} onChange={setConfidence} />}
      {place === "inline" && !revealed && bar(place)}
      {revealed && <Revealed card={card} attempt={attempt} version={version} verdict={aloud ? null : predictionVerdict(card, attempt, version)} headingRef={answer} onChange={setAttempt} date={props.date} />}
      {(place === "fixed" || revealed) && bar(revealed ? "fixed" : place)}
    </article>
  );
}
