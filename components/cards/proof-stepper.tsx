"use client";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { Proof } from "../../lib/cards/card.ts";
import type { Version } from "../../lib/cards/versions.ts";
import { proofProgram } from "../../lib/lab/proof-program.ts";

/** As high as the stepper is at least, so that nothing below it moves when it comes. */
const room = "min-h-[38rem]";

const Waiting = () => <p className={`${room} p-4 text-sm text-ink-2`}>The stepper is loading.</p>;

// Most readers of a card do not open it.
const ProgramStepper = dynamic(() => import("../lab/program-stepper.tsx").then((module) => module.ProgramStepper), { ssr: false, loading: Waiting });

/** A proof to step through, opened at the line that matters. It is loaded when it comes near the screen. */
export function ProofStepper({ proof, version }: { readonly proof: Proof; readonly version: Version }) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (box.current === null) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    }, { rootMargin: "200px" });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const { programs, line } = proofProgram(proof, version);
  return (
    <div ref={box} className={`@container ${room}`}>
      {near ? <ProgramStepper key={JSON.stringify(programs)} programs={programs} start={line === null ? { kind: "difference" } : { kind: "line", line }} /> : <Waiting />}
    </div>
  );
}
