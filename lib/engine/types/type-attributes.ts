import type { GetSetSpec } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { auditWrite } from "../protocol/audit.ts";
import { raiseAttributeError } from "../protocol/attributes.ts";
import { callAnnotate, checkAnnotate } from "./annotate.ts";
import { rareMembers } from "./rare-members.ts";
import { PyMappingProxy } from "./mapping-proxy.ts";
import { PyStr } from "./str-object.ts";
import { flagsOf } from "./type-flags.ts";

function requireHeap(rt: Runtime, self: PyObject, name: string, value: PyObject | null): asserts value is PyObject {
  const type = self as PyType;
  if (type.isImmutable) rt.raise("TypeError", `cannot set '${name}' attribute of immutable type '${type.shownName}'`);
  if (!value) rt.raise("TypeError", rt.message("typeAttributeDelete", name, type.shownName));
  auditWrite(rt, self, name, value);
}

/** A built-in type makes the text anew for whoever asks (type_name, type_qualname). */
function textGetter(field: "name" | "qualname"): GetSetSpec["get"] {
  return (rt, self) => ((self as PyType).isHeapType ? rt.intern((self as PyType)[field]) : rt.str((self as PyType).name));
}

/** The name of a type is a C string. */
export function checkTypeName(rt: Runtime, name: PyStr): void {
  if (name.value.includes("\0")) rt.raise("ValueError", "type name must not contain null characters");
}

function textSetter(name: string, field: "name" | "qualname"): GetSetSpec["set"] {
  return (rt, self, value) => {
    requireHeap(rt, self, name, value);
    if (!(value instanceof PyStr)) return rt.raise("TypeError", `can only assign string to ${(self as PyType).name}.${name}, not '${value.type.shownName}'`);
    if (field === "name") checkTypeName(rt, value);
    (self as PyType)[field] = value.value;
  };
}

function getDoc(rt: Runtime, self: PyObject): PyObject {
  const type = self as PyType;
  if (type.spec) return retain(rt.none);
  const doc = type.dict.get("__doc__");
  if (!doc) return retain(rt.none);
  const get = doc.type.slots.descrGet;
  return get ? get(rt, doc, null, type) : retain(doc);
}

function getModule(rt: Runtime, self: PyObject): PyObject {
  const type = self as PyType;
  if (type.spec) return rt.intern(type.spec.module ?? "builtins");
  const module = type.dict.get("__module__");
  if (!module && type.sealedName !== null) return rt.intern(type.sealedName.slice(0, -type.qualname.length - 1));
  return module ? retain(module) : raiseAttributeError(rt, type, "__module__", "__module__");
}

function plainSetter(name: string): GetSetSpec["set"] {
  return (rt, self, value) => {
    requireHeap(rt, self, name, value);
    (self as PyType).set(name, value);
  };
}

function getAbstractMethods(rt: Runtime, self: PyObject): PyObject {
  const type = self as PyType;
  const value = type === rt.types.type ? null : type.dict.get("__abstractmethods__");
  return value ? retain(value) : raiseAttributeError(rt, type, "__abstractmethods__", "__abstractmethods__");
}

/** Annotations of a class: as stored, or computed once by its annotate function (PEP 649). */
function getAnnotations(rt: Runtime, self: PyObject): PyObject {
  const type = self as PyType;
  if (type.spec) return raiseAttributeError(rt, type, "__annotations__", `type object '${type.shownName}' has no attribute '__annotations__'`);
  const stored = type.dict.get("__annotations__") ?? type.dict.get("__annotations_cache__");
  if (stored) {
    const get = stored.type.slots.descrGet;
    return get ? get(rt, stored, null, type) : retain(stored);
  }
  const annotate = type.dict.get("__annotate_func__") ?? type.dict.get("__annotate__");
  const made = annotate && annotate !== rt.none ? callAnnotate(rt, annotate) : rt.dict();
  type.set(rt.profile.compiler.lazyAnnotations ? "__annotations_cache__" : "__annotations__", made);
  return made;
}

