import { release } from "../core/object.ts";
import { Stop } from "../core/raise.ts";
import { fateOf, trip } from "../threads/signal-handlers.ts";
import { waitsOf } from "../threads/wait-graph.ts";
import type { WaitView } from "../types.ts";
import type { Machine } from "../vm/machine.ts";
import { FIRST_PID, LeaveProcess, ProcessExit, RoomObject } from "../vm/process.ts";
import { copyMachine } from "./copy.ts";
import { type ForkTicket, GuestProcess } from "./guest.ts";
import { InterpreterEnds, type Life, liveOn, liveOnHere, serve } from "./lives.ts";
import { FileTable } from "./pipe.ts";

/** Processes that may live at once: each has memory of its own. */
const MOST_PROCESSES = 32;
/** Processes of one run. */
const MOST_STARTED = 100;
/** Places between the arenas of two interpreters of a process: their objects have addresses of their own. */
const ARENA_STRIDE = 0x100_0000;
/** What fork costs the parent, and how long after it the child begins (measured with what comes after it, concurrency facts g). */
const FORK_NANOSECONDS = 1_000_000;
const BEGIN_NANOSECONDS = 8_000_000;
/** From the start of a fresh interpreter to its first line: `spawn`. */
const SPAWN_NANOSECONDS = 140_000_000;
/** Units of work that making a process costs whoever asks. */
const FORK_UNITS = 2_000;

/**
 * The processes of one run on a virtual machine: each has a clock of its own, and the one whose clock is the earliest runs. The
 * first one's loop lies at the bottom of the host's stack and runs the others from there; theirs are left and entered again.
 */
export class Room extends RoomObject {
  readonly main: GuestProcess;
  private readonly processes: GuestProcess[] = [];
  private readonly handedOver: RoomObject[] = [];
  /** Things that any process finds by a name: shared memory, and where listeners can be met. */
  readonly published = new Map<string, number>();
  /** Whose loops lie on the host's stack, the first process's at the bottom. */
  private readonly entered: GuestProcess[] = [];
  private started = 0;
  private numbered = 0;
  /** A process has had more than one. */
  private hasInterpreters = false;
  private running: GuestProcess;
  /** Work of the running process that is booked already. */
  private booked = 0;
  private spent = 0;

  constructor(vm: Machine) {
    super();
    this.main = new GuestProcess(this, FIRST_PID, null, vm, new FileTable(), null);
    this.main.isEntered = true;
    this.running = this.main;
    this.entered.push(this.main);
    this.processes.push(this.main);
  }

  /** Processes that compute now. */
  computing(): number {
    return this.processes.filter((guest) => guest.exitStatus === null && guest.machine.threads.isComputing()).length;
  }

  waits(): WaitView[] {
    const live = this.processes.filter((guest) => guest.exitStatus === null);
    const hasSeveral = live.some((guest) => guest.pid !== FIRST_PID);
    return live.flatMap((guest) => waitsOf(guest.machine.threads.live(), hasSeveral ? guest.pid : null));
  }

  /** A number by which another process can have a thing of the machine room too. */
  keep(object: RoomObject): number {
    const known = this.handedOver.indexOf(object);
    return known >= 0 ? known : this.handedOver.push(object) - 1;
  }

  kept(number: number): RoomObject | null {
    return this.handedOver[number] ?? null;
  }

  find(pid: number): GuestProcess | null {
    return this.processes.find((guest) => guest.pid === pid && guest.interpreter === 0) ?? null;
  }

  /**
   * Whoever can go on first: those whose loop can be entered from here and, unless `isFree`, the one whose loop lies directly
   * below on the host's stack. Those further down have to wait, however early they are.
   */
  earliestBut(self: GuestProcess, isFree = false): GuestProcess | null {
    const below = isFree ? null : this.entered[this.entered.indexOf(self) - 1];
    return this.earliestOf(self, (guest) => !guest.isEntered || guest === below);
  }

