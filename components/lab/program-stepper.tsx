"use client";
import { useEffect, useState } from "react";
import { stageTrouble } from "../../lib/lab/stage-client.ts";
import type { StageProgram, StageRun } from "../../lib/lab/stage-messages.ts";
import { firstDifference, ofLine } from "../../lib/lab/step-navigation.ts";
import { Button } from "../ui/button.tsx";
import { CodeLines } from "./code-lines.tsx";
import { marksOf } from "./line-marks-of.ts";
import { RunOutput } from "./run-output.tsx";
import { RunStage } from "./run-stage.tsx";
import { useStage } from "./use-stage.ts";
import type { Stepper } from "./use-stepper.ts";

/** Where a stepper opens: at a step, the first time that a line is about to run, the end, or where two runs part. */
export type Start = { readonly kind: "step"; readonly step: number } | { readonly kind: "line"; readonly line: number } | { readonly kind: "end" } | { readonly kind: "difference" };

interface ProgramStepperProps {
  /** One, or two that are looked at side by side. */
  readonly programs: readonly StageProgram[];
  readonly start: Start;
}

type Phase = { readonly kind: "running" } | { readonly kind: "ran"; readonly runs: readonly StageRun[] } | { readonly kind: "trouble"; readonly message: string };

function startOf(start: Start, [first, second]: readonly StageRun[]): number {
  if (first === undefined) return 0;
  switch (start.kind) {
    case "step":
      return start.step;
    case "line":
      return ofLine(first.steps, -1, start.line) ?? 0;
    case "end":
      return first.steps.length - 1;
    case "difference":
      return second === undefined ? 0 : (firstDifference(first.steps, second.steps) ?? first.steps.length - 1);
  }
}

/** A program that is only shown, recorded when it comes on the screen. The room is there before the picture is. */
export function ProgramStepper({ programs, start }: ProgramStepperProps) {
  const stage = useStage();
  const [phase, setPhase] = useState<Phase>({ kind: "running" });
  const [stepper, setStepper] = useState<Stepper | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` counts the attempts; the programs are those it was opened with
  useEffect(() => {
    let wanted = true;
    void stage.record(programs).then((outcome) => {
      if (!wanted) return;
      setPhase(outcome.kind === "recorded" ? { kind: "ran", runs: outcome.runs } : { kind: "trouble", message: stageTrouble(outcome) });
    });
    return () => {
      wanted = false;
    };
  }, [stage, turn]);
  const [program] = programs;
  if (program === undefined) return null;
  const again = (): void => {
    setPhase({ kind: "running" });
    setTurn(turn + 1);
  };
  const looked = stepper?.looks[0] ?? null;
  return (
    <div className="@container">
    <div className={`grid items-start gap-4 ${programs.length > 1 ? "" : "@4xl:grid-cols-[minmax(0,0.7fr)_minmax(0,1.3fr)]"}`}>
      <section aria-label="Program" className="min-w-0 overflow-hidden rounded-xl border border-line bg-surface">
        <CodeLines source={program.source} {...marksOf(looked)} onLine={(line) => stepper?.toLine(line)} />
        {phase.kind === "ran" && phase.runs[0] !== undefined && <RunOutput result={phase.runs[0].result} until={looked?.step.output ?? null} />}
      </section>
      <div className="min-h-[30rem] min-w-0">
        {phase.kind === "running" && <p role="status" className="p-4 text-sm text-ink-2">Recording in Python {program.version}</p>}
        {phase.kind === "trouble" && <div role="status" className="grid justify-items-start gap-3 p-4"><p className="text-again">{phase.message}</p><Button look="quiet" onClick={again}>Try again</Button></div>}
        {phase.kind === "ran" && <RunStage stage={stage} runs={phase.runs} start={startOf(start, phase.runs)} onStep={setStepper} />}
      </div>
    </div>
    </div>
  );
}
