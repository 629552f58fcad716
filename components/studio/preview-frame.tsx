"use client";
import { useState } from "react";
import type { ParsedCard } from "../../lib/cards/card.ts";
import type { BlockRun } from "./checker.ts";
import { Preview } from "./preview.tsx";

const WIDTHS = [["wide", "Desktop"], ["phone", "Phone"]] as const;
const THEMES = [["own", "As here"], ["light", "Light"], ["dark", "Dark"]] as const;
const SIDES = [["both", "With the answer"], ["question", "Before the answer"]] as const;

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ name, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{name}</legend>
      {options.map(([option, word]) => (
        <label key={option} className="inline-flex min-h-11 items-center rounded-lg border border-line px-3 text-sm has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
          <input type="radio" name={`preview-${name}`} className="sr-only" checked={value === option} onChange={() => onChange(option)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

/** The preview as a learner would have it before them: on a phone or a desktop, light or dark, before or after the answer. */
export function PreviewFrame({ card, blocks }: { readonly card: ParsedCard; readonly blocks: readonly BlockRun[] }) {
  const [width, setWidth] = useState<(typeof WIDTHS)[number][0]>("wide");
  const [theme, setTheme] = useState<(typeof THEMES)[number][0]>("own");
  const [side, setSide] = useState<(typeof SIDES)[number][0]>("both");
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Choice name="width" options={WIDTHS} value={width} onChange={setWidth} />
        <Choice name="colours" options={THEMES} value={theme} onChange={setTheme} />
        <Choice name="side" options={SIDES} value={side} onChange={setSide} />
      </div>
      <div data-theme={theme === "own" ? undefined : theme} className={`@container min-w-0 rounded-xl bg-paper text-ink ${theme === "own" && width === "wide" ? "" : "border border-line p-4"} ${width === "phone" ? "w-full max-w-[22.5rem]" : ""}`}>
        <Preview card={card} blocks={blocks} answer={side === "both"} />
      </div>
    </div>
  );
}
