"use client";
import { useId, useState } from "react";
import { NAMES_AT_MOST, numbered, OBJECTS_AT_MOST, parseSketch, type Sketch, sketchText } from "../../lib/interview/sketch/sketch.ts";
import { Button } from "../ui/button.tsx";
import { SketchPicture } from "./sketch-picture.tsx";

const BOX = "min-h-12 w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-ink";

interface SketchFieldProps {
  readonly label: string;
  readonly text: string;
  /** The names to draw; null where the candidate chooses them. */
  readonly names: readonly string[] | null;
  readonly onChange: (text: string) => void;
}

/** The sketch that a text says, with a row for each name to draw and one empty object to begin with. */
function drawnOf(text: string, names: readonly string[] | null): Sketch {
  const { names: drawn, objects } = parseSketch(text);
  const rows = names === null ? drawn : names.map((name) => ({ name, object: drawn.find((one) => one.name === name)?.object ?? null }));
  return { names: rows, objects: objects.length === 0 ? [""] : objects };
}

/** Names, objects and the arrows between them, filled in by fields and drawn beside them: so it works with keys, on a phone, and read aloud. */
export function SketchField({ label, text, names: asked, onChange }: SketchFieldProps) {
  const field = useId();
  const sketch = drawnOf(text, asked);
  const { names, objects } = sketch;
  const change = (next: Partial<Sketch>): void => onChange(sketchText({ ...sketch, ...next }));
  const point = (name: string, chosen: string): void => {
    const object = chosen === "" ? null : Number(chosen);
    const more = object !== null && object > objects.length;
    change({ names: names.map((one) => (one.name === name ? { name, object } : one)), objects: more ? [...objects, ""] : objects });
  };
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-1 font-semibold">{label}</legend>
      <div className="grid gap-5 md:grid-cols-2">
        <div className="grid content-start gap-5">
          <fieldset className="grid gap-2" aria-label="Names">
            {names.map(({ name, object }) => (
              <div key={name} className="grid grid-cols-[minmax(4rem,1fr)_2fr] items-center gap-3">
                <label htmlFor={`${field}-${name}`} className="font-mono text-sm [overflow-wrap:anywhere]">{name}</label>
                <select id={`${field}-${name}`} value={object ?? ""} onChange={(event) => point(name, event.target.value)} className={BOX}>
                  <option value="">Refers to …</option>
                  {numbered(objects).map(({ number }) => <option key={number} value={number}>object #{number}</option>)}
                  {objects.length < OBJECTS_AT_MOST && <option value={objects.length + 1}>a new object, #{objects.length + 1}</option>}
                  <option value="0">nothing: the name is gone</option>
                </select>
              </div>
            ))}
            {asked === null && <NewName taken={names.map((one) => one.name)} add={(name) => change({ names: [...names, { name, object: objects.length }] })} />}
          </fieldset>
          <fieldset className="grid gap-2" aria-label="Objects">
            {numbered(objects).map(({ number, held }) => (
              <div key={number} className="grid grid-cols-[minmax(4rem,1fr)_2fr] items-center gap-3">
                <label htmlFor={`${field}-object-${number}`} className="text-sm">#{number} holds</label>
                <input
                  id={`${field}-object-${number}`}
                  value={held}
                  maxLength={200}
                  onChange={(event) => change({ objects: objects.with(number - 1, event.target.value) })}
                  placeholder={number === 1 ? "[1, #2]" : ""}
                  spellCheck={false}
                  autoCapitalize="off"
                  autoCorrect="off"
                  autoComplete="off"
                  translate="no"
                  className={`${BOX} font-mono text-sm`}
                />
              </div>
            ))}
            {objects.length < OBJECTS_AT_MOST && <div><Button look="quiet" onClick={() => change({ objects: [...objects, ""] })}>Another object</Button></div>}
            <p className="text-sm text-ink-2">As repr() writes it, with #2 for another object; or the name of its type.</p>
          </fieldset>
        </div>
        <SketchPicture sketch={sketch} />
      </div>
    </fieldset>
  );
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** A name of the candidate's own. */
function NewName({ taken, add }: { readonly taken: readonly string[]; readonly add: (name: string) => void }) {
  const [name, setName] = useState("");
  const usable = IDENTIFIER.test(name) && !taken.includes(name) && taken.length < NAMES_AT_MOST;
  const enter = (): void => {
    if (!usable) return;
    add(name);
    setName("");
  };
  return (
    <div className="grid grid-cols-[minmax(4rem,1fr)_2fr] items-center gap-3">
      <input
        aria-label="A name to draw"
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          enter();
        }}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        className={`${BOX} font-mono text-sm`}
      />
      <div><Button look="quiet" aria-disabled={!usable} onClick={enter}>Add the name</Button></div>
    </div>
  );
}
