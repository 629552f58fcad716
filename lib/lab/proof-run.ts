import type { Proof } from "../cards/card.ts";
import { feedStatement, machineOf, proveBlock, shownOutput } from "../cards/prove.ts";
import type { Prover } from "../cards/prover.ts";
import type { Version } from "../cards/versions.ts";
import type { RunOptions, RunResult } from "../engine/types.ts";
import type { ProofRun } from "./messages.ts";

/** Proves one block in one version and says what its programs did. */
export function runProof(prover: Prover, proof: Proof, version: Version): ProofRun {
  const { outcome, failure } = proveBlock(prover, proof, version);
  const said = failure === null ? [] : [failure.message, failure.expected === null ? "" : `expected: ${failure.expected}`, failure.actual === null ? "" : `actual: ${failure.actual}`];
  return { outcome, message: said.filter((line) => line !== "").join("\n"), output: outputOf(prover, proof, version).trimEnd() };
}

/** What the programs of a block print in one version. */
export function outputOf(prover: Prover, proof: Proof, version: Version): string {
  switch (proof.kind) {
    case "script":
      return shown(prover.run(proof.source, { version, mode: proof.mode, ...machineOf(proof) }));
    case "session":
      return transcript(prover, proof.steps.flatMap((step) => (step.kind === "example" && step.versions.includes(version) ? [step.example.source] : [])), { version, ...machineOf(proof) });
    case "repair":
      return [`broken: ${ending(prover.run(`${proof.broken}\n${proof.check}`, { version }))}`, `fixed: ${ending(prover.run(`${proof.fixed}\n${proof.check}`, { version }))}`].join("\n");
    case "refutes":
      return proof.form === "session" ? transcript(prover, proof.examples.map((example) => example.source), { version }) : ending(prover.run(proof.source, { version }));
  }
}

function shown(result: RunResult): string {
  return result.status === "stopped" ? `${result.stdout}${result.message}` : shownOutput(result);
}

/** How a program ended, in one line. */
function ending(result: RunResult): string {
  if (result.status === "done") return "ends without an exception";
  return result.status === "raised" ? result.error.lastLine : result.message;
}

/** What the screen shows when the statements are typed at the prompt. */
function transcript(prover: Prover, statements: readonly string[], options: RunOptions): string {
  const session = prover.openSession({ ...options, mode: "repl" });
  const lines: string[] = [];
  try {
    for (const source of statements) {
      lines.push(source.split("\n").map((line, index) => `${index === 0 ? ">>>" : "..."} ${line}`).join("\n"));
      const result = feedStatement(session, source);
      if (result.status === "incomplete") return [...lines, "The statement is unfinished."].join("\n");
      if (result.stdout !== "") lines.push(result.stdout.trimEnd());
      if (result.status === "stopped") return [...lines, result.message].join("\n");
      if (result.error !== null) lines.push(result.error.lastLine);
    }
  } finally {
    session.close();
  }
  return lines.join("\n");
}
