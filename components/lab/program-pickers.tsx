import type { Mode } from "../../lib/cards/fence.ts";
import { type Version, VERSIONS } from "../../lib/cards/versions.ts";
import { EXAMPLES, type Example } from "../../lib/lab/examples.ts";

export const MODE_WORDS: Record<Mode, string> = { script: "script", repl: "at the prompt" };

export const selectLook = "min-h-11 max-w-full rounded-lg border border-edge bg-surface px-3 text-[0.9rem] text-ink";

const topics = [...new Set(EXAMPLES.map(({ topic }) => topic))];

/** Worked examples by topic. Choosing one puts it into the editor. */
export function ExamplePicker({ onPick }: { readonly onPick: (example: Example) => void }) {
  return (
    <select aria-label="Example" className={`${selectLook} min-w-0 basis-44 max-sm:grow`} value="" onChange={(event) => {
      const found = EXAMPLES.find(({ id }) => id === event.target.value);
      if (found !== undefined) onPick(found);
    }}>
      <option value="">Examples …</option>
      {topics.map((topic) => (
        <optgroup key={topic} label={topic}>
          {EXAMPLES.filter((one) => one.topic === topic).map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </optgroup>
      ))}
    </select>
  );
}

export function VersionPicker({ label, value, onPick }: { readonly label: string; readonly value: Version; readonly onPick: (version: Version) => void }) {
  return (
    <select aria-label={label} className={`${selectLook} font-mono`} value={value} onChange={(event) => {
      const found = VERSIONS.find((one) => one === event.target.value);
      if (found !== undefined) onPick(found);
    }}>
      {VERSIONS.map((one) => <option key={one} value={one}>Python {one}</option>)}
    </select>
  );
}

/** Whether the program is one compile unit, or each statement its own as at the prompt. */
export function ModePicker({ value, onPick }: { readonly value: Mode; readonly onPick: (mode: Mode) => void }) {
  return (
    <select aria-label="Mode" className={selectLook} value={value} onChange={(event) => onPick(event.target.value === "repl" ? "repl" : "script")}>
      <option value="script">as a script</option>
      <option value="repl">at the prompt, line by line</option>
    </select>
  );
}
