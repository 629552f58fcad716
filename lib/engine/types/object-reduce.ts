import { type NameSpace, type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyBuiltinFunction } from "./builtin-function.ts";
import { type PyDescriptor, PyMethodWrapper } from "./descriptors.ts";
import { PyMethod } from "./method.ts";
import { PyTuple } from "./tuple.ts";
import { materializeDict } from "../protocol/attributes.ts";
import { callSpecial } from "../protocol/call.ts";

/** What a function or descriptor is an attribute of, and its name, owned; a function of a module has no owner. */
function placeOf(rt: Runtime, self: PyObject): { readonly owner: PyObject | null; readonly name: PyObject } {
  if (self instanceof PyMethod) return { owner: self.self, name: rt.getAttribute(self.func, "__name__") };
  if (self instanceof PyMethodWrapper) return { owner: self.self, name: rt.intern(self.descriptor.name) };
  if (self instanceof PyBuiltinFunction) return { owner: self.self, name: rt.intern(self.spec.name) };
  return { owner: (self as PyDescriptor).owner, name: rt.intern((self as PyDescriptor).name) };
}

/** `getattr(owner, name)`, or the name alone (method___reduce__ in Objects/classobject.c, meth_reduce, descr_reduce). */
export function reduceByName(rt: Runtime, self: PyObject): PyObject {
  const { owner, name } = placeOf(rt, self);
  if (owner === null) return name;
  const getattr = (rt.builtins as NameSpace).peekName("getattr") as PyObject;
  return rt.takeTuple([retain(getattr), rt.takeTuple([retain(owner), name])]);
}

/** The default `__getstate__`: the instance dict, with the `__slots__` values where there are any (object_getstate_default). */
export function stateOf(rt: Runtime, self: PyObject): PyObject {
  const dict = self.attributes ? copyOf(rt, materializeDict(rt, self)) : null;
  const slots = slotState(rt, self);
  if (!slots) return dict ?? retain(rt.none);
  return rt.takeTuple([dict ?? retain(rt.none), slots]);
}

/** The state of an instance of a built-in type that reduces itself: what `__getstate__` says, where there is one, or the `__dict__`. */
export function stateOfSubclass(rt: Runtime, self: PyObject): PyObject {
  if (rt.types.object.peek("__getstate__")) return callSpecial(rt, self, "__getstate__", [])!;
  return self.attributes ? materializeDict(rt, self) : retain(rt.none);
}

/** Gives the dict up; None when it is empty. */
function copyOf(rt: Runtime, dict: PyObject): PyObject {
  try {
    return rt.truth(dict) ? rt.callMethod(dict, "copy", []) : retain(rt.none);
  } finally {
    release(dict);
  }
}

function slotState(rt: Runtime, self: PyObject): PyObject | null {
  if (!self.slotValues?.some((value) => value !== null)) return null;
  const dict = rt.dict() as PyObject & { setName(name: string, value: PyObject): void };
  for (const base of [...self.type.mro].reverse()) {
    if (!base.isHeapType) continue;
    for (const [name, descriptor] of base.dict) {
      if (descriptor.type !== rt.types.member_descriptor) continue;
      const value = rt.getAttributeOrNull(self, name);
      if (!value) continue;
      dict.setName(name, value);
      release(value);
    }
  }
  return dict;
}

/** `object.__reduce_ex__`: a class's own `__reduce__` goes first (object___reduce_ex__). */
export function reduceEx(rt: Runtime, self: PyObject, protocol: number): PyObject {
  const reduce = self.type.peek("__reduce__");
  if (reduce && reduce !== rt.types.object.dict.get("__reduce__")) return callSpecial(rt, self, "__reduce__", [])!;
  return commonReduce(rt, self, protocol);
}

/** What object itself answers: protocols below 2 know only the state, and the value of a built-in base (_common_reduce). */
export function commonReduce(rt: Runtime, self: PyObject, protocol: number): PyObject {
  if (protocol >= 2) return reduceNewObject(rt, self);
  const reduce = rt.temp(rt.getAttribute(rt.temp(rt.importModule("copyreg")), "_reduce_ex"));
  return rt.call(reduce, [self, rt.temp(rt.int(protocol))]);
}

/** Protocol 2 and later (reduce_newobj). */
function reduceNewObject(rt: Runtime, self: PyObject): PyObject {
  if (!self.type.slots.new || (!self.type.isHeapType && self.type.name !== "object")) {
    rt.raise("TypeError", `cannot pickle '${self.type.shownName}' object`);
  }
  const [maker, args] = constructorArguments(rt, self).map((part) => rt.temp(part));
  const state = rt.temp(callSpecial(rt, self, "__getstate__", []) ?? stateOf(rt, self));
  const items = itemIterator(rt, self, "list", () => retain(self));
  const pairs = itemIterator(rt, self, "dict", () => rt.callMethod(self, "items", []));
  return rt.takeTuple([retain(maker), retain(args), retain(state), items, pairs]);
}

/** `copyreg.__newobj_ex__`: the same with keyword arguments. */
function newObjectWithKeywords(rt: Runtime): PyObject {
  return rt.getAttribute(rt.temp(rt.importModule("copyreg")), "__newobj_ex__");
}

/** The function that makes the object again, and its arguments (_PyObject_GetNewArguments). */
function constructorArguments(rt: Runtime, self: PyObject): [PyObject, PyObject] {
  const both = callSpecial(rt, self, "__getnewargs_ex__", []);
  if (both) {
    const [args, keywords] = checkedPair(rt, rt.temp(both));
    if (rt.truth(keywords)) return [newObjectWithKeywords(rt), rt.takeTuple([retain(self.type), retain(args), retain(keywords)])];
    return [madeByNew(rt), rt.takeTuple([retain(self.type), ...(args as PyTuple).items.map(retain)])];
  }
  const given = callSpecial(rt, self, "__getnewargs__", []);
  if (given && !(rt.temp(given) instanceof PyTuple)) rt.raise("TypeError", `__getnewargs__ should return a tuple, not '${given.type.shownName}'`);
  return [madeByNew(rt), rt.takeTuple([retain(self.type), ...(given as PyTuple | null)?.items.map(retain) ?? []])];
}

function checkedPair(rt: Runtime, both: PyObject): readonly PyObject[] {
  if (!(both instanceof PyTuple)) return rt.raise("TypeError", `__getnewargs_ex__ should return a tuple, not '${both.type.shownName}'`);
  if (both.items.length !== 2) rt.raise("ValueError", `__getnewargs_ex__ should return a tuple of length 2, not ${both.items.length}`);
  const [args, keywords] = both.items;
  if (!(args instanceof PyTuple)) rt.raise("TypeError", `first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${args.type.shownName}'`);
  if (!keywords.type.isSubtypeOf(rt.types.dict)) rt.raise("TypeError", `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${keywords.type.shownName}'`);
  return both.items;
}

function madeByNew(rt: Runtime): PyObject {
  return rt.getAttribute(rt.temp(rt.importModule("copyreg")), "__newobj__");
}

function itemIterator(rt: Runtime, self: PyObject, type: "list" | "dict", source: () => PyObject): PyObject {
  if (!self.type.isSubtypeOf(rt.types[type])) return retain(rt.none);
  const items = source();
  try {
    return rt.iter(items);
  } finally {
    release(items);
  }
}
