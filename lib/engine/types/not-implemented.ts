import { defineType, method } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { deprecations } from "../protocol/deprecations.ts";

/** The one object `NotImplemented`. */
export class PyNotImplemented extends PyObject {}

function make(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (args.length > 0 || kwnames) rt.raise("TypeError", `${type.shownName} takes no arguments`);
  return retain(rt.notImplemented);
}

/** Deprecated since 3.9, an error since 3.14. */
function notABoolean(rt: Runtime): boolean {
  const error = rt.message("notImplementedInBoolean");
  if (error) rt.raise("TypeError", error);
  deprecations.get().warnOfTruth(rt);
  return true;
}

export const notImplementedSpec = defineType({
  name: "NotImplementedType",
  baseType: false,
  slots: {
    new: make,
    repr: (rt) => rt.str("NotImplemented"),
    bool: notABoolean,
  },
  methods: [method("__reduce__(self, /)", (rt) => rt.str("NotImplemented"))],
});
