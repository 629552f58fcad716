import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { collectItemsOr } from "../protocol/iterate.ts";
import { adjustSlice, itemPosition, type SliceRange, sliceOf } from "../protocol/sequence.ts";
import type { PyList } from "./list.ts";
import { PySlice } from "./slice-object.ts";

/** `list[key]` (list_subscript). */
export function getListItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const list = self as PyList;
  if (!(key instanceof PySlice)) return retain(list.items[itemPosition(rt, key, list.items.length, "list", "list index out of range")]);
  const range = sliceOf(rt, key, list.items.length);
  rt.charge(range.count);
  const picked: PyObject[] = [];
  for (let i = 0; i < range.count; i++) picked.push(retain(list.items[range.start + i * range.step]));
  return rt.takeList(picked);
}

/** `list[key] = value` (list_ass_subscript). */
export function setListItem(rt: Runtime, list: PyList, key: PyObject, value: PyObject): void {
  if (key instanceof PySlice) {
    setSlice(rt, list, key, value);
    return;
  }
  const position = itemPosition(rt, key, list.items.length, "list", "list assignment index out of range");
  const old = list.items[position];
  list.items[position] = retain(value);
  release(old);
}

/** `del list[key]`. */
export function deleteListItem(rt: Runtime, list: PyList, key: PyObject): void {
  if (key instanceof PySlice) {
    deleteSlice(rt, list, sliceOf(rt, key, list.items.length));
    return;
  }
  const position = itemPosition(rt, key, list.items.length, "list", "list assignment index out of range");
  rt.charge((list.items.length - position) >> MOVED_PER_STEP);
  const [old] = list.items.splice(position, 1);
  list.resized();
  release(old);
}

/** Items that are moved by one step of work, as a power of two. */
export const MOVED_PER_STEP = 5;

/** Replaces a stretch of a list; takes over the new items, gives the old ones up last. */
export function takeReplaceStretch(list: PyList, start: number, count: number, items: PyObject[]): void {
  list.type.rt.charge((list.items.length - start + items.length) >> 3);
  const tail = list.items.splice(start + count);
  const old = list.items.splice(start);
  for (const item of items) list.items.push(item);
  for (const item of tail) list.items.push(item);
  list.resized(items.length - old.length);
  releaseAll(old);
}

function setSlice(rt: Runtime, list: PyList, slice: PySlice, value: PyObject): void {
  const length = list.items.length;
  const asked = sliceOf(rt, slice, length);
  if (asked.step === 1) {
    const items = collectItemsOr(rt, value, rt.message("assignIterableToSlice"));
    // Reading the value may have changed the list: the positions are fitted again (list_ass_slice).
    const now = list.items.length === length ? asked : adjustSlice(asked.start, asked.stop, 1, list.items.length);
    takeReplaceStretch(list, now.start, Math.max(now.stop - now.start, 0), items);
    return;
  }
  const items = collectItemsOr(rt, value, "must assign iterable to extended slice");
  const range = list.items.length === length ? asked : sliceOf(rt, slice, list.items.length);
  if (items.length !== range.count) {
    const given = items.length;
    releaseAll(items);
    rt.raise("ValueError", `attempt to assign sequence of size ${given} to extended slice of size ${range.count}`);
  }
  const old = items.map((item, i) => {
    const position = range.start + i * range.step;
    const before = list.items[position];
    list.items[position] = item;
    return before;
  });
  for (const item of old) release(item);
}

function deleteSlice(rt: Runtime, list: PyList, range: SliceRange): void {
  if (range.count === 0) return;
  if (range.step === 1) {
    takeReplaceStretch(list, range.start, range.count, []);
    return;
  }
  rt.charge(list.items.length >> 2);
  const [first, step] = range.step > 0 ? [range.start, range.step] : [range.start + (range.count - 1) * range.step, -range.step];
  const last = first + (range.count - 1) * step;
  const isGone = (i: number) => i >= first && i <= last && (i - first) % step === 0;
  const old = list.items.filter((_, i) => isGone(i));
  list.items = list.items.filter((_, i) => !isGone(i));
  list.resized();
  for (const item of old) release(item);
}
