import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCard } from "../../lib/cards/parse.ts";
import { openSession, run } from "../../lib/engine/index.ts";
import { runProof } from "../../lib/lab/proof-run.ts";
import { inProject } from "../../lib/setup/project.mjs";

const { proofs } = parseCard(readFileSync(inProject("content/cards/small-ints/257-at-the-prompt.md"), "utf8"));
const engine = { run, openSession };
const named = (name: string) => {
  const proof = proofs.find((one) => one.name === name);
  if (proof === undefined) throw new Error(`There is no block ${name}, only ${proofs.map((one) => one.name).join(", ")}.`);
  return proof;
};

describe("running a proof here", () => {
  it("shows a session as it would look at the prompt", () => {
    expect(runProof(engine, named("proof 1"), "3.14")).toEqual({ outcome: "held", message: "", output: ">>> a = 257\n>>> b = 257\n>>> a is b\nFalse\n>>> c = 257; d = 257\n>>> c is d\nTrue" });
  });

  it("shows how the myth fails, which is what it must do", () => {
    expect(runProof(engine, named("refutes 1"), "3.12")).toEqual({ outcome: "held", message: "", output: "AssertionError" });
  });

  it("says what differs where a proof does not hold", () => {
    const { outcome, message } = runProof(engine, { ...named("proof 1"), versions: ["3.15"], ...({ steps: steps315() } as object) }, "3.15");
    expect(outcome).toBe("failed");
    expect(message).toContain("expected: False");
    expect(message).toContain("actual: True");
  });
});

/** The session of 3.14, claimed for 3.15, where 257 is one object. */
function steps315() {
  const proof = named("proof 1");
  if (proof.kind !== "session") throw new Error("The first proof is not a session.");
  return proof.steps.flatMap((step) => (step.kind === "example" ? [{ ...step, versions: ["3.15" as const] }] : []));
}
