import { type PyObject, release, retain } from "../../core/object.ts";
import { PyType } from "../../core/type.ts";
import { equal } from "../../protocol/compare.ts";
import { isInstance } from "../../protocol/instance-check.ts";
import { PyDict } from "../../types/dict.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";

/** Types whose instances match a positional sub-pattern by themselves (Py_TPFLAGS_MATCH_SELF, PEP 634). */
const MATCH_SELF = ["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];

const SEQUENCES = ["list", "tuple", "range", "memoryview"];

/** Types that a sequence pattern accepts: the built-in ones, and classes registered with or derived from Sequence (Py_TPFLAGS_SEQUENCE). */
function isSequence(vm: Machine, value: PyObject): boolean {
  if (value.type.isSubtypeOf(vm.types.str) || value.type.isSubtypeOf(vm.types.bytes) || value.type.isSubtypeOf(vm.types.bytearray)) return false;
  return SEQUENCES.some((name) => vm.types[name] && value.type.isSubtypeOf(vm.types[name])) || isAbstractly(vm, value, "Sequence");
}

function isMapping(vm: Machine, value: PyObject): boolean {
  if (value.type.isSubtypeOf(vm.types.dict) || value.type === vm.types.mappingproxy || value.type === vm.types.FrameLocalsProxy) return true;
  return isAbstractly(vm, value, "Mapping");
}

/** An instance of a class of collections.abc, which counts only once that module is loaded. */
function isAbstractly(vm: Machine, value: PyObject, name: "Sequence" | "Mapping"): boolean {
  const module = vm.modules.peekName("collections.abc");
  if (!module || !value.type.isHeapType) return false;
  const cls = vm.temp(vm.getAttribute(module, name));
  return isInstance(vm, value, cls);
}

/** Values for the keys of a mapping pattern as a tuple, or None where one is missing (Python/ceval.c, match_keys). */
export function matchKeys(vm: Machine, subject: PyObject, keys: PyTuple): PyObject {
  const seen: PyObject[] = [];
  const values: PyObject[] = [];
  try {
    for (const key of keys.items) {
      if (seen.some((other) => equal(vm, other, key))) vm.raise("ValueError", `mapping pattern checks duplicate key (${vm.reprText(key)})`);
      seen.push(key);
      const value = mappingGet(vm, subject, key);
      if (!value) {
        for (const held of values) release(held);
        return retain(vm.none);
      }
      values.push(value);
    }
  } catch (error) {
    for (const held of values) release(held);
    throw error;
  }
  return vm.takeTuple(values);
}

function mappingGet(vm: Machine, subject: PyObject, key: PyObject): PyObject | null {
  if (subject.type === vm.types.dict) {
    const value = (subject as PyDict).peek(vm, key);
    return value ? retain(value) : null;
  }
  const missing = vm.temp(vm.call(vm.types.object, []));
  const value = vm.callMethod(subject, "get", [key, missing]);
  if (value !== missing) return value;
  release(value);
  return null;
}

/** Attributes for a class pattern as a tuple, or null where the subject does not match (match_class). */
export function matchClass(vm: Machine, subject: PyObject, cls: PyObject, positional: number, names: PyTuple): PyObject | null {
  if (!(cls instanceof PyType)) vm.raise("TypeError", vm.message("patternNoClass"));
  if (!isInstance(vm, subject, cls)) return null;
  const wanted: string[] = [];
  const values: PyObject[] = [];
  if (positional > 0) {
    const attributes = matchArgs(vm, cls as PyType, positional);
    if (attributes === null) values.push(retain(subject));
    else wanted.push(...attributes);
  }
  for (const name of names.items) wanted.push((name as PyStr).value);
  const seen = new Set<string>();
  for (const name of wanted) {
    if (seen.has(name)) vm.raise("TypeError", `${(cls as PyType).name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = vm.getAttributeOrNull(subject, name);
    if (!value) {
      for (const held of values) release(held);
      return null;
    }
    values.push(value);
  }
  return vm.takeTuple(values);
}

/** The attribute names behind positional sub-patterns; null when the type matches itself. */
function matchArgs(vm: Machine, cls: PyType, positional: number): string[] | null {
  const declared = vm.getAttributeOrNull(cls, "__match_args__");
  if (!declared) {
    const matchesSelf = MATCH_SELF.some((name) => cls.isSubtypeOf(vm.types[name]));
    const allowed = matchesSelf ? 1 : 0;
    if (positional > allowed) tooMany(vm, cls, allowed, positional);
    return matchesSelf ? null : [];
  }
  vm.temp(declared);
  if (!(declared instanceof PyTuple)) return vm.raise("TypeError", `${cls.name}.__match_args__ must be a tuple (got ${declared.type.name})`);
  const { items } = declared;
  if (positional > items.length) tooMany(vm, cls, items.length, positional);
  return items.slice(0, positional).map((item) => {
    if (item instanceof PyStr) return item.value;
    return vm.raise("TypeError", `__match_args__ elements must be strings (got ${item.type.name})`);
  });
}

function tooMany(vm: Machine, cls: PyType, allowed: number, given: number): never {
  return vm.raise("TypeError", `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? "" : "s"} (${given} given)`);
}

/** Structural pattern matching (PEP 634). */
export const patternHandlers: Readonly<Record<string, Handler>> = {
  MATCH_MAPPING: (vm, frame) => frame.push(vm.bool(isMapping(vm, frame.peek(1)))),
  MATCH_SEQUENCE: (vm, frame) => frame.push(vm.bool(isSequence(vm, frame.peek(1)))),
  MATCH_KEYS: (vm, frame) => frame.push(matchKeys(vm, frame.peek(2), frame.peek(1) as PyTuple)),
  MATCH_CLASS: (vm, frame, positional) => {
    const result = matchClass(vm, frame.peek(3), frame.peek(2), positional, frame.peek(1) as PyTuple);
    frame.drop(3);
    frame.push(result ?? retain(vm.none));
  },
};
