import { defineType } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Binary, KeywordNames } from "../core/slots.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { deprecations } from "../protocol/deprecations.ts";
import { intSpec, PyInt } from "./int.ts";

/** `True` or `False`: an int of its own type (Objects/boolobject.c). */
export class PyBool extends PyInt {}

function newBool(rt: Runtime, _type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (kwnames) rt.raise("TypeError", "bool() takes no keyword arguments");
  if (args.length > 1) rt.raise("TypeError", `bool expected at most 1 argument, got ${args.length}`);
  return retain(args.length === 1 && rt.truth(args[0]) ? rt.true : rt.false);
}

/** Bools give a bool; with any other int the operation of int answers. */
function logical(operation: (left: boolean, right: boolean) => boolean, name: "and" | "or" | "xor"): Binary {
  return (rt, left, right) => {
    if (left instanceof PyBool && right instanceof PyBool) {
      return retain(operation(left.value !== 0n, right.value !== 0n) ? rt.true : rt.false);
    }
    const slot = intSpec.slots[name];
    return slot ? slot(rt, left, right) : retain(rt.notImplemented);
  };
}

export const boolSpec = defineType({
  name: "bool",
  base: intSpec,
  basicSize: 32,
  baseType: false,
  slots: {
    new: newBool,
    repr: (rt, self) => rt.intern(self === rt.true ? "True" : "False"),
    invert: (rt, self) => {
      deprecations.get().warnOfInversion(rt);
      return rt.int(~(self as PyBool).value);
    },
    and: logical((left, right) => left && right, "and"),
    or: logical((left, right) => left || right, "or"),
    xor: logical((left, right) => left !== right, "xor"),
  },
});
