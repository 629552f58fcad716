"use client";
import { useEffect, useState } from "react";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { todayAt } from "../../lib/reviews/day-plan.ts";
import { type CardProgress, UNTOUCHED } from "../../lib/reviews/fold.ts";
import type { ReviewCard } from "../../lib/reviews/types.ts";
import type { Reader } from "../../lib/reader/types.ts";
import type { AnswerBody } from "../../lib/reviews/events.ts";
import { BUTTONS, type Button as Grade } from "../../lib/scheduling/grade.ts";
import { PLAIN, type Planning } from "../../lib/scheduling/state.ts";
import type { Attempt } from "../review/attempt.ts";
import { daysText, GradeBar } from "../review/grade-bar.tsx";
import { VISITOR } from "../review/local-log.ts";
import { answersOf, dateReason, reveal, shownOutcomes, startState } from "../review/sitting-state.ts";
import { deviceProgress, deviceRule } from "../review/start-of-sitting.ts";
import { useSitting } from "../review/use-sitting.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { SuspendedCard } from "./suspended-card.tsx";

interface CardGradeProps {
  readonly card: LibraryCard;
  readonly reader: Reader;
  readonly attempt: Attempt;
  readonly suggested: Grade | null;
  readonly objective: AnswerBody["objective"];
}

interface Known {
  readonly progress: CardProgress;
  readonly planning: Planning;
}

/** A user's progress on a card as the server has it, and what its next day is chosen by. Throws where they did not come. */
async function askProgress(cardId: string): Promise<Known> {
  const response = await fetch(`/api/reviews/cards?ids=${cardId}`);
  const { cards, planning } = (await response.json()) as { readonly cards?: readonly ReviewCard[]; readonly planning?: Planning };
  const progress = cards?.[0]?.progress;
  if (!response.ok || progress === undefined || planning === undefined) throw new Error("The card's progress did not come.");
  return { progress, planning };
}

/** The grades under an answer that was given on a card's own page: the same as in the review, kept in the same log. */
export function CardGrade(props: CardGradeProps) {
  const { card, reader } = props;
  const [known, setKnown] = useState<Known | "none" | null>(null);
  useEffect(() => {
    if (reader.userId === null) return setKnown({ progress: deviceProgress().get(card.id) ?? UNTOUCHED, planning: PLAIN });
    let here = true;
    askProgress(card.id).then((answer) => here && setKnown(answer)).catch(() => here && setKnown("none"));
    return () => {
      here = false;
    };
  }, [card.id, reader.userId]);
  if (known === null) return <div className="min-h-14" />;
  if (known === "none") return <p className="text-ink-2">The server cannot be reached, so this answer cannot be graded here now.</p>;
  if (known.progress.suspended) return <SuspendedCard cardId={card.id} revisionId={card.revisionId} owner={reader.userId ?? VISITOR} lastEventId={known.progress.lastEventId} onResumed={() => setKnown({ ...known, progress: { ...known.progress, suspended: false } })} />;
  return <Grades {...props} known={known} />;
}

function Grades({ card, reader, attempt, suggested, objective, known }: CardGradeProps & { readonly known: Known }) {
  const owner = reader.userId ?? VISITOR;
  const { state, unsaved, grade, undo } = useSitting(() => {
    const now = Date.now();
    const today = todayAt(now, reader.userId === null ? deviceRule() : { zone: reader.timeZone, rolloverHour: reader.rolloverHour });
    return reveal(startState({ cards: [card], cardIds: [card.id], progress: new Map([[card.id, known.progress]]), today, planning: known.planning, now }));
  }, owner);
  const answered = answersOf(state).at(-1);
  if (answered === undefined) {
    return (
      <div className="grid gap-2">
        <p className="text-sm text-ink-2">How well did you know it?</p>
        <GradeBar revealed grades={BUTTONS} outcomes={shownOutcomes(state, card.id)} suggested={suggested} typed={false} place="inline" keys={null} intervals onReveal={() => undefined} onGrade={(button) => grade(button, { objective, confidence: null }, attempt)} />
      </div>
    );
  }
  const { shownDueDay } = answered;
  return (
    <div role="status" className="grid gap-3 rounded-xl border border-line bg-surface p-4">
      <p>
        <span className="font-semibold">{unsaved ? "This browser keeps nothing." : owner === VISITOR ? "Saved on this device." : "Saved."}</span>{" "}
        {shownDueDay === null ? "The card was answered before; its day has not moved." : `The card comes back in ${daysText(shownDueDay - state.today.day)}.`}
      </p>
      <p className="text-sm text-ink-2"><span className="font-semibold">Why this date?</span> {dateReason(state, card.id)}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink prefetch={false} href="/review">Next card</ButtonLink>
        <Button look="quiet" onClick={undo}>Undo</Button>
      </div>
    </div>
  );
}
