import type { PyObject } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyCell } from "../types/cell.ts";
import { PyCode } from "../types/code.ts";
import { PyMemberDescriptor } from "../types/descriptors.ts";
import { PyDict } from "../types/dict.ts";
import { PyException } from "../types/exception.ts";
import { PyFrame } from "../types/frame-object.ts";
import { PyFunction } from "../types/function.ts";
import { PyGenerator } from "../types/generator.ts";
import { PyList } from "../types/list.ts";
import { PyMethod } from "../types/method.ts";
import { PyModule } from "../types/module.ts";
import { PySet } from "../types/set.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTraceback } from "../types/traceback.ts";
import { PyTuple } from "../types/tuple.ts";
import { PyWeakRef } from "../types/weakref.ts";
import type { EdgeRole } from "./recording.ts";
import { textOfValue } from "./value-text.ts";

/** Where a label is read when it is needed: the key of a mapping, the member of a set. */
type Label = string | PyObject;

/** The edges of one object, before their ends have numbers. Kept from one look to the next, so that a look makes no objects. */
export class EdgeList {
  /** So many of the arrays' entries are edges of the object; what is after them is of others. */
  count = 0;
  readonly roles: EdgeRole[] = [];
  readonly labels: Label[] = [];
  readonly ends: (PyObject | null)[] = [];
  /** Objects that have no box because only this one refers to them: their contents are among these edges. */
  readonly folded: PyObject[] = [];
  /** There are more than these. */
  isCut = false;

  clear(): void {
    this.count = 0;
    // Emptying an array costs a call of the host even where it is empty.
    if (this.folded.length > 0) this.folded.length = 0;
    this.isCut = false;
  }

  add(role: EdgeRole, label: Label, to: PyObject | null): void {
    const { count } = this;
    if (count >= MOST_EDGES) {
      this.isCut = true;
      return;
    }
    this.roles[count] = role;
    this.labels[count] = label;
    this.ends[count] = to;
    this.count = count + 1;
  }

  label(at: number): string {
    const label = this.labels[at];
    return typeof label === "string" ? label : textOfValue(label);
  }
}

/** Edges of one object that are shown at most. */
export const MOST_EDGES = 120;

/** Labels of the first items. */
const INDICES: readonly string[] = Array.from({ length: MOST_EDGES + 1 }, (_, index) => `[${index}]`);

/** Names that the machine puts into a class by itself. */
export const CLASS_NAMES: ReadonlySet<string> = new Set(["__module__", "__qualname__", "__dict__", "__weakref__", "__firstlineno__", "__static_attributes__", "__classdictcell__", "__classcell__"]);

/** A class, function or code object that the program itself made. */
export function isOwnClass(type: PyType): boolean {
  if (!type.isHeapType) return false;
  const module = type.dict.get("__module__");
  return module instanceof PyStr && module.value === "__main__";
}

/** Fills the list with the references of an object, as the picture shows them; what is built in or the library's shows none. */
export function readEdges(object: PyObject, edges: EdgeList): void {
  edges.clear();
  addOwn(object, edges);
  addInstance(object, edges);
}

function addOwn(object: PyObject, edges: EdgeList): void {
  if (object instanceof PyTuple || object instanceof PyList) addItems(object.items, edges);
  else if (object instanceof PyDict) addEntries(object, edges);
  else if (object instanceof PySet) addMembers(object, edges);
  else if (object instanceof PyFunction) addFunction(object, edges);
  else if (object instanceof PyCell) edges.add("contents", "cell_contents", object.value);
  else if (object instanceof PyMethod) {
    edges.add("function", "__func__", object.func);
    edges.add("self", "__self__", object.self);
  } else if (object instanceof PyType) addClass(object, edges);
  else if (object instanceof PyException) addException(object, edges);
  else if (object instanceof PyTraceback) {
    if (object.next) edges.add("traceback", "tb_next", object.next);
    edges.add("frame", "tb_frame", object.frame);
  } else if (object instanceof PyFrame) addFrameObject(object, edges);
  else if (object instanceof PyWeakRef) {
    edges.add("weak", "referent", object.referent);
    if (object.callback) edges.add("callback", "__callback__", object.callback);
  } else if (object instanceof PyGenerator) {
    if (object.handled.value && object.state !== "running") edges.add("member", "handling", object.handled.value);
  } else if (!(object instanceof PyModule || object instanceof PyCode)) addAnything(object, edges);
}

function addItems(items: readonly PyObject[], edges: EdgeList): void {
  const count = Math.min(items.length, MOST_EDGES + 1);
  for (let index = 0; index < count; index++) edges.add("item", INDICES[index], items[index]);
}

