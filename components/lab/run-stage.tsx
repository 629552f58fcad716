"use client";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Drawing } from "../../lib/lab/drawing/drawing.ts";
import type { Stage } from "../../lib/lab/stage-client.ts";
import type { StageRun } from "../../lib/lab/stage-messages.ts";
import { firstDifference } from "../../lib/lab/step-navigation.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { Chooser, Prediction } from "./chooser.tsx";
import { Lanes } from "./lanes.tsx";
import { PictureLegend } from "./picture-legend.tsx";
import { PrintNotes } from "./print-notes.tsx";
import { StageExport } from "./stage-export.tsx";
import { deedOf, STAGE_KEYS } from "./stage-keys.ts";
import { labelsOf, Parting } from "./side-by-side.tsx";
import { signsOf, StepControls, usePlay } from "./step-controls.tsx";
import { Segments } from "./segments.tsx";
import { longestOf, Sentence } from "./sentence.tsx";
import { isTable, StepPane, type View } from "./step-pane.tsx";
import { useWay, type Way } from "./use-way.ts";
import { usePrediction } from "./use-prediction.ts";
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
/** Where there is more than one thread or task. */
const VIEWS_WITH_TIME = [VIEWS[0], ["timeline", "Timeline"], ...VIEWS.slice(1)] as const;
const WAYS = [["arrows", "Arrows"], ["chips", "Chips"], ["table", "Table"]] as const;

function Toggle({ on, onPress, children }: { readonly on: boolean; readonly onPress: () => void; readonly children: string }) {
  return <button type="button" aria-pressed={on} onClick={onPress} className="min-h-11 rounded-lg border border-edge px-3.5 text-sm hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:font-semibold">{children}</button>;
}

/** The step in words, as the slider says it. */
function saidOf({ at, last, sentences, runs }: Stepper): string {
  const step = runs[0]?.steps[at];
  return [`step ${at + 1} of ${last + 1}`, step?.ran == null ? "" : `line ${step.ran}`, sentences[0] ?? ""].filter((part) => part !== "").join(", ");
}


/** The first stop of the keyboard: past the picture, to what it shows in words. */
function SkipToWords({ onSkip }: { readonly onSkip: () => void }) {
  return <button type="button" onClick={onSkip} className="sr-only focus:not-sr-only focus:absolute focus:left-3 focus:top-2 focus:z-10 focus:min-h-11 focus:rounded-lg focus:border focus:border-edge focus:bg-surface focus:px-3.5 focus:text-sm focus:font-semibold print:hidden">Skip to the step in words</button>;
}

function Keys() {
  return (
    <Disclosure label="Keys of the stepper">
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 pb-3 text-sm text-ink-2">
        {STAGE_KEYS.map(([keys, deed]) => [<dt key={keys} className="font-mono text-xs leading-6">{keys}</dt>, <dd key={deed}>{deed}</dd>])}
      </dl>
    </Disclosure>
  );
}


