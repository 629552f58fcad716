import type { PyObject } from "../core/object.ts";
import type { WaitView } from "../types.ts";
import type { Machine } from "../vm/machine.ts";
import { flatIteration } from "../vm/lent-iteration.ts";
import { FIRST_PID, LeaveProcess, ProcessExit, type ProcessSeat, RoomObject } from "../vm/process.ts";
import { Interpreters } from "./interpreters.ts";
import { InterpreterEnds, type Life } from "./lives.ts";
import type { FileTable } from "./pipe.ts";
import { WaitingLine } from "./queue.ts";
import type { Room } from "./room.ts";

/** How far one process may run ahead of the others, in virtual nanoseconds. */
const AHEAD = 100_000;

/** Somebody asks for a fork: what the parent and the child find there afterwards. */
export interface ForkTicket extends PyObject {
  /** The child's number; 0 in the child; null until it is done. */
  pid: number | null;
}

/**
 * One process (struct task_struct): a machine, its open files, and what is left of it when it has ended. An interpreter besides the
 * first one of a process is one more such machine, with the same number and files.
 */
export class GuestProcess extends RoomObject implements ProcessSeat {
  readonly room: Room;
  readonly pid: number;
  readonly parent: GuestProcess | null;
  readonly machine: Machine;
  readonly files: FileTable;
  readonly life: Life | null;
  /** How it ended, as its parent is told; null while it lives. */
  exitStatus: number | null = null;
  readonly ending = new WaitingLine();
  /** Its loop lies on the host's stack. */
  isEntered = false;
  /** The exit status that it must end with as soon as it can: of a signal, the number below zero. */
  doom: number | null = null;
  ticket: ForkTicket | null = null;
  /** Its memory holds all that refers to its objects: no part of its stack was left behind at the fork. */
  isWhole = true;
  /** The number of its interpreter: 0 is that of the process's first one. */
  readonly interpreter: number;
  /** Those of its process. */
  readonly interpreters: Interpreters;
  /** Somebody runs code in its `__main__`. */
  isRunningMain = false;
  /** How many objects of any interpreter stand for this one and keep it. */
  idRefs = 0;
  needsRefs = false;
  /** It shall end as soon as none of its threads runs. */
  isClosing = false;

  constructor(room: Room, pid: number, parent: GuestProcess | null, machine: Machine, files: FileTable, life: Life | null, interpreters: Interpreters | null = null, interpreter = 0) {
    super();
    this.interpreters = interpreters ?? new Interpreters(this);
    this.interpreter = interpreter;
    this.room = room;
    this.pid = pid;
    this.parent = parent;
    this.machine = machine;
    this.files = files;
    this.life = life;
    machine.process = this;
    flatIteration.get().expectOthers(machine);
  }

  /** What it is called where several processes or interpreters are told apart. */
  get label(): string {
    return this.interpreter === 0 ? `process ${this.pid}` : `interpreter ${this.interpreter} of process ${this.pid}`;
  }

  get parentPid(): number {
    return this.parent === null ? FIRST_PID - 1 : this.parent.exitStatus === null ? this.parent.pid : 1;
  }

  crowding(): number {
    return Math.max(1, this.room.computing() / this.machine.run.cores);
  }

  waits(): WaitView[] {
    return this.room.waits();
  }

  horizon(): number {
    if (this.doom !== null || this.ticket !== null) return 0;
    return (this.room.earliestBut(this)?.machine.threads.nextTime() ?? Number.POSITIVE_INFINITY) + AHEAD;
  }

  look(isFlat: boolean, canLeave: boolean): void {
    if (this.doom !== null) throw new ProcessExit(this.doom);
    if (this.ticket !== null) this.room.fork(this, isFlat);
    if (this.machine.threads.now() < this.horizon()) return;
    this.room.book(this);
    if (this.life === null) this.room.letOthersCatchUp(this);
    else if (canLeave) throw new LeaveProcess();
  }

  idle(until: number | null, canLeave: boolean): boolean {
    if (this.doom !== null) throw new ProcessExit(this.doom);
    if (this.isClosing && canLeave && until === null) throw new InterpreterEnds();
    const next = this.room.earliestBut(this, !canLeave);
    const time = next?.machine.threads.nextTime() ?? Number.POSITIVE_INFINITY;
    if (next === null && until === null && this.room.earliestOf(this) !== null) return this.cannotWait();
    if (next === null || time >= (until ?? Number.POSITIVE_INFINITY)) return false;
    this.room.book(this);
    if (this.life !== null && canLeave) throw new LeaveProcess();
    this.room.run(next);
    return true;
  }

  drain(): void {
    this.room.drain();
  }

  /** Who could go on lies below on the host's stack. */
  private cannotWait(): never {
    return this.machine.stop("unsupported", "A process waits for another in the middle of a built-in function, which this machine cannot interleave");
  }
}
