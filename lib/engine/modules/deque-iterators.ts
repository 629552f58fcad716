import { defineType, type FunctionSpec, method } from "../core/define.ts";
import { PyObject, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { ssizeArgument } from "../protocol/sequence.ts";
import { PyDeque } from "./deque-object.ts";

class PyDequeIterator extends PyObject {
  deque: PyDeque | null = null;
  state = 0;
  /** How many items are still to come. */
  remaining = 0;
  backwards = false;

  override edges(visit: Visit): void {
    if (this.deque) visit(this.deque);
  }

  override clear(): void {
    const { deque } = this;
    this.deque = null;
    releaseIfAny(deque);
  }
}

function makeIterator(type: PyType, deque: PyDeque, backwards: boolean): PyDequeIterator {
  const iterator = new PyDequeIterator(type);
  iterator.deque = retain(deque) as PyDeque;
  iterator.state = deque.state;
  iterator.remaining = deque.length;
  iterator.backwards = backwards;
  return iterator;
}

/** An iterator over a deque, from its left or its right end. */
export function iterateDeque(rt: Runtime, deque: PyDeque, backwards: boolean): PyObject {
  return makeIterator(rt.typeOf(dequeIterators(rt)[backwards ? "backwards" : "forwards"]), deque, backwards);
}

/** The next item; RuntimeError as long as the deque is not as it was (dequeiter_next). */
function next(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PyDequeIterator;
  const { deque, backwards } = iterator;
  if (!deque) return null;
  if (deque.state !== iterator.state) {
    iterator.remaining = 0;
    rt.raise("RuntimeError", "deque mutated during iteration");
  }
  if (iterator.remaining === 0) return null;
  const at = backwards ? --iterator.remaining : deque.length - iterator.remaining--;
  return retain(deque.peekAt(at));
}

/** `type(deque, index=0)` (dequeiter_new). */
const newIterator = (backwards: boolean) => (rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject => {
  const positional = args.slice(0, args.length - (kwnames?.length ?? 0));
  const [deque, index] = positional;
  if (!deque) rt.raise("TypeError", "function takes at least 1 argument (0 given)");
  if (positional.length > 2) rt.raise("TypeError", `function takes at most 2 arguments (${positional.length} given)`);
  if (!(deque instanceof PyDeque)) return rt.raise("TypeError", `argument 1 must be collections.deque, not ${deque.type.shownName}`);
  const passed = index ? ssizeArgument(rt, index) : 0;
  const iterator = makeIterator(type, deque, backwards);
  iterator.remaining -= Math.min(Math.max(passed, 0), iterator.remaining);
  return iterator;
};

const methods: readonly FunctionSpec[] = [
  method("__length_hint__(self, /)", (rt, [self]) => rt.int((self as PyDequeIterator).remaining)),
  method("__reduce__(self, /)", (rt, [self]) => {
    const { deque, remaining, type } = self as PyDequeIterator;
    return rt.takeTuple([retain(type), rt.takeTuple([retain(deque ?? rt.none), rt.int((deque?.length ?? 0) - remaining)])]);
  }),
];

const iteratorType = (module: string, name: string, backwards: boolean) => defineType({
  name, module, methods,
  basicSize: 56,
  collected: true,
  baseType: false,
  allocate: (type: PyType) => new PyDequeIterator(type),
  slots: { new: newIterator(backwards), iter: (_rt: Runtime, self: PyObject) => retain(self), next },
});

/** The iterators both ways, by the module that they say they are from. */
const iteratorSpecs = Object.fromEntries(
  (["_collections", "collections"] as const).map((module) => [module, {
    forwards: iteratorType(module, "_deque_iterator", false),
    backwards: iteratorType(module, "_deque_reverse_iterator", true),
  }]),
);

/** The types of the two iterators in this version. */
export const dequeIterators = (rt: Runtime) => iteratorSpecs[rt.profile.containers.dequeIterators];
