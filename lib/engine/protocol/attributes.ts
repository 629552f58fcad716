import type { InstanceAttributes, NameSpace } from "../core/object.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";

/** `getattr(object, name)` (PyObject_GetAttr). */
export function getAttribute(rt: Runtime, object: PyObject, name: string): PyObject {
  const get = object.type.slots.getAttribute;
  try {
    return get ? get(rt, object, name) : genericGetAttribute(rt, object, name);
  } catch (error) {
    if (isAttributeError(rt, error)) tellTarget(rt, error.exception, object, name);
    throw error;
  }
}

/** An AttributeError that does not say what was asked of whom gets told (_PyObject_SetAttributeErrorContext). */
function tellTarget(rt: Runtime, exception: PyObject, object: PyObject, name: string): void {
  const members = exception as PyObject & { peekMember(name: string): PyObject | null; setMember(name: string, value: PyObject | null): void };
  if (members.peekMember("name") || members.peekMember("obj")) return;
  const text = rt.intern(name);
  members.setMember("name", text);
  members.setMember("obj", object);
  release(text);
}

/** Null instead of AttributeError; other exceptions pass (PyObject_GetOptionalAttr). */
export function getAttributeOrNull(rt: Runtime, object: PyObject, name: string): PyObject | null {
  const get = object.type.slots.getAttribute;
  if (!get || get === genericGetAttribute) return findAttribute(rt, object, name, true);
  try {
    return get(rt, object, name);
  } catch (error) {
    if (!isAttributeError(rt, error)) throw error;
    release(error.exception);
    return null;
  }
}

/** Whether something thrown is a guest AttributeError. */
export function isAttributeError(rt: Runtime, error: unknown): error is Raise {
  return error instanceof Raise && error.exception.type.isSubtypeOf(rt.types.AttributeError);
}

/** `setattr(object, name, value)`; null deletes (PyObject_SetAttr). */
export function setAttribute(rt: Runtime, object: PyObject, name: string, value: PyObject | null): void {
  const set = object.type.slots.setAttribute;
  if (set) set(rt, object, name, value);
  else genericSetAttribute(rt, object, name, value);
}

/** The instance's value of a name, borrowed, or null: no look-up on the class. */
export function peekInstanceValue(object: PyObject, name: string): PyObject | null {
  const attributes = object.attributes;
  if (!attributes) return null;
  if (attributes.values) return attributes.values.get(name) ?? null;
  return attributes.dict ? attributes.dict.peekName(name) : null;
}

/** Data descriptor, instance dict, other class attribute: in this order (PyObject_GenericGetAttr). */
export function genericGetAttribute(rt: Runtime, object: PyObject, name: string): PyObject {
  return findAttribute(rt, object, name, false) ?? raiseNoAttribute(rt, object, name);
}

function findAttribute(rt: Runtime, object: PyObject, name: string, quiet: boolean): PyObject | null {
  const type = object.type;
  const descriptor = type.peek(name);
  if (descriptor === null) {
    const own = peekInstanceValue(object, name);
    return own ? retain(own) : null;
  }
  const slots = descriptor.type.slots;
  const isData = slots.descrGet !== undefined && slots.descrSet !== undefined;
  if (!isData) {
    const own = peekInstanceValue(object, name);
    if (own) return retain(own);
    if (!slots.descrGet) return retain(descriptor);
  }
  retain(descriptor);
  try {
    return slots.descrGet!(rt, descriptor, object, type);
  } catch (error) {
    if (!quiet || !isAttributeError(rt, error)) throw error;
    release(error.exception);
    return null;
  } finally {
    release(descriptor);
  }
}

/** Throws the AttributeError for a name that is neither on the instance nor on its class. */
export function raiseNoAttribute(rt: Runtime, object: PyObject, name: string): never {
  return raiseAttributeError(rt, object, name, `'${object.type.shownName}' object has no attribute '${name}'`);
}

/** Throws AttributeError with its `name` and `obj` set, which suggestions are made of. */
export function raiseAttributeError(rt: Runtime, object: PyObject, name: string, message: string): never {
  const args = [rt.str(message), rt.intern(name), retain(object)];
  try {
    throw new Raise(rt.call(rt.types.AttributeError, args, NAME_AND_OBJECT));
  } finally {
    for (const arg of args) release(arg);
  }
}

const NAME_AND_OBJECT: KeywordNames = ["name", "obj"];

/** Sets through a data descriptor or in the instance dict; null deletes (PyObject_GenericSetAttr). */
export function genericSetAttribute(rt: Runtime, object: PyObject, name: string, value: PyObject | null): void {
  const type = object.type;
  const descriptor = type.peek(name);
  const descrSet = descriptor?.type.slots.descrSet;
  if (descriptor && descrSet) {
    retain(descriptor);
    try {
      descrSet(rt, descriptor, object, value);
    } finally {
      release(descriptor);
    }
    return;
  }
  const attributes = object.attributes;
  if (!attributes) raiseNotSettable(rt, object, name, descriptor);
  if (value) storeInstanceValue(rt, type, attributes!, name, value);
  else if (!dropInstanceValue(type, attributes!, name)) raiseNotDeletable(rt, object, name);
}

