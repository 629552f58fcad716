import type { RunResult } from "../engine/types.ts";
import type { Prediction, SoundCard } from "./card.ts";
import { firstDifference } from "./compare.ts";
import type { Difference } from "./compare.ts";
import type { Mode } from "./fence.ts";
import type { Version } from "./versions.ts";

/** The version whose behaviour is asked for: the learner's, else the newest that the card names. */
export function askedVersion(card: { readonly versions: readonly Version[] }, target: string): Version {
  return card.versions.find((version) => version === target) ?? card.versions.at(-1) ?? "3.14";
}

/** What a `predict` card's program prints in a version; null when the card does not name the version. */
export function expectedOutput(prediction: Prediction, version: Version): string | null {
  return prediction.outputs.find((output) => output.versions.includes(version))?.text ?? null;
}

export type PredictionVerdict = { readonly correct: true } | { readonly correct: false; readonly difference: Difference };

/**
 * Compares a typed output with the expected one. Line ends, blanks at the ends of lines and empty lines at the end do not
 * count; all else does. When they differ, the first line that differs is named.
 */
export function judgePrediction(expected: string, typed: string): PredictionVerdict {
  const difference = firstDifference(expected, typed);
  return difference === null ? { correct: true } : { correct: false, difference };
}

/** A program to run, and what must come of it: it ends without an exception. */
export interface RepairRun {
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
  /** Lines of the learner's own program; a failure below them is a failure of the check. */
  readonly programLines: number;
}

/** The programs that judge an answer to a `fix` card: the learner's program followed by each of the card's checks. */
export function repairRuns(card: Pick<SoundCard, "proofs">, program: string, version: Version): RepairRun[] {
  const own = program.replace(/\r\n?/g, "\n").trimEnd();
  return card.proofs.flatMap((proof) =>
    proof.kind === "repair" && proof.versions.includes(version)
      ? [{ source: `${own}\n${proof.check}`, version, mode: "script", programLines: own.split("\n").length }]
      : [],
  );
}

export type RepairVerdict =
  | { readonly outcome: "fixed" }
  /** `part` is where it failed: in the learner's program, or in the card's check of it. `line` counts within that part. */
  | { readonly outcome: "broken"; readonly part: "program" | "check"; readonly line: number | null; readonly message: string }
  /** It could not be judged: a limit was reached, or the engine lacks something. */
  | { readonly outcome: "unjudged"; readonly message: string };

/** Judges the result of one repair run. */
export function judgeRepair(run: RepairRun, result: RunResult): RepairVerdict {
  if (result.status === "done") return { outcome: "fixed" };
  if (result.status === "stopped") return { outcome: "unjudged", message: result.message };
  const line = result.error.line;
  const inCheck = line !== null && line > run.programLines;
  return {
    outcome: "broken",
    part: inCheck ? "check" : "program",
    line: line === null ? null : inCheck ? line - run.programLines : line,
    message: result.error.lastLine,
  };
}