/** The stepper: what happened in one sentence, the picture of it, and the ways through the run. */
export function RunStage({ stage, runs, start, onStep }: RunStageProps) {
  const way = useWay();
  const prediction = usePrediction(useStepper(stage, runs, start, way.options));
  const { stepper } = prediction;
  const [view, setView] = useState<View>("picture");
  const [selected, select] = useState<string | null>(null);
  const [aloud, setAloud] = useState(false);
  const picture = useRef<SVGSVGElement>(null);
  const words = useRef<HTMLElement>(null);
  const { playing, toggle } = usePlay({ at: stepper.at, last: stepper.last, onGo: stepper.go });
  const latest = useRef({ onStep, stepper });
  latest.current = { onStep, stepper };
  const { looks } = stepper;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when another step is drawn
  useEffect(() => latest.current.onStep?.(latest.current.stepper), [looks]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const deed = deedOf(event, event.target as Element, stepper, selected, toggle);
    if (deed === undefined) return;
    event.preventDefault();
    setAloud(true);
    deed();
  };
  const labels = labelsOf(runs);
  const longest = useMemo(() => runs.map(longestOf), [runs]);
  const [look] = looks;
  const [run] = runs;
  const signs = useMemo(() => signsOf(run, selected), [run, selected]);
  const parting = useMemo(() => (runs.length > 1 ? firstDifference(runs[0]?.steps ?? [], runs[1]?.steps ?? []) : null), [runs]);
  const choose = (touch: string | null): void => (prediction.asking && touch !== null ? prediction.predict(touch) : select(touch));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the keys of what is in it
    <div className="grid gap-1" onKeyDown={onKey} onPointerDown={() => setAloud(false)}>
      <section aria-label="Stepper" className="relative grid min-w-0 grid-cols-[minmax(0,1fr)] overflow-clip rounded-xl border border-line bg-surface">
        <SkipToWords onSkip={() => {
          flushSync(() => setView("text"));
          words.current?.focus();
        }} />
        <div className={runs.length > 1 ? "grid xl:grid-cols-2 xl:grid-rows-[auto_1fr] xl:divide-x xl:divide-line" : ""}>
          {runs.map((one, index) => (
            <div key={labels[index]} className={`grid min-w-0 grid-cols-[minmax(0,1fr)] content-start ${runs.length > 1 ? "xl:row-span-2 xl:grid-rows-subgrid" : ""}`}>
              <Sentence text={stepper.sentences[index] ?? ""} label={labels[index] ?? ""} aloud={aloud && index === 0} longest={longest[index] ?? ""} />
              <StepPane run={one} look={looks[index] ?? null} view={view} onStep={stepper.go} onLine={stepper.toLine} asTable={way.asTable} selected={selected} onSelect={choose} onOpen={way.open} {...(one === run ? { pictureRef: picture, wordsRef: words } : {})} />
            </div>
          ))}
        </div>
        {runs.length === 1 && run !== undefined && look !== undefined && <PrintNotes run={run} look={look} at={stepper.at} />}
        {runs.length > 1 && <Parting at={parting} onGo={stepper.go} />}
        {prediction.on && (
          <div className="h-44 overflow-y-auto border-t border-line bg-accent-soft">
            {prediction.asking && look !== undefined && <Prediction look={look} onPredict={prediction.predict} onShow={prediction.show} />}
            <p role="status" className="px-4 py-3 sm:px-5">{prediction.asking ? "" : prediction.verdict === "" ? "Take a step on: what it changes is asked before it is shown." : prediction.verdict}</p>
          </div>
        )}
        <div className="grid gap-2 border-t border-line bg-surface p-3 print:hidden max-sm:sticky max-sm:bottom-0 sm:px-5">
          <StepControls at={stepper.at} last={stepper.last} said={saidOf(stepper)} ticks={signs} onGo={stepper.go} onMove={stepper.move} playing={playing} onPlay={toggle} />
        </div>
        {runs.length === 1 && run?.lanes?.bySteps != null && view !== "timeline" && <div className="border-t border-line p-3 print:hidden sm:px-5"><Lanes chart={run.lanes.bySteps} at={stepper.at} gil={run.program.freeThreaded !== true} onMoment={(at) => stepper.go(Math.round(at))} /></div>}
        <div className="grid gap-2 border-t border-line p-3 print:hidden sm:px-5">
          <Ways view={view} views={runs.some(({ lanes }) => lanes !== null) ? VIEWS_WITH_TIME : VIEWS} setView={setView} way={way} drawing={look?.drawing ?? null}>
            <Toggle on={prediction.on} onPress={prediction.toggle}>Predict</Toggle>
            {runs.length === 1 && <Toggle on={stepper.instructions !== null} onPress={stepper.zoom}>By instruction</Toggle>}
          </Ways>
          {look !== undefined && <Chooser look={look} selected={selected} onSelect={select} onOpen={way.open} onChange={(direction) => stepper.byChange(direction, selected)} />}
        </div>
      </section>
      <div className="flex flex-wrap gap-x-6 print:hidden">
        {view === "picture" && <Drawn way={way} folds={look?.drawing.folds ?? false} />}
        {view === "picture" && <PictureLegend />}
        <Keys />
        {run !== undefined && view === "picture" && !isTable(way.asTable, look?.drawing) && <StageExport stage={stage} run={run} at={stepper.at} options={way.options} picture={picture} />}
      </div>
    </div>
  );
}

/** What has a box in the picture. */
function Drawn({ way, folds }: { readonly way: Way; readonly folds: boolean }) {
  return (
    <Disclosure label="What is drawn">
      <div className="flex flex-wrap gap-2 pb-2">
        <Toggle on={way.compact} onPress={() => way.setCompact(!way.compact)}>Values in place</Toggle>
        <Toggle on={way.withoutCode} onPress={() => way.setWithoutCode(!way.withoutCode)}>Hide functions and classes</Toggle>
        <Toggle on={folds} onPress={() => way.setFolds(!folds)}>Fold into owners</Toggle>
      </div>
    </Disclosure>
  );
}

interface WaysProps {
  readonly view: View;
  readonly views: readonly (readonly [value: View, word: string])[];
  readonly setView: (view: View) => void;
  readonly way: Way;
  readonly drawing: Drawing | null;
  readonly children: ReactNode;
}

/** How a step is shown. */
function Ways({ view, views, setView, way, drawing, children }: WaysProps) {
  const shownAs = isTable(way.asTable, drawing) ? "table" : drawing?.byChips ? "chips" : "arrows";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segments label="Show the step as" value={view} options={views} onPick={setView} />
      {view === "picture" && !way.narrow && <Segments label="References as" value={shownAs} options={WAYS} onPick={way.setWay} />}
      {children}
    </div>
  );
}
