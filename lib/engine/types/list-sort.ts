import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { truthOfResult } from "../protocol/compare.ts";
import type { PyList } from "./list.ts";
import { Timsort } from "./timsort.ts";

/**
 * `list.sort` (list_sort_impl): the list is empty while it is sorted, keys are taken once per item, reverse keeps equal
 * items in order. ValueError when the list was changed meanwhile.
 */
export function sortList(rt: Runtime, list: PyList, key: PyObject | undefined, reverse: PyObject | undefined): void {
  const backwards = reverse ? (rt.profile.memberRules.sortReverseIsInt ? rt.index(reverse) !== 0n : rt.truth(reverse)) : false;
  const values = list.items;
  const { allocated } = list;
  list.items = [];
  // What no change of the size leaves (list_sort_impl).
  list.allocated = -1;
  let keys: PyObject[] | null = null;
  let changed = false;
  try {
    rt.charge(values.length);
    keys = key && key !== rt.none ? takeKeys(rt, key, values) : values;
    sortByKeys(rt, keys, keys === values ? null : values, backwards);
  } finally {
    const intruders = list.items;
    changed = intruders.length > 0 || list.allocated !== -1;
    list.items = values;
    list.allocateExactly(allocated);
    if (keys && keys !== values) releaseAll(keys);
    releaseAll(intruders);
  }
  if (changed) rt.raise("ValueError", "list modified during sort");
}

function takeKeys(rt: Runtime, key: PyObject, values: readonly PyObject[]): PyObject[] {
  const keys: PyObject[] = [];
  try {
    for (const value of values) keys.push(rt.call(key, [value]));
    return keys;
  } catch (error) {
    releaseAll(keys);
    throw error;
  }
}

function sortByKeys(rt: Runtime, keys: PyObject[], values: PyObject[] | null, backwards: boolean): void {
  // Reversing before and after keeps equal items in their order.
  if (backwards) {
    keys.reverse();
    values?.reverse();
  }
  try {
    new Timsort(keys, values, (left, right) => isLess(rt, left, right), rt.profile.containers.equalRuns).sort();
  } finally {
    if (backwards) {
      keys.reverse();
      values?.reverse();
    }
  }
}

function isLess(rt: Runtime, left: PyObject, right: PyObject): boolean {
  rt.charge(1);
  retain(left);
  retain(right);
  try {
    return truthOfResult(rt, rt.compare(left, right, "<"));
  } finally {
    release(left);
    release(right);
  }
}
