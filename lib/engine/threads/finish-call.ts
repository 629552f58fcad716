import { release } from "../core/object.ts";
import type { Machine } from "../vm/machine.ts";
import { Suspension, type ThreadState } from "../vm/thread.ts";
import { signalHandlers } from "./signals.ts";

/** Makes the call again that the thread was suspended in; it may have to wait once more. */
export function finishCall(vm: Machine, thread: ThreadState): void {
  const { suspended } = thread;
  if (!suspended?.retry || !suspended.finish) return;
  const mark = vm.temporaries.length;
  try {
    if (thread.outcome === "signal") {
      // The call is made again as if it had not been made, for the rest of its time (PEP 475).
      const { deadline } = thread;
      thread.outcome = null;
      thread.leaveQueues?.();
      signalHandlers.get()(vm);
      thread.waitsUntil = deadline;
    }
    const value = suspended.retry();
    thread.suspended = null;
    suspended.finish(value);
    for (const object of suspended.held) release(object);
  } catch (error) {
    if (error instanceof Suspension) {
      error.retry = suspended.retry;
      error.finish = suspended.finish;
      error.held = suspended.held;
    } else {
      thread.suspended = null;
      for (const object of suspended.held) release(object);
    }
    throw error;
  } finally {
    vm.releaseTemporaries(mark);
  }
}
