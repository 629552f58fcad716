import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { materializeDict, setAttribute } from "../protocol/attributes.ts";
import type { PyDict } from "./dict.ts";
import type { PyException } from "./exception.ts";
import { PyStr } from "./str-object.ts";

/* How exceptions are copied and pickled (Objects/exceptions.c). */

/** The arguments to make it again from: an OSError has put its file names aside (OSError_reduce). */
function argumentsOf(rt: Runtime, self: PyException): PyObject {
  const filename = self.type.isSubtypeOf(rt.types.OSError) ? self.peekMember("filename") : null;
  const { items } = self.args;
  if (!filename || items.length !== 2) return retain(self.args);
  const second = self.peekMember("filename2");
  return rt.takeTuple([...items, filename, ...(second ? [rt.none, second] : [])].map(retain));
}

/** What is kept besides the dict (ImportError_getstate, AttributeError_getstate). */
function membersOf(rt: Runtime, self: PyException): [name: string, value: PyObject][] {
  const { importErrorKeeps, attributeErrorKeeps } = rt.profile.memberRules.exceptions;
  const names = self.type.isSubtypeOf(rt.types.ImportError) ? importErrorKeeps : self.type.isSubtypeOf(rt.types.AttributeError) ? attributeErrorKeeps : [];
  return names.flatMap((name): [string, PyObject][] => {
    const value = name === "args" ? self.args : self.peekMember(name);
    return value ? [[name, value]] : [];
  });
}

/** `BaseException.__reduce__`. */
export function reduceException(rt: Runtime, object: PyObject): PyObject {
  const self = object as PyException;
  const members = membersOf(rt, self);
  const parts: PyObject[] = [retain(self.type), argumentsOf(rt, self)];
  if (!self.attributes?.values?.size && !self.attributes?.dict && members.length === 0) return rt.takeTuple(parts);
  const own = materializeDict(rt, self);
  if (members.length === 0) parts.push(own);
  else {
    const state = rt.callMethod(own, "copy", []) as PyDict;
    release(own);
    for (const [name, value] of members) state.set(rt, rt.temp(rt.intern(name)), value);
    parts.push(state);
  }
  return rt.takeTuple(parts);
}

/** `BaseException.__setstate__`: each item becomes an attribute. */
export function setExceptionState(rt: Runtime, self: PyObject, state: PyObject): PyObject {
  if (state === rt.none) return retain(rt.none);
  if (!state.type.isSubtypeOf(rt.types.dict)) rt.raise("TypeError", "state is not a dictionary");
  for (const entry of [...(state as PyDict).entries]) {
    if (!entry) continue;
    if (!(entry.key instanceof PyStr)) return rt.raise("TypeError", `attribute name must be string, not '${entry.key.type.shownName}'`);
    setAttribute(rt, self, entry.key.value, entry.value);
  }
  return retain(rt.none);
}
