import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";

/** Puts what belongs to the running thread aside (_PyThreadState_Detach). */
export function save(vm: Machine, thread: ThreadState): void {
  thread.frame = vm.frame;
  thread.depth = vm.depth;
  thread.handledItem = vm.handledItem;
  vm.tracer.save(thread);
}

/** Makes a thread the running one (_PyThreadState_Attach). */
export function load(vm: Machine, thread: ThreadState): void {
  vm.thread = thread;
  vm.frame = thread.frame;
  vm.depth = thread.depth;
  vm.handledItem = thread.handledItem;
  vm.tracer.load(thread);
}
