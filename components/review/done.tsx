"use client";
import type { StudyDay } from "../../lib/scheduling/study-day.ts";
import { ButtonLink } from "../ui/button.tsx";
import { count } from "../ui/words.ts";
import { answeredWords, SittingEnd, type SittingEndProps } from "./sitting-end.tsx";

interface DoneProps extends SittingEndProps {
  readonly visitor: boolean;
  readonly rolloverHour: number;
  /** Days until something is due that was not asked today; null if nothing is known. */
  readonly nextDueIn: StudyDay | null;
}

/** What comes next, in one sentence. */
function Tomorrow({ summary, rolloverHour, nextDueIn }: Pick<DoneProps, "summary" | "rolloverHour" | "nextDueIn">) {
  const hour = `${rolloverHour}:00`;
  if (summary.dueTomorrow > 0) return <p>Tomorrow from {hour}: {count(summary.dueTomorrow, "card")} of today, and what else is due.</p>;
  if (nextDueIn === null) return <p>Nothing is waiting. New cards come with the next study day, from {hour}.</p>;
  return <p>Next: {nextDueIn === 1 ? "tomorrow" : `in ${nextDueIn} days`}, from {hour}.</p>;
}

/** The end of a day's sitting, or a day with nothing to ask. */
export function Done({ visitor, rolloverHour, nextDueIn, ...end }: DoneProps) {
  const answered = end.summary.answers > 0;
  return (
    <SittingEnd {...end} title={answered ? "Done for today" : "Nothing due"} lead={answered ? `${answeredWords(end.summary)}.` : null}>
      <Tomorrow summary={end.summary} rolloverHour={rolloverHour} nextDueIn={nextDueIn} />
      {visitor && answered && <p className="border-l-[3px] border-accent py-1 pl-4">Your answers are saved on this device only. An account keeps them, and asks each card again when it is due.</p>}
      <div className="flex flex-wrap gap-3">
        {visitor && <ButtonLink href="/signup">Keep my answers</ButtonLink>}
        <ButtonLink look="quiet" href="/library">Browse the library</ButtonLink>
        <ButtonLink look="quiet" prefetch={false} href="/review/drill">Drill cards of your choice</ButtonLink>
      </div>
    </SittingEnd>
  );
}