  /** The first of all others that can go on at some time. */
  earliestOf(self: GuestProcess, isEligible: (guest: GuestProcess) => boolean = () => true): GuestProcess | null {
    let first: GuestProcess | null = null;
    let time = Number.POSITIVE_INFINITY;
    for (const guest of this.processes) {
      if (guest === self || guest.exitStatus !== null || !isEligible(guest)) continue;
      const its = guest.machine.threads.nextTime();
      if (its < time) {
        first = guest;
        time = its;
      }
    }
    return first;
  }

  letOthersCatchUp(self: GuestProcess): void {
    for (;;) {
      const next = this.earliestBut(self, true);
      if (next === null || next.machine.threads.nextTime() >= self.machine.threads.now()) break;
      this.run(next);
    }
    self.machine.updateNextCheck();
  }

  /** Lets a process go on until it is another's turn or until it ends. */
  run(guest: GuestProcess): void {
    const outer = this.running;
    this.book(outer);
    guest.isEntered = true;
    this.entered.push(guest);
    this.enter(guest);
    try {
      guest.machine.updateNextCheck();
      (guest.life as Life)(guest);
      throw new Error("A process has come to no end.");
    } catch (error) {
      if (error instanceof InterpreterEnds) this.end(guest, 0);
      else if (error instanceof ProcessExit) this.exit(guest, error.status);
      else if (!(error instanceof LeaveProcess)) throw this.shown(guest, error);
    } finally {
      guest.isEntered = false;
      this.entered.pop();
      this.book(guest);
      this.enter(outer);
    }
    if (this.spent > outer.machine.limits.steps) outer.machine.stop("steps", `Stopped after ${outer.machine.limits.steps.toLocaleString("en-US")} steps of all processes`);
  }

  /** A limit that a child has met ends the run; the sentence says whose it was. */
  private shown(guest: GuestProcess, error: unknown): unknown {
    this.main.machine.deadlock = guest.machine.deadlock;
    return error instanceof Stop ? new Stop(error.reason, `${error.message} in ${guest.label}`) : error;
  }

  private enter(guest: GuestProcess): void {
    this.running = guest;
    this.booked = guest.machine.threads.computed();
  }

  /** Counts the work that the running process has done since the last time. */
  book(guest: GuestProcess): void {
    if (guest !== this.running) return;
    const done = guest.machine.threads.computed() - this.booked;
    this.booked += done;
    this.spent += done / guest.machine.profile.threads.unitNanoseconds;
  }

  /** Makes the child that was asked for: the same memory, one thread, a life that goes on behind the fork. */
  fork(parent: GuestProcess, isFlat: boolean): void {
    const ticket = parent.ticket as ForkTicket;
    const { machine } = parent;
    parent.ticket = null;
    this.checkCount(machine);
    ticket.pid = 0;
    const copy = copyMachine(machine);
    const child = this.add(parent.interpreters.main, copy, parent.files.inherited(), isFlat ? liveOn : liveOnHere);
    child.isWhole = parent.isWhole && isFlat && machine.threads.isAlone();
    ticket.pid = child.pid;
    copy.threads.notBefore(machine.threads.now() + BEGIN_NANOSECONDS);
    copy.threads.keepOnlyRunning();
    machine.threads.notBefore(machine.threads.now() + FORK_NANOSECONDS);
    machine.updateNextCheck();
  }

  /** A process with an interpreter of its own, which begins after so many nanoseconds; `prepare` puts the frame on its stack that it begins with. */
  spawn(parent: GuestProcess, prepare: (machine: Machine) => void, startNanoseconds = SPAWN_NANOSECONDS): GuestProcess {
    const { machine } = parent;
    this.checkCount(machine);
    const fresh = machine.processHost.spawn();
    fresh.output = machine.output;
    prepare(fresh);
    const child = this.add(parent.interpreters.main, fresh, new FileTable(), liveOn);
    fresh.threads.notBefore(machine.threads.now() + startNanoseconds);
    machine.threads.notBefore(machine.threads.now() + FORK_NANOSECONDS);
    machine.updateNextCheck();
    return child;
  }

