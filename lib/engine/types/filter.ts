import { defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { positionalArguments } from "../protocol/arity.ts";
import { truthOfResult } from "../protocol/compare.ts";
import { iter } from "../protocol/iterate.ts";

export class PyFilter extends PyObject {
  predicate: PyObject | null = null;
  iterator: PyObject | null = null;

  override edges(visit: Visit): void {
    if (this.predicate) visit(this.predicate);
    if (this.iterator) visit(this.iterator);
  }

  override clear(): void {
    const { predicate, iterator } = this;
    this.predicate = null;
    this.iterator = null;
    releaseIfAny(predicate);
    releaseIfAny(iterator);
  }
}

function filterNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [predicate, iterable] = positionalArguments(rt, rt.types.filter, type, "init", args, kwnames, 2, 2);
  const iterator = iter(rt, iterable);
  const self = new PyFilter(type);
  self.predicate = retain(predicate);
  self.iterator = iterator;
  return self;
}

function passes(rt: Runtime, predicate: PyObject, item: PyObject): boolean {
  if (predicate === rt.none || predicate === rt.types.bool) return rt.truth(item);
  return truthOfResult(rt, rt.call(predicate, [item]));
}

function nextPassing(rt: Runtime, self: PyObject): PyObject | null {
  const filter = self as PyFilter;
  for (;;) {
    const { predicate, iterator } = filter;
    if (!predicate || !iterator) return null;
    rt.charge(1);
    const item = rt.next(iterator);
    if (!item) return null;
    let kept = false;
    try {
      kept = passes(rt, predicate, item);
      if (kept) return item;
    } finally {
      if (!kept) release(item);
    }
  }
}

/** The items for which a function gives a true value (Python/bltinmodule.c). */
export const filterSpec = defineType({
  name: "filter",
  basicSize: 32,
  collected: true,
  allocate: (type) => new PyFilter(type),
  slots: { new: filterNew, iter: (_rt, self) => retain(self), next: nextPassing },
  methods: [
    method("__reduce__(self, /)", (rt, [self]) => {
      const { predicate, iterator } = self as PyFilter;
      return rt.takeTuple([retain(self.type), rt.takeTuple([retain(predicate ?? rt.none), retain(iterator ?? rt.none)])]);
    }),
  ],
});