function setAnnotations(rt: Runtime, self: PyObject, value: PyObject | null): void {
  const type = self as PyType;
  if (type.isImmutable) rt.raise("TypeError", `cannot set '__annotations__' attribute of immutable type '${type.shownName}'`);
  const cached = type.delete("__annotations_cache__");
  if (value) type.set("__annotations__", value);
  else if (!type.delete("__annotations__") && !cached) raiseAttributeError(rt, type, "__annotations__", "__annotations__");
}

const annotate: GetSetSpec = {
  name: "__annotate__",
  get: (rt, self) => {
    const type = self as PyType;
    if (type.isImmutable) return raiseAttributeError(rt, type, "__annotate__", `type object '${type.shownName}' has no attribute '__annotate__'`);
    return retain(type.dict.get("__annotate_func__") ?? type.dict.get("__annotate__") ?? rt.none);
  },
  set: (rt, self, value) => {
    if (value === null) rt.raise("TypeError", "cannot delete __annotate__ attribute");
    requireHeap(rt, self, "__annotate__", value);
    checkAnnotate(rt, value);
    (self as PyType).set("__annotate_func__", value);
    if (value !== rt.none) (self as PyType).delete("__annotations_cache__");
  },
};

const number = (name: string, get: (type: PyType) => number): GetSetSpec => ({ name, isMember: true, get: (rt, self) => rt.int(get(self as PyType)) });

export const typeGetset: readonly GetSetSpec[] = [
  { name: "__name__", get: textGetter("name"), set: textSetter("__name__", "name") },
  { name: "__qualname__", get: textGetter("qualname"), set: textSetter("__qualname__", "qualname") },
  {
    name: "__bases__",
    get: (_rt, self) => (self as PyType).takeBases(),
    set: (rt, self, value) => {
      requireHeap(rt, self, "__bases__", value);
      rareMembers.get().replaceBases(rt, self as PyType, value);
    },
  },
  { name: "__mro__", isMember: true, when: (rt) => rt.profile.classes.mroIsMember, get: (_rt, self) => (self as PyType).takeMro() },
  { name: "__mro__", when: (rt) => !rt.profile.classes.mroIsMember, get: (_rt, self) => (self as PyType).takeMro() },
  { name: "__base__", isMember: true, get: (rt, self) => retain((self as PyType).base ?? rt.none) },
  { name: "__module__", get: getModule, set: plainSetter("__module__") },
  { name: "__dict__", get: (rt, self) => new PyMappingProxy(rt.types.mappingproxy, retain((self as PyType).namespace ?? self)) },
  { name: "__doc__", get: getDoc, set: plainSetter("__doc__") },
  {
    name: "__abstractmethods__",
    get: getAbstractMethods,
    set: (rt, self, value) => {
      const type = self as PyType;
      const isAbstract = value !== null && rt.truth(value);
      if (value) type.set("__abstractmethods__", value);
      else if (!type.delete("__abstractmethods__")) raiseAttributeError(rt, type, "__abstractmethods__", "__abstractmethods__");
      type.isAbstract = isAbstract;
    },
  },
  { name: "__annotations__", get: getAnnotations, set: setAnnotations },
  annotate,
  { name: "__type_params__", get: (rt, self) => retain(((self as PyType) === rt.types.type ? null : (self as PyType).dict.get("__type_params__")) ?? rt.emptyTuple), set: plainSetter("__type_params__") },
  { name: "__text_signature__", get: (rt) => retain(rt.none) },
  number("__basicsize__", (type) => type.basicSize),
  number("__itemsize__", (type) => type.itemSize),
  number("__flags__", flagsOf),
  number("__dictoffset__", (type) => (type.hasDict ? (type.isHeapType ? -1 : 16) : 0)),
  number("__weakrefoffset__", (type) => (type.hasWeakrefs ? 16 : 0)),
];
