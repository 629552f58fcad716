import { defineType, method } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { nextOfAll, openAll, PyParallelIterators, readStrict, reduceParallel, setStrict } from "./parallel-iterators.ts";

function zipNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const { positional, strict } = readStrict(rt, "zip", args, kwnames);
  const iterators = openAll(rt, positional);
  const self = new PyParallelIterators(type);
  self.iterators = iterators;
  self.strict = strict;
  return self;
}

function nextTuple(rt: Runtime, self: PyObject): PyObject | null {
  const zip = self as PyParallelIterators;
  if (zip.iterators.length === 0) return null;
  const items = nextOfAll(rt, zip, "zip");
  return items && rt.takeTuple(items);
}

/** Tuples of the i-th items of each iterable (Python/bltinmodule.c). */
export const zipSpec = defineType({
  name: "zip",
  basicSize: 48,
  collected: true,
  allocate: (type) => new PyParallelIterators(type),
  slots: { new: zipNew, iter: (_rt, self) => retain(self), next: nextTuple },
  methods: [
    method("__reduce__(self, /)", (rt, [self]) => reduceParallel(rt, self)),
    method("__setstate__(self, object, /)", (rt, [self, state]) => setStrict(rt, self, state)),
  ],
});
