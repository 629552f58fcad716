import { deprecations } from "../protocol/deprecations.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { index, indexObject } from "../protocol/number.ts";
import { raiseUnexpectedKeyword } from "../protocol/suggest-keyword.ts";
import { bytesOf, isBytes, PyBytes, QUIETLY } from "./bytes-object.ts";
import { chargeInt, exactInt, PyInt, takeIntValue } from "./int-object.ts";
import { numeralText, parseInt } from "./int-text.ts";
import { rareMembers } from "./rare-members.ts";
import { PyStr } from "./str-object.ts";

/** `int(x=0, /)` and `int(x, base=10)` (long_new). */
export function newInt(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [object, base] = intArguments(rt, args, kwnames);
  if (!object) {
    if (base) rt.raise("TypeError", "int() missing string argument");
    return makeInt(rt, type, rt.int(0));
  }
  return makeInt(rt, type, base ? intInBase(rt, object, index(rt, base)) : toInt(rt, object));
}

/** The exact int itself, or an instance of a subclass with its value; takes the reference. */
function makeInt(rt: Runtime, type: PyType, exact: PyObject): PyObject {
  return type === rt.types.int ? exact : new PyInt(type, takeIntValue(exact));
}

function intArguments(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): [PyObject | undefined, PyObject | undefined] {
  const positional = args.length - (kwnames?.length ?? 0);
  if (args.length > 2) {
    rt.raise("TypeError", kwnames ? `int() takes at most 2 arguments (${args.length} given)` : rt.message("tooManyForType", "int", "2", String(args.length)));
  }
  let base = positional === 2 ? args[1] : undefined;
  for (const name of kwnames ?? []) {
    if (name !== "base") raiseUnexpectedKeyword(rt, "int", name, ["base"]);
    if (base) rt.raise("TypeError", "argument for int() given by name ('base') and position (2)");
    base = args[args.length - 1];
  }
  return [positional > 0 ? args[0] : undefined, base];
}

/** `int(x)` as an exact int, owned (PyNumber_Long). */
export function toInt(rt: Runtime, object: PyObject): PyObject {
  if (object.type === rt.types.int) return retain(object);
  const { slots } = object.type;
  if (slots.int) return exactResult(rt, slots.int(rt, object), object);
  if (slots.index) {
    const result = rt.temp(indexObject(rt, object));
    return exactInt(rt, result);
  }
  if (rt.profile.numericModules.intAsksTrunc && object.type.peek("__trunc__")) return rareMembers.get().intOfTrunc(rt, object);
  const source = numeralSource(rt, object);
  if (source) return intInBase(rt, source, 10n);
  return rt.raise("TypeError", `int() argument must be a string, a bytes-like object or a real number, not '${object.type.shownName}'`);
}

/** What an object's `__int__` returned, as an exact int; takes the reference. */
function exactResult(rt: Runtime, result: PyObject, object: PyObject): PyObject {
  if (result.type === rt.types.int) return result;
  const refusal = rt.message("intNotInt", object.type.shownName, result.type.shownName);
  const value = result instanceof PyInt ? result.value : null;
  release(result);
  if (value === null) return rt.raise("TypeError", refusal);
  deprecations.get().warnOfSubclass(rt, refusal, "int");
  return rt.int(value);
}

/** The integer that a str or bytes denotes in a base. */
function intInBase(rt: Runtime, object: PyObject, base: bigint): PyObject {
  if (base !== 0n && (base < 2n || base > 36n)) rt.raise("ValueError", "int() base must be >= 2 and <= 36, or 0");
  const source = object instanceof PyStr || isBytes(object) ? numeralSource(rt, object) : null;
  if (!source) return rt.raise("TypeError", "int() can't convert non-string with explicit base");
  const text = numeralOf(source);
  rt.charge(Math.ceil(text.length / 16));
  const parsed = parseInt(numeralText(text), Number(base), rt.scalars.intMaxStrDigits, (bits) => chargeInt(rt, bits));
  if (parsed === null) return invalidLiteral(rt, source, base);
  if ("tooLong" in parsed) {
    const limit = rt.scalars.intMaxStrDigits;
    rt.raise(
      "ValueError",
      `Exceeds the limit (${rt.message("digits", String(limit))}) for integer string conversion: value has ${parsed.tooLong} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return rt.int(parsed.value);
}

function invalidLiteral(rt: Runtime, object: PyObject, base: bigint): never {
  return rt.raise("ValueError", `invalid literal for int() with base ${base}: ${Array.from(rt.reprText(object)).slice(0, 200).join("")}`);
}

/** What a number is read from: a text, or bytes, which are copied from what lends them; null for all else. */
export function numeralSource(rt: Runtime, object: PyObject): PyStr | PyBytes | null {
  if (object instanceof PyStr || object instanceof PyBytes) return object;
  const bytes = bytesOf(object, QUIETLY);
  return bytes && rt.temp(rt.bytes(bytes.slice()) as PyBytes);
}

/** Its text; bytes beyond ASCII never belong to a numeral. */
export function numeralOf(source: PyStr | PyBytes): string {
  if (source instanceof PyStr) return source.value;
  let text = "";
  for (const byte of source.value) text += byte < 128 ? String.fromCharCode(byte) : "?";
  return text;
}
