import type { Expected, ModelBlock, Proof, ScriptProof, SessionProof, SoundCard } from "./card.ts";
import { blockVersions, proveBlock } from "./prove.ts";
import type { Outcome } from "./prove.ts";
import type { Prover } from "./prover.ts";
import { assertions } from "./python-lines.ts";
import type { Version } from "./versions.ts";

/** A proof with one of its assertions turned round. */
export interface Mutant {
  readonly proof: Proof;
  readonly line: number;
  /** What was turned round, as written. */
  readonly assertion: string;
  /** A version in which the assertion is looked at. */
  readonly version: Version;
}

/** A mutant that did not fail: its assertion proves nothing. */
export interface Survivor {
  readonly line: number;
  readonly assertion: string;
  readonly version: Version;
  readonly outcome: Exclude<Outcome, "failed">;
}

const CHANGED = "(changed)";

function negatedSources(source: string): { readonly source: string; readonly line: number; readonly text: string }[] {
  return assertions(source).map((assertion) => {
    const message = assertion.message === null ? "" : `, ${assertion.message}`;
    const negated = `assert not (${assertion.condition})${message}`;
    return {
      source: source.slice(0, assertion.start) + negated + source.slice(assertion.end),
      line: assertion.line,
      text: `assert ${assertion.condition}`,
    };
  });
}

function flip(model: ModelBlock, at: number): ModelBlock {
  return { ...model, statements: model.statements.map((statement, index) => (index === at ? { ...statement, holds: !statement.holds } : statement)) };
}

function newest(versions: readonly Version[]): Version[] {
  return versions.slice(-1);
}

function scriptMutants(proof: ScriptProof): Mutant[] {
  const asserts = negatedSources(proof.source).flatMap((negated) =>
    newest(proof.versions).map((version) => ({ proof: { ...proof, source: negated.source }, line: proof.line + negated.line - 1, assertion: negated.text, version })),
  );
  const outputs = proof.outputs.flatMap((output) =>
    newest(output.versions).map((version) => {
      const changed = (one: Expected): Expected => (one === output ? { ...one, text: `${one.text}\n${CHANGED}` } : one);
      return { proof: { ...proof, outputs: proof.outputs.map(changed) }, line: output.line, assertion: output.text, version };
    }),
  );
  const models = proof.models.flatMap((model) =>
    model.statements.flatMap((statement, at) =>
      newest(model.versions).map((version) => ({
        proof: { ...proof, models: proof.models.map((one) => (one === model ? flip(model, at) : one)) },
        line: statement.line,
        assertion: statement.source,
        version,
      })),
    ),
  );
  return [...asserts, ...outputs, ...models];
}

function sessionMutants(proof: SessionProof): Mutant[] {
  return proof.steps.flatMap((step, index): Mutant[] => {
    const replace = (changed: SessionProof["steps"][number]): Proof => ({ ...proof, steps: proof.steps.map((one, at) => (at === index ? changed : one)) });
    if (step.kind === "model") {
      return step.model.statements.flatMap((statement, at) =>
        newest(step.model.versions).map((version) => ({
          proof: replace({ kind: "model", model: flip(step.model, at) }),
          line: statement.line,
          assertion: statement.source,
          version,
        })),
      );
    }
    if (step.example.want === "") return [];
    const example = { ...step.example, want: `${step.example.want}\n${CHANGED}` };
    return newest(step.versions).map((version) => ({
      proof: replace({ ...step, example }),
      line: step.example.line,
      assertion: `${step.example.source} -> ${step.example.want}`,
      version,
    }));
  });
}

/** All mutants of a proof: each has one assertion negated or one expected output changed. */
export function mutants(proof: Proof): Mutant[] {
  switch (proof.kind) {
    case "script":
      return scriptMutants(proof);
    case "session":
      return sessionMutants(proof);
    case "repair":
      return negatedSources(proof.check).flatMap((negated) =>
        newest(proof.versions).map((version) => ({ proof: { ...proof, check: negated.source }, line: proof.line + negated.line - 1, assertion: negated.text, version })),
      );
    case "refutes":
      return proof.form === "session"
        ? []
        : negatedSources(proof.source).flatMap((negated) =>
            newest(proof.versions).map((version) => ({ proof: { ...proof, source: negated.source }, line: proof.line + negated.line - 1, assertion: negated.text, version })),
          );
  }
}

/** Runs all mutants of a card; each must fail. Returns those that did not, and how many were tried. */
export function mutateCard(prover: Prover, card: SoundCard): { readonly tried: number; readonly survivors: readonly Survivor[] } {
  const all = card.proofs.filter((proof) => blockVersions(card, proof).length > 0).flatMap((proof) => mutants(proof));
  const survivors = all.flatMap((mutant): Survivor[] => {
    const { outcome } = proveBlock(prover, mutant.proof, mutant.version, [0]);
    return outcome === "failed" ? [] : [{ line: mutant.line, assertion: mutant.assertion, version: mutant.version, outcome }];
  });
  return { tried: all.length, survivors };
}
