import type { RunResult } from "../../lib/engine/types.ts";
import { firstLines, shownText } from "../../lib/lab/shown-text.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

const STOPS: Partial<Record<string, string>> = {
  steps: "Stopped: it used all of its steps",
  memory: "Stopped: it used all of its memory",
  output: "Stopped: it printed too much",
  deadlock: "Stopped: nothing can go on",
  depth: "Stopped: too deep",
  source: "Not run",
  unsupported: "Stopped: not supported here",
};

/** How a run ended, in a few words. */
export function endingOf(result: RunResult): string {
  switch (result.status) {
    case "done":
      return "Ended";
    case "raised":
      return result.exitCode === null ? `Ended with ${result.error.type}` : `Ended with exit status ${result.exitCode}`;
    case "stopped":
      return `${STOPS[result.reason] ?? "Stopped"}${result.line === null ? "" : ` (line ${result.line})`}`;
  }
}

interface StreamProps {
  readonly text: string;
  /** All that will be printed: its room is kept, so that nothing moves when a step prints something. */
  readonly all: string;
  readonly label: string;
  readonly tone: string;
}

/** Characters for which room is kept: more than the box shows. */
const KEPT = 1_500;

const printed = "whitespace-pre-wrap px-4 py-2.5 font-mono text-[0.8125rem] leading-[1.65] [overflow-wrap:anywhere]";

function Stream({ text, all, label, tone }: StreamProps) {
  const { text: shown, left } = firstLines(shownText(text));
  const kept = firstLines(shownText(all.slice(0, KEPT))).text;
  return (
    <div className="relative min-h-11">
      <div aria-hidden="true" data-all={kept} className={`invisible max-h-72 overflow-hidden before:content-[attr(data-all)] ${printed}`} />
      {text === "" ? label === "Output" && <p className="absolute inset-x-0 top-0 px-4 py-2.5 text-sm text-ink-3">Nothing printed yet</p> : (
        <div className="absolute inset-0">
          <ScrollBox label={label} className="h-full overflow-auto">
            <pre translate="no" dir="auto" className={`${printed} ${tone}`}>{shown}</pre>
            {left > 0 && <p className="px-4 pb-2 text-sm text-ink-2">… and {left} more lines</p>}
          </ScrollBox>
        </div>
      )}
    </div>
  );
}

interface RunOutputProps {
  readonly result: RunResult;
  /** Characters of the output that had been printed at the step that is looked at; null: all. */
  readonly until: { readonly stdout: number; readonly stderr: number } | null;
}

/** What a program printed up to a step, and how it ended. */
export function RunOutput({ result, until }: RunOutputProps) {
  const stdout = until === null ? result.stdout : result.stdout.slice(0, until.stdout);
  const stderr = until === null ? result.stderr : result.stderr.slice(0, until.stderr);
  return (
    <div className="min-h-11 bg-sunken">
      {result.stdout + result.stderr === "" && <p className="px-4 py-2.5 text-sm text-ink-3">Nothing printed</p>}
      {result.stdout !== "" && <Stream text={stdout} all={result.stdout} label="Output" tone="text-ink" />}
      {result.stderr !== "" && <Stream text={stderr} all={result.stderr} label="Errors" tone="text-again" />}
      {result.status === "stopped" && until === null && <p className="border-t border-line px-4 py-2.5 text-sm">{result.message}</p>}
    </div>
  );
}
