import type { PyObject } from "../core/object.ts";
import { PyGenerator } from "../types/generator.ts";
import { PyStr } from "../types/str-object.ts";
import type { WaitView } from "../types.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";
import { peekField, scheduledTasks } from "./asyncio-state.ts";
import { PyLock } from "./locks.ts";

function shown(object: PyObject | null): string {
  return object ? `${object.type.name} at 0x${object.address.toString(16)}` : "nothing that can come";
}

/** Who waits for what, and who holds it: the graph whose circle is the deadlock. Tasks that nothing can wake come after the threads. */
export function describeDeadlock(vm: Machine, threads: readonly ThreadState[]): WaitView[] {
  return vm.process ? vm.process.waits() : [...waitsOf(threads, null), ...awaitsOf(vm)];
}

/** What the tasks of `asyncio` await. */
function awaitsOf(vm: Machine): WaitView[] {
  return scheduledTasks(vm).flatMap((task) => {
    const [name, awaited, coroutine] = [peekField(task, "_name"), peekField(task, "_fut_waiter"), peekField(task, "_coro")];
    if (awaited === null || awaited === vm.none) return [];
    return { thread: name instanceof PyStr ? name.value : "a task", process: null, kind: "await", waitsFor: shown(awaited), heldBy: null, line: coroutine instanceof PyGenerator ? (coroutine.frame?.line ?? null) : null };
  });
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
