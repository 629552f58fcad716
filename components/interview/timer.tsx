"use client";
import { useEffect, useRef, useState } from "react";
import { beginWatch, type Clocks, drawnAnew, type LidWatch, lookedAt, secondsLeft } from "../../lib/interview/lid-watch.ts";
import { announcementAt, spoken } from "../../lib/interview/time-left.ts";
import { useAltKey } from "./use-alt-key.ts";
import { clock } from "../../lib/interview/words.ts";

const SECOND_MS = 1_000;
const TICK_MS = 250;
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

const clocks = (): Clocks => ({ steady: performance.now(), wall: Date.now() });

/** Seconds left, and how many the device slept meanwhile. Only the server's clock and a clock that cannot be set count. */
function useTimeLeft({ now, deadlineAt, compare }: Omit<TimerProps, "shownAt" | "calm" | "extend">): { readonly left: number; readonly slept: number; readonly forget: () => void } {
  const [left, setLeft] = useState(() => Math.ceil((deadlineAt - now) / SECOND_MS));
  const [slept, setSlept] = useState(0);
  const watched = useRef<LidWatch | null>(null);
  const latest = useRef(compare);
  useEffect(() => {
    latest.current = compare;
  });
  useEffect(() => {
    const drawn = watched.current;
    if (drawn === null) watched.current = beginWatch(now, clocks());
    else if (drawn.server !== now) watched.current = drawnAnew(drawn, now, clocks());
    const tick = (): void => {
      if (watched.current === null) return;
      const look = lookedAt(watched.current, clocks());
      watched.current = look.watch;
      if (look.compare) latest.current();
      setSlept(Math.round(look.watch.slept / SECOND_MS));
      setLeft(secondsLeft(look.watch, deadlineAt, look.watch.last.steady));
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [now, deadlineAt]);
  const forget = (): void => {
    if (watched.current !== null) watched.current = { ...watched.current, slept: 0 };
    setSlept(0);
  };
  return { left, slept, forget };
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
