import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { LaneState } from "../types.ts";
import type { PySet } from "../types/set.ts";
import type { Machine } from "../vm/machine.ts";
import { seatOf } from "../processes/seat.ts";
import { FIRST_PID } from "../vm/process.ts";
import { callFunctions } from "./flat-call-steps.ts";
import { stepFunctions } from "./iterator-steps.ts";
import { itertoolFunctions } from "./itertool-steps.ts";
import { sealFor } from "./seal.ts";
import { signalFunctions } from "./signals.ts";

/** Modules about threads and tasks that are written in Python alone. */
export const threadNames = [
  "asyncio", "asyncio.base_events", "asyncio.coroutines", "asyncio.events", "asyncio.exceptions", "asyncio.futures", "asyncio.graph", "asyncio.locks",
  "asyncio.protocols", "asyncio.queues", "asyncio.runners", "asyncio.streams", "asyncio.subprocess", "asyncio.taskgroups", "asyncio.tasks", "asyncio.threads", "asyncio.timeouts", "asyncio.transports",
  "multiprocessing", "multiprocessing.connection", "multiprocessing.managers", "multiprocessing.shared_memory", "multiprocessing.context", "multiprocessing.dummy", "multiprocessing.pool", "multiprocessing.popen_fork", "multiprocessing.popen_spawn_posix",
  "multiprocessing.process", "multiprocessing.queues", "multiprocessing.reduction", "multiprocessing.sharedctypes", "multiprocessing.spawn", "multiprocessing.synchronize",
  "multiprocessing.util", "_queue", "_steps", "_flat_calls", "_flat_iterators", "concurrent", "concurrent.futures", "concurrent.futures._base", "concurrent.futures.process", "concurrent.futures.thread", "contextvars", "queue", "sched", "signal", "socket", "subprocess", "_pipe_files", "select", "selectors", "socketserver", "threading",
];

/** The context of the running thread (PyThreadState.context). */
const contextFunctions = [
  nativeFunction("_entered()", (rt) => retain((rt as Machine).thread.context ?? rt.none)),
  nativeFunction("_enter(context, /)", (rt, [context]) => {
    const { thread } = rt as Machine;
    const old = thread.context ?? retain(rt.none);
    thread.context = context === rt.none ? null : retain(context);
    return old;
  }),
];

/** Tells the recording of a run what a task does from now on: a state, and what it waits for; None at its end. */
const noteTask = nativeFunction("_note_task(task, name, state, waits_for, /)", (rt, [task, name, kind, waitsFor]) => {
  const { run, threads, process } = rt as Machine;
  const state = kind === rt.none ? null : { kind: rt.strText(kind) as LaneState["kind"], waitsFor: waitsFor === rt.none ? null : rt.strText(waitsFor) };
  const shown = rt.strText(name);
  run.lanes?.note(task, "task", process?.pid ?? FIRST_PID, () => shown, state, threads.now());
  return retain(rt.none);
});

/**
 * The members of a set in the order of their places in memory, which no seed decides: for a half that treats all of them
 * alike, so that no program can see the order.
 */
const membersFunction = nativeFunction("_members(set, /)", (rt, [set]) => {
  const members = (set as PySet).table.entries().map((entry) => entry.key);
  return rt.takeList(members.sort((a, b) => a.place - b.place).map(retain));
});

/** Interpreters besides the first of a process wait for all their threads. */
const daemonsFunction = nativeFunction("_daemon_threads_allowed()", (rt) => rt.bool((rt as Machine).process === null || seatOf(rt as Machine).interpreter === 0));

/** Rules of the version under the names that the halves of `asyncio` know them by. */
function asyncRules(vm: Machine): Record<string, PyObject> {
  const rules = vm.profile.asyncModules;
  return {
    ...sealFor("asyncio")(vm),
    _timeout_is_builtin: vm.bool(vm.profile.threads.futuresTimeOutAsBuiltin),
    _has_groups: vm.bool(rules.hasGroups),
    _has_eager: vm.bool(rules.hasEager),
    _waits_in_block: vm.bool(rules.waitsInBlock),
    _stop_is_chained: vm.bool(rules.stopIsChained),
    _queues_shut_down: vm.bool(vm.profile.threads.queuesShutDown),
    _completes_asynchronously: vm.bool(rules.completesAsynchronously),
    _uncancel_forgets: vm.bool(rules.uncancelForgets),
    _conditions_pass_on: vm.bool(rules.conditionsPassOn),
    _timeouts_mark_contexts: vm.bool(rules.timeoutsMarkContexts),
    _groups_forget: vm.bool(rules.groupsForget),
    _has_loop_alias: vm.bool(rules.hasLoopAlias),
    _names_when_made: vm.bool(rules.namesWhenMade),
    _hides_arguments: vm.bool(rules.hidesArguments),
    _has_graph: vm.bool(rules.hasGraph),
    _runs_awaitables: vm.bool(rules.runsAwaitables),
    _shield_reports: vm.bool(rules.shieldReports),
    _groups_cancel: vm.bool(rules.groupsCancel),
    _loops_on_demand: vm.str(rules.loopsOnDemand),
  };
}

