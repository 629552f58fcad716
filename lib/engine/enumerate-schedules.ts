import type { InterleavingsOptions } from "./interleavings.ts";
import { run } from "./run.ts";
import type { Decision, Interleaving, Interleavings, RunResult } from "./types.ts";

/** Runs at most, and interruptions in one run at most, unless the caller says otherwise. */
const MOST_RUNS = 2_000;
const INTERRUPTIONS = 2;

/** What `interleavings` does: a depth-first walk over the choices of all schedules. */
export function enumerateSchedules(source: string, options: InterleavingsOptions): Interleavings {
  const { interruptions = INTERRUPTIONS, mostRuns = MOST_RUNS, ...rest } = options;
  const outcomes = new Map<string, Interleaving>();
  const waiting: (readonly number[])[] = [[]];
  let runs = 0;
  for (let choices = waiting.pop(); choices && runs < mostRuns; choices = waiting.pop()) {
    const result = run(source, { ...rest, schedule: { choices } });
    runs++;
    note(outcomes, result, choices);
    waiting.push(...continued(result.concurrency?.decisions ?? [], choices.length, interruptions));
    if (runs === mostRuns) break;
  }
  return { outcomes: [...outcomes.values()], runs, isExhaustive: waiting.length === 0 };
}

function note(outcomes: Map<string, Interleaving>, result: RunResult, choices: readonly number[]): void {
  const ending = result.status === "done" ? null : result.status === "raised" ? result.error.lastLine : result.reason;
  const key = JSON.stringify([result.stdout, ending]);
  const known = outcomes.get(key);
  outcomes.set(key, known ? { ...known, runs: known.runs + 1 } : { stdout: result.stdout, ending, runs: 1, choices });
}

/** The lists of choices that differ from a run's for the first time behind those that it was given. */
function continued(decisions: readonly Decision[], given: number, interruptions: number): number[][] {
  const found: number[][] = [];
  let used = decisions.slice(0, given).filter(isInterruption).length;
  for (let at = given; at < decisions.length; at++) {
    const { options, taken, interrupts } = decisions[at];
    const before = decisions.slice(0, at).map((decision) => decision.taken);
    for (let other = 0; other < options; other++) {
      if (other !== taken && (!interrupts || other === 0 || used < interruptions)) found.push([...before, other]);
    }
    if (isInterruption(decisions[at])) used++;
  }
  return found;
}

const isInterruption = ({ interrupts, taken }: Decision) => interrupts && taken > 0;
