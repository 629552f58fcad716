import { nativeFunction } from "../core/define.ts";
import { retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

/** Bytes of the heap when tracing began, and how many frames of each allocation were asked for. */
interface Tracing {
  baseline: number;
  limit: number;
}

const running = new WeakMap<Machine, Tracing>();

/** Bytes that live objects take more than when tracing began, now and at most (Modules/_tracemalloc.c). */
function tracedMemory(rt: Runtime): [number, number] {
  const tracing = running.get(rt as Machine);
  if (!tracing) return [0, 0];
  // Differs: what was allocated before is not told apart, so freeing it counts here.
  const current = Math.max(0, rt.heap.bytes - tracing.baseline);
  return [current, Math.max(current, rt.heap.peakBytes - tracing.baseline)];
}

function start(rt: Runtime, limit: number): void {
  if (limit < 1 || limit > 65535) rt.raise("ValueError", "the number of frames must be in range [1; 65535]");
  if (running.has(rt as Machine)) return;
  running.set(rt as Machine, { baseline: rt.heap.bytes, limit });
  rt.heap.peakBytes = rt.heap.bytes;
}

/** What of `tracemalloc` needs no line numbers: how much memory the program holds. */
export const tracemallocHostModule: ModuleSpec = {
  name: "_tracemalloc",
  functions: [
    nativeFunction("start(nframe=1, /)", (rt, [limit]) => {
      start(rt, limit ? Number(rt.index(limit)) : 1);
      return retain(rt.none);
    }),
    nativeFunction("stop()", (rt) => {
      running.delete(rt as Machine);
      return retain(rt.none);
    }),
    nativeFunction("is_tracing()", (rt) => rt.bool(running.has(rt as Machine))),
    nativeFunction("get_traced_memory()", (rt) => rt.takeTuple(tracedMemory(rt).map((bytes) => rt.int(bytes)))),
    nativeFunction("get_traceback_limit()", (rt) => rt.int(running.get(rt as Machine)?.limit ?? 1)),
    nativeFunction("get_tracemalloc_memory()", (rt) => rt.int(0)),
    nativeFunction("reset_peak()", (rt) => {
      rt.heap.peakBytes = rt.heap.bytes;
      return retain(rt.none);
    }),
    nativeFunction("clear_traces()", (rt) => {
      const tracing = running.get(rt as Machine);
      if (tracing) tracing.baseline = rt.heap.peakBytes = rt.heap.bytes;
      return retain(rt.none);
    }),
  ],
};
