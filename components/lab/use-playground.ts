"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Mode } from "../../lib/cards/fence.ts";
import { FREE_THREADED, type Version } from "../../lib/cards/versions.ts";
import { EXAMPLES } from "../../lib/lab/examples.ts";
import { programOf } from "../../lib/lab/program-link.ts";
import { type Stage, stageTrouble } from "../../lib/lab/stage-client.ts";
import { sameProgram, type StageProgram, type StageRun } from "../../lib/lab/stage-messages.ts";
import { firstDifference } from "../../lib/lab/step-navigation.ts";
import { type KeptRun, keepRuns, keptRuns, withRun } from "./kept-runs.ts";
import { useStage } from "./use-stage.ts";

/** What a run is shown beside. `before`: the run before it, to see what an edit does. */
export type Beside = { readonly kind: "nothing" } | { readonly kind: "version"; readonly version: Version } | { readonly kind: "mode" } | { readonly kind: "build" } | { readonly kind: "before" };

/** Runs that were recorded together. */
export interface Shown {
  /** Grows with every run, so that a newer one begins anew. */
  readonly number: number;
  readonly runs: readonly [StageRun, ...StageRun[]];
  readonly start: number;
}

export interface Play {
  readonly stage: Stage;
  readonly program: StageProgram;
  readonly beside: Beside;
  readonly running: boolean;
  readonly shown: Shown | null;
  readonly trouble: string;
  /** Whether the program is another one than that whose run is shown. */
  readonly changed: boolean;
  readonly history: readonly KeptRun[];
  readonly edit: (change: Partial<StageProgram>) => void;
  /** Puts another program into the editor and runs it. */
  readonly open: (program: StageProgram) => void;
  readonly setBeside: (beside: Beside) => void;
  readonly run: () => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

const otherMode = (mode: Mode): Mode => (mode === "repl" ? "script" : "repl");

/** The programs to record: the one in the editor, and what it is shown beside. */
function together(program: StageProgram, beside: Beside, before: StageProgram | null): StageProgram[] {
  switch (beside.kind) {
    case "nothing":
      return [program];
    case "version":
      return [program, { ...program, version: beside.version, freeThreaded: FREE_THREADED.includes(beside.version) ? program.freeThreaded : undefined }];
    case "build":
      return [program, { ...program, freeThreaded: program.freeThreaded ? undefined : true }];
    case "mode":
      return [program, { ...program, mode: otherMode(program.mode) }];
    case "before":
      return before === null || sameProgram(before, program) ? [program] : [program, before];
  }
}

const [{ source, version, mode }] = EXAMPLES as readonly [(typeof EXAMPLES)[number], ...typeof EXAMPLES];
const FIRST: StageProgram = { source, version, mode };

/** The program alone, of something that has more. */
const programIn = ({ source, version, mode, freeThreaded, cores }: StageProgram): StageProgram => ({ source, version, mode, ...(freeThreaded ? { freeThreaded } : {}), ...(cores === undefined ? {} : { cores }) });

const linked = (): { readonly program: StageProgram; readonly step: number | null } | null => {
  const found = programOf(window.location.hash);
  return found === null ? null : { program: programIn(found), step: found.step };
};

/** The runs of the playground, one at a time. */
function useRuns() {
  const stage = useStage();
  const [running, setRunning] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [trouble, setTrouble] = useState("");
  const [history, setHistory] = useState<readonly KeptRun[]>([]);
  const number = useRef(0);
  const record = useCallback(async (programs: readonly StageProgram[], step: number | null): Promise<void> => {
    number.current += 1;
    const mine = number.current;
    setRunning(true);
    setTrouble("");
    const outcome = await stage.record(programs);
    // A newer run took the worker and will say how it went.
    if (mine !== number.current) return;
    setRunning(false);
    if (outcome.kind !== "recorded") return setTrouble(stageTrouble(outcome));
    const [first, second] = outcome.runs;
    if (first === undefined) return;
    const start = step ?? (second === undefined ? 0 : (firstDifference(first.steps, second.steps) ?? 0));
    setShown({ number: mine, runs: second === undefined ? [first] : [first, second], start });
    const kept = withRun(keptRuns(), { ...first.program, at: Date.now() });
    keepRuns(kept);
    setHistory(kept);
  }, [stage]);
  const forget = (): void => {
    keepRuns([]);
    setHistory([]);
  };
  return { stage, running, shown, trouble, history, setHistory, record, stop: stage.stop, forget };
}

/** The playground: a program, how it is run, and what came of it. It begins with the program of the link, else with the last that ran here, else with an example. */
export function usePlayground(): Play {
  const { record, setHistory, ...runs } = useRuns();
  const [program, setProgram] = useState<StageProgram>(FIRST);
  const [beside, setBeside] = useState<Beside>({ kind: "nothing" });
  const open = useCallback((opened: StageProgram, step: number | null = null): void => {
    setProgram(opened);
    setBeside({ kind: "nothing" });
    void record([opened], step);
  }, [record]);
  // After the first drawing, which must be what the server drew.
  useEffect(() => {
    const begin = (): void => {
      const found = linked();
      const [last] = keptRuns();
      open(found?.program ?? (last && programIn(last)) ?? FIRST, found?.step ?? null);
    };
    const follow = (): void => {
      if (linked() !== null) begin();
    };
    setHistory(keptRuns());
    begin();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [open, setHistory]);
  const last = runs.shown?.runs[0].program ?? null;
  return {
    ...runs, program, beside, setBeside,
    changed: last !== null && !sameProgram(last, program),
    edit: (change) => setProgram({ ...program, ...change }),
    open: (opened) => open(programIn(opened)),
    run: () => void record(together(program, beside, last), null),
  };
}
