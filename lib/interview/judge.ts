import { askedVersion, expectedOutput, judgePrediction, judgeRepair, type RepairRun, repairRuns } from "../cards/answer.ts";
import type { LibraryCard } from "../content/library-card.ts";
import type { RunResult, StopReason } from "../engine/types.ts";
import type { ProcessOutcome } from "../lab/process.ts";
import { versionOf } from "./ladder.ts";
import type { Prompt } from "./types.ts";

export interface Judgement {
  /** Null where no program can say: then the rubric does. */
  readonly objective: "pass" | "fail" | null;
  /** In words for the candidate. */
  readonly verdict: string;
}

type Asked = Pick<Prompt, "ask">;

/** Compares a typed output with what the version prints; null for a prompt that asks for no output. */
export function judgeOutput(card: LibraryCard, { ask }: Asked, typed: string, targetVersion: string): Judgement | null {
  const version = versionOf(ask) ?? askedVersion(card, targetVersion);
  if (card.prediction === null || (ask !== "card" && versionOf(ask) === null)) return null;
  const expected = expectedOutput(card.prediction, version);
  if (expected === null) return null;
  const verdict = judgePrediction(expected, typed);
  if (verdict.correct) return { objective: "pass", verdict: `This is what Python ${version} prints.` };
  const { line, expected: right, actual } = verdict.difference;
  return { objective: "fail", verdict: `Line ${line} differs: Python ${version} prints ${quoted(right)}, the answer has ${quoted(actual)}.` };
}

const quoted = (text: string | null): string => (text === null ? "nothing there" : `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`);

/** Whether a program can still say something of an answer that has no verdict. */
export function awaitsVerdict(card: LibraryCard, prompt: Asked & Pick<Prompt, "verdict">, targetVersion: string): boolean {
  return prompt.verdict === null && (prompt.ask === "heap" || isProgram(card, prompt) || judgeOutput(card, prompt, "", targetVersion) !== null);
}

/** Whether the answer is a program that is run. */
export const isProgram = (card: LibraryCard, { ask }: Asked): boolean => ask === "prove" || (ask === "card" && card.kind === "fix");

/** The programs that judge a repair; for a program that is to prove something, itself. None for other answers. */
export function runsOf(card: LibraryCard, { ask }: Asked, program: string, targetVersion: string): RepairRun[] {
  if (!isProgram(card, { ask })) return [];
  const version = askedVersion(card, targetVersion);
  if (ask === "card") return repairRuns(card, program, version);
  return [{ source: program, version, mode: "script", programLines: program.split("\n").length }];
}

/** Limits that a program reaches by what it does; the other reasons to stop are the engine's own. */
const OWN_FAULT: readonly StopReason[] = ["steps", "memory", "output", "depth"];

/** What a program shows that was to prove something: whether it is to the point, its reader judges. */
export function judgeShown(program: string, version: string, outcome: ProcessOutcome<readonly RunResult[]>): Judgement {
  if (outcome.kind !== "answered") return { objective: null, verdict: `It could not be run. ${outcome.message}` };
  const [result] = outcome.reply;
  if (result === undefined) return { objective: null, verdict: "It could not be run: the engine gave no answer." };
  if (result.status === "stopped") return { objective: OWN_FAULT.includes(result.reason) ? "fail" : null, verdict: `The program was stopped: ${result.message}` };
  if (result.status === "raised") return { objective: "fail", verdict: `The program ends with ${result.error.lastLine}${result.error.line === null ? "" : ` in line ${result.error.line}`}.` };
  if (/^\s*assert\b/m.test(program)) return { objective: null, verdict: `It runs to its end in Python ${version}; its asserts hold.` };
  if (result.stdout.trim() !== "") return { objective: null, verdict: `It runs in Python ${version} and prints ${quoted(result.stdout.trimEnd())}; it has no assert.` };
  return { objective: "fail", verdict: "It runs, but shows nothing: it has no assert and prints nothing." };
}

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