/** What no other rule knows: iterators, bound built-ins, deques. Their own structure says what they hold. */
function addAnything(object: PyObject, edges: EdgeList): void {
  let index = 0;
  object.edges((edge) => {
    if (!(edge instanceof PyType) && !(edge instanceof PyModule)) edges.add("member", `(${index})`, edge);
    index++;
  });
}

function addEntries(dict: PyDict, edges: EdgeList): void {
  for (const entry of dict.entries) {
    if (edges.isCut) return;
    if (!entry) continue;
    edges.add("key", entry.key, entry.key);
    edges.add("value", entry.key, entry.value);
  }
}

function addMembers(set: PySet, edges: EdgeList): void {
  for (const place of set.table.places) if (place !== null && place !== "dummy") edges.add("item", place.key, place.key);
}

function addFunction(func: PyFunction, edges: EdgeList): void {
  const { spec, hidden } = func.code;
  if (hidden) return;
  const { closure, defaults, kwDefaults } = func;
  if (closure?.refs === 1) edges.folded.push(closure);
  if (closure?.refs === 1) closure.items.forEach((cell, index) => edges.add("cell", spec.freeVars[index] ?? "", cell));
  else if (closure) edges.add("member", "__closure__", closure);
  const firstDefault = spec.argCount - (defaults?.items.length ?? 0);
  if (defaults?.refs === 1) edges.folded.push(defaults);
  if (defaults?.refs === 1) defaults.items.forEach((value, index) => edges.add("default", spec.varNames[firstDefault + index] ?? "", value));
  else if (defaults) edges.add("member", "__defaults__", defaults);
  if (kwDefaults) edges.add("member", "__kwdefaults__", kwDefaults);
  if (func.annotations) edges.add("member", "__annotations__", func.annotations);
  if (func.annotate) edges.add("member", "__annotate__", func.annotate);
  if (func.typeParams) edges.add("member", "__type_params__", func.typeParams);
}

function addClass(type: PyType, edges: EdgeList): void {
  if (!isOwnClass(type)) return;
  for (const base of type.bases) edges.add("base", base.name, base);
  for (const [name, value] of type.dict) if (!CLASS_NAMES.has(name) && !(name === "__doc__" && value === type.rt.none)) edges.add("name", name, value);
}

function addException(exception: PyException, edges: EdgeList): void {
  exception.args.items.forEach((value, index) => edges.add("argument", `args[${index}]`, value));
  if (exception.cause) edges.add("cause", "__cause__", exception.cause);
  if (exception.context) edges.add("context", "__context__", exception.context);
  if (exception.traceback) edges.add("traceback", "__traceback__", exception.traceback);
}

/** A frame object that outlived its call holds what the call held. */
function addFrameObject(object: PyFrame, edges: EdgeList): void {
  if (object.back) edges.add("frame", "f_back", object.back);
  const { frame } = object;
  if (frame.owner !== "frame-object") return;
  frame.code.spec.slots.forEach(({ name }, index) => {
    const value = frame.slots[index];
    if (value) edges.add("name", name, value);
  });
}

function addInstance(object: PyObject, edges: EdgeList): void {
  if (object instanceof PyType || object instanceof PyModule) return;
  addSlots(object, edges);
  const { attributes } = object;
  if (!attributes) return;
  const isOwn = isOwnClass(object.type);
  if (attributes.values) for (const [name, value] of attributes.values) if (isOwn || !name.startsWith("_")) edges.add("attribute", name, value);
  if (!attributes.dict) return;
  const dict = attributes.dict as PyDict;
  // The dict that somebody asked for is shown as an object of its own, and then holds the values alone.
  if (dict.refs > 1) edges.add("member", "__dict__", dict);
  else {
    edges.folded.push(dict);
    addAttributes(dict, isOwn, edges);
  }
}

function addAttributes(dict: PyDict, isOwn: boolean, edges: EdgeList): void {
  for (const entry of dict.entries) {
    if (!entry) continue;
    const name = entry.key instanceof PyStr ? entry.key.value : textOfValue(entry.key);
    if (isOwn || !name.startsWith("_")) edges.add("attribute", name, entry.value);
  }
}

function addSlots(object: PyObject, edges: EdgeList): void {
  const { slotValues, type } = object;
  if (!slotValues) return;
  const names = new Array<string>(slotValues.length).fill("");
  // The namespace of a built-in type is made when somebody looks: nobody looks here.
  for (const base of type.mro) if (base.isHeapType) for (const [name, member] of base.dict) if (member instanceof PyMemberDescriptor) names[member.index] = name;
  slotValues.forEach((value, index) => edges.add("slot", names[index], value));
}
