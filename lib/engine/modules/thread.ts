import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { handleSpec, PyThreadHandle } from "../threads/handle.ts";
import { localSpec } from "../threads/local.ts";
import { lockSpec, rlockSpec } from "../threads/locks.ts";
import { TIMEOUT_MAX } from "../threads/timeout.ts";
import { PyFunction } from "../types/function.ts";
import { PyTuple } from "../types/tuple.ts";
import { frameObject, visibleFrame } from "../types/frame-object.ts";
import type { PyDict } from "../types/dict.ts";
import { frameFor } from "../vm/calls.ts";
import { formatException } from "../vm/traceback-text.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { sealFor } from "./seal.ts";
import { shownPlace, tellUnraisable } from "../vm/unraisable.ts";
import { pythonHalf } from "../python/halves.ts";

const machine = (rt: Runtime) => rt as Machine;

/** Runs `function(*args)`, a Python function, in a new thread; the handle is told of its end. */
function startThread(rt: Runtime, [callable, args, handle]: PyObject[]): PyObject {
  const vm = machine(rt);
  const frame = frameFor(vm, callable as PyFunction, (args as PyTuple).items, null);
  const known = handle as PyThreadHandle;
  known.thread = vm.threads.start(frame, known, () => known.end(vm));
  return rt.int(known.thread.ident);
}

/** Frames that run, by thread (sys._current_frames). */
export function currentFrames(rt: Runtime): PyObject {
  const vm = machine(rt);
  const frames = rt.dict() as PyDict;
  for (const thread of vm.threads.all()) {
    const frame = visibleFrame(thread === vm.thread ? vm.frame : thread.frame);
    if (!frame) continue;
    const key = rt.temp(rt.int(thread.ident));
    frames.set(rt, key, rt.temp(frameObject(rt, frame)));
  }
  return frames;
}

let stackSize = 0;

const functions = [
  nativeFunction("_start(function, args, handle, /)", startThread),
  nativeFunction("get_ident()", (rt) => rt.int(machine(rt).thread.ident)),
  nativeFunction("get_native_id()", (rt) => rt.int(machine(rt).thread.nativeId)),
  nativeFunction("_name_thread(name, /)", (rt, [name]) => {
    machine(rt).thread.name = rt.strText(name);
    return retain(rt.none);
  }),
  nativeFunction("allocate_lock()", (rt) => lockSpec.allocate!(rt.typeOf(lockSpec))),
  nativeFunction("_count()", (rt) => rt.int([...machine(rt).threads.all()].length - 1)),
  nativeFunction("stack_size(size=0, /)", (rt, [size]) => {
    const old = stackSize;
    if (size !== undefined) stackSize = Number(rt.index(size));
    if (stackSize !== 0 && stackSize < 32_768) {
      const refused = stackSize;
      stackSize = old;
      rt.raise("ValueError", refused < 0 ? "size must be 0 or a positive value" : `size not valid: ${refused} bytes`);
    }
    return rt.int(old);
  }),
  nativeFunction("_report(exception, where, /)", (rt, [exception, where]) => {
    const isNamed = rt.profile.tracebacks.threadErrorNamesFunction;
    const message = `Exception ignored in thread started by${isNamed ? ` ${shownPlace(machine(rt), where)}` : ""}`;
    tellUnraisable(machine(rt), retain(exception), message, isNamed ? rt.none : where);
    return retain(rt.none);
  }),
  nativeFunction("_write_exception(before, exception, /)", (rt, [before, exception]) => {
    rt.writeError(rt.strText(before) + formatException(machine(rt), exception));
    return retain(rt.none);
  }),
  nativeFunction("_finalize_threads()", (rt) => {
    machine(rt).threads.finalize();
    return retain(rt.none);
  }),
];

const names = (vm: Machine) => ({
  ...sealFor("_thread")(vm),
  lock: retain(vm.typeOf(lockSpec)),
  LockType: retain(vm.typeOf(lockSpec)),
  RLock: retain(vm.typeOf(rlockSpec)),
  _local: retain(vm.typeOf(localSpec)),
  _ThreadHandle: retain(vm.typeOf(handleSpec)),
  error: retain(vm.types.RuntimeError),
  TIMEOUT_MAX: vm.float(TIMEOUT_MAX),
});

export const threadModule: ModuleSpec = { name: "_thread", functions, names, source: () => pythonHalf("_thread") };
