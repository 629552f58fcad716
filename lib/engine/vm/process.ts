import type { Raise } from "../core/raise.ts";
import type { WaitView } from "../types.ts";
import type { Machine } from "./machine.ts";

/** The number of a run's first process; its parent, the shell, has the one before. */
export const FIRST_PID = 4242;

/** What belongs to the machine room and not to a process: a fork does not copy it. */
export abstract class RoomObject {
  /** Keeps other classes from being taken for this one. */
  readonly isOfRoom = true;
}

/** The place of one process among several: what its scheduler asks while it runs (lib/engine/processes). */
export interface ProcessSeat {
  readonly pid: number;
  /** How many times longer its work takes because more processes compute than there are cores; 1 where there are enough. */
  crowding(): number;
  /** Edges of the wait graph between its threads and those of the others. */
  waits(): WaitView[];
  /** Until then it may run without looking at the others, in virtual nanoseconds. */
  horizon(): number;
  /**
   * Between two instructions: forks if that was asked for, dies if it was killed, lets the others catch up. `isFlat`: the thread
   * stands in its lowest loop; `canLeave`: that loop can be left and entered again.
   */
  look(isFlat: boolean, canLeave: boolean): void;
  /** It has nothing to do until that time, null for ever: lets others go on. True when it shall look again whether it can. */
  idle(until: number | null, canLeave: boolean): boolean;
  /** The first process has ended: the others go on until nobody can. */
  drain(): void;
}

/** What the processes of a run have in common with its first interpreter. */
export interface ProcessHost {
  /** Another machine as the first one was at its start. */
  spawn(): Machine;
  /** The main thread has come to its end, or to an exception: shows that, ends the interpreter, and gives the exit code. */
  finish(machine: Machine, raised: Raise | null): number;
  /** A process is over; its memory is as it left it. */
  ended(machine: Machine): void;
}

/** Thrown out of a process's lowest loop, which is entered again when it is its turn. */
export class LeaveProcess {}

/** Thrown to end a process at once (os._exit, a signal): nothing is cleaned up. */
export class ProcessExit {
  /** Its exit code; of a signal, the number below zero. */
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}