export function raiseNotDeletable(rt: Runtime, object: PyObject, name: string): never {
  const text = rt.message("missingOnDelete", object.type.shownName, name);
  return rt.profile.suggestions.onDelete ? raiseAttributeError(rt, object, name, text) : rt.raise("AttributeError", text);
}

function raiseNotSettable(rt: Runtime, object: PyObject, name: string, descriptor: PyObject | null): never {
  const shown = object.type.shownName;
  const fail = (text: string) => (rt.profile.suggestions.onSet ? raiseAttributeError(rt, object, name, text) : rt.raise("AttributeError", text));
  if (descriptor) return fail(`'${shown}' object attribute '${name}' is read-only`);
  const isPlain = !object.type.slots.setAttribute || object.type.slots.setAttribute === genericSetAttribute;
  const message = `'${shown}' object has no attribute '${name}'`;
  return fail(isPlain ? message + rt.message("noDictHint") : message);
}

function storeInstanceValue(rt: Runtime, type: PyType, attributes: InstanceAttributes, name: string, value: PyObject): void {
  if (attributes.values?.size === 0 && rt.profile.instances.attributes === "dict") attributes.values = null;
  if (attributes.values) {
    retain(value);
    const old = attributes.values.get(name);
    attributes.values.set(name, value);
    if (old) release(old);
    else if (type.sharedKeys !== null) type.sharedKeys.admit(name, attributes.values.size - 1);
    return;
  }
  const { dict } = attributes;
  if (dict === null || type.sharedKeys?.inOrder) storeInDict(rt, type, attributes, name, value);
  else setInDict(rt, dict, name, value);
}

/** The value goes into the dict that shows the instance's values, or holds them. */
function setInDict(rt: Runtime, dict: NameSpace, name: string, value: PyObject): void {
  const wasTracked = dict.generation >= 0;
  dict.setName(name, value);
  // The value went into the instance: the dict that shows it has not looked at it.
  if (dict.isEmbedded && !wasTracked) rt.heap.collector.untrack(dict);
}

/** The same where the dict is made with the first value. One that must leave the keys of its class offers its own, if none else has theirs (_PyObjectDict_SetItem of 3.10). */
function storeInDict(rt: Runtime, type: PyType, attributes: InstanceAttributes, name: string, value: PyObject): void {
  attributes.dict ??= instanceDict(rt, type);
  const { dict } = attributes;
  const { sharedKeys } = type;
  const isShared = sharedKeys !== null && dict.sharedKeys === sharedKeys;
  setInDict(rt, dict, name, value);
  if (!isShared || dict.sharedKeys !== null) return;
  sharedKeys.isOfClass = false;
  type.sharedKeys = sharedKeys.sharers === 0 ? dict.offerKeys() : null;
}

/** An empty dict for an instance, which shares the keys of its class where it can. */
function instanceDict(rt: Runtime, type: PyType): NameSpace {
  const dict = rt.dict() as NameSpace;
  const { sharedKeys } = type;
  if (sharedKeys !== null && (type.countsInstances || rt.profile.instances.sharing === "all")) dict.share(sharedKeys);
  return dict;
}

function dropInstanceValue(type: PyType, attributes: InstanceAttributes, name: string): boolean {
  const { values, dict } = attributes;
  if (type.sharedKeys?.inOrder && dict !== null) {
    // Keys that were deleted are not shared any more.
    type.sharedKeys.isOfClass = false;
    type.sharedKeys = null;
  }
  if (!values) return dict ? dict.deleteName(name) : false;
  const old = values.get(name);
  if (!old) return false;
  values.delete(name);
  release(old);
  return true;
}

/** The instance dict, borrowed, if someone has asked for it before. */
export function peekInstanceDict(object: PyObject): NameSpace | null {
  return object.attributes?.dict ?? null;
}

/** The instance dict, made now from the values in the object if need be. The object must have attributes. */
export function materializeDict(rt: Runtime, object: PyObject): NameSpace {
  const attributes = object.attributes!;
  if (!attributes.dict) {
    const dict = instanceDict(rt, object.type);
    const values = attributes.values;
    attributes.values = null;
    attributes.dict = dict;
    if (values) {
      for (const [name, value] of values) {
        dict.setName(name, value);
        release(value);
      }
      dict.isEmbedded = rt.profile.instances.vars === "view" && object.type.isHeapType;
    }
  }
  return retain(attributes.dict);
}

/** Puts another dict in place of the instance's own (`obj.__dict__ = d`); retains it. Null leaves the object without any. */
export function replaceInstanceDict(object: PyObject, dict: NameSpace | null): void {
  const attributes = object.attributes!;
  const { values, dict: old } = attributes;
  if (old) old.isEmbedded = false;
  attributes.dict = dict ? retain(dict) : null;
  attributes.values = dict ? null : new Map();
  if (values) for (const value of values.values()) release(value);
  if (old) release(old);
}

/**
 * A special method as the interpreter looks it up: on the type, bound to the object (`_PyObject_LookupSpecial`). Null
 * when there is none.
 */
export function lookupSpecial(rt: Runtime, object: PyObject, name: string): PyObject | null {
  const found = object.type.peek(name);
  if (!found) return null;
  const get = found.type.slots.descrGet;
  if (!get) return retain(found);
  retain(found);
  try {
    return get(rt, found, object, object.type);
  } finally {
    release(found);
  }
}
