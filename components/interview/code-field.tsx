"use client";
import type { Version } from "../../lib/cards/versions.ts";
import { ANSWER_AT_MOST } from "../../lib/interview/choices.ts";
import { keepIndentation } from "../ui/keep-indentation.ts";
import { TryProgram } from "./try-program.tsx";

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly version: Version;
  readonly onChange: (text: string) => void;
}

/** A box for a program, and what the engine makes of it. */
export function CodeField({ id, label, value, rows, version, onChange }: CodeFieldProps) {
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">{label}</label>
      <textarea
        id={id}
        value={value}
        maxLength={ANSWER_AT_MOST}
        rows={Math.min(22, Math.max(rows, value.split("\n").length + 1))}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (keepIndentation(event)) onChange(event.currentTarget.value);
        }}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        translate="no"
        wrap="off"
        className="code w-full overflow-x-auto rounded-lg border border-edge bg-surface px-3.5 py-2.5 font-mono text-[0.875rem] leading-[1.7] text-ink"
      />
      <TryProgram program={value} version={version} />
    </div>
  );
}
