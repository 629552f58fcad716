import { type FunctionSpec, method } from "../../core/define.ts";
import { type PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { warn } from "../../protocol/warn.ts";
import { givenPosition } from "../../types/iterator-state.ts";
import { PyTuple } from "../../types/tuple.ts";
import type { PyItertool } from "./iterator.ts";

/** How an iterator is made again, for copy and pickle, which versions up to 3.13 can. */
export interface Reduction {
  /** What its type is called with, and the state, both owned; without a state it is as the call makes it. */
  readonly reduce: (rt: Runtime, self: PyItertool) => { readonly args: PyObject[]; readonly state?: PyObject; readonly maker?: PyObject };
  /** `__setstate__`; TypeError or ValueError for what is no state. */
  readonly setState?: (rt: Runtime, self: PyItertool, state: PyObject) => void;
}

const REMOVAL = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";

const isCopied = (rt: Runtime): boolean => rt.profile.memberRules.itertoolsCopied !== "never";

function noteUse(rt: Runtime): void {
  if (rt.profile.memberRules.itertoolsCopied === "with-warning") warn(rt, REMOVAL, rt.types.DeprecationWarning);
}

/** `__reduce__` and `__setstate__`. */
export function reductionMethods({ reduce, setState }: Reduction): FunctionSpec[] {
  const reducing = method("__reduce__(self, /)", (rt, [self]) => {
    noteUse(rt);
    const { args, state, maker } = reduce(rt, self as PyItertool);
    const parts = [maker ?? retain(self.type), rt.takeTuple(args)];
    return rt.takeTuple(state ? [...parts, state] : parts);
  }, isCopied);
  if (!setState) return [reducing];
  const setting = method("__setstate__(self, object, /)", (rt, [self, state]) => {
    noteUse(rt);
    setState(rt, self as PyItertool, state);
    return retain(rt.none);
  }, isCopied);
  return [reducing, setting];
}

/** The parts of a state that is a tuple, as PyArg_ParseTuple counts them. */
export function stateParts(rt: Runtime, state: PyObject, least: number, most = least): readonly PyObject[] {
  if (!(state instanceof PyTuple)) return rt.raise("TypeError", "state is not a tuple");
  const { length } = state.items;
  if (length >= least && length <= most) return state.items;
  const bound = length < least ? least : most;
  const relation = least === most ? "exactly" : length < least ? "at least" : "at most";
  return rt.raise("TypeError", `function takes ${relation} ${bound} argument${bound === 1 ? "" : "s"} (${length} given)`);
}

/** Positions, as many as there are bounds, each between its two. */
export function statePositions(rt: Runtime, state: PyObject, bounds: readonly (readonly [number, number])[]): number[] {
  if (!(state instanceof PyTuple) || state.items.length !== bounds.length) return rt.raise("ValueError", "invalid arguments");
  return bounds.map(([least, most], i) => givenPosition(rt, state.items[i], least, most));
}

export const tupleOfNumbers = (rt: Runtime, numbers: readonly number[]): PyObject => rt.takeTuple(numbers.map((number) => rt.int(number)));

export const tupleOf = (rt: Runtime, items: readonly PyObject[]): PyObject => rt.takeTuple(items.map(retain));
