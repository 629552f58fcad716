"use client";
import { useState } from "react";
import { judgeRepair, repairRuns, type RepairVerdict } from "../../lib/cards/answer.ts";
import { ask, troubleOf, warmUp } from "../../lib/lab/client.ts";
import { Button } from "../ui/button.tsx";
import { keepIndentation } from "../ui/keep-indentation.ts";
import { Kbd } from "../ui/kbd.tsx";
import type { AttemptFieldProps } from "./attempt-field.tsx";

function sentenceOf(verdict: RepairVerdict): string {
  switch (verdict.outcome) {
    case "fixed":
      return "It passes all checks of this card.";
    case "broken":
      return verdict.part === "program"
        ? `Not yet: your program ends with ${verdict.message}${verdict.line === null ? "" : ` in line ${verdict.line}`}.`
        : `Not yet: your program runs, but a check of the card fails with ${verdict.message}.`;
    case "unjudged":
      return `It could not be judged: ${verdict.message}`;
  }
}

/** An editor with the broken program, which the engine runs together with the card's checks. */
export function RepairField({ card, attempt, version, revealed, onChange }: AttemptFieldProps) {
  const [busy, setBusy] = useState(false);
  const id = `attempt-${card.id}`;
  const check = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    let verdict: RepairVerdict = { outcome: "unjudged", message: "the card has no check for this version." };
    for (const run of repairRuns(card, attempt.typed, version)) {
      const outcome = await ask({ kind: "run", source: run.source, version: run.version, mode: run.mode });
      verdict = outcome.kind === "ran" ? judgeRepair(run, outcome.result) : { outcome: "unjudged", message: outcome.kind === "proven" ? "" : troubleOf(outcome) };
      if (verdict.outcome !== "fixed") break;
    }
    setBusy(false);
    onChange({ ...attempt, repair: verdict });
  };
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">Your program, run as Python {version}</label>
      <textarea
        id={id}
        rows={Math.min(20, attempt.typed.split("\n").length + 1)}
        value={attempt.typed}
        readOnly={revealed}
        onFocus={warmUp}
        onChange={(event) => onChange({ ...attempt, typed: event.target.value, repair: null })}
        onKeyDown={(event) => {
          if (!revealed && keepIndentation(event)) onChange({ ...attempt, typed: event.currentTarget.value, repair: null });
        }}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        translate="no"
        wrap="off"
        className="code w-full overflow-x-auto rounded-lg border border-edge bg-surface px-3.5 py-2.5 font-mono text-[0.875rem] leading-[1.7] text-ink read-only:bg-sunken"
      />
      {!revealed && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button look="quiet" onClick={() => void check()} aria-disabled={busy}>Run the checks</Button>
          <span className="hidden text-sm text-ink-2 sm:inline"><Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> shows the answer</span>
        </div>
      )}
      <p role="status" className={`min-h-6 font-medium ${attempt.repair?.outcome === "fixed" ? "text-held" : "text-ink"}`}>
        {busy ? "Running" : attempt.repair === null ? "" : sentenceOf(attempt.repair)}
      </p>
    </div>
  );
}
