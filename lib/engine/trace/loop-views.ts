import type { PyObject } from "../core/object.ts";
import { peekField, peekGlobal, scheduledTasks } from "../threads/asyncio-state.ts";
import { UPTIME_SECONDS } from "../threads/clock.ts";
import { PyDict } from "../types/dict.ts";
import { PyFloat } from "../types/float-object.ts";
import { PyFunction } from "../types/function.ts";
import { PyGenerator } from "../types/generator.ts";
import { PyInt } from "../types/int-object.ts";
import { PyList } from "../types/list.ts";
import { PyMethod } from "../types/method.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import type { Machine } from "../vm/machine.ts";
import type { Identity } from "./identity.ts";
import type { HandleView, LoopView, TaskState, TaskView } from "./recording.ts";

/** What a deque shows of itself; its class is in the library's chunk. */
interface Queue extends PyObject {
  readonly length: number;
  peekAt(position: number): PyObject;
}

/** Calls of a queue, and tasks of a loop, that are shown at most. */
const MOST_CALLS = 60;

const isQueue = (object: PyObject | null): object is Queue => object !== null && "peekAt" in object && "length" in object;

/** The event loops of the modelled `asyncio` and their tasks, read from its own structures (lib/engine/python/asyncio). */
export class LoopViewer {
  private readonly vm: Machine;
  private readonly identity: Identity;
  /** Tasks and how they stand, as the last look found them. */
  readonly states = new Map<PyObject, TaskState>();
  /** In the order in which they were seen first. */
  private readonly seen = new Set<PyObject>();
  /** The classes, once they are imported. */
  private taskType: PyObject | null = null;
  private futureType: PyObject | null = null;

  constructor(vm: Machine, identity: Identity) {
    this.vm = vm;
    this.identity = identity;
  }

  /** The loops that run now; `meet` is told of their tasks. */
  views(meet: (object: PyObject) => void): LoopView[] {
    this.states.clear();
    this.taskType = peekGlobal(this.vm, "asyncio.tasks", "Task");
    this.futureType = peekGlobal(this.vm, "asyncio.futures", "Future");
    const running = peekGlobal(this.vm, "asyncio.events", "_running");
    if (!(running instanceof PyDict) || running.used === 0) return [];
    const views: LoopView[] = [];
    for (const entry of running.entries) if (entry?.key instanceof PyInt) views.push(this.loop(Number(entry.key.value), entry.value, meet));
    return views;
  }

  /** A task or a future of `asyncio`, or of a class derived from one. */
  kindOf(object: PyObject): "task" | "future" | null {
    if (this.futureType === null || object.attributes === null) return null;
    const { mro } = object.type;
    if (!mro.some((base) => base === this.futureType)) return null;
    return mro.some((base) => base === this.taskType) ? "task" : "future";
  }

  /** What a task or future is called, and how it stands. */
  stateOf(object: PyObject): TaskState {
    const known = this.states.get(object);
    if (known !== undefined) return known;
    const state = peekField(object, "_state");
    // Its class says PENDING until the first change.
    if (!(state instanceof PyStr) || state.value === "PENDING") return "waiting";
    if (state.value === "CANCELLED") return "cancelled";
    const error = peekField(object, "_exception");
    return error !== null && error !== this.vm.none ? "failed" : "finished";
  }

  nameOf(object: PyObject): string {
    const name = peekField(object, "_name");
    return name instanceof PyStr ? name.value : "";
  }

  private loop(thread: number, loop: PyObject, meet: (object: PyObject) => void): LoopView {
    const current = peekGlobal(this.vm, "asyncio.tasks", "_current");
    const running = current instanceof PyDict ? (current.entries.find((entry) => entry?.key === loop)?.value ?? null) : null;
    const tasks = this.tasksOf(loop, running);
    for (const task of tasks) this.states.set(task, this.stateNow(task, running));
    const calls = this.readyCalls(loop);
    // What it waits for is there when its next step is in the queue.
    for (const call of calls) {
      const task = this.taskOf(call, tasks);
      if (task !== null && task.does !== "timeout" && this.states.get(task.task) === "waiting") this.states.set(task.task, "ready");
    }
    const views = tasks.map((task): TaskView => this.task(task, meet));
    const chip = (object: PyObject | null) => object && this.identity.chipOf(object);
    return {
      thread,
      running: chip(running),
      ready: calls.map((call) => this.handle(call, tasks, null)),
      timers: this.timers(loop).map(({ when, call }) => this.handle(call, tasks, when)),
      tasks: views,
    };
  }

  private stateNow(task: PyObject, running: PyObject | null): TaskState {
    const state = this.stateOf(task);
    if (state !== "waiting") return state;
    if (task === running) return "running";
    const waiter = peekField(task, "_fut_waiter");
    return waiter === null || waiter === this.vm.none || this.stateOf(waiter) !== "waiting" ? "ready" : "waiting";
  }

  private tasksOf(loop: PyObject, running: PyObject | null): PyObject[] {
    const found = new Set<PyObject>([...(running === null ? [] : [running]), ...scheduledTasks(this.vm).filter((task) => peekField(task, "_loop") === loop)]);
    const fresh = [...found].filter((task) => !this.seen.has(task)).sort((a, b) => this.nameOf(a).localeCompare(this.nameOf(b), "en", { numeric: true }));
    for (const task of fresh) this.seen.add(task);
    for (const task of this.seen) if (!(this.vm.heap.live?.has(task) ?? true)) this.seen.delete(task);
    return [...this.seen].filter((task) => found.has(task)).slice(0, MOST_CALLS);
  }

