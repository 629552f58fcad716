import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import { PySequenceIterator } from "../types/iterators.ts";
import { PyTuple } from "../types/tuple.ts";
import { isOwn } from "../vm/flat-callbacks.ts";
import { flatIterator, isPython, runsFrames } from "../vm/flat-iteration.ts";
import type { Machine } from "../vm/machine.ts";
import { groupOf, passOnTee, putIntoTee, PyTee } from "./itertools/grouping.ts";
import { PyItertool } from "./itertools/iterator.ts";

const tool = (object: PyObject) => object as PyItertool;
const teeOf = (object: PyObject) => object as PyTee;
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
  nativeFunction("_roles(iterator, /)", (rt, [iterator]) => rt.int(tool(iterator).held.length)),
  nativeFunction("_keep(iterator, item, /)", (rt, [iterator, item]) => {
    tool(iterator).pools[0]?.push(retain(item));
    return retain(rt.none);
  }),
  nativeFunction("_is_known(branch, /)", (rt, [branch]) => rt.bool(teeOf(branch).link?.next != null)),
  nativeFunction("_begin_reading(branch, /)", (rt, [branch]) => {
    const { source } = teeOf(branch);
    if (source?.running) rt.raise("RuntimeError", "cannot re-enter the tee iterator");
    if (source) source.running = true;
    return retain(rt.none);
  }),
  nativeFunction("_end_reading(branch, /)", (rt, [branch]) => {
    const { source } = teeOf(branch);
    if (source) source.running = false;
    return retain(rt.none);
  }),
  nativeFunction("_tee_source(branch, /)", (rt, [branch]) => flatIterator(rt as Machine, retain(teeOf(branch).source?.iterator ?? rt.emptyTuple))),
  nativeFunction("_put(branch, item, /)", (rt, [branch, item]) => {
    putIntoTee(teeOf(branch), retain(item));
    return retain(rt.none);
  }),
  nativeFunction("_pass(branch, /)", (_rt, [branch]) => passOnTee(teeOf(branch))),
  nativeFunction("_is_newest(group, /)", (rt, [group]) => rt.bool(tool(tool(group).held[0] as PyObject).positions[0] === tool(group).positions[0])),
];

/** Iterators of itertools with a function, by type: the roles of the function and of what they go through. */
const TOOLS: ReadonlyMap<string, { readonly func: number; readonly source: number }> = new Map([
  ...["accumulate", "starmap", "takewhile", "dropwhile", "filterfalse"].map((name) => [name, { func: 0, source: 1 }] as const),
  ["groupby", { func: 1, source: 0 }],
]);

/** Those that call nothing themselves: the roles of what they go through; of `zip_longest` all but the last. */
const PLAIN_TOOLS: ReadonlyMap<string, number> = new Map([["pairwise", 1], ["batched", 1], ["cycle", 1], ["compress", 2], ["zip_longest", -1]]);

/** The hidden function that goes through an iterator of itertools in the host's place; null for those that the host goes through. */
export function toolStepper(vm: Machine, iterator: PyObject): string | null {
  if (iterator instanceof PyTee) return !iterator.link?.next && runsFrames(vm, iterator.source?.iterator ?? null) ? "_flat_iterators.of_tee" : null;
  if (!(iterator instanceof PyItertool)) return null;
  const { name, isHeapType } = iterator.type;
  const { held } = iterator;
  if (isHeapType || iterator.finished) return null;
  const roles = TOOLS.get(name);
  if (roles !== undefined) return isPython(held[roles.func]) || runsFrames(vm, held[roles.source]) ? `_flat_iterators.of_${name}` : null;
  const sources = PLAIN_TOOLS.get(name);
  if (sources !== undefined) return held.slice(0, sources).some((source) => runsFrames(vm, source)) ? `_flat_iterators.of_${name}` : null;
  if (name === "_grouper") return held[0] !== null && runsFrames(vm, held[0]) ? "_flat_iterators.of_group" : null;
  if (name === "islice") return runsFrames(vm, held[0]) ? "_flat_iterators.of_islice" : null;
  if (name !== "chain") return null;
  const [outer, inner] = held;
  const isOpen = outer instanceof PySequenceIterator && outer.sequence instanceof PyTuple ? outer.sequence.items.some((one) => isOwn(one) || runsFrames(vm, one)) : runsFrames(vm, outer);
  return isOpen || runsFrames(vm, inner) ? "_flat_iterators.of_chain" : null;
}
