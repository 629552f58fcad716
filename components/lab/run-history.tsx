"use client";
import { Button } from "../ui/button.tsx";
import type { KeptRun } from "./kept-runs.ts";
import { machineWords, MODE_WORDS } from "./program-pickers.tsx";

interface RunHistoryProps {
  readonly runs: readonly KeptRun[];
  readonly onOpen: (run: KeptRun) => void;
  readonly onForget: () => void;
}

const firstLine = (source: string): string => source.split("\n").find((line) => line.trim() !== "" && !line.trim().startsWith("#"))?.trim() ?? "";

const moment = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });

/** The programs that were run on this device, newest first. */
export function RunHistory({ runs, onOpen, onForget }: RunHistoryProps) {
  if (runs.length === 0) return <p className="py-2 text-sm text-ink-2">Programs that you run are listed here. They stay on this device.</p>;
  return (
    <div className="grid gap-2">
      <ol className="grid">
        {runs.map((run) => (
          <li key={`${run.at} ${run.version} ${run.mode} ${machineWords(run)}`} className="border-b border-line">
            <button type="button" onClick={() => onOpen(run)} className="grid min-h-12 w-full grid-cols-[1fr_auto] items-center gap-x-4 px-1 py-1.5 text-left hover:bg-sunken">
              <code translate="no" className="truncate font-mono text-[0.8125rem]">{firstLine(run.source)}</code>
              <span className="text-sm text-ink-2">{[run.version, MODE_WORDS[run.mode], machineWords(run)].filter((word) => word !== "").join(", ")}, {moment.format(run.at)}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3 text-sm text-ink-2"><span>Kept on this device only.</span><Button look="quiet" className="min-h-11" onClick={onForget}>Forget them</Button></div>
    </div>
  );
}
