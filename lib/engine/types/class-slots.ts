import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import type { PyDict } from "./dict.ts";
import { PyStr } from "./str-object.ts";

/** What a class adds to the layout of its base. */
export interface AddedLayout {
  readonly dict: boolean;
  readonly weakrefs: boolean;
  /** Names of new slots, private ones mangled, sorted as CPython lays them out. */
  readonly slots: readonly string[];
}

/** Built-in types whose instances vary in size: nothing can be laid out behind them. */
const VARIABLE_SIZE = new Set(["int", "tuple", "bytes", "type"]);

function isVariableSize(type: PyType): boolean {
  let current: PyType | null = type;
  while (current) {
    if (!current.isHeapType && VARIABLE_SIZE.has(current.name)) return true;
    current = current.base;
  }
  return false;
}

/** Reads `__slots__` from a class body (type_new_slots). */
export function readSlots(rt: Runtime, name: string, base: PyType, bases: readonly PyType[], namespace: PyDict): AddedLayout {
  const mayAddDict = !base.hasDict && base.peek("__dict__") === null;
  const mayAddWeakrefs = !base.hasWeakrefs && !isVariableSize(base);
  const declared = namespace.peekName("__slots__");
  if (!declared) return { dict: mayAddDict, weakrefs: mayAddWeakrefs, slots: [] };
  const names = slotNames(rt, declared);
  if (names.length > 0 && isVariableSize(base)) rt.raise("TypeError", rt.message("slotsOfVariableSize", base.shownName));
  let dict = false;
  let weakrefs = false;
  const slots: string[] = [];
  for (const slot of names) {
    if (slot === "__dict__") {
      if (!mayAddDict || dict) rt.raise("TypeError", "__dict__ slot disallowed: we already got one");
      dict = true;
    } else if (slot === "__weakref__") {
      if (!mayAddWeakrefs || weakrefs) rt.raise("TypeError", rt.message("weakrefSlotDisallowed"));
      weakrefs = true;
    } else slots.push(checkedSlot(rt, name, slot, namespace));
  }
  for (const other of bases) {
    if (other === base) continue;
    dict ||= mayAddDict && other.hasDict;
    weakrefs ||= mayAddWeakrefs && other.hasWeakrefs;
  }
  return { dict, weakrefs, slots: slots.sort() };
}

function slotNames(rt: Runtime, declared: PyObject): string[] {
  const single = declared instanceof PyStr;
  const sequence = single ? rt.takeTuple([retain(declared)]) : rt.call(rt.types.tuple, [declared]);
  try {
    return (sequence as PyObject & { readonly items: readonly PyObject[] }).items.map((item) => {
      if (!(item instanceof PyStr)) return rt.raise("TypeError", `__slots__ items must be strings, not '${item.type.shownName}'`);
      if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(item.value)) rt.raise("TypeError", "__slots__ must be identifiers");
      return item.value;
    });
  } finally {
    release(sequence);
  }
}

function checkedSlot(rt: Runtime, className: string, slot: string, namespace: PyDict): string {
  const mangled = mangle(className, slot);
  const isHidden = slot === "__qualname__" || slot === "__classcell__" || slot === "__classdictcell__";
  if (!isHidden && namespace.peekName(mangled)) rt.raise("ValueError", `${quoted(rt, slot)} in __slots__ conflicts with class variable`);
  return mangled;
}

function quoted(rt: Runtime, text: string): string {
  const object = rt.str(text);
  try {
    return rt.reprText(object);
  } finally {
    release(object);
  }
}

/** Private names carry the class name (_Py_Mangle). */
function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped ? `_${stripped}${name}` : name;
}
