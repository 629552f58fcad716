import { defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { lazySignature } from "../core/signature.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { bindArguments } from "../protocol/binding.ts";
import { iter } from "../protocol/iterate.ts";
import { classGetItem } from "./iterator-state.ts";

/** Pairs of a running count and an item (Objects/enumobject.c). */
export class PyEnumerate extends PyObject {
  iterator: PyObject | null = null;
  count = 0n;

  override edges(visit: Visit): void {
    if (this.iterator) visit(this.iterator);
  }

  override clear(): void {
    const { iterator } = this;
    this.iterator = null;
    releaseIfAny(iterator);
  }
}

const signature = lazySignature("enumerate(iterable, start=0)");

function enumerateNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (type === rt.types.enumerate && rt.profile.memberRules.enumerateChecksNames) {
    const strange = kwnames?.find((name) => name !== "iterable" && name !== "start");
    if (strange !== undefined) rt.raise("TypeError", `'${strange}' is an invalid keyword argument for enumerate()`);
    if (args.length === 0) rt.raise("TypeError", "enumerate() missing required argument 'iterable'");
  }
  const [iterable, start] = bindArguments(rt, signature(), "enumerate", args, kwnames, 0);
  const count = start ? rt.index(start) : 0n;
  const iterator = iter(rt, iterable);
  const self = new PyEnumerate(type);
  self.iterator = iterator;
  self.count = count;
  return self;
}

function nextPair(rt: Runtime, self: PyObject): PyObject | null {
  const pairs = self as PyEnumerate;
  if (!pairs.iterator) return null;
  const iterator = retain(pairs.iterator);
  try {
    const item = rt.next(iterator);
    if (!item) return null;
    return rt.takeTuple([rt.int(pairs.count++), item]);
  } finally {
    release(iterator);
  }
}

export const enumerateSpec = defineType({
  name: "enumerate",
  basicSize: 48,
  collected: true,
  allocate: (type) => new PyEnumerate(type),
  slots: { new: enumerateNew, iter: (_rt, self) => retain(self), next: nextPair },
  methods: [
    classGetItem,
    method("__reduce__(self, /)", (rt, [self]) => {
      const { iterator, count } = self as PyEnumerate;
      return rt.takeTuple([retain(self.type), rt.takeTuple([retain(iterator ?? rt.none), rt.int(count)])]);
    }),
  ],
});
