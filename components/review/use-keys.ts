import { useLayoutEffect, useRef } from "react";
import type { KeyAction, Keys } from "../../lib/settings/keys.ts";

const TYPED_IN = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]";
const PRESSED = "a[href], button, summary, input, [role='button']";

/** What the page does on keys. `single` ones can be switched off and chosen (WCAG 2.1.4); the others carry a modifier. */
export interface KeyMap {
  readonly single: Readonly<Record<string, () => void>>;
  /** Ctrl or Command with Enter, also from within a field. */
  readonly submit?: () => void;
  /** Ctrl or Command with Z, outside fields. */
  readonly undo?: () => void;
}

/** What single keys do, by the characters that were chosen for each action. */
export function chosenKeys(keys: Keys, deeds: Readonly<Partial<Record<KeyAction, () => void>>>): KeyMap["single"] {
  return Object.fromEntries(Object.entries(deeds).map(([action, deed]) => [keys[action as KeyAction], deed]));
}

/** Listens for keys of the whole page while the component is there. */
export function useKeys(keys: KeyMap, singleKeys: boolean): void {
  const latest = useRef({ keys, singleKeys });
  // Layout effects, as they are done when the question is on the screen: no key that follows it may be lost or act on the one before.
  useLayoutEffect(() => {
    latest.current = { keys, singleKeys };
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.repeat || event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const deed = deedFor(event, latest.current.keys, latest.current.singleKeys);
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function deedFor(event: KeyboardEvent, keys: KeyMap, singleKeys: boolean): (() => void) | undefined {
  // What had the focus in a dialog keeps it for a moment after that has closed.
  const target = event.target instanceof Element && event.target.closest("dialog:not([open])") === null ? event.target : null;
  const typing = target?.closest(TYPED_IN) != null;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (event.key === "Enter") return keys.submit;
    return event.key.toLowerCase() === "z" && !event.shiftKey && !typing ? keys.undo : undefined;
  }
  if (!singleKeys || typing || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  // Enter and Space press what has the focus; only elsewhere are they ours.
  if ((event.key === "Enter" || event.key === " ") && target?.closest(PRESSED) != null) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return Object.hasOwn(keys.single, key) ? keys.single[key] : undefined;
}
