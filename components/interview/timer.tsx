"use client";
import { useEffect, useRef, useState } from "react";
import { announcementAt, spoken } from "../../lib/interview/time-left.ts";
import { useAltKey } from "./use-alt-key.ts";
import { clock } from "../../lib/interview/words.ts";

const SECOND_MS = 1_000;
const TICK_MS = 250;
/** The two clocks of the browser went apart by this much: it slept, or a clock was set. */
const APART_MS = 2_000;
/** A tab in the background still ticks once a minute; longer than this it did not run at all. */
const SLEPT_MS = 120_000;
const MORE_SECONDS = 60;

interface TimerProps {
  /** UTC ms by the server's clock when the page was drawn. */
  readonly now: number;
  readonly shownAt: number;
  readonly deadlineAt: number;
  /** Hidden until it is asked for. */
  readonly calm: boolean;
  /** Asks the server for its time again. */
  readonly compare: () => void;
  /** Null for who may only look. */
  readonly extend: ((seconds: number) => void) | null;
}

/** Seconds left, and how long the device slept meanwhile. Only the server's clock and a clock that cannot be set count. */
function useTimeLeft({ now, deadlineAt, compare }: Omit<TimerProps, "shownAt" | "calm" | "extend">): { readonly left: number; readonly slept: number; readonly forget: () => void } {
  const [left, setLeft] = useState(() => Math.ceil((deadlineAt - now) / SECOND_MS));
  const [slept, setSlept] = useState(0);
  const anchor = useRef<{ readonly now: number; readonly at: number } | null>(null);
  const latest = useRef(compare);
  useEffect(() => {
    latest.current = compare;
  });
  useEffect(() => {
    if (anchor.current?.now !== now) {
      const missed = anchor.current === null ? 0 : now - anchor.current.now - (performance.now() - anchor.current.at);
      if (missed > SLEPT_MS) setSlept(Math.round(missed / SECOND_MS));
      anchor.current = { now, at: performance.now() };
    }
    let last = { steady: performance.now(), wall: Date.now() };
    const tick = (): void => {
      const next = { steady: performance.now(), wall: Date.now() };
      const gap = next.steady - last.steady;
      if (gap > SLEPT_MS) setSlept(Math.round(gap / SECOND_MS));
      if (Math.abs(next.wall - last.wall - gap) > APART_MS || gap > SLEPT_MS) latest.current();
      last = next;
      if (anchor.current !== null) setLeft(Math.ceil((deadlineAt - anchor.current.now - (next.steady - anchor.current.at)) / SECOND_MS));
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [now, deadlineAt]);
  return { left, slept, forget: () => setSlept(0) };
}

const QUIET = "inline-flex min-h-11 items-center rounded-lg px-2 text-ink-2 hover:bg-sunken hover:text-ink";

/** The time left by the server's clock. It only shows: at zero it counts up, and nothing is taken away. */
export function Timer({ now, shownAt, deadlineAt, calm, compare, extend }: TimerProps) {
  const total = Math.round((deadlineAt - shownAt) / SECOND_MS);
  const { left, slept, forget } = useTimeLeft({ now, deadlineAt, compare });
  const [hidden, setHidden] = useState(calm);
  const [words, setWords] = useState("");
  const before = useRef(left);
  useEffect(() => {
    const next = announcementAt(before.current, left, total);
    before.current = left;
    if (next !== "") setWords(next);
  }, [left, total]);
  useAltKey("KeyT", () => setWords(left >= 0 ? `${spoken(left)} left.` : `${spoken(left)} over the time.`));
  // In overtime a minute more is a minute from now.
  const more = (): void => extend?.(MORE_SECONDS + Math.max(0, -left));
  useAltKey("KeyA", more);
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <span role="timer" aria-label={left >= 0 ? "Time left" : "Overtime"} className={`min-w-12 tabular-nums ${hidden ? "sr-only" : ""}`}>
          {left >= 0 ? clock(left) : `${clock(left)} over`}
        </span>
        <button type="button" onClick={() => setHidden(!hidden)} className={QUIET}>{hidden ? "Show the time" : "Hide"}<span className="sr-only">{hidden ? "" : " the time"}</span></button>
        {extend !== null && <button type="button" onClick={more} className={QUIET} aria-keyshortcuts="Alt+A">Add a minute</button>}
        <span role="status" className="sr-only">{words}</span>
      </span>
      <span role="status" className={slept === 0 ? "sr-only" : "flex basis-full flex-wrap items-center gap-x-3 border-l-[3px] border-accent pl-4"}>
        {slept > 0 && extend !== null && (
          <>
            <span>This device slept for {spoken(slept)}, and the time went on.</span>
            <button type="button" className={QUIET} onClick={() => { forget(); extend(slept); }}>Add {spoken(slept)}</button>
            <button type="button" className={QUIET} onClick={forget}>Leave it so</button>
          </>
        )}
      </span>
    </>
  );
}
