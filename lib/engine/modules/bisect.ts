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
  readonly low: bigint;
  readonly high: bigint;
  readonly key: PyObject | null;
}

/** A Py_ssize_t; a range may be longer than numbers of the host are exact. */
function position(rt: Runtime, given: PyObject): bigint {
  const short = ssizeArgument(rt, given);
  return Number.isSafeInteger(short) ? BigInt(short) : rt.index(given);
}

function readSearch(rt: Runtime, [sequence, item, low, high, key]: (PyObject | undefined)[]): Search {
  const from = low ? position(rt, low) : 0n;
  if (from < 0n) rt.raise("ValueError", rt.message("negativeLow"));
  const given = high && high !== rt.none ? position(rt, high) : null;
  const list = sequence as PyObject;
  return { sequence: list, item: item as PyObject, low: from, high: given ?? BigInt(length(rt, list)), key: key && key !== rt.none ? key : null };
}

/** The item at a position, as it is compared: through the key function. */
function candidate(rt: Runtime, search: Search, position: bigint): PyObject {
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
function bisect(rt: Runtime, search: Search, item: PyObject, right: boolean): bigint {
  let { low, high } = search;
  while (low < high) {
    rt.charge(1);
    const middle = (low + high) >> 1n;
    const other = candidate(rt, search, middle);
    let before: boolean;
    try {
      before = truthOfResult(rt, right ? rt.compare(item, other, "<") : rt.compare(other, item, "<"));
    } finally {
      release(other);
    }
    if (before === right) high = middle;
    else low = middle + 1n;
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

/** `_bisect`, and `bisect` with its two other names. */
export const bisectModules: readonly ModuleSpec[] = [
  { name: "_bisect", functions: [finder("bisect_right", true), finder("bisect_left", false), inserter("insort_right", true), inserter("insort_left", false)] },
  {
    name: "bisect",
    names: (vm) => {
      const shared = (name: string) => retain(vm.importer.peekName("_bisect", name));
      return {
        bisect_right: shared("bisect_right"),
        bisect_left: shared("bisect_left"),
        insort_right: shared("insort_right"),
        insort_left: shared("insort_left"),
        bisect: shared("bisect_right"),
        insort: shared("insort_right"),
      };
    },
  },
];
