"use client";
import { useEffect, useRef, useState } from "react";
import type { Proof } from "../../lib/cards/card.ts";
import type { Version } from "../../lib/cards/versions.ts";
import { ask, troubleOf, warmUp } from "../../lib/lab/client.ts";
import type { ProofRun } from "../../lib/lab/messages.ts";
import { Button } from "../ui/button.tsx";
import { ProofStepper } from "./proof-stepper.tsx";
import { Code } from "./python-code.tsx";

interface Ran {
  readonly proof: Proof;
  readonly run: ProofRun | null;
  readonly trouble: string;
}

const KINDS: Record<Proof["kind"], string> = { script: "in a script", session: "at the prompt", repair: "broken and fixed", refutes: "which must fail" };

/** "proof 1" is the author's first block, "question" the program that the card asks about. */
function nameOf({ name, kind, ...proof }: Proof): string {
  const block = kind === "refutes" ? "The myth" : name.startsWith("question") ? "The question" : name.charAt(0).toUpperCase() + name.slice(1);
  return `${block}, ${"mode" in proof && proof.mode === "repl" ? KINDS.session : KINDS[kind]}`;
}
const OUTCOMES: Record<ProofRun["outcome"], string> = { held: "held", failed: "did not hold", stopped: "stopped at a limit", unsupported: "not supported by the engine yet" };

function Result({ ran }: { readonly ran: Ran }) {
  const { proof, run, trouble } = ran;
  const held = run?.outcome === "held";
  return (
    <div className="grid gap-2">
      <p className="text-sm"><span className="font-semibold">{nameOf(proof)}:</span> <span className={held ? "font-semibold text-held" : "font-semibold text-again"}>{run === null ? trouble : OUTCOMES[run.outcome]}</span></p>
      {run !== null && <Code text={[run.output === "" ? "(no output; its assertions were checked)" : run.output, run.message].filter((text) => text !== "").join("\n")} plain={proof.kind !== "session"} />}
    </div>
  );
}

interface RunProofProps {
  readonly proofs: readonly Proof[];
  readonly versions: readonly Version[];
  /** Chosen first, if the card names it. */
  readonly version: string;
}

/** Where the steppers are on a card's page: an address that ends in `#step-through` opens the first. */
export const STEPPERS = "step-through";

/** Each proof can be stepped through; one at a time, as each has a machine of its own. */
function StepThrough({ proofs, version }: { readonly proofs: readonly Proof[]; readonly version: Version }) {
  const [opened, open] = useState<string | null>(null);
  const shown = proofs.find(({ name }) => name === opened);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival only; what is opened or closed later is the reader's
  useEffect(() => {
    if (window.location.hash !== `#${STEPPERS}`) return;
    // The answer of a card's page is folded until somebody asks for it.
    box.current?.closest("details")?.setAttribute("open", "");
    open(proofs[0]?.name ?? null);
    box.current?.scrollIntoView();
  }, []);
  return (
    <div ref={box} id={STEPPERS} className="grid scroll-mt-6 gap-3">
      <div className="flex flex-wrap gap-2">
        {proofs.map((proof) => <Button key={proof.name} look="quiet" className="min-h-11" aria-expanded={proof.name === opened} onClick={() => open(proof.name === opened ? null : proof.name)}>Step through: {nameOf(proof)}</Button>)}
      </div>
      {shown !== undefined && <ProofStepper key={`${shown.name} ${version}`} proof={shown} version={version} />}
    </div>
  );
}

/** Runs a card's programs in this browser, in a version of choice. */
export function RunProof({ proofs, versions, version }: RunProofProps) {
  const [chosen, choose] = useState<Version>(versions.find((one) => one === version) ?? versions.at(-1) ?? "3.14");
  const [state, setState] = useState<{ readonly busy: boolean; readonly version: Version; readonly results: readonly Ran[] } | null>(null);
  const runAll = async (): Promise<void> => {
    if (state?.busy) return;
    const results: Ran[] = [];
    setState({ busy: true, version: chosen, results });
    for (const proof of proofs.filter((one) => one.kind === "refutes" || one.versions.includes(chosen))) {
      const outcome = await ask({ kind: "prove", proof, version: chosen });
      const run = outcome.kind === "proven" ? outcome.run : null;
      results.push({ proof, run, trouble: outcome.kind === "proven" || outcome.kind === "ran" ? "" : troubleOf(outcome) });
    }
    setState({ busy: false, version: chosen, results });
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button look="quiet" onClick={() => void runAll()} onPointerEnter={warmUp} onFocus={warmUp} aria-disabled={state?.busy}>Run it here</Button>
        <label className="flex items-center gap-2 text-sm text-ink-2">
          in Python
          <select className="min-h-12 rounded-lg border border-edge bg-surface px-3 font-mono text-ink" value={chosen} onChange={(event) => choose(versions.find((one) => one === event.target.value) ?? chosen)}>
            {versions.map((one) => <option key={one}>{one}</option>)}
          </select>
        </label>
      </div>
      <div role="status" className="grid gap-3">
        {state?.busy && <p className="text-sm text-ink-2">Running in Python {state.version}</p>}
        {state && !state.busy && <p className="text-sm text-ink-2">Run in this browser as Python {state.version}:</p>}
        {state && !state.busy && state.results.map((ran) => <Result key={ran.proof.name} ran={ran} />)}
      </div>
      <StepThrough proofs={proofs.filter((one) => one.versions.includes(chosen) && !one.freeThreaded)} version={chosen} />
    </div>
  );
}
