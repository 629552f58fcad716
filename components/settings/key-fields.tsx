"use client";
import { useState } from "react";
import { conflicts, DEFAULT_KEYS, KEY_ACTIONS, KEY_WORDS, type KeyAction, type Keys } from "../../lib/settings/keys.ts";
import { Button } from "../ui/button.tsx";
import { inputLook } from "../ui/field.tsx";

interface KeyFieldsProps {
  readonly keys: Keys;
  /** What is wrong, by `keys.ACTION`. */
  readonly problems: Readonly<Record<string, string>>;
}

/** The last character that was typed: a field holds one key, and the next one takes its place. */
const lastOf = (text: string): string => [...text.trim()].at(-1)?.toLowerCase() ?? "";

/** A field for each single key of the review. */
export function KeyFields({ keys, problems }: KeyFieldsProps) {
  const [chosen, choose] = useState<Keys>(keys);
  const twice = conflicts(chosen);
  const problemOf = (action: KeyAction): string | undefined => {
    if (chosen[action] === "") return "Choose a key.";
    const other = twice.includes(action) ? KEY_ACTIONS.find((earlier) => chosen[earlier] === chosen[action]) : undefined;
    return other === undefined ? (chosen[action] === keys[action] ? problems[`keys.${action}`] : undefined) : `The same key as for: ${KEY_WORDS[other]}.`;
  };
  return (
    <div className="grid gap-1">
      {KEY_ACTIONS.map((action) => {
        const id = `key-${action}`;
        const problem = problemOf(action);
        return (
          <div key={action} className="grid grid-cols-[1fr_4rem] items-center gap-x-4">
            <label htmlFor={id}>{KEY_WORDS[action]}</label>
            <input
              id={id}
              name={`key.${action}`}
              value={chosen[action]}
              onChange={(event) => choose({ ...chosen, [action]: lastOf(event.target.value) })}
              onFocus={(event) => event.target.select()}
              autoCapitalize="off"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              aria-invalid={problem === undefined ? undefined : true}
              aria-describedby={problem === undefined ? undefined : `${id}-problem`}
              className={`${inputLook} text-center font-mono`}
            />
            {problem !== undefined && <p id={`${id}-problem`} className="col-span-2 text-sm font-medium text-again">{problem}</p>}
          </div>
        );
      })}
      <Button look="quiet" className="mt-2 justify-self-start" onClick={() => choose(DEFAULT_KEYS)}>Keys as they come</Button>
    </div>
  );
}
