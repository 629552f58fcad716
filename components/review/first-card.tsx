"use client";
import { useEffect, useRef } from "react";
import { todayAt } from "../../lib/reviews/day-plan.ts";
import { UNTOUCHED } from "../../lib/reviews/fold.ts";
import type { ReviewCard, Today } from "../../lib/reviews/types.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { ButtonLink } from "../ui/button.tsx";
import { FlagDialog } from "../flags/flag-dialog.tsx";
import { CardTurn } from "./card-turn.tsx";
import { daysText } from "./grade-bar.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { VISITOR } from "./local-log.ts";
import { answersOf, dateReason, shownCard, shownOutcomes, startState } from "./sitting-state.ts";
import { deviceProgress, deviceRule } from "./start-of-sitting.ts";
import { useSitting } from "./use-sitting.ts";

interface FirstCardProps {
  readonly card: ReviewCard;
  /** The server's day, until the browser says its own. */
  readonly today: Today;
  readonly device: DeviceSettings;
}

/** A whole card on the landing page: question, answer, grade, without an account. */
export function FirstCard({ card, today, device: chosen }: FirstCardProps) {
  // Whoever is here for the first time is asked nothing besides the question.
  const device: DeviceSettings = { ...chosen, confidence: "off" };
  const start = { cards: [card], cardIds: [card.id], planning: PLAIN };
  const { state, restored, replace, reveal, grade, undo } = useSitting(() => startState({ ...start, progress: new Map([[card.id, UNTOUCHED]]), today, now: today.endsAt }), VISITOR);
  const help = useRef<HTMLDialogElement>(null);
  const openHelp = (): void => help.current?.showModal();
  const flag = useRef<HTMLDialogElement>(null);
  const next = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the browser takes over
  useEffect(() => {
    const now = Date.now();
    replace(startState({ ...start, progress: deviceProgress(), today: todayAt(now, deviceRule()), now }));
  }, []);
  const answered = answersOf(state).at(-1);
  useEffect(() => {
    if (answered !== undefined) next.current?.focus();
  }, [answered]);
  const shown = shownCard(state);
  return (
    <>
      {answered !== undefined ? (
        <section className="grid justify-items-start gap-4" aria-labelledby="first-done">
          <h2 id="first-done" ref={next} tabIndex={-1} className="text-lg">Saved on this device</h2>
          <p className="text-ink-2">{answered.shownDueDay === null ? "This card was answered here before; its day has not moved." : `This card comes back in ${daysText(answered.shownDueDay - state.today.day)}.`}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/review">Next card</ButtonLink>
            <button type="button" onClick={undo} className="min-h-12 rounded-lg px-4 text-ink-2 hover:bg-sunken hover:text-ink">Undo</button>
          </div>
        </section>
      ) : (
        shown !== null && (
          <CardTurn key={state.turn} card={shown} revealed={state.revealed} outcomes={shownOutcomes(state, shown.id)} targetVersion={shown.versions.includes("3.14") ? "3.14" : ""} date={dateReason(state, shown.id)} attempt={restored} place="inline" headingLevel="h2" device={device} takeFocus={state.turn > 0} onReveal={reveal} onGrade={grade} deeds={{ onUndo: undo, onHelp: openHelp, onFlag: () => flag.current?.showModal() }} />
        )
      )}
      {shown !== null && <FlagDialog cardId={shown.id} revisionId={shown.revisionId} dialogRef={flag} onSent={() => undefined} />}
      <HelpDialog dialogRef={help} device={device} />
    </>
  );
}
