import { defineType, method } from "../core/define.ts";
import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { withoutKeywords } from "../protocol/arity.ts";
import { nextOfAll, openAll, PyParallelIterators, readStrict, reduceParallel, setStrict } from "./parallel-iterators.ts";

function mapNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const { positional, strict } = rt.profile.containers.strictMap
    ? readStrict(rt, "map", args, kwnames)
    : { positional: withoutKeywords(rt, rt.types.map, type, "init", args, kwnames), strict: false };
  if (positional.length < 2) rt.raise("TypeError", "map() must have at least two arguments.");
  const iterators = openAll(rt, positional.slice(1));
  const self = new PyParallelIterators(type);
  self.iterators = iterators;
  self.callable = retain(positional[0]);
  self.strict = strict;
  return self;
}

function nextResult(rt: Runtime, self: PyObject): PyObject | null {
  const map = self as PyParallelIterators;
  const items = nextOfAll(rt, map, "map");
  if (!items) return null;
  const callable = map.callable ? retain(map.callable) : null;
  try {
    return callable && rt.call(callable, items);
  } finally {
    releaseAll(items);
    if (callable) release(callable);
  }
}

/** Calls a function with the i-th items of each iterable (Python/bltinmodule.c). */
export const mapSpec = defineType({
  name: "map",
  basicSize: 32,
  collected: true,
  allocate: (type) => new PyParallelIterators(type),
  slots: { new: mapNew, iter: (_rt, self) => retain(self), next: nextResult },
  methods: [
    method("__reduce__(self, /)", (rt, [self]) => reduceParallel(rt, self)),
    method("__setstate__(self, object, /)", (rt, [self, state]) => setStrict(rt, self, state)),
  ],
});
