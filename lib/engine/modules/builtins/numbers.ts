import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { absolute, divmod, power } from "../../protocol/number.ts";
import { isBytes } from "../../types/bytes-object.ts";
import { intTextInBase } from "../../types/int-text.ts";
import { PyStr } from "../../types/str-object.ts";

function chr(rt: Runtime, argument: PyObject): PyObject {
  const code = rt.index(argument);
  if (code < 0n || code > 0x10ffffn) rt.raise("ValueError", "chr() arg not in range(0x110000)");
  return rt.str(String.fromCodePoint(Number(code)));
}

function ord(rt: Runtime, argument: PyObject): PyObject {
  if (argument instanceof PyStr) {
    if (argument.length === 1) return rt.int(argument.value.codePointAt(0) as number);
    return rt.raise("TypeError", `ord() expected a character, but string of length ${argument.length} found`);
  }
  const bytes = isBytes(argument) ? argument.value : null;
  if (!bytes) return rt.raise("TypeError", `ord() expected string of length 1, but ${argument.type.shownName} found`);
  if (bytes.length === 1) return rt.int(bytes[0]);
  return rt.raise("TypeError", `ord() expected a character, but string of length ${bytes.length} found`);
}

function round(rt: Runtime, [number, digits]: PyObject[]): PyObject {
  const args = digits && digits !== rt.none ? [digits] : [];
  const result = number.type.peek("__round__") ? rt.callSpecial(number, "__round__", args) : null;
  return result ?? rt.raise("TypeError", `type ${number.type.shownName} doesn't define __round__ method`);
}

function inBase(name: "bin" | "oct" | "hex", base: 2 | 8 | 16): FunctionSpec {
  return nativeFunction(`${name}(number, /)`, (rt, [number]) => rt.str(intTextInBase(rt.index(number), base)));
}

/** Functions of `builtins` about numbers and characters. */
export const numberFunctions: readonly FunctionSpec[] = [
  nativeFunction("abs(number, /)", (rt, [number]) => absolute(rt, number)),
  nativeFunction("divmod(x, y, /)", (rt, [x, y]) => divmod(rt, x, y)),
  nativeFunction("pow(base, exp, mod=None)", (rt, [base, exponent, modulus]) => power(rt, base, exponent, modulus && modulus !== rt.none ? modulus : null)),
  nativeFunction("round(number, ndigits=None)", round),
  nativeFunction("chr(i, /)", (rt, [code]) => chr(rt, code)),
  nativeFunction("ord(character, /)", (rt, [character]) => ord(rt, character)),
  inBase("bin", 2),
  inBase("oct", 8),
  inBase("hex", 16),
];
