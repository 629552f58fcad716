import type { Proof } from "../cards/card.ts";
import type { Version } from "../cards/versions.ts";
import type { StageProgram } from "./stage-messages.ts";

/** A proof as something to step through. */
export interface ProofProgram {
  /** One program, or two that are looked at side by side. */
  readonly programs: readonly [StageProgram] | readonly [StageProgram, StageProgram];
  /** The line that matters: the picture opens when it is about to run. Null: two programs, where they part. */
  readonly line: number | null;
}

/** The last line at the outermost level that asserts or prints, else the last line of code. */
export function lineThatMatters(source: string): number {
  const lines = source.split("\n");
  const last = (wanted: RegExp): number => lines.findLastIndex((line) => wanted.test(line)) + 1;
  return last(/^(assert|print)\b/) || last(/^[^\s#]/) || 1;
}

/** What is typed at the prompt, one statement under the other, and the line of the last one that shows something. */
function typed(examples: readonly { readonly source: string; readonly want: string }[]): { readonly source: string; readonly line: number } {
  let line = 1;
  let matters = 1;
  for (const { source, want } of examples) {
    if (want !== "") matters = line;
    line += source.split("\n").length;
  }
  return { source: examples.map(({ source }) => source).join("\n"), line: matters };
}

/** Turns a proof into what the stepper runs, in one version. */
export function proofProgram(proof: Proof, version: Version): ProofProgram {
  const made = programsOf(proof, version);
  const machine = { ...(proof.freeThreaded ? { freeThreaded: true } : {}), ...(proof.cores === null ? {} : { cores: proof.cores }) };
  const [first, second] = made.programs;
  return { ...made, programs: second === undefined ? [{ ...first, ...machine }] : [{ ...first, ...machine }, { ...second, ...machine }] };
}

function programsOf(proof: Proof, version: Version): ProofProgram {
  switch (proof.kind) {
    case "repair":
      return { programs: [{ source: `${proof.broken}\n${proof.check}`, version, mode: "script" }, { source: `${proof.fixed}\n${proof.check}`, version, mode: "script" }], line: null };
    case "session": {
      const { source, line } = typed(proof.steps.flatMap((step) => (step.kind === "example" && step.versions.includes(version) ? [step.example] : [])));
      return opened({ source, version, mode: "repl" }, proof, line);
    }
    case "refutes": {
      if (proof.form === "script") return opened({ source: proof.source, version, mode: "script" }, proof, lineThatMatters(proof.source));
      const { source, line } = typed(proof.examples);
      return opened({ source, version, mode: "repl" }, proof, line);
    }
    case "script":
      return opened({ source: proof.source, version, mode: proof.mode }, proof, lineThatMatters(proof.source));
  }
}

/** With what the card asks for: another line, something beside it. */
function opened(program: StageProgram, { picture }: Proof, line: number): ProofProgram {
  const beside = picture?.beside ?? null;
  const matters = picture?.line ?? line;
  if (beside === null || beside === program.mode || beside === program.version) return { programs: [program], line: matters };
  return { programs: [program, beside === "script" || beside === "repl" ? { ...program, mode: beside } : { ...program, version: beside }], line: matters };
}