  /** One more interpreter of a process, whose threads are begun from others. */
  addInterpreter(main: GuestProcess, id: number, creator: Machine): GuestProcess {
    this.hasInterpreters = true;
    this.checkCount(creator);
    const machine = creator.processHost.spawn();
    machine.output = creator.output;
    machine.importer.addSourcesOf(creator.importer);
    // Its threads begin in this module, which can be loaded only while the first thread still runs.
    release(machine.importer.load("_interpreters"));
    machine.heap.top += id * ARENA_STRIDE;
    machine.enterNative();
    machine.thread.state = "done";
    machine.threads.isTurning = true;
    const guest = new GuestProcess(this, main.pid, main.parent, machine, main.files, serve, main.interpreters, id);
    this.processes.push(guest);
    return guest;
  }

  private checkCount(machine: Machine): void {
    const live = this.processes.filter((guest) => guest.exitStatus === null);
    const things = this.hasInterpreters ? "processes and interpreters" : "processes";
    if (++this.started > MOST_STARTED) machine.stop("memory", `More than ${MOST_STARTED} ${things} were started`);
    if (live.length >= MOST_PROCESSES) machine.stop("memory", `More than ${MOST_PROCESSES} ${things} live at once`);
    machine.charge(FORK_UNITS);
  }

  private add(parent: GuestProcess, machine: Machine, files: FileTable, life: Life): GuestProcess {
    const child = new GuestProcess(this, FIRST_PID + ++this.numbered, parent, machine, files, life);
    this.processes.push(child);
    return child;
  }

  /** A signal; false when there is no such process. */
  kill(sender: GuestProcess, pid: number, signal: number): boolean {
    const guest = this.find(pid);
    if (guest === null) return false;
    if (guest.exitStatus !== null || signal === 0) return true;
    const { threads } = guest.machine;
    const fate = fateOf(threads.signals, signal);
    if (fate === "handled") {
      if (guest !== sender) threads.notBefore(sender.machine.threads.now());
      trip(guest.machine, signal);
    }
    if (fate !== "fatal") return true;
    guest.doom = -signal;
    if (guest === sender) throw new ProcessExit(-signal);
    if (!guest.isEntered) this.end(guest, -signal);
    return true;
  }

  /** A process ends at once: from one of its interpreters, when the first one can. */
  private exit(guest: GuestProcess, status: number): void {
    const { main } = guest.interpreters;
    if (guest !== main) {
      guest.exitStatus = status;
      guest.machine.threads.endLanes();
      main.doom ??= status;
    }
    if (main.exitStatus === null && (guest === main || !main.isEntered)) this.end(main, status);
  }

  /** Nobody will run it again: its files are closed and its parent hears of it. */
  private end(guest: GuestProcess, status: number): void {
    guest.exitStatus = status;
    const { machine } = guest;
    machine.threads.notBefore(this.running.machine.threads.now());
    machine.threads.endLanes();
    if (guest.interpreter > 0) this.forget(guest);
    else {
      guest.files.closeAll(machine);
      this.endOthers(guest);
    }
    guest.ending.wake(machine);
    if (guest.isWhole) machine.processHost.ended(machine);
    machine.end();
  }

  /** A process has ended: so have its interpreters besides the first. */
  private endOthers({ interpreters, exitStatus }: GuestProcess): void {
    for (const other of interpreters.all().slice(1)) {
      other.doom = exitStatus;
      if (!other.isEntered) other.exitStatus = exitStatus;
    }
  }

  private forget(guest: GuestProcess): void {
    guest.interpreters.forget(guest);
    this.reap(guest);
  }

  /** Those that have not been waited for. */
  childrenOf(parent: GuestProcess): GuestProcess[] {
    return this.processes.filter((guest) => guest.parent === parent.interpreters.main && guest.interpreter === 0);
  }

  /** The child is waited for: its number is free. */
  reap(guest: GuestProcess): void {
    const at = this.processes.indexOf(guest);
    if (at >= 0) this.processes.splice(at, 1);
  }

  /** The first process has ended: the others go on until nobody can. */
  drain(): void {
    this.endOthers(this.main);
    for (let next = this.earliestBut(this.main, true); next !== null; next = this.earliestBut(this.main, true)) this.run(next);
  }
}
