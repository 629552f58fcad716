"use client";
import { useEffect, useRef } from "react";
import type { StudyDay } from "../../lib/scheduling/study-day.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { ButtonLink } from "../ui/button.tsx";
import type { Summary } from "./sitting-state.ts";
import { chosenKeys, useKeys } from "./use-keys.ts";

interface DoneProps {
  readonly summary: Summary;
  readonly visitor: boolean;
  readonly rolloverHour: number;
  /** Days until something is due that was not asked today; null if nothing is known. */
  readonly nextDueIn: StudyDay | null;
  readonly device: DeviceSettings;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The cards that were missed, to be read again. */
export function Slips({ cards }: { readonly cards: Summary["slips"] }) {
  if (cards.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h2 className="text-base">Not yet sure</h2>
      <ul className="grid">
        {cards.map((card) => <li key={card.id}><a className="prose-link inline-flex min-h-11 items-center" href={`/library/${card.id}`}>{card.title}</a></li>)}
      </ul>
    </div>
  );
}

/** What comes next, in one sentence. */
function Tomorrow({ summary, rolloverHour, nextDueIn }: DoneProps) {
  const hour = `${rolloverHour}:00`;
  if (summary.dueTomorrow > 0) return <p>Tomorrow from {hour}: {count(summary.dueTomorrow, "card", "cards")} of today, and what else is due.</p>;
  if (nextDueIn === null) return <p>Nothing is waiting. New cards come with the next study day, from {hour}.</p>;
  return <p>Next: {nextDueIn === 1 ? "tomorrow" : `in ${nextDueIn} days`}, from {hour}.</p>;
}

/** The end of a sitting, or a day with nothing to ask. Undo still works here. */
export function Done(props: DoneProps) {
  const { summary, visitor, device, onUndo, onHelp } = props;
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
      <h1 id="done" ref={heading} tabIndex={-1} className="text-2xl">{answered ? "Done for today" : "Nothing due"}</h1>
      {answered && <p className="text-ink-2">{count(summary.answers, "answer", "answers")} to {count(summary.cards, "card", "cards")}.</p>}
      <Slips cards={summary.slips} />
      <Tomorrow {...props} />
      {visitor && answered && <p className="border-l-[3px] border-accent py-1 pl-4">Your answers are saved on this device only. An account keeps them, and asks each card again when it is due.</p>}
      <div className="flex flex-wrap gap-3">
        {visitor && <ButtonLink href="/signup">Keep my answers</ButtonLink>}
        <ButtonLink look="quiet" href="/library">Browse the library</ButtonLink>
        <ButtonLink look="quiet" prefetch={false} href="/review/drill">Drill cards of your choice</ButtonLink>
      </div>
    </section>
  );
}
