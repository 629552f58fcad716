import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { truthOfResult } from "../protocol/compare.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyList } from "../types/list.ts";
import { argumentTypeName } from "../types/str-range.ts";
import type { ModuleSpec } from "../vm/importer.ts";


/** Whether the item at one position belongs above the one at another; the list must keep its length meanwhile. */
type Above = (rt: Runtime, left: PyObject, right: PyObject) => boolean;

function lessThan(rt: Runtime, left: PyObject, right: PyObject): boolean {
  retain(left);
  retain(right);
  try {
    return truthOfResult(rt, rt.compare(left, right, "<"));
  } finally {
    release(left);
    release(right);
  }
}

const smallest: Above = lessThan;
const largest: Above = (rt, left, right) => lessThan(rt, right, left);

function ask(rt: Runtime, list: PyList, above: Above, left: number, right: number): boolean {
  rt.charge(1);
  const { length } = list.items;
  const result = above(rt, list.items[left], list.items[right]);
  if (list.items.length !== length) rt.raise("RuntimeError", "list changed size during iteration");
  return result;
}

function swap(list: PyList, i: number, j: number): void {
  [list.items[i], list.items[j]] = [list.items[j], list.items[i]];
}

/** Moves the item at `position` up to where it belongs, not above `start` (siftdown). */
function siftDown(rt: Runtime, list: PyList, start: number, position: number, above: Above): void {
  let at = position;
  while (at > start) {
    const parent = (at - 1) >> 1;
    if (!ask(rt, list, above, at, parent)) return;
    swap(list, at, parent);
    at = parent;
  }
}

/** Lets the smaller child rise until the item at `position` is a leaf, then moves it up again (siftup). */
function siftUp(rt: Runtime, list: PyList, position: number, above: Above): void {
  const end = list.items.length;
  const limit = end >> 1;
  let at = position;
  while (at < limit) {
    let child = 2 * at + 1;
    // The right child wins ties, as in CPython.
    if (child + 1 < end && !ask(rt, list, above, child, child + 1)) child++;
    swap(list, at, child);
    at = child;
  }
  siftDown(rt, list, position, at, above);
}

function push(rt: Runtime, [heap, item]: PyObject[], above: Above): PyObject {
  const list = heap as PyList;
  list.takeAppend(rt, retain(item));
  siftDown(rt, list, 0, list.items.length - 1, above);
  return retain(rt.none);
}

function pop(rt: Runtime, [heap]: PyObject[], above: Above): PyObject {
  const list = heap as PyList;
  const last = list.items.pop();
  if (!last) return rt.raise("IndexError", "index out of range");
  list.resized();
  if (list.items.length === 0) return last;
  const top = list.items[0];
  list.items[0] = last;
  return sifted(rt, list, top, above);
}

/** Restores the heap below a new top; the old one, owned, is given up when a comparison raises. */
function sifted(rt: Runtime, list: PyList, top: PyObject, above: Above): PyObject {
  let done = false;
  try {
    siftUp(rt, list, 0, above);
    done = true;
    return top;
  } finally {
    if (!done) release(top);
  }
}

function replace(rt: Runtime, [heap, item]: PyObject[], above: Above): PyObject {
  const list = heap as PyList;
  if (list.items.length === 0) rt.raise("IndexError", "index out of range");
  const top = list.items[0];
  list.items[0] = retain(item);
  return sifted(rt, list, top, above);
}

function pushPop(rt: Runtime, [heap, item]: PyObject[], above: Above): PyObject {
  const list = heap as PyList;
  if (list.items.length === 0 || !above(rt, list.items[0], item)) return retain(item);
  if (list.items.length === 0) rt.raise("IndexError", "index out of range");
  return replace(rt, [heap, item], above);
}

/** Longer lists are heapified in an order that reads memory that was read just before. */
const MANY_ITEMS = 2_500;

/** The nodes below which heapify makes heaps, in its order: up a row each left child is followed by its parent. */
export function heapifyOrder(length: number): number[] {
  const childless = length >> 1;
  if (length <= MANY_ITEMS) return Array.from({ length: childless }, (_, i) => childless - 1 - i);
  const order: number[] = [];
  const row = (first: number, last: number) => {
    for (let i = first; i >= last; i--) {
      let at = i;
      order.push(at);
      while (at & 1) order.push((at >>= 1));
    }
  };
  const leftmost = 2 ** Math.floor(Math.log2(childless + 1)) - 1;
  row(leftmost - 1, childless >> 1);
  row(childless - 1, leftmost);
  return order;
}

function heapify(rt: Runtime, [heap]: PyObject[], above: Above): PyObject {
  const list = heap as PyList;
  for (const at of heapifyOrder(list.items.length)) siftUp(rt, list, at, above);
  return retain(rt.none);
}

const bodies: readonly (readonly [string, string, (rt: Runtime, args: PyObject[], above: Above) => PyObject])[] = [
  ["heappush", "heap, item, /", push],
  ["heappop", "heap, /", pop],
  ["heapreplace", "heap, item, /", replace],
  ["heappushpop", "heap, item, /", pushPop],
  ["heapify", "heap, /", heapify],
];

function declare(above: Above, nameOf: (stem: string) => string, when?: FunctionSpec["when"]): FunctionSpec[] {
  return bodies.map(([stem, parameters, body]) => {
    const name = nameOf(stem);
    const place = parameters.includes("item") ? "argument 1" : "argument";
    const checked = (rt: Runtime, args: PyObject[]): PyObject => {
      if (!(args[0] instanceof PyList)) rt.raise("TypeError", `${name}() ${place} must be list, not ${argumentTypeName(rt, args[0])}`);
      return body(rt, args, above);
    };
    return nativeFunction(`${name}(${parameters})`, checked, undefined, when);
  });
}

const hasMaxHeaps = (rt: Runtime): boolean => rt.profile.containers.maxHeaps;

/** `_heapq`: heaps in lists, smallest first, and largest first for the `_max` names, private ones before 3.14 (Modules/_heapqmodule.c). */
export const heapqHostModule: ModuleSpec = {
  name: "_heapq",
  functions: [
    ...declare(smallest, (stem) => stem),
    ...declare(largest, (stem) => `${stem}_max`, hasMaxHeaps),
    ...declare(largest, (stem) => `_${stem}_max`, (rt) => !hasMaxHeaps(rt)),
  ],
};

/** `heapq`: the public half, with `merge`, `nlargest` and `nsmallest`. */
export const heapqModule: ModuleSpec = {
  name: "heapq",
  source: () => pythonHalf("heapq"),
  names: (vm) => ({ _max_heaps: vm.bool(vm.profile.containers.maxHeaps) }),
};
