import { type PyObject } from "../core/object.ts";
import type { Machine } from "../vm/machine.ts";
import type { Outcome, ThreadState, WaitReason } from "../vm/thread.ts";

/** Threads that wait for one thing, in the order in which they came. */
export class Waiters {
  private readonly threads: ThreadState[] = [];
  private isWaking = false;

  get length(): number {
    return this.threads.length;
  }

  wait(vm: Machine, reason: WaitReason, until: number | null): Outcome {
    const { thread } = vm;
    this.threads.push(thread);
    thread.leaveQueues = () => this.forget(thread);
    return this.after(vm, thread, () => vm.threads.wait(reason, until));
  }

  /** A wait that ends leaves the queue; one that is suspended stays in it. */
  private after(_vm: Machine, thread: ThreadState, wait: () => Outcome): Outcome {
    const outcome = wait();
    this.forget(thread);
    return outcome;
  }

  forget(thread: ThreadState): void {
    const at = this.threads.indexOf(thread);
    if (at >= 0) this.threads.splice(at, 1);
  }

  /**
   * What they wait for may be there: the first wakes a little later and looks. `take` says whether it got it; if somebody
   * else was quicker it sleeps on (sem_post and sem_wait of Python/thread_pthread.h).
   */
  wakeOne(vm: Machine, take: (thread: ThreadState) => boolean): void {
    if (this.threads.length === 0 || this.isWaking) return;
    this.isWaking = true;
    vm.threads.callAt(vm.threads.now() + vm.threads.wakeDelay, () => {
      this.isWaking = false;
      const first = this.threads.find((thread) => thread.outcome === null);
      if (first && take(first)) {
        this.forget(first);
        vm.threads.wake(first, "woken");
      }
    });
  }

  /** All of them go on: what they waited for is over. */
  wakeAll(vm: Machine): void {
    const woken = this.threads.splice(0);
    for (const thread of woken) vm.threads.callAt(vm.threads.now() + vm.threads.wakeDelay, () => vm.threads.wake(thread, "woken"));
  }
}

/** `object` as a reason. */
export function reasonOf(kind: WaitReason["kind"], object: PyObject | null): WaitReason {
  return { kind, object };
}
