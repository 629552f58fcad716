import { defineType, method } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";

/** The one object `Ellipsis`. */
export class PyEllipsis extends PyObject {}

function make(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (args.length > 0 || kwnames) rt.raise("TypeError", `${type.shownName} takes no arguments`);
  return retain(rt.ellipsis);
}

export const ellipsisSpec = defineType({
  name: "ellipsis",
  baseType: false,
  slots: {
    new: make,
    repr: (rt) => rt.str("Ellipsis"),
  },
  methods: [method("__reduce__(self, /)", (rt) => rt.str("Ellipsis"))],
});
