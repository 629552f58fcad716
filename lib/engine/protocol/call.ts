import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";

/** Calls anything through its type's call slot (_PyObject_Call). Python functions have a way of their own in the machine. */
export function callObject(rt: Runtime, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const call = callable.type.slots.call;
  if (!call) return rt.raise("TypeError", `'${callable.type.shownName}' object is not callable`);
  return call(rt, callable, args, kwnames);
}

/** Whether calling `descriptor(self, …)` means the same as binding it to self first (Py_TPFLAGS_METHOD_DESCRIPTOR). */
export function isMethodDescriptor(rt: Runtime, type: PyType): boolean {
  const { types } = rt;
  return type === types.function || type === types.method_descriptor || type === types.wrapper_descriptor;
}

/**
 * Calls a special method found on the type, without making a bound method where that can be avoided
 * (vectorcall_maybe). Null when the type has none.
 */
export function callSpecial(rt: Runtime, self: PyObject, name: string, args: readonly PyObject[], kwnames: KeywordNames = null): PyObject | null {
  const found = self.type.peek(name);
  if (!found) return null;
  return callBound(rt, retain(found), self, args, kwnames);
}

/** Calls a class attribute as a method of `self`; takes over the reference to `found`. */
function callBound(rt: Runtime, found: PyObject, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  try {
    if (isMethodDescriptor(rt, found.type)) return rt.call(found, [self, ...args], kwnames);
    const get = found.type.slots.descrGet;
    if (!get) return rt.call(found, args, kwnames);
    const bound = get(rt, found, self, self.type);
    try {
      return rt.call(bound, args, kwnames);
    } finally {
      release(bound);
    }
  } finally {
    release(found);
  }
}

/** `self.name(*args)` by ordinary attribute look-up (PyObject_CallMethod). */
export function callMethod(rt: Runtime, self: PyObject, name: string, args: readonly PyObject[]): PyObject {
  const bound = rt.getAttribute(self, name);
  try {
    return rt.call(bound, args, null);
  } finally {
    release(bound);
  }
}

/** Whether an object can be called. */
export function isCallable(object: PyObject): boolean {
  return object.type.slots.call !== undefined;
}
