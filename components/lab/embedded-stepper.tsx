"use client";
import { useEffect, useState } from "react";
import { fragmentOf, type LinkedProgram, programOf } from "../../lib/lab/program-link.ts";
import { ProgramStepper } from "./program-stepper.tsx";

/** The stepper of the program in the page's address, for pages of other sites. */
export function EmbeddedStepper() {
  const [linked, setLinked] = useState<LinkedProgram | "none" | null>(null);
  useEffect(() => {
    const read = (): void => setLinked(programOf(window.location.hash) ?? "none");
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  if (linked === null) return <div className="min-h-[36rem]" />;
  if (linked === "none") return <p>There is no program in this address, or it was cut. The playground's Share makes such addresses.</p>;
  const { step, ...program } = linked;
  return (
    <div className="grid gap-2">
      <ProgramStepper key={fragmentOf(linked)} programs={[program]} start={{ kind: "step", step: step ?? 0 }} />
      <p><a className="prose-link inline-flex min-h-11 items-center text-sm" href={`/play#${fragmentOf(linked)}`} target="_blank" rel="noopener">Change it in the playground</a></p>
    </div>
  );
}
