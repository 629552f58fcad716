import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import type { PyCell } from "../types/cell.ts";
import { createClass } from "../types/class-creation.ts";
import type { PyDict } from "../types/dict.ts";
import type { PyStr } from "../types/str-object.ts";
import type { PyTuple } from "../types/tuple.ts";
import type { Machine } from "../vm/machine.ts";
import { checkClassCell, metaclassOf, prepareNamespace, resolveBases } from "./builtins/evaluation.ts";
import { heapifyOrder } from "./heapq.ts";

const machine = (rt: Runtime) => rt as Machine;
const itemsOf = (tuple: PyObject) => (tuple as PyTuple).items;

/** The keywords of a call, borrowed. */
function keywordsOf(names: PyObject): { readonly names: string[]; readonly values: PyObject[] } {
  const dict = names as PyDict;
  const keys = dict.keysText();
  return { names: keys, values: keys.map((key) => dict.peekName(key) as PyObject) };
}

/** `type.__new__` up to what it tells others. Without a `__module__` the class belongs to that of the frame below the stand-ins. */
function bareClass(rt: Runtime, [meta, name, bases, namespace, given]: readonly PyObject[]): PyObject {
  const { names, values } = keywordsOf(given);
  const made = createClass(rt, meta as PyType, (name as PyStr).value, itemsOf(bases), namespace as PyDict, values, names.length > 0 ? names : null, true);
  if (!(made instanceof PyType) || (namespace as PyDict).peekName("__module__")) return made;
  let { frame } = machine(rt);
  const own = frame?.globals;
  while (frame?.globals === own) frame = frame?.back ?? null;
  const module = frame?.globals.peekName("__name__");
  if (module) made.set("__module__", module);
  return made;
}

/** What the machine does for the hidden code that stands for built-in functions (python/_flat_calls.py). */
export const callFunctions = [
  nativeFunction("_heapify_order(length, /)", (rt, [length]) => rt.takeTuple(heapifyOrder(Number(rt.index(length))).map((at) => rt.int(at)))),
  nativeFunction("_is_instance(object, cls, /)", (rt, [object, cls]) => rt.bool(object.type.isSubtypeOf(cls as PyType))),
  nativeFunction("_bare_class(meta, name, bases, namespace, names, /)", bareClass),
  nativeFunction("_named(cls, /)", (rt, [cls]) => {
    const entries = [...(cls as PyType).dict].filter(([, value]) => value.type.peek("__set_name__"));
    return rt.takeList(entries.map(([name, value]) => rt.takeTuple([rt.intern(name), retain(value)])));
  }),
  nativeFunction("_resolved(*bases)", (rt, [bases]) => rt.takeTuple(resolveBases(machine(rt), itemsOf(bases)))),
  nativeFunction("_metaclass(bases, asked=None, /)", (rt, [bases, asked]) => retain(metaclassOf(machine(rt), itemsOf(bases), asked ?? null))),
  nativeFunction("_prepared(meta, name, bases, names, /)", (rt, [meta, name, bases, given]) => {
    const { names, values } = keywordsOf(given);
    return prepareNamespace(machine(rt), meta, name, bases, values, names);
  }),
  nativeFunction("_check_cell(cell, cls, /)", (rt, [cell, cls]) => {
    if (cell !== rt.none && cls instanceof PyType) checkClassCell(machine(rt), cell as PyCell, cls);
    return retain(rt.none);
  }),
  // Only called where the machine enters the body instead (vm/flat-calls.ts).
  nativeFunction("_run_body(func, namespace, /)", () => {
    throw new Error("The body of a class was called by the host.");
  }),
];
