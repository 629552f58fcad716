import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { warn } from "../protocol/warn.ts";
import { PyDict } from "./dict.ts";
import { PyStr } from "./str-object.ts";

/** Keeps an entry of a class namespace whose key is no string, in the class's dict; the first is warned of, where the version does (type_new_impl). */
export function keepOddKey(rt: Runtime, type: PyType, key: PyObject, value: PyObject): void {
  if (!(type.namespace instanceof PyDict)) return;
  const isFirst = [...type.namespace.live()].every(({ key: kept }) => kept instanceof PyStr);
  type.namespace.set(rt, key, value);
  if (isFirst && rt.profile.memberRules.warnsOfOddKeys) warn(rt, `non-string key in the __dict__ of class ${type.name}`, rt.types.RuntimeWarning);
}
