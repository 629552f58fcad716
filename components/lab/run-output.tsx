import type { RunResult } from "../../lib/engine/types.ts";
import { firstLines, shownText } from "../../lib/lab/shown-text.ts";

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

function Stream({ text, label, tone }: { readonly text: string; readonly label: string; readonly tone: string }) {
  const { text: shown, left } = firstLines(shownText(text));
  return (
    <section aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached with the keyboard */}
      <pre tabIndex={0} translate="no" dir="auto" className={`max-h-72 overflow-auto whitespace-pre-wrap px-4 py-2.5 font-mono text-[0.8125rem] leading-[1.65] [overflow-wrap:anywhere] focus-visible:-outline-offset-2 ${tone}`}>{shown}</pre>
      {left > 0 && <p className="px-4 pb-2 text-sm text-ink-2">… and {left} more lines</p>}
    </section>
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
  const silent = stdout === "" && stderr === "";
  return (
    <div className="min-h-11 bg-sunken">
      {silent && <p className="px-4 py-2.5 text-sm text-ink-3">{until !== null && result.stdout + result.stderr !== "" ? "Nothing printed yet" : "Nothing printed"}</p>}
      {stdout !== "" && <Stream text={stdout} label="Output" tone="text-ink" />}
      {stderr !== "" && <Stream text={stderr} label="Errors" tone="text-again" />}
      {result.status === "stopped" && until === null && <p className="border-t border-line px-4 py-2.5 text-sm">{result.message}</p>}
    </div>
  );
}
