"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { Version } from "../../lib/cards/versions.ts";
import { proofProgram } from "../../lib/lab/proof-program.ts";
import { programLine } from "../../lib/studio/step-start.ts";
import { Button } from "../ui/button.tsx";
import type { BlockRun, Checks } from "./checker.ts";

const Waiting = () => <p className="min-h-[30rem] p-4 text-sm text-ink-2">The stepper is loading.</p>;

const ProgramStepper = dynamic(() => import("../lab/program-stepper.tsx").then((module) => module.ProgramStepper), { ssr: false, loading: Waiting });

/** A block in a version that is looked at step by step. */
export interface Looked {
  readonly block: string;
  /** Null: the first version in which it does not hold, or its newest. */
  readonly version: Version | null;
}

const failureIn = ({ cells }: BlockRun, version: Version) => {
  const cell = cells.get(version);
  return cell?.state === "ran" ? cell.result.failure : null;
};

function Stepped({ block, version }: { readonly block: BlockRun; readonly version: Version }) {
  const { programs, line } = proofProgram(block.proof, version);
  const failure = failureIn(block, version);
  const wrong = failure === null ? null : programLine(block.proof, version, failure.line);
  const start = wrong ?? line;
  return <ProgramStepper key={JSON.stringify([programs, start])} programs={programs} start={start === null ? { kind: "difference" } : { kind: "line", line: start }} />;
}

/** The card's blocks as pictures of memory, step by step: opened at the line that fails, else at the one that matters. It follows the text once its proofs have run. */
export function DeskDiagram({ checks, looked, onLook }: { readonly checks: Checks; readonly looked: Looked | null; readonly onLook: (looked: Looked | null) => void }) {
  const [settled, settle] = useState(checks.blocks);
  useEffect(() => {
    if (!checks.busy) settle(checks.blocks);
  }, [checks]);
  // Without a GIL what happens first is not told by one recording.
  const blocks = settled.filter(({ proof, cells }) => cells.size > 0 && !proof.freeThreaded);
  const block = blocks.find(({ proof }) => proof.name === looked?.block);
  const versions = block === undefined ? [] : [...block.cells.keys()];
  const version = block === undefined ? undefined : (versions.find((one) => one === looked?.version) ?? versions.find((one) => failureIn(block, one) !== null) ?? versions.at(-1));
  return (
    <section className="grid gap-3" aria-labelledby="desk-diagram">
      <h3 id="desk-diagram" className="text-base">Diagram</h3>
      {blocks.length === 0 ? <p className="text-ink-2">A proof can be stepped through here, as a picture of memory and in words.</p> : (
        <div className="flex flex-wrap items-center gap-2">
          {blocks.map(({ proof: { name } }) => <Button key={name} look="quiet" className="min-h-11" aria-expanded={name === block?.proof.name} onClick={() => onLook(name === block?.proof.name ? null : { block: name, version: null })}>Step through {name}</Button>)}
          {version !== undefined && (
            <label className="flex items-center gap-2 text-sm text-ink-2">
              in Python
              <select className="min-h-11 rounded-lg border border-edge bg-surface px-3 font-mono text-ink" value={version} onChange={({ target }) => onLook({ block: looked?.block ?? "", version: versions.find((one) => one === target.value) ?? null })}>
                {versions.map((one) => <option key={one}>{one}</option>)}
              </select>
            </label>
          )}
        </div>
      )}
      {block !== undefined && version !== undefined && <Stepped block={block} version={version} />}
    </section>
  );
}
