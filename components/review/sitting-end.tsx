"use client";
import { type ReactNode, useEffect, useRef } from "react";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { count } from "../ui/words.ts";
import type { Summary } from "./sitting-state.ts";
import { chosenKeys, useKeys } from "./use-keys.ts";

/** What was answered, in words without a full stop. */
export const answeredWords = ({ answers, cards }: Summary): string => `${count(answers, "answer")} to ${count(cards, "card")}`;

/** What the end of a sitting needs, of whatever kind the sitting was. */
export interface SittingEndProps {
  readonly summary: Summary;
  readonly device: DeviceSettings;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

/** The cards that were missed, to be read again. */
function Slips({ cards }: { readonly cards: Summary["slips"] }) {
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

/** The end of a sitting: its heading has the focus, and undo still works. `lead` stands before the missed cards, the children after them. */
export function SittingEnd({ title, lead, summary, device, onUndo, onHelp, children }: SittingEndProps & { readonly title: string; readonly lead: ReactNode; readonly children: ReactNode }) {
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
      <h1 id="done" ref={heading} tabIndex={-1} className="text-2xl">{title}</h1>
      {lead !== null && <p className="text-ink-2">{lead}</p>}
      <Slips cards={summary.slips} />
      {children}
    </section>
  );
}
