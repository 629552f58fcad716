import { defineType, method } from "../core/define.ts";
import { PyObject, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { dequeSpec } from "./collections-deque.ts";
import { countElements, defaultDictSpec, orderedDictSpec } from "./collections-dicts.ts";
import { dequeIterators } from "./deque-iterators.ts";

/** The attribute of a named tuple: the item at a position. */
class PyTupleGetter extends PyObject {
  position = 0;
  doc: PyObject | null = null;

  override edges(visit: Visit): void {
    if (this.doc) visit(this.doc);
  }

  override clear(): void {
    const { doc } = this;
    this.doc = null;
    releaseIfAny(doc);
  }
}

function newGetter(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: readonly string[] | null): PyObject {
  expectPositional(rt, "_tuplegetter", args, kwnames, 2, 2);
  const position = Number(rt.index(args[0]));
  const getter = new PyTupleGetter(type);
  getter.position = position;
  getter.doc = retain(args[1]);
  return getter;
}

function getField(rt: Runtime, descriptor: PyObject, instance: PyObject | null): PyObject {
  const { position } = descriptor as PyTupleGetter;
  if (!instance) return retain(descriptor);
  if (!(instance instanceof PyTuple)) {
    return rt.raise("TypeError", `descriptor for index '${position}' for tuple subclasses doesn't apply to '${instance.type.shownName}' object`);
  }
  const item = instance.items[position];
  return item ? retain(item) : rt.raise("IndexError", "tuple index out of range");
}

const tupleGetterType = (module: string) => defineType({
  name: "_tuplegetter",
  module,
  basicSize: 32,
  collected: true,
  allocate: (type) => new PyTupleGetter(type),
  slots: {
    new: newGetter,
    descrGet: getField,
    descrSet: (rt, _self, _instance, value) => rt.raise("AttributeError", value ? "can't set attribute" : "can't delete attribute"),
    repr: (rt, self) => rt.str(`_tuplegetter(${(self as PyTupleGetter).position}, ${rt.reprText((self as PyTupleGetter).doc ?? rt.none)})`),
  },
  methods: [
    method("__reduce__(self, /)", (rt, [self]) => {
      const { position, doc } = self as PyTupleGetter;
      return rt.takeTuple([retain(self.type), rt.takeTuple([rt.int(position), retain(doc ?? rt.none)])]);
    }),
  ],
  getset: [
    {
      name: "__doc__",
      isMember: true,
      get: (rt, self) => retain((self as PyTupleGetter).doc ?? rt.none),
      set: (_rt, self, value) => {
        const getter = self as PyTupleGetter;
        const old = getter.doc;
        getter.doc = value && retain(value);
        releaseIfAny(old);
      },
    },
  ],
});

/** By the module that they say they are from, as the iterators of a deque. */
const tupleGetterSpecs = { _collections: tupleGetterType("_collections"), collections: tupleGetterType("collections") };

/** `_collections`: what the public `collections` is made with (Modules/_collectionsmodule.c). */
export const collectionsHostModule: ModuleSpec = {
  name: "_collections",
  functions: [countElements],
  names: (vm) => ({
    deque: retain(vm.typeOf(dequeSpec)),
    _deque_iterator: retain(vm.typeOf(dequeIterators(vm).forwards)),
    _deque_reverse_iterator: retain(vm.typeOf(dequeIterators(vm).backwards)),
    defaultdict: retain(vm.typeOf(defaultDictSpec)),
    OrderedDict: retain(vm.typeOf(orderedDictSpec)),
    _tuplegetter: retain(vm.typeOf(tupleGetterSpecs[vm.profile.containers.dequeIterators])),
  }),
};
