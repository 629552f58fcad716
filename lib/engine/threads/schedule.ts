import { Lazy } from "../lazy/lazy.ts";
import type { Decision, ScheduleOption } from "../types.ts";
import type { Machine } from "../vm/machine.ts";

/** When the holder of the GIL must let go, and who is next: all that chance or a plan can decide about a run. */
export interface Schedule {
  /** How long the holder may go on when another thread waits, in virtual nanoseconds. */
  slice(): number;
  /** At a drop point at which it was asked to let go: which thread goes on, 0 for the holder, then those that wait, in order. */
  atDropPoint(waiting: number): number;
  /** The holder waits or has ended: which of those that are ready goes on. */
  next(ready: number): number;
  /** A list decides: only at the program's own instructions, not at those of the library, and whoever is woken is ready at once. */
  readonly isForced: boolean;
  /** What was decided where there was a choice; null where none is kept. */
  readonly decisions: readonly Decision[] | null;
}

/** As CPython does it: the holder is asked after the switch interval, and the first that waits is next. */
class ByInterval implements Schedule {
  readonly isForced = false;
  readonly decisions = null;
  private readonly vm: Machine;

  constructor(vm: Machine) {
    this.vm = vm;
  }

  slice(): number {
    return this.vm.switchInterval * 1e9;
  }

  atDropPoint(): number {
    return 1;
  }

  next(): number {
    return 0;
  }
}

/** Schedules that somebody has asked for. */
export const chosenSchedules = new Lazy<(vm: Machine, option: ScheduleOption) => Schedule>("library");

export function scheduleOf(vm: Machine): Schedule {
  const { schedule } = vm.run;
  return schedule === null ? new ByInterval(vm) : chosenSchedules.get()(vm, schedule);
}
