import type { GetSetSpec } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { callSpecial } from "../protocol/call.ts";
import { PyCell } from "./cell.ts";
import { bestBase, calculateMetaclass } from "./class-layout.ts";
import { newClassMethod, newStaticMethod } from "./class-method.ts";
import { type AddedLayout, readSlots } from "./class-slots.ts";
import { PyGetSetDescriptor, PyMemberDescriptor } from "./descriptors.ts";
import type { PyDict } from "./dict.ts";
import { addNote } from "./exception-notes.ts";
import { dictGetSet, weakrefGetSet } from "./instance-attributes.ts";
import { newSharedKeys } from "./dict-table.ts";
import { resolutionOrder } from "./mro.ts";
import { objectSpec } from "./object.ts";
import { rareMembers } from "./rare-members.ts";
import { PyStr } from "./str-object.ts";
import { fillSlots } from "./update-slots.ts";

/** What making a class costs: itself, and the search for special methods in each of its bases. */
const STEPS = 64;
const STEPS_PER_BASE = 8;

/**
 * Makes a class (type_new in Objects/typeobject.c). `namespace` is copied. Keyword arguments, the last of `args`, go to
 * `__init_subclass__`. Everything is borrowed; the class is owned by the caller, who with `tellsLater` has to call
 * `__set_name__` and `__init_subclass__`.
 */
export function createClass(
  rt: Runtime,
  metatype: PyType,
  name: string,
  bases: readonly PyObject[],
  namespace: PyDict,
  keywordValues: readonly PyObject[] = [],
  kwnames: KeywordNames = null,
  tellsLater = false,
): PyObject {
  const winner = calculateMetaclass(rt, metatype, bases);
  const given = bases.length > 0 ? bases : [rt.types.object];
  if (winner !== metatype && winner.slots.new !== rt.types.type.slots.new) return delegate(rt, winner, name, bases, namespace, keywordValues, kwnames);
  const base = bestBase(rt, given);
  const added = readSlots(rt, name, base, given as PyType[], namespace);
  const type = new PyType(rt, winner, name, [...given] as PyType[], true, null);
  try {
    if (base !== type.base) type.setBases(type.bases, base);
    applyLayout(type, base, added);
    copyNamespace(rt, type, namespace);
    addMembers(rt, type, base, added);
    setClassCells(rt, type, namespace);
    type.setMro(resolutionOrder(rt, type));
    for (const base of type.bases) base.addSubclass(type);
    rt.charge(STEPS + STEPS_PER_BASE * type.mro.length);
    addMarks(rt, type, base, added);
    fillSlots(type);
    if (tellsLater) return type;
    setNames(rt, type);
    initSubclass(rt, type, keywordValues, kwnames);
  } catch (error) {
    release(type);
    throw error;
  }
  return type;
}

/** The metaclass of a base has a `__new__` of its own: that makes the class. */
function delegate(rt: Runtime, winner: PyType, name: string, bases: readonly PyObject[], namespace: PyDict, values: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const nameObject = rt.intern(name);
  const tuple = rt.takeTuple(bases.map(retain));
  try {
    return winner.slots.new!(rt, winner, [nameObject, tuple, namespace, ...values], kwnames);
  } finally {
    release(tuple);
    release(nameObject);
  }
}

function applyLayout(type: PyType, base: PyType, added: AddedLayout): void {
  type.hasDict = base.hasDict || added.dict;
  type.hasWeakrefs = base.hasWeakrefs || added.weakrefs;
  type.slotCount = base.slotCount + added.slots.length;
  const { dictPointer, weakrefPointer, variableDictPointer } = type.rt.profile.instances;
  const pointer = base.itemSize > 0 ? variableDictPointer : dictPointer;
  type.itemSize = base.itemSize;
  type.basicSize = base.basicSize + 8 * added.slots.length + (added.dict ? pointer : 0) + (added.weakrefs ? weakrefPointer : 0);
  type.hasManagedDict = base.hasManagedDict || (added.dict && pointer === 0);
  type.hasPreHeader = base.hasPreHeader || type.hasManagedDict || (added.weakrefs && weakrefPointer === 0);
  // All of them: an instance can be stored on its own class (type_new_alloc).
  type.isCollected = true;
  type.allocateInstance = base.allocateInstance;
  shareKeys(type);
}

/** Gives the class keys for its instances' dicts, if these lie where they are shared. */
function shareKeys(type: PyType): void {
  const { classes, instances } = type.rt.profile;
  if (!(classes.sharedKeys === "any-dict" ? type.hasDict || type.base?.isSubtypeOf(type.rt.types.type) : type.hasManagedDict)) return;
  type.sharedKeys = newSharedKeys(classes.sharedKeys);
  const isBare = type.allocateInstance === objectSpec.allocate && (!instances.dictSharesValues || type.basicSize === objectSpec.basicSize);
  type.countsInstances = classes.sharedKeys === "managed-dict" && isBare;
}

