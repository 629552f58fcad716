"use client";
import type { Keys } from "../../lib/settings/keys.ts";
import { Kbd } from "../ui/kbd.tsx";

/** What a learner may say before the answer, with the chance that it stands for, in percent. */
export const CONFIDENCE_STEPS: readonly { readonly words: string; readonly percent: number }[] = [
  { words: "A guess", percent: 30 },
  { words: "Fairly sure", percent: 65 },
  { words: "Certain", percent: 95 },
];

/** The keys of the first grades choose a step while the answer is hidden. */
const KEYS_OF_STEPS = ["again", "hard", "good"] as const;

interface ConfidenceFieldProps {
  readonly confidence: number | null;
  /** Null where single keys are off. */
  readonly keys: Keys | null;
  readonly onChange: (percent: number | null) => void;
}

/** How sure the learner is, before the answer. May be left open, and a second choice of the same step takes it back. */
export function ConfidenceField({ confidence, keys, onChange }: ConfidenceFieldProps) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <legend className="float-left mr-2 text-ink-2">How sure are you?</legend>
      {CONFIDENCE_STEPS.map(({ words, percent }, place) => {
        const action = KEYS_OF_STEPS[place];
        return (
          <button
            key={percent}
            type="button"
            aria-pressed={confidence === percent}
            onClick={() => onChange(confidence === percent ? null : percent)}
            className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-line px-3 text-ink-2 hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink"
          >
            {words}
            {keys !== null && action !== undefined && <Kbd className="hidden lg:inline">{keys[action]}</Kbd>}
          </button>
        );
      })}
    </fieldset>
  );
}
