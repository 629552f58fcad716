"use client";
import { type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import type { StageRun, Tick } from "../../lib/lab/stage-messages.ts";

const button = "inline-flex size-11 shrink-0 items-center justify-center rounded-lg border border-edge bg-surface text-ink hover:bg-sunken aria-disabled:opacity-45";

/** The icons' paths, in a box of 16. */
const ICONS = {
  first: "M12.5 3.5 7 8l5.5 4.5zM4 3.5v9",
  back: "M11 3.5 5.5 8l5.5 4.5z",
  on: "M5 3.5 10.5 8 5 12.5z",
  last: "M3.5 3.5 9 8l-5.5 4.5zM12 3.5v9",
  play: "M4.5 3v10l8-5z",
  pause: "M5 3.5v9M11 3.5v9",
} as const;

function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return <svg viewBox="0 0 16 16" className="size-4 fill-current stroke-current" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round" aria-hidden="true"><path d={ICONS[name]} /></svg>;
}

/** A sign below the slider; `followed`: what is chosen changes there. */
export type Sign = Tick | { readonly kind: "followed"; readonly step: number };

/** The signs, each with what it says. */
export const SIGNS: Record<Sign["kind"], readonly [sign: string, says: string]> = { output: ["▪", "prints"], exception: ["✱", "an exception"], freed: ["○", "something is freed"], switch: ["⇄", "another thread runs"], followed: ["◆", "what you follow changes"] };

/** What is marked below the slider: what happened in the run, and where the name or object that is followed changes. */
export function signsOf(run: StageRun | undefined, followed: string | null): readonly Sign[] {
  if (run === undefined || followed === null) return run?.ticks ?? [];
  return run.steps.flatMap(({ touched }, step): Sign[] => (touched.includes(followed) ? [{ kind: "followed", step }] : []));
}

/** Signs of one kind that can be told apart under the slider. */
const PLACES = 200;

/** Each sign with its place, in percent; those that would stand on each other once. */
function placed(ticks: readonly Sign[], last: number): readonly { readonly kind: Sign["kind"]; readonly x: number }[] {
  const places = new Map(ticks.map(({ kind, step }) => {
    const part = last === 0 ? 0 : step / last;
    return [`${kind} ${Math.round(part * PLACES)}`, { kind, x: Math.round(part * 10_000) / 100 }] as const;
  }));
  return [...places.values()];
}

/** What happened where in the run, under the slider. It stays while steps are taken. */
const Ticks = memo(function Ticks({ ticks, last }: { readonly ticks: readonly Sign[]; readonly last: number }) {
  // The knob's middle goes from 11 pixels after the left end to 11 before the right one.
  return (
    <div className="pointer-events-none absolute inset-x-[11px] bottom-0 h-3" aria-hidden="true">
      <svg className="h-3 w-full overflow-visible" aria-hidden="true">
        {placed(ticks, last).map(({ kind, x }) => (
          <text key={`${kind} ${x}`} x={`${x}%`} y="9" textAnchor="middle" fontSize="9" className={kind === "exception" ? "fill-again" : kind === "followed" ? "fill-accent" : "fill-ink-2"}>{SIGNS[kind][0]}</text>
        ))}
      </svg>
    </div>
  );
});

export interface StepControlsProps {
  readonly at: number;
  readonly last: number;
  /** The step in words, for the slider: "step 3 of 8, line 2, b = a". */
  readonly said: string;
  readonly ticks: readonly Sign[];
  readonly onGo: (step: number) => void;
  /** One on or back; by instruction, one of those. */
  readonly onMove: (direction: 1 | -1) => void;
}

const PLAY_MS = 1_100;

/** Plays the run, a step at a time, until its end or until somebody stops it. */
export function usePlay({ at, last, onGo }: Pick<StepControlsProps, "at" | "last" | "onGo">): { readonly playing: boolean; readonly toggle: () => void } {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ at, last, onGo });
  latest.current = { at, last, onGo };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const now = latest.current;
      if (now.at >= now.last) setPlaying(false);
      else now.onGo(now.at + 1);
    }, PLAY_MS);
    return () => clearInterval(timer);
  }, [playing]);
  return { playing, toggle: () => {
    if (!playing && at >= last) onGo(0);
    setPlaying(!playing);
  } };
}

/** Buttons, slider and the number of the step. The keys are the stage's. */
export function StepControls({ at, last, said, ticks, onGo, onMove, playing, onPlay }: StepControlsProps & { readonly playing: boolean; readonly onPlay: () => void }) {
  const go = (step: number): void => {
    if (step !== at) onGo(Math.min(Math.max(step, 0), last));
  };
  // The stage listens for the keys that a slider has, and means more by them.
  const leave = (event: KeyboardEvent): void => {
    if (/^(Arrow|Page|Home|End)/.test(event.key)) event.preventDefault();
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="flex gap-1.5">
        <button type="button" className={button} aria-disabled={at === 0} aria-label="First step" onClick={() => go(0)}><Icon name="first" /></button>
        <button type="button" className={button} aria-disabled={at === 0} aria-label="Back" onClick={() => onMove(-1)}><Icon name="back" /></button>
        <button type="button" className={button} aria-label={playing ? "Pause" : "Play"} onClick={onPlay}><Icon name={playing ? "pause" : "play"} /></button>
        <button type="button" className={button} aria-disabled={at === last} aria-label="Forward" onClick={() => onMove(1)}><Icon name="on" /></button>
        <button type="button" className={button} aria-disabled={at === last} aria-label="Last step" onClick={() => go(last)}><Icon name="last" /></button>
      </div>
      <div className="relative min-w-40 grow basis-52">
        <input type="range" className="lab-slider" aria-label="Step" aria-valuetext={said} min={0} max={last} value={at} onKeyDown={leave} onChange={(event) => go(Number(event.target.value))} />
        <Ticks ticks={ticks} last={last} />
      </div>
      <output className="min-w-20 text-right text-sm text-ink-2 tabular-nums">{at + 1} of {last + 1}</output>
    </div>
  );
}
