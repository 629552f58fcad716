import { nativeFunction } from "../core/define.ts";
import { type PyObject, releaseIfAny, retain } from "../core/object.ts";
import type { Machine } from "../vm/machine.ts";

/** Modules about threads and tasks that are written in Python alone. */
export const threadNames = ["_queue", "concurrent", "concurrent.futures", "concurrent.futures._base", "concurrent.futures.thread", "contextvars", "queue", "threading"];

/** The context of the running thread (PyThreadState.context). */
const contextFunctions = [
  nativeFunction("_entered()", (rt) => retain((rt as Machine).thread.context ?? rt.none)),
  nativeFunction("_enter(context, /)", (rt, [context]) => {
    const { thread } = rt as Machine;
    const old = thread.context;
    thread.context = retain(context);
    releaseIfAny(old);
    return retain(rt.none);
  }),
];

/** What the machine lends to the Python halves of modules about threads and tasks. */
export const threadLent: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  "concurrent.futures._base": (vm) => ({
    _timeout_is_builtin: vm.bool(vm.profile.threads.futuresTimeOutAsBuiltin),
    _maps_have_buffers: vm.bool(vm.profile.threads.reentrantLocksTell),
  }),
  contextvars: (vm) => Object.fromEntries(contextFunctions.map((declared) => [declared.name, vm.importer.makeFunction(declared, "contextvars")])),
  queue: (vm) => ({ _has_shutdown: vm.bool(vm.profile.threads.queuesShutDown) }),
  threading: (vm) => {
    const rules = vm.profile.threads;
    return {
      _lock_is_class: vm.bool(rules.lockIsClass),
      _traces_all_threads: vm.bool(rules.tracesAllThreads),
      _barriers_need_parties: vm.bool(rules.barriersNeedParties),
      _locks_tell_all: vm.bool(rules.reentrantLocksTell),
      _threads_take_context: vm.bool(rules.takesContext),
      _inherits_context: vm.bool(false),
      _shares_iterators: vm.bool(rules.sharesIterators),
    };
  },
};
