import { type NameSpace, type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyBytes } from "./bytes-object.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

/** What an error handler puts in place of what cannot be encoded or decoded, and where it goes on. */
export interface Mended {
  readonly fix: string | Uint8Array;
  readonly next: number;
}

/** Calls a function of the module `codecs`; the result is given up with the running call. */
function ask(rt: Runtime, name: string, args: PyObject[]): PyObject {
  const module = rt.temp(rt.importModule("codecs"));
  return rt.temp(rt.callMethod(module, name, args));
}

/** An error handler that a program has registered; there are none before the module is loaded. */
export function mendOtherwise(rt: Runtime, errors: string, error: PyObject): Mended {
  if (!(rt.modules as NameSpace).peekName("codecs")) rt.raise("LookupError", `unknown error handler name '${errors}'`);
  const [fix, next] = (ask(rt, "_mend", [rt.temp(rt.str(errors)), error]) as PyTuple).items;
  return { fix: fix instanceof PyBytes ? fix.value : rt.strText(fix as PyObject), next: Number(rt.index(next as PyObject)) };
}

/** What a codec by name makes of a text or of bytes. */
function through(rt: Runtime, use: "encode" | "decode", input: PyObject, encoding: string, errors: string): PyObject {
  const info = ask(rt, "_text_codec", [rt.temp(rt.str(encoding)), rt.temp(rt.str(use))]);
  const pair = rt.temp(rt.callMethod(info, use, [input, rt.temp(rt.str(errors))]));
  if (!(pair instanceof PyTuple) || pair.items.length !== 2) return rt.raise("TypeError", `${use}r must return a tuple (object, integer)`);
  const made = pair.items[0];
  const wanted = use === "encode" ? "bytes" : "str";
  if (made instanceof (use === "encode" ? PyBytes : PyStr)) return made;
  return rt.raise("TypeError", `'${encoding}' ${use}r returned '${made.type.shownName}' instead of '${wanted}'; use codecs.${use}() to ${use} to arbitrary types`);
}

/** `str.encode` with an encoding that only the module `codecs` knows. */
export function encodeOtherwise(rt: Runtime, text: PyStr, encoding: string, errors: string): PyObject {
  return retain(through(rt, "encode", text, encoding, errors));
}

/** `bytes.decode` likewise. */
export function decodeOtherwise(rt: Runtime, bytes: Uint8Array, encoding: string, errors: string): string {
  return (through(rt, "decode", rt.temp(rt.bytes(bytes.slice())), encoding, errors) as PyStr).value;
}
