import { defineType, method, staticMethod } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { deadlineOf } from "../threads/timeout.ts";
import type { Machine } from "../vm/machine.ts";
import { RoomObject } from "../vm/process.ts";
import type { ThreadState } from "../vm/thread.ts";
import { waitUntil, WaitingLine } from "./queue.ts";
import { seatOf } from "./seat.ts";

const RECURSIVE_MUTEX = 0;
const SEMAPHORE = 1;
/** The highest value (SEM_VALUE_MAX of Linux). */
export const SEM_VALUE_MAX = 2_147_483_647;

/** A semaphore that several processes know (sem_open of POSIX). */
class Semaphore extends RoomObject {
  value: number;
  readonly line = new WaitingLine();

  constructor(value: number) {
    super();
    this.value = value;
  }
}

/** A process's handle of a semaphore; who has it is known in each process by itself (Modules/_multiprocessing/semaphore.c). */
class PySemLock extends PyObject {
  kind = SEMAPHORE;
  most = 1;
  semaphore = new Semaphore(0);
  /** How often this process has it, and the thread that took it last. */
  count = 0;
  owner: ThreadState | null = null;
  name = "";
}

const known = (object: PyObject) => object as PySemLock;
const isMine = (vm: Machine, lock: PySemLock) => lock.count > 0 && lock.owner === vm.thread;

function acquire(rt: Runtime, lock: PySemLock, block: PyObject | undefined, timeout: PyObject | undefined): PyObject {
  const vm = rt as Machine;
  seatOf(vm);
  if (lock.kind === RECURSIVE_MUTEX && isMine(vm, lock) && vm.thread.suspended === null) {
    lock.count++;
    return rt.bool(true);
  }
  const blocks = block === undefined || rt.truth(block);
  const deadline = !blocks ? "now" : timeout === undefined || timeout === rt.none ? null : deadlineOf(rt, undefined, timeout);
  const { semaphore } = lock;
  const got = waitUntil(vm, [semaphore.line], { kind: "lock", object: lock }, deadline, () => {
    if (semaphore.value === 0) return null;
    semaphore.value--;
    return true;
  });
  if (!got) return rt.bool(false);
  lock.count++;
  lock.owner = vm.thread;
  return rt.bool(true);
}

function release(rt: Runtime, lock: PySemLock): PyObject {
  const vm = rt as Machine;
  if (lock.kind === RECURSIVE_MUTEX) {
    if (!isMine(vm, lock)) rt.raise("AssertionError", "attempt to release recursive lock not owned by thread");
    if (lock.count > 1) {
      lock.count--;
      return retain(rt.none);
    }
  } else if (lock.semaphore.value >= lock.most) rt.raise("ValueError", "semaphore or lock released too many times");
  lock.count--;
  lock.semaphore.value++;
  lock.semaphore.line.wake(vm);
  return retain(rt.none);
}

function make(type: PyType, kind: number, most: number, semaphore: Semaphore, name: string): PySemLock {
  const made = new PySemLock(type);
  made.kind = kind;
  made.most = most;
  made.semaphore = semaphore;
  made.name = name;
  return made;
}

export const semLockSpec = defineType({
  name: "SemLock",
  module: "_multiprocessing",
  basicSize: 48,
  slots: {
    new: (rt, type, [kind, value, most, name]) => {
      const start = Number(rt.index(value));
      if (start < 0) rt.raiseWith("OSError", [rt.int(22), rt.str("Invalid argument")]);
      return make(type as PyType, Number(rt.index(kind)), Number(rt.index(most)), new Semaphore(start), name === undefined ? `/mp-${seatOf(rt as Machine).room.keep(new Semaphore(0))}` : rt.strText(name));
    },
  },
  getset: [
    { name: "handle", get: (rt, self) => rt.int(seatOf(rt as Machine).room.keep(known(self).semaphore)) },
    { name: "kind", get: (rt, self) => rt.int(known(self).kind) },
    { name: "maxvalue", get: (rt, self) => rt.int(known(self).most) },
    { name: "name", get: (rt, self) => rt.str(known(self).name) },
  ],
  methods: [
    method("acquire(self, block=True, timeout=None)", (rt, [self, block, timeout]) => acquire(rt, known(self), block, timeout)),
    method("release(self, /)", (rt, [self]) => release(rt, known(self))),
    method("__enter__(self, /)", (rt, [self]) => acquire(rt, known(self), undefined, undefined)),
    method("__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)", (rt, [self]) => release(rt, known(self))),
    method("_count(self, /)", (rt, [self]) => rt.int(known(self).count)),
    method("_is_mine(self, /)", (rt, [self]) => rt.bool(isMine(rt as Machine, known(self)))),
    method("_get_value(self, /)", (rt, [self]) => rt.int(known(self).semaphore.value)),
    method("_is_zero(self, /)", (rt, [self]) => rt.bool(known(self).semaphore.value === 0)),
    method("_after_fork(self, /)", (rt, [self]) => {
      known(self).count = 0;
      return retain(rt.none);
    }),
    staticMethod("_rebuild(handle, kind, maxvalue, name, /)", (rt, [handle, kind, most, name]) => {
      const semaphore = seatOf(rt as Machine).room.kept(Number(rt.index(handle)));
      if (!(semaphore instanceof Semaphore)) return rt.raise("ValueError", "no such semaphore");
      return make(rt.typeOf(semLockSpec), Number(rt.index(kind)), Number(rt.index(most)), semaphore, rt.strText(name));
    }),
  ],
});
