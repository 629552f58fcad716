import { askedVersion, expectedOutput, judgePrediction, judgeRepair, type RepairRun, repairRuns } from "../cards/answer.ts";
import type { LibraryCard } from "../content/library-card.ts";
import type { RunResult, StopReason } from "../engine/types.ts";
import type { ProcessOutcome } from "../lab/process.ts";

export interface Judgement {
  /** Null where no program can say: then the rubric does. */
  readonly objective: "pass" | "fail" | null;
  /** In words for the candidate. */
  readonly verdict: string;
}

/** Compares a typed output with what the version prints; null for a card without a prediction. */
export function judgeOutput(card: LibraryCard, typed: string, targetVersion: string): Judgement | null {
  const version = askedVersion(card, targetVersion);
  const expected = card.prediction === null ? null : expectedOutput(card.prediction, version);
  if (expected === null) return null;
  const verdict = judgePrediction(expected, typed);
  if (verdict.correct) return { objective: "pass", verdict: `This is what Python ${version} prints.` };
  const { line, expected: right, actual } = verdict.difference;
  return { objective: "fail", verdict: `Line ${line} differs: Python ${version} prints ${quoted(right)}, the answer has ${quoted(actual)}.` };
}

const quoted = (text: string | null): string => (text === null ? "nothing there" : `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`);

/** Whether a program can still say something of an answer that has no verdict. */
export function awaitsVerdict(card: LibraryCard, verdict: string | null, targetVersion: string): boolean {
  return verdict === null && (card.kind === "fix" || judgeOutput(card, "", targetVersion) !== null);
}

/** The programs that judge an answer to a `fix` card; none for other cards. */
export function runsOf(card: LibraryCard, program: string, targetVersion: string): RepairRun[] {
  return card.kind === "fix" ? repairRuns(card, program, askedVersion(card, targetVersion)) : [];
}

/** Limits that a program reaches by what it does; the other reasons to stop are the engine's own. */
const OWN_FAULT: readonly StopReason[] = ["steps", "memory", "output", "depth"];

/** What the process says that ran the programs. One that had to be ended says nothing of the program: the engine stops those that never end by itself. */
export function judgeOutcome(runs: readonly RepairRun[], outcome: ProcessOutcome<readonly RunResult[]>): Judgement {
  if (outcome.kind === "answered") return judgeRuns(runs, outcome.reply);
  return { objective: null, verdict: `It could not be judged. ${outcome.message} The points below count instead.` };
}

/** What the runs say together: the first that is not fixed decides. */
export function judgeRuns(runs: readonly RepairRun[], results: readonly RunResult[]): Judgement {
  for (const [place, run] of runs.entries()) {
    const result = results[place];
    if (result === undefined) return { objective: null, verdict: "It could not be judged: the engine gave no answer." };
    if (result.status === "stopped" && OWN_FAULT.includes(result.reason)) return { objective: "fail", verdict: `The program was stopped: ${result.message}` };
    const verdict = judgeRepair(run, result);
    if (verdict.outcome === "fixed") continue;
    if (verdict.outcome === "unjudged") return { objective: null, verdict: `It could not be judged: ${verdict.message}` };
    const where = verdict.part === "program" ? `The program ends with ${verdict.message}${verdict.line === null ? "" : ` in line ${verdict.line}`}.` : `The program runs, but a check of the card fails with ${verdict.message}.`;
    return { objective: "fail", verdict: where };
  }
  return runs.length === 0 ? { objective: null, verdict: "It could not be judged: the card has no check for this version." } : { objective: "pass", verdict: "It passes all checks of the card." };
}
