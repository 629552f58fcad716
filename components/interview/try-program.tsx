"use client";
import { useState } from "react";
import type { Version } from "../../lib/cards/versions.ts";
import { ask, troubleOf, warmUp } from "../../lib/lab/client.ts";
import { Button } from "../ui/button.tsx";

/** Runs what was typed, as one would at a desk. The checks that judge it stay with the server until it is handed in. */
export function TryProgram({ program, version }: { readonly program: string; readonly version: Version }) {
  const [output, setOutput] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    setOutput("Running");
    const outcome = await ask({ kind: "run", source: program, version, mode: "script" });
    if (outcome.kind !== "ran") return setOutput(outcome.kind === "proven" ? "" : troubleOf(outcome));
    const { result } = outcome;
    const end = result.status === "done" ? "" : result.status === "raised" ? result.error.lastLine : result.message;
    setOutput([result.stdout.trimEnd(), end].filter((part) => part !== "").join("\n") || "It ends without output.");
  };
  return (
    <div className="grid gap-2">
      <div><Button look="quiet" onFocus={warmUp} onClick={() => void run()}>Run it</Button></div>
      <pre role="status" className={output === null ? "hidden" : "max-h-72 overflow-auto whitespace-pre-wrap rounded-lg bg-sunken px-3.5 py-2.5 font-mono text-sm [overflow-wrap:anywhere]"}>{output}</pre>
    </div>
  );
}
