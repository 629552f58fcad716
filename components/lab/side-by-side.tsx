import type { StageRun } from "../../lib/lab/stage-messages.ts";
import { MODE_WORDS } from "./program-pickers.tsx";

/** The differences between two runs are named by what differs. */
export function labelsOf(runs: readonly StageRun[]): string[] {
  if (runs.length < 2) return [""];
  const [{ program: a }, { program: b }] = runs as readonly [StageRun, StageRun];
  if (a.version !== b.version) return [`Python ${a.version}`, `Python ${b.version}`];
  if ((a.freeThreaded ?? false) !== (b.freeThreaded ?? false)) return [a, b].map(({ freeThreaded }) => (freeThreaded ? "no GIL" : "with the GIL"));
  return a.mode !== b.mode ? [MODE_WORDS[a.mode], MODE_WORDS[b.mode]] : ["now", "before the edit"];
}

/** Where two runs part. */
export function Parting({ at, onGo }: { readonly at: number | null; readonly onGo: (step: number) => void }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 border-t border-line px-4 text-sm text-ink-2 sm:px-5 print:hidden">
      {at === null ? <span className="py-2.5">The two runs do the same, step by step.</span> : <>{at === 0 ? "The two runs differ from the first step on." : `The two runs are alike up to step ${at}.`} <button type="button" className="min-h-11 font-semibold text-accent underline underline-offset-4" onClick={() => onGo(at)}>Go to where they part</button></>}
    </p>
  );
}
