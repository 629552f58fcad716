import { Lazy } from "../lazy/lazy.ts";
import type { Machine } from "../vm/machine.ts";
import type { runHandlers } from "./signal-handlers.ts";

/** Whether the running thread is to meet a signal. */
export function isSignalled(vm: Machine): boolean {
  return vm.threads.signals.pending.length > 0 && vm.thread.number === 0;
}

/** How they are met; who has no library gets none. */
export const signalHandlers = new Lazy<typeof runHandlers>("library");
