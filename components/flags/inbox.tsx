"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRef, useState } from "react";
import { reasonWords } from "../../lib/flags/reasons.ts";
import type { FlaggedCard, OpenFlag } from "../../lib/flags/types.ts";
import { useKeys } from "../review/use-keys.ts";
import { ageWords } from "./age.ts";
import { type Decision, ResolveForm } from "./resolve-form.tsx";

interface Chosen {
  readonly id: string;
  readonly decision: Decision;
}

interface FlagItemProps {
  readonly flag: OpenFlag;
  readonly card: FlaggedCard;
  readonly now: number;
  readonly keys: boolean;
  readonly decision: Decision | null;
  readonly onDecide: (decision: Decision | null) => void;
  readonly onDone: (words: string) => void;
}

function FlagItem({ flag, card, now, keys, decision, onDecide, onDone }: FlagItemProps) {
  const changed = card.revision !== null && card.revision !== flag.revision;
  return (
    <li tabIndex={-1} data-flag={flag.id} data-visitor={flag.byVisitor ? "" : undefined} className="grid gap-3 rounded-lg border border-line bg-surface p-4 focus:border-accent focus-within:border-accent">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-semibold">{reasonWords(flag.reason)}</span>
        <span className="text-sm text-ink-2">{ageWords(now - flag.createdAt)} ago, by {flag.byVisitor ? "a visitor" : "a reader with an account"}</span>
        <span className="text-sm text-ink-2">{changed ? `Revision ${flag.revision}; the card has changed since and is at ${card.revision}` : `Revision ${flag.revision}, the current one`}</span>
      </div>
      {flag.version !== null && <p className="text-sm text-ink-2">Asked about Python {flag.version}{flag.answer === null || flag.answer === "" ? "; nothing was typed" : "; typed as the answer:"}</p>}
      {flag.answer !== null && flag.answer !== "" && <pre translate="no" className="max-h-40 overflow-auto rounded-lg bg-sunken p-3 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">{flag.answer}</pre>}
      {flag.note !== "" && <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{flag.note}</p>}
      {flag.reply !== null && <p className="border-l-[3px] border-edge pl-4 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">Replied: {flag.reply}</p>}
      <ResolveForm key={decision ?? ""} id={flag.id} decision={decision} byVisitor={flag.byVisitor} keys={keys} onDecide={onDecide} onDone={onDone} />
    </li>
  );
}

/** The flag that has the focus, or the first. */
function flagAtFocus(list: HTMLElement | null): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-flag]") ?? list?.querySelector<HTMLElement>("[data-flag]") ?? null;
}

/** j, k, a, d and r of the list. */
function useListKeys(list: { readonly current: HTMLElement | null }, decide: (chosen: Chosen) => void, on: boolean): void {
  const move = (by: number): void => {
    const flags = [...(list.current?.querySelectorAll<HTMLElement>("[data-flag]") ?? [])];
    const at = document.activeElement?.closest<HTMLElement>("[data-flag]");
    const from = at == null ? -1 : flags.indexOf(at);
    const next = from === -1 ? flags[0] : flags[Math.min(Math.max(from + by, 0), flags.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const open = (decision: Decision): void => {
    const flag = flagAtFocus(list.current)?.dataset;
    // A visitor cannot be replied to.
    if (flag?.flag !== undefined && !(decision === "reply" && flag.visitor !== undefined)) decide({ id: flag.flag, decision });
  };
  useKeys({ single: { j: () => move(1), k: () => move(-1), a: () => open("accept"), d: () => open("dismiss"), r: () => open("reply") } }, on);
}

/** The open flags by card; each is accepted or dismissed where it stands. */
export function FlagInbox({ cards, now, singleKeys }: { readonly cards: readonly FlaggedCard[]; readonly now: number; readonly singleKeys: boolean }) {
  const list = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState("");
  useListKeys(list, setChosen, singleKeys);
  const decide = (id: string, decision: Decision | null): void => {
    setChosen(decision === null ? null : { id, decision });
    if (decision === null) list.current?.querySelector<HTMLElement>(`[data-flag="${id}"]`)?.focus();
  };
  const finish = (words: string): void => {
    setDone(words);
    setChosen(null);
    // The flag leaves the list, and the focus must not fall back to the top of the page.
    status.current?.focus();
  };
  return (
    <div ref={list} className="grid gap-6">
      <p ref={status} role="status" tabIndex={-1} className="-my-4 min-h-6">{done}</p>
      {cards.map((card) => (
        <section key={card.cardId} aria-labelledby={`card-${card.cardId}`} className="grid gap-3">
          <div className="grid gap-1">
            <h2 id={`card-${card.cardId}`} className="text-lg">{card.title}{card.retired ? " (retired)" : ""}</h2>
            <p className="flex flex-wrap gap-x-5">
              <Link className="prose-link inline-flex min-h-11 items-center" href={`/studio/cards/${card.cardId}` as Route}>Edit the card</Link>
              {!card.retired && <Link className="prose-link inline-flex min-h-11 items-center" href={`/library/${card.cardId}`}>Its page</Link>}
            </p>
          </div>
          <ul className="grid gap-3">
            {card.flags.map((flag) => (
              <FlagItem key={flag.id} flag={flag} card={card} now={now} keys={singleKeys} decision={chosen?.id === flag.id ? chosen.decision : null} onDecide={(decision) => decide(flag.id, decision)} onDone={finish} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
