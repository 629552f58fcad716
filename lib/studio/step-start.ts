import type { Proof } from "../cards/card.ts";
import type { Version } from "../cards/versions.ts";

/** What a proof types at the prompt in this version; null for a program. */
function examplesOf(proof: Exclude<Proof, { readonly kind: "repair" }>, version: Version) {
  if (proof.kind === "session") return proof.steps.flatMap((step) => (step.kind === "example" && step.versions.includes(version) ? [step.example] : []));
  return proof.kind === "refutes" && proof.form === "session" ? proof.examples : null;
}

/** Where a line of the card's file stands in the program that the stepper makes of the proof (lib/lab/proof-program.ts), from 1; null where it is not in it. */
export function programLine(proof: Proof, version: Version, fileLine: number): number | null {
  if (proof.kind === "repair") return null;
  const examples = examplesOf(proof, version);
  if (examples === null) {
    const line = fileLine - proof.line + 1;
    return "source" in proof && line >= 1 && line <= proof.source.split("\n").length ? line : null;
  }
  let line = 1;
  for (const example of examples) {
    if (example.line === fileLine) return line;
    line += example.source.split("\n").length;
  }
  return null;
}
