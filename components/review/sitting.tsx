"use client";
import Link from "next/link";
import { useRef, useState } from "react";
import { LEECH_LAPSES } from "../../lib/reviews/personal-states.ts";
import type { LeechHelp, ReviewCard } from "../../lib/reviews/types.ts";
import { remaining } from "../../lib/scheduling/redrill.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { ChangedSince } from "../cards/changed-since.tsx";
import { FlagDialog } from "../flags/flag-dialog.tsx";
import { CardDialog } from "./card-dialog.tsx";
import { CardTurn, type TurnDeeds } from "./card-turn.tsx";
import { Done } from "./done.tsx";
import { DrillDone, type DrillLinks } from "./drill-done.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { LeechNote } from "./leech-note.tsx";
import { VISITOR } from "./local-log.ts";
import { ProgressRow } from "./progress-row.tsx";
import { answersOf, broughtReason, canUndo, dateReason, isOutOfTurn, lapsesOf, shownCard, shownOutcomes, type SittingCard, type SittingState, summaryOf } from "./sitting-state.ts";
import { useSitting } from "./use-sitting.ts";

/** Answers after which a visitor is told once, in one line, how to keep them. */
const INVITE_AFTER = 5;

interface SittingProps {
  readonly start: () => SittingState;
  /** The user's id, or VISITOR. */
  readonly owner: string;
  readonly targetVersion: string;
  readonly device: DeviceSettings;
  /** Of cards that are not asked today. */
  readonly nextDueDay: number | null;
  /** What may help with cards that are leeches, by card. */
  readonly help: ReadonlyMap<string, LeechHelp>;
  /** Where it is a drill and not the day's review: where to go from its end. */
  readonly drill?: DrillLinks | null;
}

/** What may help with cards, where the server said. */
export const helpOf = (cards: readonly ReviewCard[]): ReadonlyMap<string, LeechHelp> => new Map(cards.flatMap(({ id, help }) => (help === null ? [] : [[id, help] as const])));

/** What the page says of the card before it is asked: why it comes today, and what to do where it does not stick. */
function CardNotes({ state, card: { id: cardId, proofs }, help, onSuspend }: { readonly state: SittingState; readonly card: SittingCard; readonly help: SittingProps["help"]; readonly onSuspend: () => void }) {
  const reason = broughtReason(state, cardId);
  const lapses = lapsesOf(state, cardId);
  return (
    <>
      {reason !== null && <p className="border-l-[3px] border-accent py-1 pl-4 text-ink-2">{reason}</p>}
      {state.revealed && lapses >= LEECH_LAPSES && <LeechNote cardId={cardId} lapses={lapses} proven={proofs.length > 0} help={help.get(cardId) ?? null} onSuspend={onSuspend} />}
    </>
  );
}

/** A sitting from its first card to the summary. */
export function Sitting({ start, owner, targetVersion, device, nextDueDay, help, drill = null }: SittingProps) {
  const { state, restored, unsaved, reveal, grade, decide, undo } = useSitting(start, owner);
  const dialogs = { help: useRef<HTMLDialogElement>(null), flag: useRef<HTMLDialogElement>(null), card: useRef<HTMLDialogElement>(null) };
  const open = (name: keyof typeof dialogs) => (): void => dialogs[name].current?.showModal();
  const [flagged, setFlagged] = useState<string | null>(null);
  const card = shownCard(state);
  const left = remaining(state.sitting);
  const answered = answersOf(state);
  const done = Math.max(0, new Set(answered.map((body) => body.cardId)).size - state.sitting.drill.length);
  const keys = device.singleKeys === "on" ? device.keys : null;
  // A drill moves no card, so its grades name no day.
  const shownOn = card !== null && isOutOfTurn(state, card.id) ? { ...device, intervals: "off" as const } : device;
  const deeds: TurnDeeds = { onUndo: undo, onHelp: open("help"), onFlag: open("flag"), onDecide: decide, onMore: open("card") };
  return (
    <div className="grid gap-4">
      <ProgressRow done={done} total={done + left} canUndo={canUndo(state)} keys={keys} onUndo={undo} onHelp={deeds.onHelp} onFlag={card === null ? null : deeds.onFlag} onMore={card === null ? null : open("card")} flagged={card !== null && flagged === card.id} />
      <p role="status" className="sr-only">{card !== null && flagged === card.id ? "Flagged. The authors will see it." : ""}</p>
      {unsaved && <p role="alert" className="border-l-[3px] border-again py-1 pl-4">This browser does not let Heapwise store answers here. {owner === VISITOR ? "They are lost when you leave this page." : "They are sent at once; stay on this page until none is waiting."}</p>}
      {card !== null && <CardNotes state={state} card={card} help={help} onSuspend={() => decide("suspend")} />}
      {card?.change != null && <ChangedSince change={card.change} revealed={state.revealed} />}
      {card !== null ? (
        <CardTurn key={state.turn} card={card} revealed={state.revealed} outcomes={shownOutcomes(state, card.id)} targetVersion={targetVersion} date={dateReason(state, card.id)} attempt={restored} place="fixed" device={shownOn} takeFocus={state.turn > 0} onReveal={reveal} onGrade={grade} deeds={deeds} />
      ) : left > 0 ? (
        <p role="status" className="py-10 text-ink-2">The next card is on its way. If it does not come, check the connection and reload: your answers are saved.</p>
      ) : drill !== null ? (
        <DrillDone summary={summaryOf(state)} links={drill} device={device} onUndo={undo} onHelp={deeds.onHelp} />
      ) : (
        <Done summary={summaryOf(state)} visitor={owner === VISITOR} rolloverHour={state.today.rule.rolloverHour} nextDueIn={nextDueDay === null ? null : Math.max(1, nextDueDay - state.today.day)} device={device} onUndo={undo} onHelp={deeds.onHelp} />
      )}
      {owner === VISITOR && card !== null && answered.length >= INVITE_AFTER && (
        <p className="text-sm text-ink-2">Your answers are on this device. <Link className="prose-link" href="/signup?callbackUrl=/review">An account keeps them</Link>.</p>
      )}
      {card !== null && <FlagDialog key={card.revisionId} cardId={card.id} revisionId={card.revisionId} dialogRef={dialogs.flag} onSent={() => setFlagged(card.id)} />}
      {card !== null && <CardDialog cardId={card.id} dialogRef={dialogs.card} keys={keys} drill={drill !== null} onDecide={decide} />}
      <HelpDialog dialogRef={dialogs.help} device={device} drill={drill !== null} />
    </div>
  );
}
