"use client";
import Link from "next/link";
import { useRef, useState } from "react";
import { remaining } from "../../lib/scheduling/redrill.ts";
import { ChangedSince } from "../cards/changed-since.tsx";
import { FlagDialog } from "../flags/flag-dialog.tsx";
import { CardTurn } from "./card-turn.tsx";
import { Done } from "./done.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { VISITOR } from "./local-log.ts";
import { ProgressRow } from "./progress-row.tsx";
import { broughtReason, shownCard, shownOutcomes, type SittingState, summaryOf } from "./sitting-state.ts";
import { useSitting } from "./use-sitting.ts";

/** Answers after which a visitor is told once, in one line, how to keep them. */
const INVITE_AFTER = 5;

interface SittingProps {
  readonly start: () => SittingState;
  /** The user's id, or VISITOR. */
  readonly owner: string;
  readonly targetVersion: string;
  readonly singleKeys: boolean;
  /** Of cards that are not asked today. */
  readonly nextDueDay: number | null;
}

/** A sitting from its first card to the summary. */
export function Sitting({ start, owner, targetVersion, singleKeys, nextDueDay }: SittingProps) {
  const { state, restored, unsaved, reveal, grade, undo } = useSitting(start, owner);
  const help = useRef<HTMLDialogElement>(null);
  const openHelp = (): void => help.current?.showModal();
  const flag = useRef<HTMLDialogElement>(null);
  const openFlag = (): void => flag.current?.showModal();
  const [flagged, setFlagged] = useState<string | null>(null);
  const card = shownCard(state);
  const open = remaining(state.sitting);
  const done = new Set(state.steps.map((step) => step.body.cardId)).size - state.sitting.drill.length;
  return (
    <div className="grid gap-4">
      <ProgressRow done={Math.max(0, done)} total={Math.max(0, done) + open} canUndo={state.steps.length > 0} keys={singleKeys} onUndo={undo} onHelp={openHelp} onFlag={card === null ? null : openFlag} flagged={card !== null && flagged === card.id} />
      <p role="status" className="sr-only">{card !== null && flagged === card.id ? "Flagged. The authors will see it." : ""}</p>
      {unsaved && <p role="alert" className="border-l-[3px] border-again py-1 pl-4">This browser does not let Heapwise store answers here. {owner === VISITOR ? "They are lost when you leave this page." : "They are sent at once; stay on this page until none is waiting."}</p>}
      {card !== null && broughtReason(state, card.id) !== null && <p className="border-l-[3px] border-accent py-1 pl-4 text-ink-2">{broughtReason(state, card.id)}</p>}
      {card?.change != null && <ChangedSince change={card.change} revealed={state.revealed} />}
      {card !== null ? (
        <CardTurn
          key={state.turn}
          card={card}
          revealed={state.revealed}
          outcomes={shownOutcomes(state, card.id)}
          targetVersion={targetVersion}
          attempt={restored}
          place="fixed"
          singleKeys={singleKeys}
          takeFocus={state.turn > 0}
          onReveal={reveal}
          onGrade={grade}
          onUndo={undo}
          onHelp={openHelp}
          onFlag={openFlag}
        />
      ) : open > 0 ? (
        <p role="status" className="py-10 text-ink-2">The next card is on its way. If it does not come, check the connection and reload: your answers are saved.</p>
      ) : (
        <Done summary={summaryOf(state)} visitor={owner === VISITOR} rolloverHour={state.today.rule.rolloverHour} nextDueIn={nextDueDay === null ? null : Math.max(1, nextDueDay - state.today.day)} singleKeys={singleKeys} onUndo={undo} onHelp={openHelp} />
      )}
      {owner === VISITOR && card !== null && state.steps.length >= INVITE_AFTER && (
        <p className="text-sm text-ink-2">Your answers are on this device. <Link className="prose-link" href="/signup?callbackUrl=/review">An account keeps them</Link>.</p>
      )}
      {card !== null && <FlagDialog key={card.revisionId} cardId={card.id} revisionId={card.revisionId} dialogRef={flag} onSent={() => setFlagged(card.id)} />}
      <HelpDialog dialogRef={help} singleKeys={singleKeys} />
    </div>
  );
}
