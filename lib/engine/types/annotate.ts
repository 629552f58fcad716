import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { isCallable } from "../protocol/call.ts";

// What `__annotate__` of functions, classes and modules has in common (PEP 649, PEP 749).

/** The annotations that an annotate function gives: those of the format VALUE. */
export function callAnnotate(rt: Runtime, annotate: PyObject): PyObject {
  const format = rt.int(1);
  try {
    return rt.call(annotate, [format]);
  } finally {
    release(format);
  }
}

/** What may stand there: a callable or None. `cannotDelete` is the text for a deletion. */
export function checkAnnotate(rt: Runtime, value: PyObject | null, cannotDelete: string): asserts value is PyObject {
  if (value === null) rt.raise("TypeError", cannotDelete);
  if (value !== rt.none && !isCallable(value)) rt.raise("TypeError", "__annotate__ must be callable or None");
}
