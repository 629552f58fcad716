import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { truthOfResult } from "../protocol/compare.ts";
import { getItem, length } from "../protocol/item.ts";
import { ssizeArgument } from "../protocol/sequence.ts";
import type { ModuleSpec } from "../vm/importer.ts";

interface Search {
  readonly sequence: PyObject;
  readonly item: PyObject;
  readonly low: number;
  readonly high: number;
  readonly key: PyObject | null;
}

function readSearch(rt: Runtime, [sequence, item, low, high, key]: (PyObject | undefined)[]): Search {
  const from = low ? ssizeArgument(rt, low) : 0;
  if (from < 0) rt.raise("ValueError", rt.message("negativeLow"));
  const given = high && high !== rt.none ? ssizeArgument(rt, high) : null;
  const list = sequence as PyObject;
  return { sequence: list, item: item as PyObject, low: from, high: given ?? length(rt, list), key: key && key !== rt.none ? key : null };
}

/** The item at a position, as it is compared: through the key function. */
function candidate(rt: Runtime, search: Search, position: number): PyObject {
  const index = rt.temp(rt.int(position));
  const value = getItem(rt, search.sequence, index);
  if (!search.key) return value;
  try {
    return rt.call(search.key, [value]);
  } finally {
    release(value);
  }
}

/** Where `item` goes, right or left of equal ones (Modules/_bisectmodule.c). Only `<` is asked. */
function bisect(rt: Runtime, search: Search, item: PyObject, right: boolean): number {
  let { low, high } = search;
  while (low < high) {
    rt.charge(1);
    const middle = Math.floor((low + high) / 2);
    const other = candidate(rt, search, middle);
    let before: boolean;
    try {
      before = truthOfResult(rt, right ? rt.compare(item, other, "<") : rt.compare(other, item, "<"));
    } finally {
      release(other);
    }
    if (before === right) high = middle;
    else low = middle + 1;
  }
  return low;
}

function insort(rt: Runtime, search: Search, right: boolean): PyObject {
  const item = search.key ? rt.temp(rt.call(search.key, [search.item])) : search.item;
  const position = rt.temp(rt.int(bisect(rt, search, item, right)));
  release(rt.callMethod(search.sequence, "insert", [position, search.item]));
  return retain(rt.none);
}

const PARAMETERS = "(a, x, lo=0, hi=None, *, key=None)";

function finder(name: string, right: boolean): FunctionSpec {
  return nativeFunction(name + PARAMETERS, (rt, args) => {
    const search = readSearch(rt, args);
    return rt.int(bisect(rt, search, search.item, right));
  });
}

function inserter(name: string, right: boolean): FunctionSpec {
  return nativeFunction(name + PARAMETERS, (rt, args) => insort(rt, readSearch(rt, args), right));
}

/** `bisect`. */
export const bisectModule: ModuleSpec = {
  name: "bisect",
  functions: [finder("bisect_right", true), finder("bisect", true), finder("bisect_left", false), inserter("insort_right", true), inserter("insort", true), inserter("insort_left", false)],
};
