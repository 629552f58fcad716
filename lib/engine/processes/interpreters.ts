import type { PyObject } from "../core/object.ts";
import type { Machine } from "../vm/machine.ts";
import { RoomObject } from "../vm/process.ts";
import type { ThreadState } from "../vm/thread.ts";
import { frameFor } from "../vm/calls.ts";
import type { PyFunction } from "../types/function.ts";
import { type CrossData, handle } from "./cross-data.ts";
import { WaitingLine, waitUntil } from "./queue.ts";
import type { GuestProcess } from "./guest.ts";

/** What making an interpreter takes, entering and leaving one, and ending it: measured on CPython 3.13.0, in nanoseconds. */
const CREATE_NANOSECONDS = 6_000_000;
const END_NANOSECONDS = 1_400_000;

/** A thread of one interpreter runs something in another one, and waits until that is over (_PyXI_session). */
class Session extends RoomObject {
  readonly target: GuestProcess;
  /** What it gave back, by the thread that served it. */
  answer: readonly CrossData[] = [];
  isDone = false;
  readonly line = new WaitingLine();

  constructor(target: GuestProcess) {
    super();
    this.target = target;
  }
}

interface Item {
  readonly data: CrossData;
  readonly from: GuestProcess;
  /** What becomes of it when the interpreter that put it there has ended. */
  readonly unbound: number;
  readonly sentAt: number;
}

/** A queue that all interpreters of a process know (Modules/_interpqueuesmodule.c). */
export interface CrossQueue {
  readonly maxSize: number;
  readonly unbound: number;
  readonly items: Item[];
  /** How many objects stand for it, in all interpreters. */
  refs: number;
}

/** Items that are taken away with the interpreter that put them there (UNBOUND_REMOVE). */
const REMOVE = 1;

/**
 * The interpreters of one process (PEP 684): each has a machine of its own, with its own modules, objects and GIL. A thread that
 * enters another interpreter is blocked in its own, and goes on there as a thread of the same number.
 */
export class Interpreters extends RoomObject {
  readonly main: GuestProcess;
  private readonly others = new Map<number, GuestProcess>();
  private readonly waiting = new Map<ThreadState, Session>();
  private readonly serving = new Map<ThreadState, Session>();
  /** Interpreters whose end a thread waits for. */
  private readonly endings = new Map<ThreadState, GuestProcess>();
  readonly queues = new Map<number, CrossQueue>();
  private made = 0;
  private madeQueues = 0;

  constructor(main: GuestProcess) {
    super();
    this.main = main;
  }

  find(id: number): GuestProcess | null {
    return id === 0 ? this.main : (this.others.get(id) ?? null);
  }

  /** In the order in which they were made. */
  all(): GuestProcess[] {
    return [this.main, ...this.others.values()];
  }

  create(creator: GuestProcess): GuestProcess {
    const id = ++this.made;
    const { threads } = creator.machine;
    const made = creator.room.addInterpreter(this.main, id, creator.machine);
    this.others.set(id, made);
    threads.notBefore(threads.now() + CREATE_NANOSECONDS);
    made.machine.threads.notBefore(threads.now());
    creator.machine.updateNextCheck();
    return made;
  }

  /** An interpreter has ended. */
  forget(guest: GuestProcess): void {
    this.others.delete(guest.interpreter);
    for (const queue of this.queues.values()) {
      const kept = queue.items.filter((item) => item.from !== guest || item.unbound !== REMOVE);
      queue.items.splice(0, queue.items.length, ...kept);
    }
  }

  /**
   * Has `serve(task, parts)` of the other interpreter's `_interpreters` run there in the running thread; what it gave back. The
   * call may be suspended and made again.
   */
  enter(vm: Machine, target: GuestProcess, task: string, parts: readonly CrossData[], isMain: boolean): readonly CrossData[] {
    const { thread } = vm;
    const session = this.waiting.get(thread) ?? this.begin(vm, target, task, parts, isMain);
    this.waiting.set(thread, session);
    waitUntil(vm, [session.line], { kind: "interpreter", object: null }, null, () => (session.isDone ? true : null));
    this.waiting.delete(thread);
    return session.answer;
  }

  private begin(caller: Machine, target: GuestProcess, task: string, parts: readonly CrossData[], isMain: boolean): Session {
    const vm = target.machine;
    const session = new Session(target);
    const serve = vm.importer.peekName("_interpreters", "_serve") as PyFunction;
    const args: PyObject[] = [vm.temp(vm.str(task)), vm.temp(vm.takeTuple(parts.map((part) => handle(vm, part))))];
    const frame = frameFor(vm, serve, args, null);
    const { thread } = caller;
    const entered = vm.threads.start(frame, vm.none, () => {
      this.serving.delete(entered);
      if (isMain) target.isRunningMain = false;
      session.isDone = true;
      session.line.wake(vm);
    });
    // It is the caller's thread, as the operating system sees it.
    Object.assign(entered, { ident: thread.ident, nativeId: thread.nativeId, name: thread.shownName });
    vm.releaseTemporaries(0);
    vm.threads.notBefore(caller.threads.now());
    target.isRunningMain ||= isMain;
    this.serving.set(entered, session);
    caller.updateNextCheck();
    return session;
  }

  /** The thread that serves a session has come to its result. */
  answer(thread: ThreadState, answer: readonly CrossData[]): void {
    const session = this.serving.get(thread);
    if (session) session.answer = answer;
  }

  /** Waits until an interpreter has given up its modules and is no more. Its threads must have ended. */
  end(vm: Machine, target: GuestProcess): void {
    if (!target.isClosing) this.close(vm, target);
    this.endings.set(vm.thread, target);
    waitUntil(vm, [target.ending], { kind: "interpreter", object: null }, null, () => (target.exitStatus === null ? null : true));
    this.endings.delete(vm.thread);
    vm.threads.notBefore(target.machine.threads.now() + END_NANOSECONDS);
  }

  private close(vm: Machine, target: GuestProcess): void {
    const { threads } = target.machine;
    target.isClosing = true;
    threads.notBefore(vm.threads.now());
    // What does nothing has its turn when something is due.
    threads.callAt(threads.now(), () => {});
    vm.updateNextCheck();
  }

  /** Whose end the running thread waits for, in a call that is made again. */
  ending(vm: Machine): GuestProcess | null {
    return this.endings.get(vm.thread) ?? null;
  }

  /** So many objects more stand for a queue. One that nobody can reach any more is gone. */
  bindQueue(id: number, by: number): void {
    const queue = this.queues.get(id);
    if (!queue) return;
    queue.refs += by;
    const isOnItsWay = [...this.queues.values()].some(({ items }) => items.some(({ data }) => mentions(data, id)));
    if (queue.refs <= 0 && !isOnItsWay) this.queues.delete(id);
  }

  createQueue(maxSize: number, unbound: number): number {
    const id = ++this.madeQueues;
    this.queues.set(id, { maxSize, unbound, items: [], refs: 0 });
    return id;
  }
}

function mentions(data: CrossData, queue: number): boolean {
  if (data.kind === "tuple") return data.items.some((item) => mentions(item, queue));
  return data.kind === "queue" && data.id === queue;
}
