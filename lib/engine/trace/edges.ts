import type { PyObject } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyCell } from "../types/cell.ts";
import { PyCode } from "../types/code.ts";
import { PyMemberDescriptor } from "../types/descriptors.ts";
import { PyDict } from "../types/dict.ts";
import { PyException } from "../types/exception.ts";
import { PyFrame } from "../types/frame.ts";
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

/** An edge before its end has a number. */
export interface RawEdge {
  readonly role: EdgeRole;
  readonly label: string;
  readonly to: PyObject | null;
}

/** Names that the machine puts into a class by itself. */
const CLASS_NAMES = new Set(["__module__", "__qualname__", "__dict__", "__weakref__", "__firstlineno__", "__static_attributes__", "__classdictcell__", "__classcell__"]);

/** A class, function or code object that the program itself made. */
export function isOwnClass(type: PyType): boolean {
  if (!type.isHeapType) return false;
  const module = type.dict.get("__module__");
  return module instanceof PyStr && module.value === "__main__";
}

/** Edges of one object that are shown at most. */
const MOST_EDGES = 120;

class Enough extends Error {}

/** The references of an object, as the picture shows them; what is built in or the library's shows none. `more`: that were left out. */
export function edgesOf(object: PyObject): { edges: RawEdge[]; isCut: boolean } {
  const edges: RawEdge[] = [];
  const add = (role: EdgeRole, label: string, to: PyObject | null) => {
    if (edges.length === MOST_EDGES) throw new Enough();
    edges.push({ role, label, to });
  };
  try {
    addOwn(object, add);
    addInstance(object, add);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    return { edges, isCut: true };
  }
  return { edges, isCut: false };
}

type Add = (role: EdgeRole, label: string, to: PyObject | null) => void;

function addOwn(object: PyObject, add: Add): void {
  if (object instanceof PyTuple || object instanceof PyList) object.items.forEach((item, index) => add("item", `[${index}]`, item));
  else if (object instanceof PyDict) addEntries(object, add);
  else if (object instanceof PySet) addMembers(object, add);
  else if (object instanceof PyFunction) addFunction(object, add);
  else if (object instanceof PyCell) add("contents", "cell_contents", object.value);
  else if (object instanceof PyMethod) {
    add("function", "__func__", object.func);
    add("self", "__self__", object.self);
  } else if (object instanceof PyType) addClass(object, add);
  else if (object instanceof PyException) addException(object, add);
  else if (object instanceof PyTraceback) {
    if (object.next) add("traceback", "tb_next", object.next);
    add("frame", "tb_frame", object.frame);
  } else if (object instanceof PyFrame) addFrameObject(object, add);
  else if (object instanceof PyWeakRef) {
    add("weak", "referent", object.referent);
    if (object.callback) add("callback", "__callback__", object.callback);
  } else if (object instanceof PyGenerator) {
    if (object.handled.value) add("member", "handling", object.handled.value);
  } else if (!(object instanceof PyModule || object instanceof PyCode)) addAnything(object, add);
}

/** What no other rule knows: iterators, bound built-ins, deques. Their own structure says what they hold. */
function addAnything(object: PyObject, add: Add): void {
  let index = 0;
  object.edges((edge) => {
    if (!(edge instanceof PyType) && !(edge instanceof PyModule)) add("member", `(${index})`, edge);
    index++;
  });
}

function addEntries(dict: PyDict, add: Add): void {
  for (const entry of dict.entries) {
    if (!entry) continue;
    const label = `[${textOfValue(entry.key)}]`;
    // Keys that are texts or numbers are read in the label.
    add("key", label, entry.key);
    add("value", label, entry.value);
  }
}

function addMembers(set: PySet, add: Add): void {
  for (const place of set.table.places) if (place !== null && place !== "dummy") add("item", textOfValue(place.key), place.key);
}

function addFunction(func: PyFunction, add: Add): void {
  const { spec, hidden } = func.code;
  if (hidden) return;
  const { closure, defaults, kwDefaults } = func;
  if (closure?.refs === 1) closure.items.forEach((cell, index) => add("cell", spec.freeVars[index] ?? "", cell));
  else if (closure) add("member", "__closure__", closure);
  const firstDefault = spec.argCount - (defaults?.items.length ?? 0);
  if (defaults?.refs === 1) defaults.items.forEach((value, index) => add("default", spec.varNames[firstDefault + index] ?? "", value));
  else if (defaults) add("member", "__defaults__", defaults);
  if (kwDefaults) add("member", "__kwdefaults__", kwDefaults);
  if (func.annotations) add("member", "__annotations__", func.annotations);
  if (func.annotate) add("member", "__annotate__", func.annotate);
  if (func.typeParams) add("member", "__type_params__", func.typeParams);
}

function addClass(type: PyType, add: Add): void {
  if (!isOwnClass(type)) return;
  for (const base of type.bases) add("base", base.name, base);
  for (const [name, value] of type.dict) if (!CLASS_NAMES.has(name) && !(name === "__doc__" && value === type.rt.none)) add("name", name, value);
}

function addException(exception: PyException, add: Add): void {
  exception.args.items.forEach((value, index) => add("argument", `args[${index}]`, value));
  if (exception.cause) add("cause", "__cause__", exception.cause);
  if (exception.context) add("context", "__context__", exception.context);
  if (exception.traceback) add("traceback", "__traceback__", exception.traceback);
}

/** A frame object that outlived its call holds what the call held. */
function addFrameObject(object: PyFrame, add: Add): void {
  if (object.back) add("frame", "f_back", object.back);
  const { frame } = object;
  if (frame.owner !== "frame-object") return;
  frame.code.spec.slots.forEach(({ name }, index) => {
    const value = frame.slots[index];
    if (value) add("name", name, value);
  });
}

function addInstance(object: PyObject, add: Add): void {
  if (object instanceof PyType || object instanceof PyModule) return;
  addSlots(object, add);
  const { attributes } = object;
  if (!attributes) return;
  const isOwn = isOwnClass(object.type);
  if (attributes.values) for (const [name, value] of attributes.values) if (isOwn || !name.startsWith("_")) add("attribute", name, value);
  if (!attributes.dict) return;
  const dict = attributes.dict as PyDict;
  // The dict that somebody asked for is shown as an object of its own, and then holds the values alone.
  if (dict.refs > 1) add("member", "__dict__", dict);
  else for (const entry of dict.entries) if (entry && (isOwn || !textOfValue(entry.key).startsWith("'_"))) add("attribute", entry.key instanceof PyStr ? entry.key.value : textOfValue(entry.key), entry.value);
}

function addSlots(object: PyObject, add: Add): void {
  const { slotValues, type } = object;
  if (!slotValues) return;
  const names = new Array<string>(slotValues.length).fill("");
  // The namespace of a built-in type is made when somebody looks: nobody looks here.
  for (const base of type.mro) if (base.isHeapType) for (const [name, member] of base.dict) if (member instanceof PyMemberDescriptor) names[member.index] = name;
  slotValues.forEach((value, index) => add("slot", names[index], value));
}
