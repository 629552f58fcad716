"use client";
import type { Button as Grade } from "../../lib/scheduling/grade.ts";
import type { Outcome } from "../../lib/scheduling/state.ts";
import type { Keys } from "../../lib/settings/keys.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";

const LABELS: Record<Grade, string> = { again: "Again", hard: "Hard", good: "Good", easy: "Easy" };
const INKS: Record<Grade, string> = { again: "text-again", hard: "text-hard", good: "text-good", easy: "text-easy" };

export const daysText = (days: number): string => (days === 0 ? "today" : days === 1 ? "1 day" : `${days} days`);

interface GradeBarProps {
  readonly revealed: boolean;
  /** The buttons, in the order shown. */
  readonly grades: readonly Grade[];
  readonly outcomes: Readonly<Record<Grade, Outcome>>;
  /** The grade that the answer speaks for. */
  readonly suggested: Grade | null;
  /** Whether something was typed that will be compared. */
  readonly typed: boolean;
  /** Fixed at the thumb, or in the flow of a page. */
  readonly place: "fixed" | "inline";
  /** The characters that press the buttons; null where they are not shown. */
  readonly keys: Keys | null;
  /** Whether the buttons say when the card comes back. */
  readonly intervals: boolean;
  readonly onReveal: () => void;
  readonly onGrade: (grade: Grade) => void;
}

function GradeButton({ grade, days, suggested, keys, onGrade }: { readonly grade: Grade; readonly days: number | null; readonly suggested: boolean; readonly keys: Keys | null; readonly onGrade: (grade: Grade) => void }) {
  return (
    <button
      type="button"
      onClick={() => onGrade(grade)}
      aria-label={[LABELS[grade], ...(days === null ? [] : [daysText(days)]), ...(suggested ? ["suggested"] : [])].join(", ")}
      className={`relative grid h-14 content-center rounded-lg border bg-surface px-1 text-center leading-tight transition-colors duration-100 hover:bg-sunken sm:px-3 ${suggested ? "border-2 border-current" : "border-edge"} ${INKS[grade]}`}
    >
      <span className="font-semibold">{LABELS[grade]}</span>
      {days !== null && <span className="text-[0.8rem] text-ink-2">{daysText(days)}</span>}
      {keys !== null && <Kbd className="absolute right-2 top-2 hidden lg:inline">{keys[grade]}</Kbd>}
    </button>
  );
}

/** One place and one size before and after the answer: first the button that shows it, then the grades. */
export function GradeBar({ revealed, grades, outcomes, suggested, typed, place, keys, intervals, onReveal, onGrade }: GradeBarProps) {
  const controls = revealed ? (
    <fieldset className="grid auto-cols-fr grid-flow-col gap-2" aria-label="How well did you know it?">
      {grades.map((grade) => <GradeButton key={grade} grade={grade} days={intervals ? outcomes[grade].intervalDays : null} suggested={suggested === grade} keys={keys} onGrade={onGrade} />)}
    </fieldset>
  ) : (
    <Button className="h-14 w-full" onClick={onReveal}>{typed ? "Check my answer" : "Show the answer"}</Button>
  );
  if (place === "inline") return <div className="min-h-14">{controls}</div>;
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 border-t border-line bg-paper px-4 sm:px-0 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <div className="mx-auto max-w-3xl sm:px-6">{controls}</div>
    </div>
  );
}
