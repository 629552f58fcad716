import type { GetSetSpec } from "../core/define.ts";
import { type NameSpace, retain } from "../core/object.ts";
import { materializeDict, replaceInstanceDict } from "../protocol/attributes.ts";
import { PyDict } from "./dict.ts";

/** The `__dict__` of instances of heap types and of some built-in ones (subtype_dict). */
export const dictGetSet: GetSetSpec = {
  name: "__dict__",
  get: (rt, self) => (self.attributes ? materializeDict(rt, self) : rt.raise("AttributeError", "This object has no __dict__")),
  set: (rt, self, value) => {
    if (!self.attributes) rt.raise("AttributeError", "This object has no __dict__");
    if (value && !(value instanceof PyDict)) rt.raise("TypeError", `__dict__ must be set to a dictionary, not a '${value.type.shownName}'`);
    replaceInstanceDict(self, value as NameSpace | null);
  },
};

/** That of built-in types, which cannot be deleted (PyObject_GenericSetDict). */
export const builtinDictGetSet: GetSetSpec = {
  ...dictGetSet,
  set: (rt, self, value) => {
    if (!value) rt.raise("TypeError", "cannot delete __dict__");
    dictGetSet.set!(rt, self, value, self);
  },
};

/** `__weakref__`: the first weak reference to the object, or None (subtype_getweakref). */
export const weakrefGetSet: GetSetSpec = {
  name: "__weakref__",
  get: (rt, self) => {
    if (!self.type.hasWeakrefs) rt.raise("AttributeError", "This object has no __weakref__");
    return retain(self.weakrefs?.[0] ?? rt.none);
  },
};
