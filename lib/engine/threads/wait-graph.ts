import type { PyObject } from "../core/object.ts";
import type { WaitView } from "../types.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";
import { PyLock } from "./locks.ts";

function shown(object: PyObject | null): string {
  return object ? `${object.type.name} at 0x${object.address.toString(16)}` : "nothing that can come";
}

/** Who waits for what, and who holds it: the graph whose circle is the deadlock. */
export function describeDeadlock(vm: Machine, threads: readonly ThreadState[]): WaitView[] {
  return vm.process ? vm.process.waits() : waitsOf(threads, null);
}

/** The same of the threads of one process. */
export function waitsOf(threads: readonly ThreadState[], process: number | null): WaitView[] {
  const waits: WaitView[] = [];
  for (const thread of threads) {
    const { waitsFor } = thread;
    if (thread.state !== "blocked" || !waitsFor) continue;
    const holder = waitsFor.object instanceof PyLock ? waitsFor.object.owner : null;
    let line: number | null = null;
    let frame = thread.frame;
    while (frame?.hidden) frame = frame.back;
    if (frame) line = frame.line;
    waits.push({ thread: thread.shownName, process, kind: waitsFor.kind, waitsFor: shown(waitsFor.object), heldBy: holder ? (threads.includes(holder) ? holder.shownName : "a thread that has ended") : null, line });
  }
  return waits;
}
