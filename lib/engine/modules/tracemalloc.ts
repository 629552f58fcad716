import { type AllocationTrace, AllocationTraces, type Place } from "../core/allocation-traces.ts";
import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { visibleFrame } from "../types/frame-object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

/** How many frames of each allocation are kept. */
const limits = new WeakMap<AllocationTraces, number>();

const MOST_FRAMES = 65535;

/** File and line of each frame that runs. What this module's Python half allocates has no place: it is not the program's. */
function placeNow(vm: Machine, limit: number): Place | null {
  if (vm.frame?.hidden && vm.frame.code.spec.filename.endsWith("tracemalloc.py")) return null;
  const frames: [string, number][] = [];
  let depth = 0;
  for (let frame = visibleFrame(vm.frame); frame; frame = visibleFrame(frame.back)) {
    const { spec } = frame.code;
    if (depth++ < limit) frames.push([spec.filename, frame.line ?? spec.firstLine]);
  }
  vm.charge(1 + (depth >> 3));
  return depth === 0 ? null : { frames, depth };
}

function start(rt: Runtime, limit: bigint): void {
  if (limit < 1n || limit > BigInt(MOST_FRAMES)) rt.raise("ValueError", `the number of frames must be in range [1; ${MOST_FRAMES}]`);
  if (rt.heap.traces) return;
  rt.heap.traces = new AllocationTraces(() => placeNow(rt as Machine, Number(limit)));
  limits.set(rt.heap.traces, Number(limit));
}

function takePlace(rt: Runtime, place: Place): PyObject {
  return rt.takeTuple(place.frames.map(([filename, line]) => rt.takeTuple([rt.str(filename), rt.int(line)])));
}

/** Each trace as the tuple that CPython's snapshots hold: domain, size, frames, their number. */
function takeTraces(rt: Runtime): PyObject {
  const { traces } = rt.heap;
  if (!traces) return rt.takeList([]);
  const found: AllocationTrace[] = [...traces.blocks.values(), ...traces.grown.values()];
  rt.charge(found.length * 4);
  const places = new Map<string, PyObject>();
  const placeOf = (place: Place): PyObject => {
    const key = JSON.stringify(place.frames);
    let shared = places.get(key);
    if (!shared) places.set(key, (shared = rt.temp(takePlace(rt, place))));
    return retain(shared);
  };
  return rt.takeList(found.map(({ size, place }) => rt.takeTuple([rt.int(0), rt.int(size), placeOf(place), rt.int(place.depth)])));
}

/** The machine's half of `tracemalloc`; snapshots and statistics are Python. */
export const tracemallocHostModule: ModuleSpec = {
  name: "_tracemalloc",
  functions: [
    nativeFunction("start(nframe=1, /)", (rt, [limit]) => {
      start(rt, limit ? rt.index(limit) : 1n);
      return retain(rt.none);
    }),
    nativeFunction("stop()", (rt) => {
      rt.heap.traces = null;
      return retain(rt.none);
    }),
    nativeFunction("is_tracing()", (rt) => rt.bool(rt.heap.traces !== null)),
    nativeFunction("get_traced_memory()", (rt) => {
      const { current, peak } = rt.heap.traces ?? { current: 0, peak: 0 };
      return rt.takeTuple([rt.int(current), rt.int(peak)]);
    }),
    nativeFunction("get_traceback_limit()", (rt) => rt.int((rt.heap.traces && limits.get(rt.heap.traces)) ?? 1)),
    nativeFunction("get_tracemalloc_memory()", (rt) => rt.int((rt.heap.traces?.blocks.size ?? 0) * 64)),
    nativeFunction("reset_peak()", (rt) => {
      const { traces } = rt.heap;
      if (traces) traces.peak = traces.current;
      return retain(rt.none);
    }),
    nativeFunction("clear_traces()", (rt) => {
      rt.heap.traces?.clear();
      return retain(rt.none);
    }),
    nativeFunction("_get_traces()", (rt) => takeTraces(rt)),
    nativeFunction("_get_object_traceback(obj, /)", (rt, [object]) => {
      const trace = rt.heap.traces?.blocks.get(object);
      return trace ? rt.takeTuple([takePlace(rt, trace.place), rt.int(trace.place.depth)]) : retain(rt.none);
    }),
  ],
};
