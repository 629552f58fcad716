import type { Visit } from "../core/object.ts";
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
  vm.threads.onSwitch?.(thread);
  vm.thread = thread;
  vm.frame = thread.frame;
  vm.depth = thread.depth;
  vm.handledItem = thread.handledItem;
  vm.tracer.load(thread);
}

/** What a thread refers to. What the running one has put into the machine's own fields is visited there; `isAside` says that this is another. */
export function visitThread(thread: ThreadState, isAside: boolean, visit: Visit): void {
  for (const object of [thread.context, thread.generatorHooks.firstIteration, thread.generatorHooks.finalizer]) if (object) visit(object);
  if (thread.handle) visit(thread.handle);
  if (thread.suspended) for (const object of thread.suspended.held) visit(object);
  if (!isAside) return;
  for (let frame = thread.frame; frame; frame = frame.back) if (frame.owner === "thread") frame.visit(visit);
  let { handledItem } = thread;
  while (handledItem.previous) handledItem = handledItem.previous;
  if (handledItem.value) visit(handledItem.value);
  if (thread.traceFunction) visit(thread.traceFunction);
  if (thread.profileFunction) visit(thread.profileFunction);
}
