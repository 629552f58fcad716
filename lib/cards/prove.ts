import type { FeedResult, RunOptions, RunResult, Session } from "../engine/types.ts";
import type { Expected, ModelBlock, Proof, RefutesProof, RepairProof, ScriptProof, SessionProof, SessionStep, SoundCard } from "./card.ts";
import { firstDifference } from "./compare.ts";
import type { Mode } from "./fence.ts";
import { checkStatement, watch } from "./prove-model.ts";
import type { Watched } from "./prove-model.ts";
import type { Prover } from "./prover.ts";
import { assertions } from "./python-lines.ts";
import type { Example } from "./session-text.ts";
import { type Version, VERSIONS } from "./versions.ts";

/** `unsupported`: the engine cannot run it. Only `held` counts as proven. */
export type Outcome = "held" | "failed" | "stopped" | "unsupported";

export interface Failure {
  /** Line of the card file. */
  readonly line: number;
  readonly message: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

type Verdict = { readonly outcome: "held" } | { readonly outcome: Exclude<Outcome, "held">; readonly failure: Failure };

/** One block in one version. */
export interface ProofResult {
  readonly proof: string;
  readonly kind: Proof["kind"];
  readonly line: number;
  readonly version: Version;
  readonly mode: Mode;
  readonly outcome: Outcome;
  /** Null when it held. */
  readonly failure: Failure | null;
}

export interface ProveOptions {
  /** Default: all versions of the card. */
  readonly versions?: readonly Version[];
  /** Each block must hold under all of these hash seeds. Default 0 and 1. */
  readonly seeds?: readonly number[];
}

const HELD: Verdict = { outcome: "held" };

function failed(line: number, message: string, expected: string | null = null, actual: string | null = null): Verdict {
  return { outcome: "failed", failure: { line, message, expected, actual } };
}

function stopped(reason: string, message: string, line: number): Verdict {
  return { outcome: reason === "unsupported" ? "unsupported" : "stopped", failure: { line, message, expected: null, actual: null } };
}

// What the engine raises for a module or a function that it does not have.
const MISSING = new Set(["NotImplementedError", "ModuleNotFoundError"]);

function raised(error: { readonly type: string; readonly lastLine: string }, line: number, source: string | null): Verdict {
  if (MISSING.has(error.type)) return stopped("unsupported", error.lastLine, line);
  return failed(line, error.type === "AssertionError" ? "the assertion does not hold" : "the program raised", source, error.lastLine);
}

function sourceLine(source: string, line: number | null): string | null {
  return line === null ? null : (source.split("\n")[line - 1]?.trim() ?? null);
}

/** All that a program shows: its output, and the last line of the traceback if an exception ended it. */
export function shownOutput(result: Extract<RunResult, { status: "done" | "raised" }>): string {
  if (result.status === "done") return result.stdout;
  const gap = result.stdout === "" || result.stdout.endsWith("\n") ? "" : "\n";
  return `${result.stdout}${gap}${result.error.lastLine}\n`;
}

function judgeOutput(expected: Expected, shown: string): Verdict {
  const difference = firstDifference(expected.text, shown);
  if (difference === null) return HELD;
  const line = Math.min(difference.line, expected.text.split("\n").length);
  return failed(expected.line + line - 1, `the output differs in line ${difference.line}`, difference.expected, difference.actual ?? "(no such line)");
}

function checkModels(session: Session, models: readonly ModelBlock[], version: Version, watched: Watched): Verdict {
  for (const model of models.filter((one) => one.versions.includes(version))) {
    for (const statement of model.statements) {
      const seen = checkStatement(session, statement, watched);
      if (seen.outcome === "held") continue;
      return { outcome: seen.outcome, failure: { line: statement.line, message: "the model differs", expected: statement.source, actual: seen.actual } };
    }
  }
  return HELD;
}

/** A script whose insides are looked at afterwards runs in a session's namespace, which outlives it. */
function runThenInspect(prover: Prover, proof: ScriptProof, options: RunOptions, version: Version): Verdict {
  const session = prover.openSession(options);
  try {
    const result = session.exec(proof.source);
    if (result.status === "incomplete") return failed(proof.line, "the program is unfinished");
    if (result.status === "stopped") return stopped(result.reason, result.message, proof.line);
    if (result.error !== null) {
      return raised(result.error, proof.line + (result.error.line ?? 1) - 1, sourceLine(proof.source, result.error.line));
    }
    return checkModels(session, proof.models, version, new Map());
  } finally {
    session.close();
  }
}

function proveScript(prover: Prover, proof: ScriptProof, options: RunOptions, version: Version): Verdict {
  if (proof.outputs.length === 0 && !assertions(proof.source).some((assertion) => assertion.indent === 0)) {
    return failed(proof.line, "the program asserts nothing: it needs an assert at its left edge, or an output block");
  }
  const result = prover.run(proof.source, { ...options, mode: proof.mode });
  if (result.status === "stopped") return stopped(result.reason, result.message, proof.line + (result.line ?? 1) - 1);
  const expected = proof.outputs.find((output) => output.versions.includes(version));
  if (expected !== undefined) {
    if (result.status === "raised" && MISSING.has(result.error.type) && !expected.text.includes(result.error.type)) {
      return stopped("unsupported", result.error.lastLine, proof.line);
    }
    const verdict = judgeOutput(expected, shownOutput(result));
    if (verdict.outcome !== "held") return verdict;
  } else if (result.status === "raised") {
    return raised(result.error, proof.line + (result.error.line ?? 1) - 1, sourceLine(proof.source, result.error.line));
  }
  return proof.models.some((model) => model.versions.includes(version)) ? runThenInspect(prover, proof, options, version) : HELD;
}

/** Feeds a statement as it is typed: a block is ended by an empty line. */
export function feedStatement(session: Session, source: string): FeedResult {
  const result = session.feed(source);
  return result.status === "incomplete" ? session.feed(`${source}\n\n`) : result;
}

const TRACEBACK = "Traceback (most recent call last):";

/** What a statement shows in the form of doctest: of a traceback only the first and the last line count. */
function shownByFeed(result: Extract<FeedResult, { status: "done" }>): string {
  if (result.error === null) return result.stdout;
  const own = result.stdout.endsWith(`${result.error.lastLine}\n`) ? result.stdout.slice(0, -result.error.lastLine.length - 1) : result.stdout;
  return `${own}${own === "" || own.endsWith("\n") ? "" : "\n"}${TRACEBACK}\n${result.error.lastLine}\n`;
}

/** An expected output with its traceback, if there is one, shortened to the first and the last line. */
function shortenTraceback(want: string): string {
  const at = want.split("\n").findIndex((line) => line.trim() === TRACEBACK);
  if (at < 0) return want;
  const lines = want.split("\n");
  const last = lines.slice(at + 1).filter((line) => line !== "" && !line.startsWith(" "));
  return [...lines.slice(0, at), TRACEBACK, ...last].join("\n");
}

function proveExample(session: Session, example: Example): Verdict {
  const result = feedStatement(session, example.source);
  if (result.status === "incomplete") return failed(example.line, "the statement is unfinished", null, example.source);
  if (result.status === "stopped") return stopped(result.reason, result.message, example.line);
  if (result.error !== null && MISSING.has(result.error.type) && !example.want.includes(result.error.type)) {
    return stopped("unsupported", result.error.lastLine, example.line);
  }
  const difference = firstDifference(shortenTraceback(example.want), shownByFeed(result));
  if (difference === null) return HELD;
  return failed(example.line, `the output of "${example.source.split("\n")[0]}" differs`, example.want === "" ? "(nothing)" : example.want, shownByFeed(result).trimEnd() || "(nothing)");
}

function watchedPaths(steps: readonly SessionStep[]): string[] {
  return steps.flatMap((step) =>
    step.kind === "model" ? step.model.statements.flatMap(({ claim }) => (claim.kind === "alive" ? [claim.path] : [])) : [],
  );
}

function proveSession(prover: Prover, proof: Pick<SessionProof, "steps">, options: RunOptions, version: Version): Verdict {
  const session = prover.openSession({ ...options, mode: "repl" });
  const watched: Watched = new Map();
  const paths = watchedPaths(proof.steps);
  try {
    for (const step of proof.steps) {
      if (step.kind === "example" && !step.versions.includes(version)) continue;
      const verdict = step.kind === "example" ? proveExample(session, step.example) : checkModels(session, [step.model], version, watched);
      if (verdict.outcome !== "held") return verdict;
      watch(session, paths, watched);
    }
    return HELD;
  } finally {
    session.close();
  }
}

/** The fixed program passes the check, and the broken one does not. */
function proveRepair(prover: Prover, proof: RepairProof, options: RunOptions): Verdict {
  const join = (program: string): string => `${program.trimEnd()}\n${proof.check}`;
  const result = prover.run(join(proof.fixed), { ...options, mode: "script" });
  if (result.status === "stopped") return stopped(result.reason, result.message, proof.line);
  if (result.status === "raised") {
    const inCheck = (result.error.line ?? 0) - proof.fixed.trimEnd().split("\n").length;
    return raised(result.error, proof.line + Math.max(inCheck, 1) - 1, sourceLine(join(proof.fixed), result.error.line));
  }
  const broken = prover.run(join(proof.broken), { ...options, mode: "script" });
  if (broken.status === "done") return failed(proof.line, "the broken program passes the check as well: the proof does not show the bug");
  if (broken.status === "stopped") return stopped(broken.reason, `in the broken program: ${broken.message}`, proof.line);
  if (MISSING.has(broken.error.type)) return stopped("unsupported", broken.error.lastLine, proof.line);
  return HELD;
}

/** Whether the myth holds, by its assert or its last output; a verdict when the block failed before it could tell. */
function testMyth(prover: Prover, proof: RefutesProof, options: RunOptions, version: Version): boolean | Verdict {
  if (proof.form === "session") {
    const steps = proof.examples.map((example): SessionStep => ({ kind: "example", example, versions: [version] }));
    const verdict = proveSession(prover, { steps }, options, version);
    if (verdict.outcome === "held") return true;
    return verdict.outcome === "failed" && verdict.failure.line === proof.examples.at(-1)?.line ? false : verdict;
  }
  const result = prover.run(proof.source, { ...options, mode: "script" });
  if (result.status === "done") return true;
  if (result.status === "stopped") return stopped(result.reason, result.message, proof.line);
  if (result.error.type === "AssertionError") return false;
  return raised(result.error, proof.line + (result.error.line ?? 1) - 1, sourceLine(proof.source, result.error.line));
}

function proveRefutes(prover: Prover, proof: RefutesProof, options: RunOptions, version: Version): Verdict {
  const mustFail = proof.versions.includes(version);
  const holds = testMyth(prover, proof, options, version);
  if (typeof holds !== "boolean") return holds;
  if (holds !== mustFail) return HELD;
  return mustFail
    ? failed(proof.line, `the myth holds in ${version}: leave ${version} out of the block's versions`)
    : failed(proof.line, `the myth is false in ${version} too: name it in the block's versions`);
}

function proveOnce(prover: Prover, proof: Proof, options: RunOptions, version: Version): Verdict {
  switch (proof.kind) {
    case "script":
      return proveScript(prover, proof, options, version);
    case "session":
      return proveSession(prover, proof, options, version);
    case "repair":
      return proveRepair(prover, proof, options);
    case "refutes":
      return proveRefutes(prover, proof, options, version);
  }
}

function proofMode(proof: Proof): Mode {
  if (proof.kind === "script") return proof.mode;
  return proof.kind === "session" || (proof.kind === "refutes" && proof.form === "session") ? "repl" : "script";
}

/** A prover that can say afterwards whether another seed could have changed what it ran. */
function watchSeed(prover: Prover): { readonly prover: Prover; readonly seen: () => boolean } {
  let seen = false;
  const sessions: Session[] = [];
  const run: Prover["run"] = (source, options) => {
    const result = prover.run(source, options);
    seen ||= result.seedSeen ?? true;
    return result;
  };
  const openSession: Prover["openSession"] = (options) => {
    const session = prover.openSession(options);
    sessions.push(session);
    return session;
  };
  return { prover: { run, openSession }, seen: () => seen || sessions.some((session) => session.seedSeen?.() ?? true) };
}

/** The machine that a block asks for; one that names no cores gets the engine's own. */
export function machineOf({ cores, freeThreaded }: Proof): Pick<RunOptions, "cores" | "freeThreaded"> {
  return { ...(cores === null ? {} : { cores }), ...(freeThreaded ? { freeThreaded } : {}) };
}

/** What the results of a block have in common. */
function cellOf(proof: Proof, version: Version): Omit<ProofResult, "outcome" | "failure"> {
  return { proof: proof.name, kind: proof.kind, line: proof.line, version, mode: proofMode(proof) };
}

/** Proves one block in one version, under each seed; under the first alone where the programs could see nothing that a seed decides. */
export function proveBlock(prover: Prover, proof: Proof, version: Version, seeds: readonly number[] = [0, 1]): ProofResult {
  const cell = cellOf(proof, version);
  for (const [index, seed] of seeds.entries()) {
    const watched = watchSeed(prover);
    const verdict = proveOnce(watched.prover, proof, { version, seed, ...machineOf(proof) }, version);
    if (verdict.outcome === "held" && !watched.seen()) break;
    if (verdict.outcome === "held") continue;
    const message = index === 0 ? verdict.failure.message : `${verdict.failure.message} (under hash seed ${seed}; it held under ${seeds[0]})`;
    return { ...cell, outcome: verdict.outcome, failure: { ...verdict.failure, message } };
  }
  return { ...cell, outcome: "held", failure: null };
}

/** The versions in which a block says something: a myth speaks about all versions of its card. */
export function blockVersions(card: SoundCard, proof: Proof): readonly Version[] {
  return proof.kind === "refutes" ? card.front.versions : proof.versions;
}

/** Proves all blocks of a card: one result for each block and version, in the order of the file. */
export function proveCard(prover: Prover, card: SoundCard, options: ProveOptions = {}): ProofResult[] {
  return card.proofs.flatMap((proof) =>
    blockVersions(card, proof)
      .filter((version) => options.versions?.includes(version) ?? true)
      .map((version) => proveBlock(prover, proof, version, options.seeds)),
  );
}

/** Results in the order of the file, then of the versions. */
export function inOrder(card: SoundCard, results: readonly ProofResult[]): ProofResult[] {
  const names = card.proofs.map((proof) => proof.name);
  return [...results].sort((a, b) => names.indexOf(a.proof) - names.indexOf(b.proof) || VERSIONS.indexOf(a.version) - VERSIONS.indexOf(b.version));
}

/** What `proveCard` gives where all blocks that speak about a version hold. */
export function heldResults(card: SoundCard, version: Version): ProofResult[] {
  return card.proofs.filter((proof) => blockVersions(card, proof).includes(version)).map((proof) => ({ ...cellOf(proof, version), outcome: "held", failure: null }));
}

/** Whether a card is proven: something was proven, and nothing failed, stopped or is unsupported. */
export function allHeld(results: readonly ProofResult[]): boolean {
  return results.length > 0 && results.every((result) => result.outcome === "held");
}
