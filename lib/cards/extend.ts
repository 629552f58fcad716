import type { Proof, SessionStep } from "./card.ts";
import type { Version } from "./versions.ts";

const also = (versions: readonly Version[], from: Version, to: Version): readonly Version[] => (versions.includes(from) && !versions.includes(to) ? [...versions, to] : versions);

/** A block that says of one version what it says of another: to try it in a Python that its card does not name yet. */
export function extendProof(proof: Proof, from: Version, to: Version): Proof {
  const versions = also(proof.versions, from, to);
  const extended = <Part extends { readonly versions: readonly Version[] }>(parts: readonly Part[]): Part[] => parts.map((part) => ({ ...part, versions: also(part.versions, from, to) }));
  switch (proof.kind) {
    case "script":
      return { ...proof, versions, outputs: extended(proof.outputs), models: extended(proof.models) };
    case "session": {
      const steps = proof.steps.map((step): SessionStep => (step.kind === "example" ? { ...step, versions: also(step.versions, from, to) } : { kind: "model", model: { ...step.model, versions: also(step.model.versions, from, to) } }));
      return { ...proof, versions, steps };
    }
    default:
      return { ...proof, versions };
  }
}
