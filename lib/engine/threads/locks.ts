import { defineType, method, type Native } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";
import { deadlineOf } from "./timeout.ts";
import { Waiters } from "./waiters.ts";

const machine = (rt: Runtime) => rt as Machine;

/** A lock (Modules/_threadmodule.c): anybody may release it. `owner` is who took it last, for the report of a deadlock. */
export class PyLock extends PyObject {
  owner: ThreadState | null = null;
  locked = false;
  /** Of a reentrant lock: how often its owner has it. */
  count = 0;
  readonly waiters = new Waiters();

  take(thread: ThreadState): boolean {
    if (this.locked) return false;
    this.locked = true;
    this.owner = thread;
    this.count = 1;
    return true;
  }

  open(vm: Machine): void {
    this.locked = false;
    this.owner = null;
    this.count = 0;
    this.waiters.wakeOne(vm, (thread) => this.take(thread));
  }
}

/** Waits until the lock is the running thread's; false when the time is up. */
export function acquire(rt: Runtime, lock: PyLock, until: number | null | "now"): boolean {
  const vm = machine(rt);
  const { thread } = vm;
  const outcome = vm.threads.takeOutcome();
  if (outcome !== null) {
    lock.waiters.forget(thread);
    return outcome === "woken";
  }
  if (lock.take(thread)) return true;
  if (until === "now" || (until !== null && until <= vm.threads.now())) return false;
  return lock.waiters.wait(vm, { kind: "lock", object: lock }, until) === "woken";
}

const acquireBody: Native = (rt, [self, blocking, timeout]) => {
  const lock = self as PyLock;
  return rt.bool(acquire(rt, lock, deadlineOf(rt, blocking, timeout)));
};
const releaseBody: Native = (rt, [self]) => {
  const lock = self as PyLock;
  if (!lock.locked) rt.raise("RuntimeError", "release unlocked lock");
  lock.open(machine(rt));
  return retain(rt.none);
};
const lockedBody: Native = (rt, [self]) => rt.bool((self as PyLock).locked);
const stateOf = (lock: PyLock) => (lock.locked ? "locked" : "unlocked");

/** A child of a fork has no other threads: what they held is open again. */
const reinit: Native = (rt, [self]) => {
  (self as PyLock).open(machine(rt));
  return retain(rt.none);
};

export const lockSpec = defineType({
  name: "lock",
  module: "_thread",
  basicSize: 40,
  hasWeakrefs: true,
  baseType: false,
  allocate: (type: PyType) => new PyLock(type),
  slots: {
    new: (rt, type) => {
      if (!rt.profile.threads.lockIsClass) rt.raise("TypeError", "cannot create '_thread.lock' instances");
      return new PyLock(type as PyType);
    },
    repr: (rt, self) => rt.str(`<${stateOf(self as PyLock)} _thread.lock object at 0x${self.id.toString(16)}>`),
  },
  methods: [
    method("acquire(self, blocking=True, timeout=-1)", acquireBody),
    method("acquire_lock(self, blocking=True, timeout=-1)", acquireBody),
    method("release(self, /)", releaseBody),
    method("release_lock(self, /)", releaseBody),
    method("locked(self, /)", lockedBody),
    method("locked_lock(self, /)", lockedBody),
    method("__enter__(self, /)", (rt, [self]) => rt.bool(acquire(rt, self as PyLock, null))),
    method("__exit__(self, /, *exc_info)", releaseBody),
    method("_at_fork_reinit(self, /)", reinit),
  ],
});

/** The same thread may take it again. */
function acquireAgain(rt: Runtime, lock: PyLock, until: number | null | "now"): boolean {
  if (lock.locked && lock.owner === machine(rt).thread && machine(rt).thread.suspended === null) {
    lock.count++;
    return true;
  }
  return acquire(rt, lock, until);
}

function checkOwned(rt: Runtime, lock: PyLock): void {
  if (!lock.locked || lock.owner !== machine(rt).thread) rt.raise("RuntimeError", "cannot release un-acquired lock");
}

const releaseOnce: Native = (rt, [self]) => {
  const lock = self as PyLock;
  checkOwned(rt, lock);
  if (--lock.count === 0) lock.open(machine(rt));
  return retain(rt.none);
};

const isOwned = (rt: Runtime, lock: PyLock) => lock.locked && lock.owner === machine(rt).thread;

export const rlockSpec = defineType({
  name: "RLock",
  module: "_thread",
  basicSize: 48,
  hasWeakrefs: true,
  allocate: (type: PyType) => new PyLock(type),
  slots: {
    new: (_rt, type) => new PyLock(type as PyType),
    repr: (rt, self) => {
      const lock = self as PyLock;
      return rt.str(`<${stateOf(lock)} _thread.RLock object owner=${lock.owner?.ident ?? 0} count=${lock.count} at 0x${self.id.toString(16)}>`);
    },
  },
  methods: [
    method("acquire(self, blocking=True, timeout=-1)", (rt, [self, blocking, timeout]) => rt.bool(acquireAgain(rt, self as PyLock, deadlineOf(rt, blocking, timeout)))),
    method("release(self, /)", releaseOnce),
    method("__enter__(self, /)", (rt, [self]) => rt.bool(acquireAgain(rt, self as PyLock, null))),
    method("__exit__(self, /, *exc_info)", releaseOnce),
    method("locked(self, /)", lockedBody, (rt) => rt.profile.threads.reentrantLocksTell),
    method("_is_owned(self, /)", (rt, [self]) => rt.bool(isOwned(rt, self as PyLock))),
    method("_recursion_count(self, /)", (rt, [self]) => rt.int(isOwned(rt, self as PyLock) ? (self as PyLock).count : 0)),
    method("_release_save(self, /)", (rt, [self]) => {
      const lock = self as PyLock;
      checkOwned(rt, lock);
      const state = rt.takeTuple([rt.int(lock.count), rt.int(machine(rt).thread.ident)]);
      lock.open(machine(rt));
      return state;
    }),
    method("_acquire_restore(self, state, /)", (rt, [self, state]) => {
      const lock = self as PyLock;
      acquire(rt, lock, null);
      const count = rt.temp(rt.callSpecial(state, "__getitem__", [rt.temp(rt.int(0))]) as PyObject);
      lock.count = Number(rt.index(count));
      return retain(rt.none);
    }),
    method("_at_fork_reinit(self, /)", reinit),
  ],
});
