"use client";
import type { Look, StageRun } from "../../lib/lab/stage-messages.ts";
import { Bytecode } from "./bytecode.tsx";
import type { Stepper } from "./use-stepper.ts";

/** How a step is shown. */
export type View = "picture" | "text" | "bytecode";

const VIEWS: readonly (readonly [view: View, word: string])[] = [["picture", "Picture"], ["text", "Text"], ["bytecode", "Bytecode"]];

interface StepPaneProps {
  readonly run: StageRun;
  readonly look: Look | null;
  readonly view: View;
  readonly selected: string | null;
  readonly onSelect: (touch: string | null) => void;
}

/** One step: the picture, its text form, or the instructions. */
export function StepPane({ look, view }: StepPaneProps) {
  return (
    <div className="min-h-80 border-t border-line">
      {look !== null && view === "bytecode" && (look.code === null ? <p className="p-4 text-sm text-ink-2">No frame runs at this step.</p> : <Bytecode code={look.code} current={look.current} />)}
    </div>
  );
}

interface ViewPickerProps {
  readonly view: View;
  readonly onPick: (view: View) => void;
  readonly stepper: Stepper;
  readonly selected: string | null;
}

/** What is shown of a step, and the ways through the run that have no button of their own. */
export function ViewPicker({ view, onPick, stepper }: ViewPickerProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="flex overflow-hidden rounded-lg border border-edge">
        <legend className="sr-only">Show the step as</legend>
        {VIEWS.map(([one, word]) => (
          <label key={one} className="inline-flex min-h-11 items-center px-3.5 text-sm has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
            <input type="radio" name="view" className="sr-only" checked={view === one} onChange={() => onPick(one)} />
            {word}
          </label>
        ))}
      </fieldset>
      <button type="button" className="min-h-11 rounded-lg border border-edge px-3.5 text-sm hover:bg-sunken" aria-pressed={stepper.instructions !== null} onClick={stepper.zoom}>By instruction</button>
    </div>
  );
}
