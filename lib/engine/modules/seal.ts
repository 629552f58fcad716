import { nativeFunction } from "../core/define.ts";
import { retain } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyStr } from "../types/str-object.ts";

/** Makes a class of a Python half look like the one that CPython writes in C: it cannot be changed, and error texts name its module. */
export const sealFunction = nativeFunction("_seal(cls, /)", (rt, [cls]) => {
  if (cls instanceof PyType) {
    const module = cls.dict.get("__module__");
    cls.isImmutable = true;
    cls.sealedName = module instanceof PyStr && module.value !== "builtins" ? `${module.value}.${cls.qualname}` : cls.qualname;
  }
  return retain(rt.none);
});
