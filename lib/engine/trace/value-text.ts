import type { PyObject } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyBool } from "../types/bool.ts";
import { PyBytes } from "../types/bytes-object.ts";
import { PyDict } from "../types/dict.ts";
import { floatRepr } from "../types/format/float-text.ts";
import { PyFloat } from "../types/float-object.ts";
import { PyFunction } from "../types/function.ts";
import { PyInt } from "../types/int-object.ts";
import { PyList } from "../types/list.ts";
import { PyStr } from "../types/str-object.ts";
import { strRepr } from "../types/text-repr.ts";
import { PyTuple } from "../types/tuple.ts";

/** Items shown of a container, and levels of nesting. */
const MOST_ITEMS = 8;
const MOST_LEVELS = 3;

/**
 * A short text for a value, read from the engine's own structures: no guest code runs, so a `__repr__` that loops, lies or
 * prints cannot be met here. Built-in values read as their repr, others as `<C object>`.
 */
export function textOfValue(object: PyObject, level = 0): string {
  if (object instanceof PyBool) return object.value ? "True" : "False";
  if (object instanceof PyInt) return object.value.toString().slice(0, 60);
  if (object instanceof PyFloat) return floatRepr(object.value);
  if (object instanceof PyStr) return strRepr(object.value);
  if (object instanceof PyBytes) return `<${object.value.length} bytes>`;
  if (object instanceof PyTuple) return object.items.length === 1 ? `(${inner(object.items, level)},)` : `(${inner(object.items, level)})`;
  if (object instanceof PyList) return `[${inner(object.items, level)}]`;
  if (object instanceof PyDict) return `<dict of ${object.used}>`;
  if (object instanceof PyType) return `<class ${object.name}>`;
  if (object instanceof PyFunction) return `<function ${object.code.spec.qualname}>`;
  if (object.type.name === "NoneType") return "None";
  return `<${object.type.name} object>`;
}

function inner(items: readonly PyObject[], level: number): string {
  if (level >= MOST_LEVELS) return "…";
  const shown = items.slice(0, MOST_ITEMS).map((item) => textOfValue(item, level + 1));
  return items.length > MOST_ITEMS ? `${shown.join(", ")}, …` : shown.join(", ");
}
