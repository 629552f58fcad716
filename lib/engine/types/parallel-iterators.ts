import { PyObject, release, releaseAll, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { iter } from "../protocol/iterate.ts";
import { raiseUnexpectedKeyword } from "../protocol/suggest-keyword.ts";

/** What zip and map share: iterators that are advanced together, and the `strict` flag. */
export class PyParallelIterators extends PyObject {
  iterators: PyObject[] = [];
  /** The function that map calls. */
  callable: PyObject | null = null;
  strict = false;

  override edges(visit: Visit): void {
    for (const iterator of this.iterators) visit(iterator);
    if (this.callable) visit(this.callable);
  }

  override clear(): void {
    const { iterators, callable } = this;
    this.iterators = [];
    this.callable = null;
    for (const iterator of iterators) release(iterator);
    if (callable) release(callable);
  }
}

/** Iterators over each of the iterables, owned. */
export function openAll(rt: Runtime, iterables: readonly PyObject[]): PyObject[] {
  const iterators: PyObject[] = [];
  try {
    for (const iterable of iterables) {
      rt.charge(1);
      iterators.push(iter(rt, iterable));
    }
    return iterators;
  } catch (error) {
    releaseAll(iterators);
    throw error;
  }
}

/** Reads `strict=…`, the only keyword; gives the positional arguments and the flag. */
export function readStrict(rt: Runtime, name: string, args: readonly PyObject[], kwnames: KeywordNames): { readonly positional: readonly PyObject[]; readonly strict: boolean } {
  const count = kwnames?.length ?? 0;
  const positional = args.slice(0, args.length - count);
  if (!kwnames || count === 0) return { positional, strict: false };
  if (count > 1) rt.raise("TypeError", `${name}() takes at most 1 keyword argument (${count} given)`);
  if (kwnames[0] !== "strict") raiseUnexpectedKeyword(rt, name, kwnames[0], ["strict"]);
  return { positional, strict: rt.truth(args[positional.length]) };
}

/** The type, its arguments, and the `strict` flag where it is set. */
export function reduceParallel(rt: Runtime, self: PyObject): PyObject {
  const { iterators, callable, strict } = self as PyParallelIterators;
  const args = rt.takeTuple([...(callable ? [callable] : []), ...iterators].map(retain));
  return rt.takeTuple(strict ? [retain(self.type), args, rt.bool(true)] : [retain(self.type), args]);
}

export function setStrict(rt: Runtime, self: PyObject, state: PyObject): PyObject {
  (self as PyParallelIterators).strict = rt.truth(state);
  return retain(rt.none);
}

/** One item of each iterator, owned, or null at the end of the shortest. ValueError when `strict` and not all end together. */
export function nextOfAll(rt: Runtime, self: PyParallelIterators, name: string): PyObject[] | null {
  const { iterators } = self;
  const items: PyObject[] = [];
  try {
    for (let i = 0; i < iterators.length; i++) {
      rt.charge(1);
      const item = rt.next(iterators[i]);
      if (!item) {
        if (self.strict) checkAllEnded(rt, iterators, i, name);
        releaseAll(items);
        return null;
      }
      items.push(item);
    }
    return items;
  } catch (error) {
    releaseAll(items);
    throw error;
  }
}

function checkAllEnded(rt: Runtime, iterators: readonly PyObject[], ended: number, name: string): void {
  const before = (i: number): string => (i === 1 ? " 1" : `s 1-${i}`);
  if (ended > 0) rt.raise("ValueError", `${name}() argument ${ended + 1} is shorter than argument${before(ended)}`);
  for (let i = 1; i < iterators.length; i++) {
    const extra = rt.next(iterators[i]);
    if (!extra) continue;
    release(extra);
    rt.raise("ValueError", `${name}() argument ${i + 1} is longer than argument${before(i)}`);
  }
}