  private task(task: PyObject, meet: (object: PyObject) => void): TaskView {
    meet(task);
    const [coroutine, waiter] = [this.part(task, "_coro"), this.part(task, "_fut_waiter")];
    for (const part of [coroutine, waiter]) if (part) meet(part);
    return {
      chip: this.identity.chipOf(task),
      name: this.nameOf(task),
      state: this.stateOf(task),
      coroutine: coroutine && this.identity.chipOf(coroutine),
      waitsFor: waiter && this.identity.chipOf(waiter),
    };
  }

  private part(object: PyObject, name: string): PyObject | null {
    const value = peekField(object, name);
    return value === this.vm.none ? null : value;
  }

  /** What a task or a future holds that the picture shows: the coroutine, what it awaits, the futures that it gathers. */
  partsOf(object: PyObject): readonly (readonly [label: string, to: PyObject])[] {
    const [coroutine, waiter, children] = [this.part(object, "_coro"), this.part(object, "_fut_waiter"), this.part(object, "_children")];
    const gathered = children instanceof PyList ? children.items.map((child, index) => [`gathers [${index}]`, child] as const) : [];
    return [...(coroutine ? [["coroutine", coroutine] as const] : []), ...(waiter ? [["awaits", waiter] as const] : []), ...gathered];
  }

  private readyCalls(loop: PyObject): PyObject[] {
    const queue = peekField(loop, "_ready");
    if (!isQueue(queue)) return [];
    return Array.from({ length: Math.min(queue.length, MOST_CALLS) }, (_, index) => queue.peekAt(index)).filter((call) => !this.isCancelled(call));
  }

  /** The timers in the order in which they will be taken off the heap. */
  private timers(loop: PyObject): { when: number; call: PyObject }[] {
    const heap = peekField(loop, "_scheduled");
    if (!(heap instanceof PyList)) return [];
    const rows = heap.items.flatMap((call) => {
      const when = peekField(call, "_when");
      return when instanceof PyFloat || when instanceof PyInt ? [{ when: Number(when.value) - UPTIME_SECONDS, call }] : [];
    });
    return inPopOrder(rows).filter(({ call }) => !this.isCancelled(call)).slice(0, MOST_CALLS);
  }

  private isCancelled(call: PyObject): boolean {
    return peekField(call, "_cancelled") === this.vm.true;
  }

  /** The task that a call is about, and what the call does to it. */
  private taskOf(call: PyObject, tasks: readonly PyObject[]): { task: PyObject; does: "step" | "wake" | "timeout" } | null {
    const [callback, args] = [peekField(call, "_callback"), peekField(call, "_args")];
    if (callback instanceof PyMethod) {
      if (this.kindOf(callback.self) === "task") return { task: callback.self, does: callbackName(callback) === "_wakeup" ? "wake" : "step" };
      const task = callbackName(callback) === "_time_up" ? peekField(callback.self, "_task") : null;
      return task === null || task === this.vm.none ? null : { task, does: "timeout" };
    }
    const [future] = args instanceof PyTuple ? args.items : [];
    const task = future === undefined ? undefined : tasks.find((one) => peekField(one, "_fut_waiter") === future || isAwaiting(peekField(one, "_coro"), future));
    return task === undefined ? null : { task, does: "wake" };
  }

  private handle(call: PyObject, tasks: readonly PyObject[], when: number | null): HandleView {
    const about = this.taskOf(call, tasks);
    return { does: about?.does ?? "call", task: about && this.identity.chipOf(about.task), callback: callbackName(peekField(call, "_callback")), when };
  }
}

/** Takes all rows off a heap of them, as `heapq` does (modules/heapq.ts). */
function inPopOrder<T extends { readonly when: number }>(heap: readonly T[]): T[] {
  const rows = [...heap];
  const popped: T[] = [];
  for (let last = rows.pop(); last !== undefined; last = rows.pop()) {
    popped.push(rows[0] ?? last);
    if (rows.length === 0) continue;
    let at = 0;
    for (let child = 1; child < rows.length; child = 2 * at + 1) {
      if (child + 1 < rows.length && !(rows[child].when < rows[child + 1].when)) child++;
      rows[at] = rows[child];
      at = child;
    }
    for (let parent = (at - 1) >> 1; at > 0 && last.when < rows[parent].when; parent = (at - 1) >> 1) {
      rows[at] = rows[parent];
      at = parent;
    }
    rows[at] = last;
  }
  return popped;
}

/** Whether a coroutine is about to give that future to its task: the innermost frame that it awaits is the future's own. */
function isAwaiting(coroutine: PyObject | null, future: PyObject): boolean {
  let inner = coroutine instanceof PyGenerator ? coroutine : null;
  for (let next = inner; next; next = delegateOf(next)) inner = next;
  return inner !== null && inner !== coroutine && inner.frame?.slots[0] === future;
}

/** What a generator delegates to, also while it runs: it lies on its value stack. */
function delegateOf({ frame }: PyGenerator): PyGenerator | null {
  if (!frame) return null;
  for (let at = frame.sp - 1; at >= frame.stackBase; at--) {
    const entry = frame.slots[at];
    if (entry instanceof PyGenerator) return entry;
  }
  return null;
}

/** The name of the function that a callback calls. */
function callbackName(callback: PyObject | null): string {
  const inner = callback instanceof PyMethod ? callback.func : callback;
  return inner instanceof PyFunction ? inner.code.spec.name : (inner?.type.shownName ?? "");
}
