import { askedVersion, expectedOutput, judgePrediction, judgeRepair, type RepairRun, repairRuns } from "../cards/answer.ts";
import type { LibraryCard } from "../content/library-card.ts";
import type { RunResult } from "../engine/types.ts";

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

/** The programs that judge an answer to a `fix` card; none for other cards. */
export function runsOf(card: LibraryCard, program: string, targetVersion: string): RepairRun[] {
  return card.kind === "fix" ? repairRuns(card, program, askedVersion(card, targetVersion)) : [];
}

/** What the runs say together: the first that is not fixed decides. */
export function judgeRuns(runs: readonly RepairRun[], results: readonly RunResult[]): Judgement {
  for (const [place, run] of runs.entries()) {
    const result = results[place];
    if (result === undefined) return { objective: null, verdict: "It could not be judged: the engine gave no answer." };
    const verdict = judgeRepair(run, result);
    if (verdict.outcome === "fixed") continue;
    if (verdict.outcome === "unjudged") return { objective: null, verdict: `It could not be judged: ${verdict.message}` };
    const where = verdict.part === "program" ? `The program ends with ${verdict.message}${verdict.line === null ? "" : ` in line ${verdict.line}`}.` : `The program runs, but a check of the card fails with ${verdict.message}.`;
    return { objective: "fail", verdict: where };
  }
  return runs.length === 0 ? { objective: null, verdict: "It could not be judged: the card has no check for this version." } : { objective: "pass", verdict: "It passes all checks of the card." };
}
