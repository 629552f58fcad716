import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { bytesOf } from "../types/bytes-object.ts";
import { PyStr } from "../types/str-object.ts";

/** The bytes of any object that lends a buffer, not to be changed; null for others. */
export function bufferOf(_rt: Runtime, object: PyObject): Uint8Array | null {
  return bytesOf(object);
}

/** The bytes of an argument; TypeError when it lends none. */
export function bufferArgument(rt: Runtime, object: PyObject): Uint8Array {
  return bufferOf(rt, object) ?? rt.raise("TypeError", `a bytes-like object is required, not '${object.type.shownName}'`);
}

/** The bytes of an argument that may also be an ASCII text. */
export function asciiArgument(rt: Runtime, object: PyObject): Uint8Array {
  if (!(object instanceof PyStr)) {
    return bufferOf(rt, object) ?? rt.raise("TypeError", `argument should be bytes, buffer or ASCII string, not '${object.type.shownName}'`);
  }
  if (object.kind !== "ascii") rt.raise("ValueError", "string argument should contain only ASCII characters");
  return Uint8Array.from(object.value, (character) => character.charCodeAt(0));
}
