import type { PyObject } from "../core/object.ts";

const BITWISE = "Did you mean to use an 'int' object? Bitwise operators are not supported by 'float'.";
const use = (type: string) => `Did you mean to use a '${type}' object?`;
const dot = (name: string) => `Did you mean '.${name}'?`;

/** Methods that other languages have, or another type: what to say, by the type that was asked (Lib/traceback.py of 3.15). */
const HINTS = new Map<string, readonly (readonly [type: string, hint: string])[]>([
  ["push", [["list", dot("append")]]],
  ["concat", [["list", dot("extend")]]],
  ["addAll", [["list", dot("extend")]]],
  ["contains", [["list", "Use 'x in list'."]]],
  ["add", [["list", use("set")], ["frozenset", use("set")]]],
  ["toUpperCase", [["str", dot("upper")]]],
  ["toLowerCase", [["str", dot("lower")]]],
  ["trimStart", [["str", dot("lstrip")]]],
  ["trimEnd", [["str", dot("rstrip")]]],
  ["keySet", [["dict", dot("keys")]]],
  ["entrySet", [["dict", dot("items")]]],
  ["entries", [["dict", dot("items")]]],
  ["putAll", [["dict", dot("update")]]],
  ["put", [["dict", "Use d[k] = v."]]],
  ["append", [["tuple", use("list")]]],
  ["extend", [["tuple", use("list")]]],
  ["insert", [["tuple", use("list")]]],
  ["remove", [["tuple", use("list")], ["frozenset", use("set")]]],
  ["discard", [["frozenset", use("set")]]],
  ["update", [["frozenset", use("set")], ["frozendict", use("dict")]]],
  ...["__or__", "__and__", "__xor__", "__lshift__", "__rshift__"].map((name) => [name, [["float", BITWISE]]] as const),
]);

/** The hint for an attribute that an object of a built-in type does not have, or null. */
export function foreignNameHint(object: PyObject, name: string): string | null {
  const { mro } = object.type;
  const found = HINTS.get(name)?.find(([type]) => mro.some((each) => each.name === type && !each.isHeapType));
  return found ? found[1] : null;
}
