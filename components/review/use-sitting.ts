"use client";
import { useEffect, useRef, useState } from "react";
import type { ReviewCard } from "../../lib/reviews/types.ts";
import type { EventBody } from "../../lib/reviews/events.ts";
import type { Button } from "../../lib/scheduling/grade.ts";
import { currentCard, nextCards } from "../../lib/scheduling/redrill.ts";
import type { Attempt } from "./attempt.ts";
import { newEventId } from "./event-id.ts";
import { keepEvent, keptElsewhere, VISITOR } from "./local-log.ts";
import { afterAnswer, afterDeed, afterUndo, answerBody, type CardDeed, deedBody, isOutOfTurn, type Judgement, putOff, reveal, shownCard, type SittingState, undoBody, withCards, withoutCard } from "./sitting-state.ts";
import { flush } from "./sync.ts";

/** Texts of this many cards ahead are on the page before they are needed. */
const AHEAD = 8;

export interface Play {
  readonly state: SittingState;
  /** What was typed for the answer that undo has just brought back. */
  readonly restored: Attempt | undefined;
  /** An event could not be stored on this device. */
  readonly unsaved: boolean;
  readonly reveal: () => void;
  readonly grade: (button: Button, judgement: Judgement, attempt: Attempt) => void;
  /** Does with the card on the screen what its learner decided. */
  readonly decide: (deed: CardDeed) => void;
  readonly undo: () => void;
  /** Puts another state in place of this one, where the first was drawn by the server. */
  readonly replace: (state: SittingState) => void;
}

/** Runs a sitting: every event is on this device before the page goes on, and is sent in the background. */
export function useSitting(start: () => SittingState, owner: string): Play {
  const [state, setState] = useState(start);
  const [restored, setRestored] = useState<Attempt>();
  const [unsaved, setUnsaved] = useState(false);
  // Keys may come faster than renders: the next one must see what the last one did.
  const latest = useRef(state);
  /** What was typed, by the event of its answer. */
  const attempts = useRef(new Map<string, Attempt>());
  const show = (next: SittingState): void => {
    latest.current = next;
    setState(next);
  };
  const keep = (body: EventBody): void => {
    if (!keepEvent(owner, body)) setUnsaved(true);
    if (owner !== VISITOR) void flush(owner);
  };
  useSupply(state, (cards) => show(withCards(latest.current, cards)));
  useOtherTabs(owner, (cardId) => show(withoutCard(latest.current, cardId)));
  return {
    state,
    restored,
    unsaved,
    replace: show,
    reveal: () => show(reveal(latest.current)),
    grade: (button, judgement, attempt) => {
      const body = answerBody(latest.current, button, judgement, { id: newEventId(), now: Date.now() });
      if (body === null) return;
      keep(body);
      attempts.current.set(body.id, attempt);
      setRestored(undefined);
      show(afterAnswer(latest.current, body));
    },
    decide: (deed) => {
      const shown = shownCard(latest.current);
      if (deed === "skip" && shown !== null && isOutOfTurn(latest.current, shown.id)) {
        setRestored(undefined);
        return show(putOff(latest.current, Date.now()));
      }
      const body = deedBody(latest.current, deed, { id: newEventId(), now: Date.now() });
      if (body === null) return;
      keep(body);
      setRestored(undefined);
      show(afterDeed(latest.current, body));
    },
    undo: () => {
      const body = undoBody(latest.current, { id: newEventId(), now: Date.now() });
      if (body === null) return;
      keep(body);
      setRestored(attempts.current.get(body.undoes));
      show(afterUndo(latest.current, body));
    },
  };
}

/** Says which cards are dealt with in other tabs of this browser, as it happens. */
function useOtherTabs(owner: string, gone: (cardId: string) => void): void {
  const latest = useRef(gone);
  useEffect(() => {
    latest.current = gone;
  });
  useEffect(() => {
    const listen = (event: StorageEvent): void => {
      const body = keptElsewhere(owner, event);
      if (body !== null && body.kind !== "undo" && body.kind !== "reschedule" && body.kind !== "cram") latest.current(body.cardId);
    };
    window.addEventListener("storage", listen);
    return () => window.removeEventListener("storage", listen);
  }, [owner]);
}

/** Fetches the texts of cards that the page did not come with, before their turn. */
function useSupply(state: SittingState, add: (cards: readonly ReviewCard[]) => void): void {
  const asked = useRef(new Set<string>());
  const ahead = [currentCard(state.sitting) ?? "", ...nextCards(state.sitting, AHEAD)].filter((id) => id !== "" && state.cards[id] === undefined).join(",");
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    const missing = ahead.split(",").filter((id) => id !== "" && !asked.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    fetch(`/api/reviews/cards?ids=${missing.join(",")}`)
      .then(async (response) => {
        const body: unknown = await response.json();
        if (response.ok && typeof body === "object" && body !== null && "cards" in body) latest.current(body.cards as readonly ReviewCard[]);
        else throw new Error("The cards did not come.");
      })
      .catch(() => {
        // Asked again with the next answer; until then the page says that it waits.
        for (const id of missing) asked.current.delete(id);
      });
  }, [ahead]);
}
