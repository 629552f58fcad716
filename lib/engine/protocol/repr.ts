import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** The value of a str object, seen from below the str type. */
interface TextObject extends PyObject {
  readonly value: string;
}

function checkText(rt: Runtime, object: PyObject, result: PyObject, dunder: string): PyObject {
  if (result.type.isSubtypeOf(rt.types.str)) return result;
  const { type } = result;
  release(result);
  return rt.raise("TypeError", rt.message("reprNotText", object.type.shownName, dunder, type.shownName));
}

/** `repr(object)` as a str object (PyObject_Repr). */
export function reprObject(rt: Runtime, object: PyObject): PyObject {
  const slot = object.type.slots.repr;
  return slot ? checkText(rt, object, slot(rt, object), "__repr__") : rt.str(plainRepr(object));
}

/** `str(object)` as a str object (PyObject_Str). */
export function strObject(rt: Runtime, object: PyObject): PyObject {
  if (object.type === rt.types.str) return retain(object);
  const slot = object.type.slots.str;
  return slot ? checkText(rt, object, slot(rt, object), "__str__") : reprObject(rt, object);
}

/** The text of `repr(object)`. */
export function reprText(rt: Runtime, object: PyObject): string {
  return takeText(reprObject(rt, object));
}

/** The text of `str(object)`. */
export function strText(rt: Runtime, object: PyObject): string {
  return takeText(strObject(rt, object));
}

function takeText(object: PyObject): string {
  const text = (object as TextObject).value;
  release(object);
  return text;
}

/** The text of `ascii(object)`: its repr with everything outside ASCII escaped (PyObject_ASCII). */
export function asciiText(rt: Runtime, object: PyObject): string {
  return reprText(rt, object).replace(/[\ud800-\udbff][\udc00-\udfff]|[^\x00-\x7f]/g, (c) => {
    const code = c.codePointAt(0) as number;
    const hex = code.toString(16);
    return code < 0x100 ? `\\x${hex}` : code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
  });
}

/** `<module.Name object at 0x…>` without asking the object. */
export function plainRepr(object: PyObject): string {
  return `<${object.type.shownName} object at 0x${object.id.toString(16).padStart(12, "0")}>`;
}

/** `format(object, spec)` as a str object (PyObject_Format). */
export function formatObject(rt: Runtime, object: PyObject, spec: string): PyObject {
  const { type } = object;
  if (spec === "" && (type === rt.types.str || type === rt.types.int)) return strObject(rt, object);
  const text = rt.str(spec);
  try {
    const result = rt.callSpecial(object, "__format__", [text]) ?? rt.raise("TypeError", `Type ${type.shownName} doesn't define __format__`);
    if (result.type.isSubtypeOf(rt.types.str)) return result;
    const name = result.type.shownName;
    release(result);
    return rt.raise("TypeError", rt.message("formatNotText", type.shownName, name));
  } finally {
    release(text);
  }
}
