import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { forEach, isSequence } from "../protocol/iterate.ts";
import { indexAsSize } from "../protocol/number.ts";
import { raiseUnexpectedKeyword } from "../protocol/suggest-keyword.ts";
import { bytesOf, FULL_READ_ONLY, PyBytes } from "./bytes-object.ts";
import { PyStr } from "./str-object.ts";

const PARAMETERS = ["source", "encoding", "errors"];

/** The arguments `source`, `encoding`, `errors` of either constructor, by position or name. */
export function bytesArguments(rt: Runtime, name: "bytes" | "bytearray", args: readonly PyObject[], kwnames: KeywordNames): (PyObject | undefined)[] {
  if (args.length > 3) rt.raise("TypeError", `${name}() takes at most 3 arguments (${args.length} given)`);
  const positional = args.length - (kwnames?.length ?? 0);
  const found: (PyObject | undefined)[] = args.slice(0, positional);
  (kwnames ?? []).forEach((keyword, i) => {
    const position = PARAMETERS.indexOf(keyword);
    if (position < 0) raiseUnexpectedKeyword(rt, name, keyword, PARAMETERS);
    if (found[position]) rt.raise("TypeError", `argument for ${name}() given by name ('${keyword}') and position (${position + 1})`);
    found[position] = args[positional + i];
  });
  const [, encoding, errors] = found;
  for (const [parameter, object] of [["encoding", encoding], ["errors", errors]] as const) {
    if (object && !(object instanceof PyStr)) rt.raise("TypeError", `${name}() argument '${parameter}' must be str, not ${object === rt.none ? "None" : object.type.shownName}`);
  }
  return found;
}

/** What `__bytes__` gives, or null where there is none. */
function ownBytes(rt: Runtime, source: PyObject): Uint8Array | null {
  const special = rt.callSpecial(source, "__bytes__", []);
  if (!special) return null;
  const { type } = rt.temp(special);
  return special instanceof PyBytes ? special.value.slice() : rt.raise("TypeError", rt.message("bytesNotBytes", source.type.shownName, type.shownName));
}

/** `bytes(source)` and `bytearray(source)`: a size, bytes, an iterable of ints, or a text with its encoding; owned by nobody yet. */
export function bytesFrom(rt: Runtime, name: "bytes" | "bytearray", source: PyObject | undefined, encoding: PyObject | undefined, errors: PyObject | undefined): Uint8Array {
  const own = name === "bytes" && source && !encoding && !errors && source.type !== rt.types.str && source.type !== rt.types.bytes ? ownBytes(rt, source) : null;
  if (own) return own;
  if (source instanceof PyStr) {
    if (!encoding) return rt.raise("TypeError", "string argument without an encoding");
    const encoded = rt.temp(rt.callMethod(source, "encode", errors ? [encoding, errors] : [encoding]));
    return (bytesOf(encoded) as Uint8Array).slice();
  }
  if (encoding || errors) rt.raise("TypeError", encoding ? "encoding without a string argument" : "errors without a string argument");
  if (source === undefined) return new Uint8Array(0);
  const direct = bytesOf(source, FULL_READ_ONLY);
  if (direct) {
    rt.heap.reserve(direct.length);
    return direct.slice();
  }
  const size = source.type.slots.index ? sizeOf(rt, source) : null;
  if (size !== null) {
    if (size < 0) rt.raise("ValueError", "negative count");
    rt.heap.reserve(size);
    return new Uint8Array(size);
  }
  return bytesOfItems(rt, name, source);
}

/** What `__index__` gives, or null where it raises TypeError: the object is then taken for an iterable. */
function sizeOf(rt: Runtime, source: PyObject): number | null {
  try {
    return indexAsSize(rt, source, "OverflowError");
  } catch (error) {
    if (!(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.TypeError)) throw error;
    release(error.exception);
    return null;
  }
}

/** The bytes that an iterable of ints gives. */
export function bytesOfItems(rt: Runtime, name: "bytes" | "bytearray", source: PyObject): Uint8Array {
  if (!source.type.slots.iter && !isSequence(rt, source)) rt.raise("TypeError", `cannot convert '${source.type.shownName}' object to ${name}`);
  const values: number[] = [];
  // The `__index__` of an item may change what is gone through.
  forEach(rt, source, (item) => {
    const value = rt.index(item);
    if (value < 0n || value > 255n) rt.raise("ValueError", name === "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)");
    values.push(Number(value));
    if (values.length % RESERVED === 0) rt.heap.reserve(values.length);
  });
  return Uint8Array.from(values);
}

/** So many items are gone through before their memory is asked for again. */
const RESERVED = 4096;

/** The object itself when nothing changed and it is an exact bytes object. */
export function unchangedBytes(rt: Runtime, self: PyObject, value: Uint8Array): PyObject {
  return self.type === rt.types.bytes ? retain(self) : rt.bytes(value.slice());
}
