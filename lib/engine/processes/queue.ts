import type { Machine } from "../vm/machine.ts";
import type { ThreadState, WaitReason } from "../vm/thread.ts";

/** From the call that wakes a thread of any process until it runs by itself: what Linux takes about. */
const WAKE_NANOSECONDS = 50_000;

/** Threads of any process that wait for one thing of the machine room, in the order in which they came. */
export class WaitingLine {
  private readonly line: { readonly vm: Machine; readonly thread: ThreadState }[] = [];

  add(vm: Machine): void {
    this.line.push({ vm, thread: vm.thread });
  }

  forget(thread: ThreadState): void {
    const at = this.line.findIndex((other) => other.thread === thread);
    if (at >= 0) this.line.splice(at, 1);
  }

  /** Something has changed that `vm` has done: all look again whether they get what they wait for, the first one first. */
  wake(vm: Machine): void {
    for (const { vm: other, thread } of this.line.splice(0)) {
      other.threads.callAt(vm.threads.now() + WAKE_NANOSECONDS, () => other.threads.wake(thread, "woken"));
      if (other !== vm) vm.updateNextCheck();
    }
  }
}

/**
 * What `attempt` gives as soon as that is not null; null when the time is up. Meanwhile the running thread stands in all of the
 * lines. The call may be suspended and made again: `attempt` must have no effect while it gives null.
 */
export function waitUntil<T>(vm: Machine, lines: readonly WaitingLine[], reason: WaitReason, deadline: number | null | "now", attempt: () => T | null): T | null {
  const { thread } = vm;
  let outcome = vm.threads.takeOutcome();
  for (;;) {
    for (const line of lines) line.forget(thread);
    const got = attempt();
    if (got !== null) return got;
    if (outcome === "timeout" || deadline === "now" || (deadline !== null && deadline <= vm.threads.now())) return null;
    for (const line of lines) line.add(vm);
    thread.leaveQueues = () => lines.forEach((line) => line.forget(thread));
    outcome = vm.threads.wait(reason, deadline);
  }
}
