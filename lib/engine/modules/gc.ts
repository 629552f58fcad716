import { nativeFunction } from "../core/define.ts";
import type { CollectorListener, CollectReport } from "../core/collector.ts";
import { type PyObject, release, retain, traverse } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { PyDict } from "../types/dict.ts";
import { PyList } from "../types/list.ts";
import { PySet } from "../types/set.ts";
import type { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

const collectorOf = (rt: Runtime) => rt.heap.collector;
const machine = (rt: Runtime) => rt as Machine;

function generationOf(rt: Runtime, value: PyObject | undefined): number {
  const generation = value ? Number(rt.index(value)) : 2;
  if (generation < 0 || generation > 2) rt.raise("ValueError", "invalid generation");
  return generation;
}

/** The generation that `get_objects` asks for. */
function youngerThan(rt: Runtime, value: PyObject): number | null {
  if (!value.type.slots.index) rt.raise("TypeError", `argument should be integer or None, not '${value.type.shownName}'`);
  const generation = Number(rt.index(value));
  if (generation === -1) return null;
  if (generation < 0) rt.raise("ValueError", "generation parameter cannot be negative");
  if (generation > 2) rt.raise("ValueError", "generation parameter must be less than the number of available generations (3)");
  return generation;
}

function tracked(rt: Runtime, generation: number | null): PyObject[] {
  rt.fillAllLate();
  const { generations } = collectorOf(rt);
  const wanted = generation === null ? generations : [generations[generation]];
  const found = wanted.flatMap((objects) => [...objects]);
  rt.charge(found.length);
  return found;
}

/** Objects that directly refer to one of the given, among those the collector tracks (gc_referrers_for). */
function referrers(rt: Runtime, targets: readonly PyObject[], hidden: PyObject): PyObject[] {
  const found: PyObject[] = [];
  for (const object of tracked(rt, null)) {
    if (object === hidden) continue;
    let refers = false;
    rt.charge(1 + (object.size >> 5));
    traverse(object, (edge) => {
      if (targets.includes(edge)) refers = true;
    });
    if (refers) found.push(object);
  }
  return found;
}

function referents(rt: Runtime, objects: readonly PyObject[]): PyObject[] {
  const found: PyObject[] = [];
  for (const object of objects) {
    if (object instanceof PyType) void object.dict;
    if (object instanceof PySet) object.table.noteOrder(rt);
    if (object instanceof PyDict) object.traversed((edge) => found.push(retain(edge)));
    else if (object.type.isCollected) traverse(object, (edge) => found.push(retain(edge)));
  }
  return found;
}

/** Work on one candidate, in seconds: it costs virtual time as all work does. */
const SECONDS_PER_CANDIDATE = 6e-8;

function takeField(dict: PyDict, name: string, value: PyObject): void {
  dict.setName(name, value);
  release(value);
}

/** What collections did, as far as this version tells. */
function tell(rt: Runtime, dict: PyDict, { collected, uncollectable, candidates }: CollectReport): void {
  takeField(dict, "collected", rt.int(collected));
  takeField(dict, "uncollectable", rt.int(uncollectable));
  if (!rt.profile.gc.timesCollections) return;
  takeField(dict, "candidates", rt.int(candidates));
  takeField(dict, "duration", rt.float(candidates * SECONDS_PER_CANDIDATE));
}

/** Calls the functions in `gc.callbacks` around a collection. */
function callCallbacks(vm: Machine, callbacks: PyList, phase: "start" | "stop", generation: number, report: CollectReport): void {
  if (callbacks.items.length === 0) return;
  const info = vm.temp(vm.dict());
  takeField(info, "generation", vm.int(generation));
  tell(vm, info, report);
  const word = vm.temp(vm.str(phase));
  const { answers } = vm;
  vm.answers = null;
  for (const callback of [...callbacks.items]) {
    try {
      release(vm.call(callback, [word, info]));
    } catch (error) {
      if (!(error instanceof Raise)) throw error;
      vm.unraisable(error.exception, callback, "GC callback");
    }
  }
  vm.answers = answers;
}

function statistics(rt: Runtime): PyObject {
  const rows = collectorOf(rt).stats.map((row) => {
    const dict = machine(rt).dict();
    takeField(dict, "collections", rt.int(row.collections));
    tell(rt, dict, row);
    return dict;
  });
  return rt.takeList(rows);
}

const ints = (rt: Runtime, values: readonly number[]) => rt.takeTuple(values.map((value) => rt.int(value)));

function setThreshold(rt: Runtime, [args]: PyObject[]): PyObject {
  const { items } = args as PyTuple;
  const given = items.length;
  if (given < 1 || given > 3) {
    const limit = given < 1 ? "at least 1 argument" : "at most 3 arguments";
    rt.raise("TypeError", rt.profile.memberRules.thresholdCount === "own" ? "gc.set_threshold requires 1 to 3 arguments" : `set_threshold() takes ${limit} (${given} given)`);
  }
  items.map((value) => Number(rt.index(value))).forEach((value, i) => {
    collectorOf(rt).thresholds[i] = value;
  });
  return retain(rt.none);
}

const functions = [
  nativeFunction("enable()", (rt) => {
    collectorOf(rt).enabled = true;
    return retain(rt.none);
  }),
  nativeFunction("disable()", (rt) => {
    collectorOf(rt).enabled = false;
    return retain(rt.none);
  }),
  nativeFunction("isenabled()", (rt) => rt.bool(collectorOf(rt).enabled)),
  nativeFunction("collect(generation=2)", (rt, [generation]) => {
    const report = collectorOf(rt).collect(generationOf(rt, generation));
    return rt.int(report.collected + report.uncollectable);
  }),
  nativeFunction("get_count()", (rt) => ints(rt, collectorOf(rt).counts)),
  nativeFunction("get_threshold()", (rt) => ints(rt, collectorOf(rt).thresholds)),
  nativeFunction("set_threshold(*args)", setThreshold, "(threshold0, [threshold1], [threshold2], /)"),
  nativeFunction("get_debug()", (rt) => rt.int(collectorOf(rt).debug)),
  nativeFunction("set_debug(flags, /)", (rt, [flags]) => {
    collectorOf(rt).debug = Number(rt.index(flags));
    return retain(rt.none);
  }),
  nativeFunction("get_objects(generation=None)", (rt, [generation]) => {
    rt.audit("gc.get_objects", () => [rt.int(generation && generation !== rt.none ? rt.index(generation) : -1)]);
    const which = generation && generation !== rt.none ? youngerThan(rt, generation) : null;
    return rt.takeList(tracked(rt, which).map(retain));
  }),
  nativeFunction("get_referrers(*objs)", (rt, [targets]) => {
    rt.audit("gc.get_referrers", () => [retain(targets)]);
    return rt.takeList(referrers(rt, (targets as PyList).items, targets).map(retain));
  }),
  nativeFunction("get_referents(*objs)", (rt, [objects]) => {
    rt.audit("gc.get_referents", () => [retain(objects)]);
    return rt.takeList(referents(rt, (objects as PyList).items));
  }),
  nativeFunction("is_tracked(obj, /)", (rt, [object]) => rt.bool(object.generation >= 0)),
  nativeFunction("is_finalized(obj, /)", (rt, [object]) => rt.bool(object.finalized)),
  nativeFunction("get_stats()", statistics),
  nativeFunction("freeze()", (rt) => {
    const collector = collectorOf(rt);
    for (const object of tracked(rt, null)) {
      collector.untrack(object);
      object.generation = 3;
      collector.permanent.add(object);
    }
    return retain(rt.none);
  }),
  nativeFunction("unfreeze()", (rt) => {
    const collector = collectorOf(rt);
    rt.charge(collector.permanent.size);
    for (const object of collector.permanent) {
      object.generation = 2;
      collector.generations[2].add(object);
    }
    collector.permanent.clear();
    return retain(rt.none);
  }),
  nativeFunction("get_freeze_count()", (rt) => rt.int(collectorOf(rt).permanent.size)),
];

/** `gc.DEBUG_*` (Modules/gcmodule.c). */
const DEBUG = { DEBUG_STATS: 1, DEBUG_COLLECTABLE: 2, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL: 32, DEBUG_LEAK: 38 };

/** The module's two lists, which belong to its namespace. */
class GcListener implements CollectorListener {
  private readonly vm: Machine;
  private readonly garbage: PyList;
  private readonly callbacks: PyList;

  constructor(vm: Machine, garbage: PyList, callbacks: PyList) {
    this.vm = vm;
    this.garbage = garbage;
    this.callbacks = callbacks;
  }

  saveGarbage(object: PyObject): void {
    this.garbage.takeAppend(this.vm, retain(object));
  }

  onPhase(phase: "start" | "stop", generation: number, report: CollectReport): void {
    callCallbacks(this.vm, this.callbacks, phase, generation, report);
  }
}

export const gcModule: ModuleSpec = {
  name: "gc",
  functions,
  names: (vm) => {
    const garbage = vm.takeList([]) as PyList;
    const callbacks = vm.takeList([]) as PyList;
    vm.heap.collector.listener = new GcListener(vm, garbage, callbacks);
    const flags = Object.fromEntries(Object.entries(DEBUG).map(([name, value]) => [name, vm.int(value)]));
    return { garbage, callbacks, ...flags };
  },
};
