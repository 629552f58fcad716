import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyDict } from "../types/dict.ts";
import type { PyFunction } from "../types/function.ts";
import { callableProxySpec, makeProxy, weakProxySpec } from "../types/weak-proxy.ts";
import { PyWeakRef } from "../types/weakref.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

/** The weak references to an object in CPython's order: the plain one that all share, the proxy that all share, then the newest (insert_weakref). */
function live(object: PyObject): PyObject[] {
  const newest = ((object.weakrefs ?? []) as PyWeakRef[]).filter((weakref) => weakref.refs > 0).reverse();
  const { ReferenceType } = object.type.rt.types;
  const isShared = (weakref: PyWeakRef): boolean => weakref.callback === null && !weakref.type.isHeapType;
  const plain = newest.filter((weakref) => isShared(weakref) && weakref.type === ReferenceType);
  const proxies = newest.filter((weakref) => isShared(weakref) && weakref.type !== ReferenceType);
  return [...plain, ...proxies, ...newest.filter((weakref) => !isShared(weakref))];
}

/** The base of a class refers to it by the reference without a callback that everybody shares (add_subclass in Objects/typeobject.c); here the base does without. */
function isReferredToByBase(rt: Runtime, object: PyObject): boolean {
  const isShared = (weakref: PyObject) => weakref instanceof PyWeakRef && weakref.type === rt.types.ReferenceType && weakref.callback === null;
  return object instanceof PyType && object.isHeapType && !live(object).some(isShared);
}

function weakrefsOf(rt: Runtime, object: PyObject): PyObject {
  if (isReferredToByBase(rt, object)) rt.temp(rt.call(rt.types.ReferenceType, [object]));
  return rt.takeList(live(object).map(retain));
}

/** Drops an entry whose weak reference is dead, unless its key has been bound anew meanwhile. */
function removeDead(rt: Runtime, dict: PyObject, key: PyObject): PyObject {
  if (!(dict instanceof PyDict)) return rt.raise("TypeError", "a dict is required");
  const held = dict.peek(rt, key);
  if (held instanceof PyWeakRef && held.referent === null) rt.temp(dict.pop(rt, key) as PyObject);
  return retain(rt.none);
}

const functions = [
  nativeFunction("proxy(object, callback=None, /)", (rt, [object, callback]) => makeProxy(rt, object, callback ?? null)),
  nativeFunction("getweakrefcount(object, /)", (rt, [object]) => rt.int(live(object).length + Number(isReferredToByBase(rt, object)))),
  nativeFunction("getweakrefs(object, /)", (rt, [object]) => weakrefsOf(rt, object)),
  nativeFunction("_remove_dead_weakref(dct, key, /)", (rt, [dict, key]) => removeDead(rt, dict, key)),
];

const names = (vm: Machine) => ({
  ref: retain(vm.types.ReferenceType),
  ReferenceType: retain(vm.types.ReferenceType),
  ProxyType: retain(vm.typeOf(weakProxySpec)),
  CallableProxyType: retain(vm.typeOf(callableProxySpec)),
});

export const weakrefHostModule: ModuleSpec = { name: "_weakref", functions, names };

/** Marks the code of a callback that only tidies up. */
const quietFunction = nativeFunction("_quiet(function, /)", (_rt, [func]) => {
  (func as PyFunction).code.isQuiet = true;
  return retain(func);
});

export const weakrefModule: ModuleSpec = {
  name: "weakref",
  source: () => pythonHalf("weakref"),
  names: (vm) => ({ _quiet: vm.importer.makeFunction(quietFunction, "weakref") }),
};