function copyNamespace(rt: Runtime, type: PyType, namespace: PyDict): void {
  for (const { key, value } of namespace.live()) {
    if (key instanceof PyStr) type.set(key.value, value);
    else rareMembers.get().keepOddKey(rt, type, key, value);
  }
  if (!type.dict.has("__module__")) {
    const module = rt.peekFrame()?.globals.peekName("__name__");
    if (module) type.set("__module__", module);
  }
  const qualname = type.dict.get("__qualname__");
  if (qualname) {
    if (!(qualname instanceof PyStr)) rt.raise("TypeError", `type __qualname__ must be a str, not ${qualname.type.shownName}`);
    type.qualname = (qualname as PyStr).value;
    type.delete("__qualname__");
  }
  for (const cell of ["__classcell__", "__classdictcell__"]) if (type.dict.has(cell)) type.delete(cell);
  wrapFunction(rt, type, "__new__", newStaticMethod);
  wrapFunction(rt, type, "__init_subclass__", newClassMethod);
  wrapFunction(rt, type, "__class_getitem__", newClassMethod);
}

/** `__new__` is a static method and `__init_subclass__` a class method without being marked. */
function wrapFunction(rt: Runtime, type: PyType, name: string, wrapper: (rt: Runtime, f: PyObject) => PyObject): void {
  const value = type.dict.get(name);
  if (value?.type === rt.types.function) take(type, name, wrapper(rt, retain(value)));
}

function take(type: PyType, name: string, value: PyObject): void {
  type.set(name, value);
  release(value);
}

function addMembers(rt: Runtime, type: PyType, base: PyType, added: AddedLayout): void {
  added.slots.forEach((slot, i) => take(type, slot, new PyMemberDescriptor(rt, type, slot, base.slotCount + i)));
}

/** The descriptor by which instances of a class show what they have; owned. */
const mark = (rt: Runtime, type: PyType, spec: GetSetSpec): PyObject => (rt.profile.classes.sharesMarks ? rt.marks.take(rt, spec) : new PyGetSetDescriptor(rt, type, spec));

function addMarks(rt: Runtime, type: PyType, base: PyType, added: AddedLayout): void {
  if (added.dict && !type.dict.has("__dict__")) take(type, "__dict__", mark(rt, type, dictGetSet));
  if (added.weakrefs && !type.dict.has("__weakref__")) take(type, "__weakref__", mark(rt, type, weakrefGetSet));
  if (!type.dict.has("__doc__")) type.set("__doc__", rt.none);
  if (type.dict.has("__eq__") && !type.dict.has("__hash__")) type.set("__hash__", rt.none);
  if (base.isAbstract && !type.dict.has("__abstractmethods__")) type.isAbstract = false;
}

/** `__class__` in methods becomes the class; so does the namespace cell of annotation scopes. */
function setClassCells(rt: Runtime, type: PyType, namespace: PyDict): void {
  const cell = namespace.peekName("__classcell__");
  if (cell) {
    if (!(cell instanceof PyCell)) return rt.raise("TypeError", `__classcell__ must be a nonlocal cell, not ${rt.reprText(cell.type)}`);
    cell.takeValue(retain(type));
  }
  const dictCell = namespace.peekName("__classdictcell__");
  if (dictCell instanceof PyCell && type.namespace) dictCell.takeValue(retain(type.namespace));
}

/** Tells each attribute its name (PEP 487). */
function setNames(rt: Runtime, type: PyType): void {
  const entries = [...type.dict].filter(([, value]) => value.type.peek("__set_name__"));
  for (const [, value] of entries) retain(value);
  try {
    for (const [name, value] of entries) setName(rt, type, name, value);
  } finally {
    for (const [, value] of entries) release(value);
  }
}

function setName(rt: Runtime, type: PyType, name: string, value: PyObject): void {
  const key = rt.intern(name);
  try {
    const result = callSpecial(rt, value, "__set_name__", [type, key]);
    if (result) release(result);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    const note = `Error calling __set_name__ on '${value.type.shownName}' instance ${rt.reprText(key)} in '${type.name}'`;
    if (rt.profile.classes.setNameErrors === "noted") addNote(rt, error.exception, note);
    else throw wrapError(rt, error.exception, note);
    throw error;
  } finally {
    release(key);
  }
}

/** A RuntimeError caused by another exception, whose reference it takes over. */
function wrapError(rt: Runtime, cause: PyObject, message: string): Raise {
  const text = rt.str(message);
  const wrapper = rt.call(rt.types.RuntimeError, [text]);
  release(text);
  rt.setAttribute(wrapper, "__cause__", cause);
  rt.setAttribute(wrapper, "__context__", cause);
  release(cause);
  return new Raise(wrapper);
}

/** `super(type, type).__init_subclass__(**keywords)` (type_new_init_subclass). */
function initSubclass(rt: Runtime, type: PyType, values: readonly PyObject[], kwnames: KeywordNames): void {
  const found = type.mro.slice(1).map((base) => base.dict.get("__init_subclass__")).find((value) => value !== undefined);
  if (!found) return;
  const get = found.type.slots.descrGet;
  const bound = get ? get(rt, found, null, type) : retain(found);
  try {
    release(rt.call(bound, values, kwnames));
  } finally {
    release(bound);
  }
}
