import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { setItem } from "../protocol/item.ts";
import { PyException } from "../types/exception.ts";
import type { Frame } from "../types/frame.ts";
import { frameObject, visibleFrame } from "../types/frame-object.ts";
import type { HandledException } from "../types/generator.ts";
import { PyTuple } from "../types/tuple.ts";
import type { Machine } from "../vm/machine.ts";

const machine = (rt: Runtime) => rt as Machine;

interface Standing {
  readonly ident: number;
  readonly frame: Frame | null;
  readonly handledItem: HandledException;
}

/** Where each live thread stands; what the running one does is not put aside in its state. */
function standings(vm: Machine): readonly Standing[] {
  return vm.threads.live().map((thread) => (thread === vm.thread ? { ident: thread.ident, frame: vm.frame, handledItem: vm.handledItem } : thread));
}

function byThread(rt: Runtime, value: (standing: Standing) => PyObject | null): PyObject {
  const result = machine(rt).dict();
  for (const standing of standings(machine(rt))) {
    const object = value(standing);
    if (object !== null) setItem(rt, result, rt.temp(rt.int(standing.ident)), rt.temp(object));
  }
  return result;
}

function currentFrame(rt: Runtime, { frame }: Standing): PyObject | null {
  const visible = frame && visibleFrame(frame);
  return visible ? frameObject(rt, visible) : null;
}

function currentException(rt: Runtime, { handledItem }: Standing): PyObject {
  let handled: PyObject | null = null;
  for (let item: HandledException | null = handledItem; item && !handled; item = item.previous) handled = item.value;
  if (machine(rt).profile.frames.currentExceptions === "instances") return retain(handled ?? rt.none);
  const traceback = handled instanceof PyException && handled.traceback ? handled.traceback : rt.none;
  return rt.takeTuple([retain(handled?.type ?? rt.none), retain(handled ?? rt.none), retain(traceback)]);
}

/** `sys._getframemodulename(depth)`: the module of the function that runs there, or None. */
function moduleName(rt: Runtime, depth: number): PyObject {
  let frame: Frame | null = visibleFrame(machine(rt).frame);
  for (let i = 0; i < depth && frame; i++) frame = visibleFrame(frame.back);
  const name = frame?.globals.peekName("__name__");
  return retain(name ?? rt.none);
}

function callTracing(rt: Runtime, callable: PyObject, args: PyObject): PyObject {
  if (!(args instanceof PyTuple)) return rt.raise("TypeError", `call_tracing() argument 2 must be tuple, not ${args.type.shownName}`);
  return rt.call(callable, args.items);
}

function setOriginDepth(rt: Runtime, depth: PyObject): PyObject {
  const wanted = rt.index(depth);
  if (wanted < 0n) rt.raise("ValueError", "depth must be >= 0");
  machine(rt).thread.originDepth = Number(wanted);
  return retain(rt.none);
}

/** What tells of the interpreter's insides; members that a version lacks are absent in it (profiles/absent-names.ts). */
export const internalFunctions: readonly FunctionSpec[] = [
  nativeFunction("_current_frames()", (rt) => {
    rt.audit("sys._current_frames", () => []);
    return byThread(rt, (standing) => currentFrame(rt, standing));
  }),
  nativeFunction("_current_exceptions()", (rt) => {
    rt.audit("sys._current_exceptions", () => []);
    return byThread(rt, (standing) => currentException(rt, standing));
  }),
  nativeFunction("_getframemodulename(depth=0)", (rt, [depth]) => moduleName(rt, depth ? Number(rt.index(depth)) : 0)),
  nativeFunction("getunicodeinternedsize()", (rt) => rt.int(rt.scalars.interned.size)),
  nativeFunction("call_tracing(func, args, /)", (rt, [callable, args]) => callTracing(rt, callable, args)),
  nativeFunction("get_coroutine_origin_tracking_depth()", (rt) => rt.int(machine(rt).thread.originDepth)),
  nativeFunction("set_coroutine_origin_tracking_depth(depth)", (rt, [depth]) => setOriginDepth(rt, depth)),
  nativeFunction("_clear_type_cache()", (rt) => retain(rt.none)),
  nativeFunction("_clear_internal_caches()", (rt) => retain(rt.none)),
];
