import { nativeFunction } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { PyWrappedCallable } from "../types/class-method.ts";
import { PyClassMethodDescriptor, PyGetSetDescriptor, type PyMemberDescriptor } from "../types/descriptors.ts";
import { PyFunction } from "../types/function.ts";
import { PyHalfClassMethod, PyHalfFunction, PyHalfGetSet, PyHalfMethod, PyHalfNew, PyHalfWrapper } from "../types/half-functions.ts";
import { classGetItem } from "../types/iterator-state.ts";
import { PyProperty } from "../types/property.ts";
import { DEFS_BY_DUNDER } from "../types/slot-defs.ts";
import { PyStr } from "../types/str-object.ts";
import type { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { specOf } from "./half-signatures.ts";

/** What a class statement leaves in the namespace, and CPython's types do not have. */
const TRACES = ["__slots__", "__weakref__", "__firstlineno__", "__static_attributes__"];

/** Names that a half uses by itself; a program never sees them. */
const isPrivate = (name: string) => name.startsWith("_") && !name.startsWith("__");

/** Special methods that take what the function takes, not what the slot says. */
const MAKING: ReadonlySet<string> = new Set(["__init__", "__call__"]);

/** What stands in the namespace of a type written in C for what a class statement put there; null where that is the same. Owned. */
function sealed(rt: Runtime, cls: PyType, name: string, value: PyObject): PyObject | null {
  if (value instanceof PyProperty) {
    return value.getter instanceof PyFunction ? new PyHalfGetSet(rt, cls, name, value.getter, value.setter, value.deleter) : null;
  }
  if (value instanceof PyFunction) return sealedMethod(rt, cls, name, value);
  if (!(value instanceof PyWrappedCallable)) return null;
  const { wrapped } = value;
  if (name === "__class_getitem__" && wrapped === rt.types.GenericAlias) return new PyClassMethodDescriptor(rt, cls, classGetItem);
  if (!(wrapped instanceof PyFunction)) return null;
  if (value.type === rt.types.classmethod) return new PyHalfClassMethod(rt, cls, specOf(wrapped, name, "classmethod"), wrapped);
  return name === "__new__" ? new PyHalfNew(rt, specOf(wrapped, name, "staticmethod", cls.name), retain(cls), null, wrapped) : null;
}

function sealedMethod(rt: Runtime, cls: PyType, name: string, func: PyFunction): PyObject | null {
  const def = DEFS_BY_DUNDER.get(name)?.[0];
  if (!def) return new PyHalfMethod(rt, cls, specOf(func, name, "method"), func);
  // These are found by the slots of a class, which look for functions.
  if (def.slot === "getAttribute") return null;
  return new PyHalfWrapper(rt, cls, def, MAKING.has(name) ? specOf(func, name, "method", cls.name) : null, func);
}

/** A member that can only be read, of what the half keeps in the private slot of that name. */
function addMember(rt: Runtime, cls: PyType, name: string): void {
  const { index } = cls.dict.get(`_${cls.name}__${name}`) as PyMemberDescriptor;
  const made = new PyGetSetDescriptor(rt, cls, { name, isMember: true, get: (at, self) => retain(self.slotValues?.[index] ?? at.none) });
  cls.set(name, made);
  release(made);
}

/**
 * Makes a class of a Python half look like the one that CPython writes in C: it cannot be changed, its public methods are
 * built in, `members` can be read but not set, error texts name its module, `dir` leaves out what only the half uses, and it has the size of CPython's
 * structure, in bytes as 3.10 has it.
 */
const sealFunction = nativeFunction("_seal(cls, size, item_size=0, tracked=True, final=False, members=())", (rt, [cls, size, itemSize, tracked, final, members]) => {
  if (!(cls instanceof PyType)) return rt.raise("TypeError", `_seal() seals classes, not ${cls.type.shownName}`);
  const module = cls.dict.get("__module__");
  for (const [name, value] of [...cls.dict]) {
    const made = isPrivate(name) ? null : sealed(rt, cls, name, value);
    if (!made) continue;
    cls.set(name, made);
    release(made);
  }
  for (const member of (members as PyTuple | undefined)?.items ?? []) addMember(rt, cls, rt.strText(member));
  cls.isImmutable = true;
  cls.sealedName = module instanceof PyStr && module.value !== "builtins" ? `${module.value}.${cls.qualname}` : cls.qualname;
  const { structSizes } = rt.profile;
  const changed = structSizes.get(cls.shownName);
  cls.basicSize = changed?.basic ?? Number(rt.index(size));
  cls.itemSize = changed?.item ?? (itemSize ? Number(rt.index(itemSize)) : 0);
  if (tracked) cls.isCollected = rt.truth(tracked);
  if (final) cls.isBaseType = !rt.truth(final);
  cls.hasManagedDict = false;
  cls.hasPreHeader = false;
  cls.sharedKeys = null;
  cls.countsInstances = false;
  for (const name of cls.isOnHeap ? TRACES : [...TRACES, "__module__"]) if (cls.dict.has(name)) cls.delete(name);
  return retain(rt.none);
});

/** The modules in C that the halves of modules stand for besides; it is theirs whose names functions tell. */
const IN_C: ReadonlyMap<string, string> = new Map([
  ["functools", "_functools"], ["operator", "_operator"], ["struct", "_struct"], ["contextvars", "_contextvars"],
]);

/**
 * `@_builtin`: makes a function of a half the built-in function that CPython writes in C; a `variadic` one gets its arguments
 * in a tuple there (METH_VARARGS). A module in C that is loaded has it too.
 */
const builtinFunction = nativeFunction("_builtin(function, /, variadic=False)", (rt, [func, variadic]) => {
  if (!(func instanceof PyFunction)) return rt.raise("TypeError", `_builtin() takes functions, not ${func.type.shownName}`);
  const module = func.module ? rt.strText(func.module) : "builtins";
  const name = rt.strText(func.name);
  const inC = IN_C.get(module) ?? module;
  const made = new PyHalfFunction(rt, specOf(func, name, "function"), null, inC, func);
  made.isVariadic = variadic !== undefined && rt.truth(variadic);
  const loaded = inC === module ? null : (rt as Machine).modules.peekName(inC);
  if (loaded) rt.setAttribute(loaded, name, made);
  return made;
});

/** `_seal` and `_builtin`, as a Python half of this module knows them. */
export const sealFor = (module: string) => (vm: Machine): Record<string, PyObject> => ({
  _seal: vm.importer.makeFunction(sealFunction, module),
  _builtin: vm.importer.makeFunction(builtinFunction, module),
});

function namesFrom(half: string, names: readonly string[]): (vm: Machine) => Record<string, PyObject> {
  return (vm) => Object.fromEntries(names.map((name) => [name, retain(vm.importer.peekName(half, name))]));
}

/** Modules in C that are halves of Python as a whole, for who looks a name up where functions and classes say that they are from. */
export const modulesInC: readonly ModuleSpec[] = [
  { name: "_functools", names: namesFrom("functools", ["cmp_to_key", "reduce", "partial", "_lru_cache_wrapper"]) },
  { name: "_contextvars", names: namesFrom("contextvars", ["Context", "ContextVar", "Token", "copy_context"]) },
];
