import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import type { PyDict } from "./dict.ts";

/** The text of a dict's repr between the braces. */
export function entryTexts(rt: Runtime, dict: PyDict): string[] {
  const texts: string[] = [];
  for (let i = 0; i < dict.entries.length; i++) {
    const entry = dict.entries[i];
    if (!entry) continue;
    rt.charge(3);
    const key = retain(entry.key);
    const value = retain(entry.value);
    try {
      const keyText = rt.reprText(key);
      texts.push(`${keyText}: ${rt.reprText(value)}`);
    } finally {
      release(key);
      release(value);
    }
  }
  return texts;
}

/** `repr(dict)`. */
export function dictRepr(rt: Runtime, self: PyObject): PyObject {
  const dict = self as PyDict;
  if (dict.used === 0) return rt.str("{}");
  return rt.str(guardedRepr(rt, self, "{...}", () => `{${entryTexts(rt, dict).join(", ")}}`));
}
