"use client";
import type { Version } from "../../lib/cards/versions.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { Kbd } from "../ui/kbd.tsx";
import type { Attempt } from "./attempt.ts";
import { RepairField } from "./repair-field.tsx";

export interface AttemptFieldProps {
  readonly card: LibraryCard;
  readonly attempt: Attempt;
  readonly version: Version;
  readonly revealed: boolean;
  readonly onChange: (attempt: Attempt) => void;
}

/** Where an answer is given before it is shown: a field for the output, an editor, or nothing but thinking. */
export function AttemptField(props: AttemptFieldProps) {
  const { card, attempt, version, revealed, onChange } = props;
  if (card.kind === "fix") return <RepairField {...props} />;
  if (card.kind !== "predict" || card.prediction === null) {
    return revealed ? null : <p className="text-ink-2">Say it aloud, or in your head, as you would in the interview. Then show the answer.</p>;
  }
  if (revealed && attempt.typed.trim() === "") return null;
  const id = `attempt-${card.id}`;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">{revealed ? "Your answer" : `What does Python ${version} print?`}</label>
      <textarea
        id={id}
        rows={Math.min(8, Math.max(2, attempt.typed.split("\n").length))}
        value={attempt.typed}
        readOnly={revealed}
        onChange={(event) => onChange({ ...attempt, typed: event.target.value })}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        translate="no"
        aria-describedby={revealed ? undefined : `${id}-hint`}
        className="code w-full rounded-lg border border-edge bg-surface px-3.5 py-2.5 font-mono text-[0.9rem] leading-[1.7] text-ink read-only:bg-sunken"
      />
      {!revealed && <p id={`${id}-hint`} className="text-sm text-ink-2">Optional, and compared with the real output<span className="hidden sm:inline">. <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> checks it</span>.</p>}
    </div>
  );
}
