import { useId } from "react";

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, word: string])[];
  readonly onPick: (value: Value) => void;
}

/** A choice among a few, all of them in sight. */
export function Segments<Value extends string>({ label, value, options, onPick }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex w-fit overflow-hidden rounded-lg border border-edge">
      <legend className="sr-only">{label}</legend>
      {options.map(([one, word]) => (
        <label key={one} className="relative inline-flex min-h-11 items-center px-3.5 text-sm has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
          <input type="radio" name={name} className="sr-only" checked={value === one} onChange={() => onPick(one)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
