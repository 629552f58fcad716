import { type FunctionSpec, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { equal } from "../protocol/compare.ts";
import { lengthHint } from "../protocol/item.ts";
import { iter, next } from "../protocol/iterate.ts";
import { ssizeArgument, ssizeIndex } from "../protocol/sequence.ts";
import { countItem, findItem } from "./item-sequence.ts";
import { MOVED_PER_STEP } from "./list-items.ts";
import type { PyList } from "./list.ts";
import { sortList } from "./list-sort.ts";

/** Appends a new reference to a borrowed object. */
export function appendItem(list: PyList, item: PyObject): void {
  list.items.push(retain(item));
  list.resized();
}

/** Appends all items of an iterable; items already appended stay when it raises (list_extend). */
/** PY_SSIZE_T_MAX, rounded. */
const MOST = 2 ** 63;

export function extendList(rt: Runtime, list: PyList, iterable: PyObject): void {
  if (iterable.type === rt.types.list || iterable.type === rt.types.tuple || iterable === list) {
    const items = [...(iterable as PyList).items];
    rt.charge(items.length);
    if (items.length === 0) return;
    for (const item of items) list.items.push(retain(item));
    if (list.allocated === 0) list.allocateEvenly(items.length);
    else list.resized(items.length);
    return;
  }
  const iterator = iter(rt, iterable);
  try {
    // The room that the hint asks for is made at once, so a hopeless size ends here.
    const told = lengthHint(rt, iterable, 8);
    // More than any list can hold: perhaps it is not true (list_extend).
    const hint = list.items.length > 0 && told >= MOST ? 0 : told;
    rt.heap.reserve(8 * hint);
    if (list.allocated > 0 || readsTable(rt, iterable)) list.makeRoom(list.items.length + hint, hint);
    else if (hint > 0) list.allocateEvenly(hint);
    for (let item = next(rt, iterator); item; item = next(rt, iterator)) {
      list.items.push(item);
      if (list.items.length > list.allocated) list.resized();
      rt.charge(1);
    }
    if (list.items.length < list.allocated) list.resized(0);
  } finally {
    release(iterator);
  }
}

/** Sets, dicts and their views are read without an iterator, and room is made as for an append. */
function readsTable(rt: Runtime, iterable: PyObject): boolean {
  return rt.profile.containers.listsReadTables && TABLES.has(iterable.type.name) && !iterable.type.isHeapType;
}

const TABLES = new Set(["set", "frozenset", "dict", "dict_keys", "dict_values", "dict_items"]);

function insert(rt: Runtime, list: PyList, index: PyObject, item: PyObject): void {
  const length = list.items.length;
  const asked = ssizeIndexOrOverflow(rt, index);
  const position = asked < 0 ? Math.max(asked + length, 0) : Math.min(asked, length);
  rt.charge((length - position) >> MOVED_PER_STEP);
  list.items.splice(position, 0, retain(item));
  list.resized();
}

function ssizeIndexOrOverflow(rt: Runtime, index: PyObject): number {
  const value = rt.index(index);
  if (value >= 1n << 63n || value < -(1n << 63n)) rt.raise("OverflowError", "Python int too large to convert to C ssize_t");
  return ssizeIndex(rt, index);
}

function pop(rt: Runtime, list: PyList, index: PyObject | undefined): PyObject {
  let position = index ? ssizeArgument(rt, index) : -1;
  const length = list.items.length;
  if (length === 0) rt.raise("IndexError", "pop from empty list");
  if (position < 0) position += length;
  if (position < 0 || position >= length) rt.raise("IndexError", "pop index out of range");
  rt.charge((length - position) >> MOVED_PER_STEP);
  const [item] = list.items.splice(position, 1);
  list.resized();
  return item;
}

function remove(rt: Runtime, list: PyList, value: PyObject): void {
  for (let i = 0; i < list.items.length; i++) {
    rt.charge(1);
    if (!equal(rt, list.items[i], value)) continue;
    // The comparison may have changed the list: what is at this place now goes (list_remove).
    rt.charge((list.items.length - i) >> MOVED_PER_STEP);
    const old = list.items.splice(i, 1);
    list.resized();
    for (const item of old) release(item);
    return;
  }
  rt.raise("ValueError", "list.remove(x): x not in list");
}

function index(rt: Runtime, list: PyList, value: PyObject, start: PyObject | undefined, stop: PyObject | undefined): PyObject {
  const position = findItem(rt, list, value, start, stop);
  if (position < 0) rt.raise("ValueError", rt.message("notInList", rt.profile.messages.notInList.includes("{0}") ? rt.reprText(value) : ""));
  return rt.int(position);
}

const asList = (object: PyObject): PyList => object as PyList;
const none = (rt: Runtime): PyObject => retain(rt.none);

export const listMethods: readonly FunctionSpec[] = [
  method("append(self, object, /)", (rt, [self, item]) => (appendItem(asList(self), item), none(rt))),
  method("clear(self, /)", (rt, [self]) => (asList(self).clear(), none(rt))),
  method("copy(self, /)", (rt, [self]) => {
    rt.charge(asList(self).items.length);
    return rt.takeList(asList(self).items.map(retain));
  }),
  method("count(self, value, /)", (rt, [self, value]) => rt.int(countItem(rt, asList(self), value))),
  method("extend(self, iterable, /)", (rt, [self, iterable]) => (extendList(rt, asList(self), iterable), none(rt))),
  method("index(self, value, start=0, stop=9223372036854775807, /)", (rt, [self, value, start, stop]) => index(rt, asList(self), value, start, stop)),
  method("insert(self, index, object, /)", (rt, [self, at, item]) => (insert(rt, asList(self), at, item), none(rt))),
  method("pop(self, index=-1, /)", (rt, [self, at]) => pop(rt, asList(self), at)),
  method("remove(self, value, /)", (rt, [self, value]) => (remove(rt, asList(self), value), none(rt))),
  method("reverse(self, /)", (rt, [self]) => {
    rt.charge(asList(self).items.length);
    asList(self).items.reverse();
    return none(rt);
  }),
  method("sort(self, /, *, key=None, reverse=False)", (rt, [self, key, reverse]) => (sortList(rt, asList(self), key, reverse), none(rt))),
  method("__reversed__(self, /)", (rt, [self]) => {
    const type = rt.types.list_reverseiterator;
    const iterator = type.allocateInstance?.(type) as PyObject & { sequence: PyObject | null; position: number };
    iterator.sequence = retain(self);
    iterator.position = asList(self).items.length - 1;
    return iterator;
  }),
];
