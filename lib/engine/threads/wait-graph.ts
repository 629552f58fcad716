import type { PyObject } from "../core/object.ts";
import type { WaitView } from "../types.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";
import { PyLock } from "./locks.ts";

/** The name that `threading` knows a thread by, without running guest code. */
function nameOf(thread: ThreadState, number: number): string {
  return thread.name ?? (number === 0 ? "MainThread" : `thread ${number}`);
}

function shown(object: PyObject | null): string {
  return object ? `${object.type.name} at 0x${object.id.toString(16)}` : "nothing that can come";
}

/** Who waits for what, and who holds it: the graph whose circle is the deadlock. */
export function describeDeadlock(_vm: Machine, threads: readonly ThreadState[]): WaitView[] {
  const names = new Map(threads.map((thread, number) => [thread, nameOf(thread, number)]));
  const waits: WaitView[] = [];
  for (const thread of threads) {
    const { waitsFor } = thread;
    if (thread.state !== "blocked" || !waitsFor) continue;
    const holder = waitsFor.object instanceof PyLock ? waitsFor.object.owner : null;
    let line: number | null = null;
    let frame = thread.frame;
    while (frame?.hidden) frame = frame.back;
    if (frame) line = frame.line;
    waits.push({ thread: names.get(thread) as string, kind: waitsFor.kind, waitsFor: shown(waitsFor.object), heldBy: holder ? (names.get(holder) ?? "a thread that has ended") : null, line });
  }
  return waits;
}
