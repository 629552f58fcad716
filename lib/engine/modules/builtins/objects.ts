import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import { type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { isCallable } from "../../protocol/call.ts";
import { formatWith, testInstance, testSubclass } from "../../protocol/class-test.ts";
import { collectItems } from "../../protocol/iterate.ts";
import { asciiText } from "../../protocol/repr.ts";
import { sortList } from "../../types/list-sort.ts";
import { PyDict } from "../../types/dict.ts";
import { PyList } from "../../types/list.ts";
import { PyStr } from "../../types/str-object.ts";

function shownHash(rt: Runtime, object: PyObject): bigint {
  rt.heap.seedSeen = true;
  return rt.hash(object);
}

function attributeName(rt: Runtime, name: PyObject, caller: string): string {
  if (!(name instanceof PyStr)) return rt.raise("TypeError", caller === "" ? `attribute name must be string, not '${name.type.shownName}'` : rt.message("attributeNameType", name.type.shownName, caller));
  return name.value;
}

function getAttribute(rt: Runtime, [object, name, fallback]: PyObject[]): PyObject {
  const text = attributeName(rt, name, "getattr(): ");
  if (!fallback) return rt.getAttribute(object, text);
  return rt.getAttributeOrNull(object, text) ?? retain(fallback);
}

function hasAttribute(rt: Runtime, [object, name]: PyObject[]): PyObject {
  const value = rt.getAttributeOrNull(object, attributeName(rt, name, "hasattr(): "));
  if (value) release(value);
  return rt.bool(value !== null);
}

function callBuiltin(rt: Runtime, name: string): PyObject {
  const { builtins } = rt as Runtime & { readonly builtins: PyObject & { peekName(name: string): PyObject | null } };
  const callable = builtins.peekName(name);
  return callable ? rt.call(callable, []) : rt.raise("RuntimeError", `lost builtins.${name}`);
}

function vars(rt: Runtime, [object]: PyObject[]): PyObject {
  if (!object) return callBuiltin(rt, "locals");
  return rt.getAttributeOrNull(object, "__dict__") ?? rt.raise("TypeError", "vars() argument must have __dict__ attribute");
}

/** `dir()`: sorted names of the object, or of the namespace that called (_dir_object, _dir_locals). */
function dir(rt: Runtime, [object]: PyObject[]): PyObject {
  const own = rt.temp(object ? namesOf(rt, object) : callBuiltin(rt, "locals"));
  // Locals that are no dict are any mapping (Objects/object.c, _dir_locals).
  const source = object || own instanceof PyDict ? own : rt.temp(rt.callMethod(own, "keys", []));
  const names = new PyList(rt.types.list, collectItems(rt, source));
  try {
    sortList(rt, names, undefined, undefined);
    return retain(names);
  } finally {
    release(names);
  }
}

function namesOf(rt: Runtime, object: PyObject): PyObject {
  return rt.callSpecial(object, "__dir__", []) ?? rt.raise("TypeError", "object does not provide __dir__");
}

function format(rt: Runtime, [value, spec]: PyObject[]): PyObject {
  if (spec && !(spec instanceof PyStr)) rt.raise("TypeError", `format() argument 2 must be str, not ${spec.type.shownName}`);
  return formatWith(rt, value, spec ?? rt.temp(rt.str("")));
}

/** Functions of `builtins` about any object: what it is and what it has. */
export const objectFunctions: readonly FunctionSpec[] = [
  nativeFunction("id(obj, /)", (rt, [object]) => {
    rt.audit("builtins.id", () => [rt.int(object.id)]);
    return rt.int(object.id);
  }),
  nativeFunction("hash(obj, /)", (rt, [object]) => rt.int(shownHash(rt, object))),
  nativeFunction("repr(obj, /)", (rt, [object]) => rt.repr(object)),
  nativeFunction("ascii(obj, /)", (rt, [object]) => rt.str(asciiText(rt, object))),
  nativeFunction("format(value, format_spec='', /)", format),
  nativeFunction("callable(obj, /)", (rt, [object]) => rt.bool(isCallable(object))),
  nativeFunction("isinstance(obj, class_or_tuple, /)", (rt, [object, cls]) => rt.bool(testInstance(rt, object, cls))),
  nativeFunction("issubclass(cls, class_or_tuple, /)", (rt, [derived, cls]) => rt.bool(testSubclass(rt, derived, cls))),
  nativeFunction("getattr(object, name, [default], /)", getAttribute),
  nativeFunction("hasattr(obj, name, /)", hasAttribute),
  nativeFunction("setattr(obj, name, value, /)", (rt, [object, name, value]) => {
    const text = attributeName(rt, name, "");
    // The name itself becomes the interned str of its text, when there is none.
    if (name.type === rt.types.str) release(rt.scalars.internObject(name as PyStr));
    rt.setAttribute(object, text, value);
    return retain(rt.none);
  }),
  nativeFunction("delattr(obj, name, /)", (rt, [object, name]) => {
    rt.setAttribute(object, attributeName(rt, name, ""), null);
    return retain(rt.none);
  }),
  nativeFunction("vars([object], /)", vars),
  nativeFunction("dir([object], /)", dir),
];
