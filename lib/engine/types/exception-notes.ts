import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** `exception.add_note(text)`: the notes live in the instance's `__notes__` list (PEP 678). */
export function addNote(rt: Runtime, exception: PyObject, text: string): void {
  const note = rt.str(text);
  try {
    release(rt.callMethod(exception, "add_note", [note]));
  } finally {
    release(note);
  }
}
