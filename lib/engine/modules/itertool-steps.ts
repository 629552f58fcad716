import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import { PySequenceIterator } from "../types/iterators.ts";
import { PyTuple } from "../types/tuple.ts";
import { isOwn } from "../vm/flat-callbacks.ts";
import { flatIterator, isPython, runsFrames } from "../vm/flat-iteration.ts";
import type { Machine } from "../vm/machine.ts";
import { groupOf } from "./itertools/grouping.ts";
import { PyItertool } from "./itertools/iterator.ts";

const tool = (object: PyObject) => object as PyItertool;
const small = (object: PyObject) => Number((object as PyObject & { readonly value: bigint | number }).value);

/** The insides of the iterators of itertools, for the hidden code that steps them (python/_flat_iterators.py). */
export const itertoolFunctions = [
  nativeFunction("_held(iterator, role, absent, /)", (_rt, [iterator, role, absent]) => retain(tool(iterator).held[small(role)] ?? absent)),
  // Not asked for its iterator again: it is one.
  nativeFunction("_source(iterator, role, /)", (rt, [iterator, role]) => flatIterator(rt as Machine, retain(tool(iterator).held[small(role)] ?? rt.emptyTuple))),
  nativeFunction("_hold(iterator, role, object, /)", (rt, [iterator, role, object]) => {
    if (!tool(iterator).finished) tool(iterator).takeHold(small(role), retain(object));
    return retain(rt.none);
  }),
  nativeFunction("_drop(iterator, role, /)", (rt, [iterator, role]) => {
    tool(iterator).takeHold(small(role), null);
    return retain(rt.none);
  }),
  nativeFunction("_take(iterator, role, /)", (rt, [iterator, role]) => {
    const { held } = tool(iterator);
    const object = held[small(role)];
    held[small(role)] = null;
    return object ?? retain(rt.none);
  }),
  nativeFunction("_started(iterator, /)", (rt, [iterator]) => rt.bool(tool(iterator).started)),
  nativeFunction("_start(iterator, /)", (rt, [iterator]) => {
    tool(iterator).started = true;
    return retain(rt.none);
  }),
  nativeFunction("_finished(iterator, /)", (rt, [iterator]) => rt.bool(tool(iterator).finished)),
  nativeFunction("_finish(iterator, /)", (rt, [iterator]) => {
    tool(iterator).finished = true;
    return retain(rt.none);
  }),
  nativeFunction("_end(iterator, /)", (rt, [iterator]) => {
    tool(iterator).end();
    return retain(rt.none);
  }),
  nativeFunction("_positions(iterator, /)", (rt, [iterator]) => rt.takeTuple(tool(iterator).positions.map((position) => rt.int(position)))),
  nativeFunction("_set_position(iterator, which, position, /)", (rt, [iterator, which, position]) => {
    tool(iterator).positions[small(which)] = small(position);
    return retain(rt.none);
  }),
  nativeFunction("_next_group(groups, /)", (rt, [groups]) => {
    tool(groups).positions[0]++;
    return retain(rt.none);
  }),
  nativeFunction("_group(groups, /)", (rt, [groups]) => groupOf(rt, tool(groups))),
  nativeFunction("_is_newest(group, /)", (rt, [group]) => rt.bool(tool(tool(group).held[0] as PyObject).positions[0] === tool(group).positions[0])),
];

/** Iterators of itertools with a function, by type: the roles of the function and of what they go through. */
const TOOLS: ReadonlyMap<string, { readonly func: number; readonly source: number }> = new Map([
  ...["accumulate", "starmap", "takewhile", "dropwhile", "filterfalse"].map((name) => [name, { func: 0, source: 1 }] as const),
  ["groupby", { func: 1, source: 0 }],
]);

/** The hidden function that goes through an iterator of itertools in the host's place; null for those that the host goes through. */
export function toolStepper(vm: Machine, iterator: PyObject): string | null {
  if (!(iterator instanceof PyItertool)) return null;
  const { name, isHeapType } = iterator.type;
  const { held } = iterator;
  if (isHeapType || iterator.finished) return null;
  const roles = TOOLS.get(name);
  if (roles !== undefined) return isPython(held[roles.func]) || runsFrames(vm, held[roles.source]) ? `_flat_iterators.of_${name}` : null;
  if (name === "_grouper") return held[0] !== null && runsFrames(vm, held[0]) ? "_flat_iterators.of_group" : null;
  if (name === "islice") return runsFrames(vm, held[0]) ? "_flat_iterators.of_islice" : null;
  if (name !== "chain") return null;
  const [outer, inner] = held;
  const isOpen = outer instanceof PySequenceIterator && outer.sequence instanceof PyTuple ? outer.sequence.items.some((one) => isOwn(one) || runsFrames(vm, one)) : runsFrames(vm, outer);
  return isOpen || runsFrames(vm, inner) ? "_flat_iterators.of_chain" : null;
}
