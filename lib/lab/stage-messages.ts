import type { Mode } from "../cards/fence.ts";
import type { Version } from "../cards/versions.ts";
import type { CodeView, Step, StepKind } from "../engine/index.ts";
import type { RunResult } from "../engine/types.ts";
import type { Drawing, DrawingOptions } from "./drawing/drawing.ts";
import type { LaneChart } from "./drawing/lanes.ts";
import type { WaitGraph } from "./drawing/wait-graph.ts";
import type { Twin } from "./picture/twin.ts";

/** A program to record. */
export interface StageProgram {
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
  /** The free-threaded build of the version; absent: the usual one. */
  readonly freeThreaded?: boolean | undefined;
  /** Virtual cores; absent: as many as the engine takes. */
  readonly cores?: number | undefined;
}

/** Whether two programs do the same: text, version, mode and machine. */
export const sameProgram = (a: StageProgram, b: StageProgram): boolean =>
  a.source === b.source && a.version === b.version && a.mode === b.mode && (a.freeThreaded ?? false) === (b.freeThreaded ?? false) && a.cores === b.cores;

/** Numbers of virtual cores to choose from. */
export const CORES = [1, 2, 4, 8] as const;

/** What the stepper's worker is asked. Programs are recorded together to be looked at side by side. */
export type StageRequest =
  | { readonly kind: "record"; readonly programs: readonly StageProgram[] }
  /** A step of each run, its last one where it has not so many; with `instruction`, one of the first run's instructions from that step to the next. */
  | { readonly kind: "look"; readonly step: number; readonly instruction: number | null; readonly options: DrawingOptions }
  /** The instructions of the first run from a step to the next one. */
  | { readonly kind: "zoom"; readonly step: number };

/** Something that happened in a run, marked under the slider. */
export interface Tick {
  readonly kind: "output" | "exception" | "freed" | "switch";
  readonly step: number;
}

/** What the page knows of every step without asking for it. */
export interface StepLine {
  readonly kind: StepKind;
  /** Virtual nanoseconds since the program began. */
  readonly clock: number;
  /** The line that has run, and the one that runs next. */
  readonly ran: number | null;
  readonly next: number | null;
  readonly sentence: string;
  /** Steps of two runs with the same mark look alike to a reader of the program. */
  readonly mark: string;
  /** What changed in it, as `touchOf` names it. */
  readonly touched: readonly string[];
}

/** A recorded run, without its snapshots. */
export interface StageRun {
  readonly program: StageProgram;
  readonly result: RunResult;
  readonly steps: readonly StepLine[];
  readonly ticks: readonly Tick[];
  /** Lines below the picture, of the step that has most: comparisons with `is`, ways of attributes. */
  readonly notes: number;
  /** It went on after the last step that was kept. */
  readonly cut: boolean;
  /** What its threads and tasks did; null where there was but one thread. */
  readonly lanes: { readonly bySteps: LaneChart | null; readonly byTime: LaneChart | null; /** Where long waits are drawn shorter: the same true to scale. */ readonly toScale: LaneChart | null } | null;
}

/** One step with all that is shown of it; its snapshot stays with the recording. */
export interface Look {
  readonly step: Pick<Step, "index" | "ran" | "next" | "clock"> & Pick<Step["snapshot"], "output">;
  readonly drawing: Drawing;
  readonly twin: Twin;
  /** The code of the frame that runs, and the instruction that is next in it. */
  readonly code: CodeView | null;
  readonly current: number | null;
  /** Who waits for whom. */
  readonly waits: WaitGraph | null;
}

/** `ready` comes once. `fault` is an error of the engine, not of the program. */
export type StageReply =
  | { readonly kind: "ready" }
  | { readonly kind: "recorded"; readonly runs: readonly StageRun[] }
  | { readonly kind: "looked"; /** One for each run. */ readonly looks: readonly Look[] }
  | { readonly kind: "zoomed"; readonly sentences: readonly string[] }
  | { readonly kind: "fault"; readonly message: string };

/** How long a recording may take before its worker is ended, in ms. */
export const RECORD_WITHIN_MS = 20_000;

/** How an object, a global name or a frame's slot is named among what a step touched. */
export const touchOf = {
  object: (chip: number): string => `#${chip}`,
  name: (name: string): string => `.${name}`,
  slot: (frame: number, slot: number | string): string => `${frame}:${slot}`,
};
