"use client";
import { useEffect, useState } from "react";
import { clock } from "./words.ts";

const SECOND_MS = 1_000;

const spoken = (seconds: number): string => (seconds >= 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : `${seconds} s`);

interface TimerProps {
  /** UTC ms by the server's clock. */
  readonly now: number;
  readonly shownAt: number;
  readonly deadlineAt: number;
}

/** What is said aloud when this many seconds are left. */
function announcement(left: number, total: number): string {
  if (left === Math.floor(total / 2) && left > 60) return `Half of the time is left: ${spoken(left)}.`;
  if (left === 60) return "One minute left.";
  if (left === 20) return "20 seconds left.";
  return left === 0 ? "The time is over. You can go on writing; it is noted as overtime." : "";
}

/** The time left by the server's clock. It only shows: at zero it counts up, and nothing is taken away. */
export function Timer({ now, shownAt, deadlineAt }: TimerProps) {
  const total = Math.round((deadlineAt - shownAt) / SECOND_MS);
  const [left, setLeft] = useState(() => Math.ceil((deadlineAt - now) / SECOND_MS));
  const [hidden, setHidden] = useState(false);
  const [words, setWords] = useState("");
  useEffect(() => {
    // The browser's clock may be wrong; only its distance from the server's counts.
    const ahead = Date.now() - now;
    const tick = (): void => setLeft(Math.ceil((deadlineAt - (Date.now() - ahead)) / SECOND_MS));
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [now, deadlineAt]);
  useEffect(() => {
    const next = announcement(left, total);
    if (next !== "") setWords(next);
  }, [left, total]);
  useEffect(() => {
    const say = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== "KeyT") return;
      event.preventDefault();
      setWords(left >= 0 ? `${spoken(left)} left.` : `${spoken(-left)} over the time.`);
    };
    document.addEventListener("keydown", say);
    return () => document.removeEventListener("keydown", say);
  }, [left]);
  return (
    <span className="flex items-center gap-2">
      <span role="timer" aria-label={left >= 0 ? "Time left" : "Overtime"} className={`tabular-nums ${hidden ? "sr-only" : ""}`}>
        {left >= 0 ? clock(left) : `${clock(left)} over`}
      </span>
      <button type="button" onClick={() => setHidden(!hidden)} className="inline-flex min-h-11 items-center rounded-lg px-2 text-ink-2 hover:bg-sunken hover:text-ink">{hidden ? "Show the time" : "Hide"}<span className="sr-only">{hidden ? "" : " the time"}</span></button>
      <span role="status" className="sr-only">{words}</span>
    </span>
  );
}
