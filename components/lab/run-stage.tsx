"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Stage } from "../../lib/lab/stage-client.ts";
import type { StageRun } from "../../lib/lab/stage-messages.ts";
import { MODE_WORDS } from "./program-pickers.tsx";
import { deedOf, STAGE_KEYS } from "./stage-keys.ts";
import { StepControls, usePlay } from "./step-controls.tsx";
import { Segments } from "./segments.tsx";
import { StepPane, type View } from "./step-pane.tsx";
import { useNarrow } from "./use-narrow.ts";
import { type Stepper, useStepper } from "./use-stepper.ts";

interface RunStageProps {
  readonly stage: Stage;
  /** What was recorded on it; a component of its own (`key`) for each recording. */
  readonly runs: readonly StageRun[];
  readonly start: number;
  /** The step that is looked at, each time it is another. */
  readonly onStep?: (stepper: Stepper) => void;
}

const VIEWS = [["picture", "Picture"], ["text", "Text"], ["bytecode", "Bytecode"]] as const;
const WAYS = [["arrows", "Arrows"], ["chips", "Chips"]] as const;
type Way = "auto" | "arrows" | "chips";

function Toggle({ on, onPress, children }: { readonly on: boolean; readonly onPress: () => void; readonly children: string }) {
  return <button type="button" aria-pressed={on} onClick={onPress} className="min-h-11 rounded-lg border border-edge px-3.5 text-sm hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:font-semibold">{children}</button>;
}

/** The step in words, as the slider says it. */
function saidOf({ at, last, sentences, runs }: Stepper): string {
  const step = runs[0]?.steps[at];
  return [`step ${at + 1} of ${last + 1}`, step?.ran == null ? "" : `line ${step.ran}`, sentences[0] ?? ""].filter((part) => part !== "").join(", ");
}

function Sentence({ text, label, aloud }: { readonly text: string; readonly label: string; readonly aloud: boolean }) {
  return (
    <p className="min-h-14 px-4 py-3 text-[1.02rem] leading-snug sm:px-5" aria-live={aloud ? "polite" : "off"}>
      {label !== "" && <span className="mr-2 font-mono text-xs text-ink-3">{label}</span>}
      {text}
    </p>
  );
}

/** The differences between two runs are named by what differs. */
function labelsOf(runs: readonly StageRun[]): string[] {
  if (runs.length < 2) return [""];
  const [{ program: a }, { program: b }] = runs as readonly [StageRun, StageRun];
  if (a.version !== b.version) return [`Python ${a.version}`, `Python ${b.version}`];
  return a.mode !== b.mode ? [MODE_WORDS[a.mode], MODE_WORDS[b.mode]] : ["now", "before the edit"];
}

function Keys() {
  return (
    <details className="text-sm text-ink-2">
      <summary className="inline-flex min-h-11 items-center">Keys of the stepper</summary>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 pb-3">
        {STAGE_KEYS.map(([keys, deed]) => [<dt key={keys} className="font-mono text-xs leading-6">{keys}</dt>, <dd key={deed}>{deed}</dd>])}
      </dl>
    </details>
  );
}

/** The stepper: what happened in one sentence, the picture of it, and the ways through the run. */
export function RunStage({ stage, runs, start, onStep }: RunStageProps) {
  const narrow = useNarrow();
  const [way, setWay] = useState<Way>("auto");
  const [compact, setCompact] = useState(false);
  const stepper = useStepper(stage, runs, start, { compact, byChips: narrow ? true : way === "auto" ? null : way === "chips" });
  const [view, setView] = useState<View>("picture");
  const [selected, select] = useState<string | null>(null);
  const [aloud, setAloud] = useState(false);
  const { playing, toggle } = usePlay({ at: stepper.at, last: stepper.last, onGo: stepper.go });
  const report = useRef(onStep);
  report.current = onStep;
  const { looks } = stepper;
  const latest = useRef(stepper);
  latest.current = stepper;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when another step is drawn
  useEffect(() => report.current?.(latest.current), [looks]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const deed = deedOf(event, event.target as Element, stepper, selected, toggle);
    if (deed === undefined) return;
    event.preventDefault();
    setAloud(true);
    deed();
  };
  const labels = labelsOf(runs);
  const ticks = runs[0]?.ticks ?? [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the keys of what is in it
    <div className="grid gap-3" onKeyDown={onKey} onPointerDown={() => setAloud(false)}>
      <section aria-label="Stepper" className="grid overflow-hidden rounded-xl border border-line bg-surface">
        <div className={runs.length > 1 ? "grid xl:grid-cols-2 xl:divide-x xl:divide-line" : ""}>
          {runs.map((run, index) => (
            <div key={labels[index]} className="grid min-w-0 content-start">
              <Sentence text={stepper.sentences[index] ?? ""} label={labels[index] ?? ""} aloud={aloud && index === 0} />
              <StepPane look={looks[index] ?? null} view={view} selected={selected} onSelect={select} />
            </div>
          ))}
        </div>
        <div className="sticky bottom-0 grid gap-2 border-t border-line bg-surface p-3 sm:px-5">
          <StepControls at={stepper.at} last={stepper.last} said={saidOf(stepper)} ticks={ticks} onGo={stepper.go} playing={playing} onPlay={toggle} />
          <div className="flex flex-wrap items-center gap-2">
            <Segments label="Show the step as" value={view} options={VIEWS} onPick={setView} />
            {view === "picture" && !narrow && <Segments label="References as" value={way === "auto" ? (looks[0]?.drawing.byChips ? "chips" : "arrows") : way} options={WAYS} onPick={setWay} />}
            <Toggle on={compact} onPress={() => setCompact(!compact)}>Values in place</Toggle>
            {runs.length === 1 && <Toggle on={stepper.instructions !== null} onPress={stepper.zoom}>By instruction</Toggle>}
          </div>
        </div>
      </section>
      <Keys />
    </div>
  );
}