/** What the machine lends to the Python halves of modules about threads and tasks. */
export const threadLent: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  ...Object.fromEntries(threadNames.filter((name) => name.startsWith("asyncio")).map((name) => [name, asyncRules])),
  "asyncio.tasks": (vm) => ({ ...asyncRules(vm), _notes_tasks: vm.bool(vm.run.lanes !== null), _note_task: vm.importer.makeFunction(noteTask, "asyncio.tasks") }),
  "concurrent.futures": (vm) => ({ _has_interpreters: vm.bool(vm.profile.dataModules.hasInterpreters), _names_state_error: vm.bool(vm.profile.asyncModules.hasEager) }),
  "concurrent.futures._base": (vm) => ({
    _timeout_is_builtin: vm.bool(vm.profile.threads.futuresTimeOutAsBuiltin),
    _maps_have_buffers: vm.bool(vm.profile.threads.reentrantLocksTell),
  }),
  "concurrent.futures.thread": (vm) => ({ _members: vm.importer.makeFunction(membersFunction, "concurrent.futures.thread") }),
  "concurrent.futures.process": (vm) => ({
    _workers_end: vm.bool(vm.profile.processes.workersEnd),
    _workers_start_together: vm.bool(vm.profile.processes.forkWarnsOfThreads),
    _workers_are_killed: vm.bool(vm.profile.processes.workersAreKilled),
  }),
  "multiprocessing.context": (vm) => ({ _start_method: vm.str(vm.profile.processes.startMethod) }),
  "multiprocessing.synchronize": (vm) => ({ _primitives_tell_state: vm.bool(vm.profile.threads.primitivesTellState) }),
  "multiprocessing.managers": (vm) => ({ _locks_tell_all: vm.bool(vm.profile.threads.reentrantLocksTell) }),
  "multiprocessing.shared_memory": (vm) => ({ _memory_can_be_untracked: vm.bool(vm.profile.threads.lockIsClass) }),
  "multiprocessing.process": (vm) => ({ _members: vm.importer.makeFunction(membersFunction, "multiprocessing.process"), _processes_interrupt: vm.bool(vm.profile.processes.processesInterrupt) }),
  signal: (vm) => Object.fromEntries(signalFunctions.map((declared) => [declared.name, vm.importer.makeFunction(declared, "signal")])),
  _steps: (vm) => Object.fromEntries(stepFunctions.map((declared) => [declared.name, vm.importer.makeFunction(declared, "_steps")])),
  _flat_calls: (vm) => ({
    ...Object.fromEntries(callFunctions.map((declared) => [declared.name, vm.importer.makeFunction(declared, "_flat_calls")])),
    _notes_set_name: vm.bool(vm.profile.classes.setNameErrors === "noted"),
  }),
  _flat_iterators: (vm) => Object.fromEntries(itertoolFunctions.map((declared) => [declared.name, vm.importer.makeFunction(declared, "_flat_iterators")])),
  _queue: sealFor("_queue"),
  contextvars: (vm) => ({ ...sealFor("contextvars")(vm), ...Object.fromEntries(contextFunctions.map((declared) => [declared.name, vm.importer.makeFunction(declared, "contextvars")])) }),
  queue: (vm) => ({ _has_shutdown: vm.bool(vm.profile.threads.queuesShutDown) }),
  threading: (vm) => {
    const rules = vm.profile.threads;
    return {
      _daemon_threads_allowed: vm.importer.makeFunction(daemonsFunction, "threading"),
      _lock_is_class: vm.bool(rules.lockIsClass),
      _rlock_arguments: vm.str(rules.rlockArguments),
      _traces_all_threads: vm.bool(rules.tracesAllThreads),
      _barrier_refusal: rules.barrierRefusal === null ? retain(vm.none) : vm.str(rules.barrierRefusal),
      _primitives_tell_state: vm.bool(rules.primitivesTellState),
      _locks_tell_all: vm.bool(rules.reentrantLocksTell),
      _threads_take_context: vm.bool(rules.takesContext),
      _inherits_context: vm.bool(vm.run.isFree && rules.takesContext),
      _shares_iterators: vm.bool(rules.sharesIterators),
    };
  },
};
