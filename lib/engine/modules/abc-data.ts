import { defineType, nativeFunction } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { PyType } from "../core/type.ts";
import { PyInt } from "../types/int.ts";
import { handOnCollection } from "../types/type-flags.ts";

/**
 * What ABCMeta remembers of one class (Modules/_abc.c, _abc_data): who is registered, and who was found to be a subclass or not.
 * None of them is kept alive by it.
 */
class PyAbcData extends PyObject {
  readonly registry = new Set<PyObject>();
  readonly subclasses = new Set<PyObject>();
  readonly others = new Set<PyObject>();
  /** The number of registrations that `others` heard of: one more may make any of them a subclass. */
  token = 0;
}

export const abcDataSpec = defineType({ name: "_abc_data", module: "_abc", basicSize: 48, collected: true, baseType: false, slots: {} });

const isAlive = (cls: PyObject): boolean => cls.refs > 0;

/** What the Python half of `abc` is lent. */
export const abcFunctions = [
  nativeFunction("_new_data()", (rt) => new PyAbcData(rt.typeOf(abcDataSpec))),
  // True for a class that is registered itself.
  nativeFunction("_registered(data, subclass, /)", (rt, [data, subclass]) => {
    const { registry } = data as PyAbcData;
    if (registry.has(subclass)) return retain(rt.true);
    rt.charge(registry.size);
    for (const cls of registry) if (!isAlive(cls)) registry.delete(cls);
    return rt.takeTuple([...registry].map(retain));
  }),
  nativeFunction("_add(data, cls, subclass, /)", (rt, [data, cls, subclass]) => {
    (data as PyAbcData).registry.add(subclass);
    handOnCollection(cls as PyType, subclass as PyType);
    return retain(rt.none);
  }),
  nativeFunction("_known(data, subclass, token, /)", (rt, [self, subclass, token]) => {
    const data = self as PyAbcData;
    if (data.subclasses.has(subclass)) return retain(rt.true);
    const now = Number((token as PyInt).value);
    if (data.token !== now) {
      data.others.clear();
      data.token = now;
    }
    return retain(data.others.has(subclass) ? rt.false : rt.none);
  }),
  nativeFunction("_remember(data, subclass, answer, /)", (rt, [data, subclass, answer]) => {
    const { subclasses, others } = data as PyAbcData;
    (answer === rt.true ? subclasses : others).add(subclass);
    return retain(answer);
  }),
  nativeFunction("_forget(data, registered, /)", (rt, [self, registered]) => {
    const { registry, subclasses, others } = self as PyAbcData;
    for (const known of rt.truth(registered) ? [registry] : [subclasses, others]) known.clear();
    return retain(rt.none);
  }),
  nativeFunction("_set_collection(cls, flags, /)", (rt, [cls, flags]) => {
    if (flags instanceof PyInt) (cls as PyType).collection = Number(flags.value);
    return retain(rt.none);
  }),
];
