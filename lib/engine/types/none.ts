import { defineType } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { pointerHash } from "../protocol/hash.ts";

/** Where None's hash is a constant (none_hash in Objects/object.c). */
const NONE_HASH = 0xfca86420n;

/** The one object `None`. */
export class PyNone extends PyObject {}

function make(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (args.length > 0 || kwnames) rt.raise("TypeError", `${type.shownName} takes no arguments`);
  return retain(rt.none);
}

export const noneSpec = defineType({
  name: "NoneType",
  baseType: false,
  slots: {
    new: make,
    repr: (rt) => rt.str("None"),
    bool: () => false,
    hash: (rt, self) => (rt.profile.memberRules.constantNoneHash ? NONE_HASH : pointerHash(self)),
  },
});
