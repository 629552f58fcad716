import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { PyCode } from "../types/code.ts";
import type { Frame } from "../types/frame.ts";
import type { Machine } from "./machine.ts";
import { eventOrder, type MonitoredEvent } from "./monitored-events.ts";
import { instrumented } from "./instrumented.ts";
import type { Handler } from "./loop.ts";
import { codeThatRan, singleHandlers, type Prepared } from "./prepare.ts";

export const TOOLS = 6;

interface Tool {
  name: PyObject;
  readonly callbacks: Map<MonitoredEvent, PyObject>;
  /** Events in all code, and in single code objects. */
  events: ReadonlySet<MonitoredEvent>;
  readonly local: Map<PyCode, ReadonlySet<MonitoredEvent>>;
}

/**
 * Events of running code for up to six tools (PEP 669, Python/instrumentation.c). Handlers are put around those of the
 * instructions while any tool wants events, and taken away after: it costs nothing when off.
 */
export class Monitoring {
  /** What a callback returns to hear no more of a place, and what an event shows for an argument that is not there. */
  readonly disable: PyObject;
  readonly missing: PyObject;
  /** Some tool wants events. */
  active = false;
  private readonly tools: (Tool | null)[] = new Array<Tool | null>(TOOLS).fill(null);
  /** Places that a tool wants to hear no more of. */
  private silenced = new WeakMap<PyCode, Set<string>>();
  private readonly plain = new WeakMap<Prepared, readonly Handler[]>();
  /** How often a loop's head has run, by index. */
  private readonly loops = new WeakMap<PyCode, Map<number, number>>();
  private inside = false;
  private readonly vm: Machine;

  constructor(vm: Machine) {
    this.vm = vm;
    this.disable = vm.call(vm.types.object, []);
    this.missing = vm.call(vm.types.object, []);
  }

  peekTool(id: number): Tool | null {
    return this.tools[id];
  }

  useTool(id: number, name: PyObject): void {
    this.tools[id] = { name: retain(name), callbacks: new Map(), events: new Set(), local: new Map() };
  }

  /** Forgets callbacks and events; with `frees` the tool too. */
  clearTool(id: number, frees: boolean): void {
    const tool = this.tools[id];
    if (!tool) return;
    const owned = [...tool.callbacks.values(), ...tool.local.keys()];
    tool.callbacks.clear();
    tool.local.clear();
    tool.events = new Set();
    if (frees) {
      this.tools[id] = null;
      owned.push(tool.name);
    }
    this.update();
    for (const object of owned) release(object);
  }

  /** Hands the callback over that was there before, or null. */
  setCallback(id: number, event: MonitoredEvent, callback: PyObject | null): PyObject | null {
    const { callbacks } = this.tools[id] as Tool;
    const old = callbacks.get(event) ?? null;
    if (callback) callbacks.set(event, retain(callback));
    else callbacks.delete(event);
    return old;
  }

  setEvents(id: number, events: ReadonlySet<MonitoredEvent>): void {
    (this.tools[id] as Tool).events = events;
    this.update();
  }

  setLocalEvents(id: number, code: PyCode, events: ReadonlySet<MonitoredEvent>): void {
    const { local } = this.tools[id] as Tool;
    const wasKnown = local.has(code);
    if (events.size > 0) {
      if (!wasKnown) retain(code);
      local.set(code, events);
    } else local.delete(code);
    this.update();
    if (wasKnown && events.size === 0) release(code);
  }

  restart(): void {
    this.silenced = new WeakMap();
  }

  /** Whether any tool wants this event of this code. */
  wants(event: MonitoredEvent, code: PyCode): boolean {
    return this.tools.some((tool) => tool !== null && wantsEvent(tool, code, event));
  }

  /** Tells the tools of an event at an instruction; the arguments after code and offset are borrowed. LINE does not show the offset. */
  tell(event: MonitoredEvent, code: PyCode, offset: number, args: readonly PyObject[]): void {
    if (this.inside || code.hidden) return;
    for (const [id, tool] of this.tools.entries()) {
      if (!tool || !wantsEvent(tool, code, event)) continue;
      const callback = tool.callbacks.get(event);
      const key = `${id} ${event} ${offset}`;
      if (!callback || this.silenced.get(code)?.has(key)) continue;
      const answer = this.callTool(callback, code, event === "LINE" ? null : offset, args);
      release(answer);
      if (answer === this.disable) this.silence(id, event, code, key);
    }
  }

  private silence(id: number, event: MonitoredEvent, code: PyCode, key: string): void {
    const { isLocal } = eventOrder(this.vm.profile, event);
    if (!isLocal) {
      const old = this.setCallback(id, event, null);
      if (old) release(old);
      this.vm.raise("ValueError", `Cannot disable ${event} events. Callback removed.`);
    }
    const keys = this.silenced.get(code) ?? new Set<string>();
    this.silenced.set(code, keys.add(key));
  }

  private callTool(callback: PyObject, code: PyCode, offset: number | null, args: readonly PyObject[]): PyObject {
    const { vm } = this;
    const mark = vm.temporaries.length;
    this.inside = true;
    retain(callback);
    try {
      const place = offset === null ? [] : [vm.temp(vm.int(offset))];
      return vm.call(callback, [code, ...place, ...args]);
    } finally {
      this.inside = false;
      vm.releaseTemporaries(mark);
      release(callback);
    }
  }

  wantsBranch(code: PyCode): boolean {
    return this.wants("BRANCH", code) || this.wants("BRANCH_LEFT", code) || this.wants("BRANCH_RIGHT", code);
  }

  /** The head of a loop runs. */
  countLoop(code: PyCode, index: number): void {
    const counts = this.loops.get(code) ?? new Map<number, number>();
    this.loops.set(code, counts.set(index, (counts.get(index) ?? 0) + 1));
  }

  /** Whether a loop over a generator has come to the form for generators: on its second run, where nothing is told of the head itself. */
  hasSpecialLoop(code: PyCode, index: number): boolean {
    const isTold = this.wantsBranch(code) || this.wants("LINE", code) || this.wants("INSTRUCTION", code);
    return !isTold && (this.loops.get(code)?.get(index) ?? 0) > 1;
  }

  /** An exception has come to this frame, at this offset. */
  raised(frame: Frame, offset: number, raise: Raise, isReraise: boolean): void {
    if (this.active) this.replacing(raise, isReraise ? "RERAISE" : "RAISE", frame.code, offset);
  }

  /**
   * Where the interpreter says an exception was raised: it looks one unit before the instruction to be run next, and an
   * instruction that has called Python code is left in a place of its own (Python/ceval.c, error and exit_unwind).
   */
  raisedAt(frame: Frame, index: number, isCaller: boolean): number {
    const { offset, caches } = frame.code.spec.code[index];
    const stays = this.vm.profile.monitoring?.callsRaise === "after";
    if (isCaller) return stays ? offset + 2 * caches : offset - 2;
    return stays ? offset : offset + 2 * caches;
  }

  /** The frame is about to handle it. */
  handled(frame: Frame, exception: PyObject): void {
    if (this.active) this.tell("EXCEPTION_HANDLED", frame.code, offsetOf(frame, frame.pc), [exception]);
  }

  /** It leaves the frame. */
  unwound(frame: Frame, offset: number, raise: Raise): void {
    if (this.active) this.replacing(raise, "PY_UNWIND", frame.code, offset);
  }

  /** What a callback raises takes the place of the exception that it was told of. */
  private replacing(raise: Raise, event: MonitoredEvent, code: PyCode, offset: number): void {
    try {
      this.tell(event, code, offset, [raise.exception]);
    } catch (error) {
      if (error instanceof Raise) {
        this.vm.isReraise = false;
        this.vm.searchFrom = null;
        release(raise.exception);
      }
      throw error;
    }
  }

  /** It was thrown into a generator. */
  thrown(frame: Frame, exception: PyObject): void {
    if (!this.active) return;
    const at = this.vm.profile.monitoring?.throwAt === "resume" ? frame.pc : frame.lasti;
    this.tell("PY_THROW", frame.code, offsetOf(frame, at), [exception]);
  }

  /** Puts handlers that tell the tools around an instruction's own, or takes them away, in all code that has run. */
  private update(): void {
    const isActive = this.tools.some((tool) => tool !== null && (tool.events.size > 0 || tool.local.size > 0));
    if (isActive === this.active) return;
    this.active = isActive;
    this.vm.hearsStops = isActive || this.vm.tracer.peekFunction() !== null;
    for (const code of codeThatRan(this.vm)) this.instrument(code, code.prepared as Prepared | null);
    for (let frame = this.vm.frame; frame; frame = frame.back) frame.monitoredAt = frame.lasti;
  }

  instrument(code: PyCode, prepared: Prepared | null): void {
    if (!prepared || code.hidden) return;
    const plain = this.plain.get(prepared) ?? [...prepared.handlers];
    this.plain.set(prepared, plain);
    const handlers = prepared.handlers as Handler[];
    // Neighbours that run as one would hide what each of them has to tell.
    const current = this.active ? singleHandlers(this.vm, code).map((handler, at) => instrumented(this, handler, code, at)) : plain;
    current.forEach((handler, at) => {
      handlers[at] = handler;
    });
  }

  roots(visit: (object: PyObject) => void): void {
    visit(this.disable);
    visit(this.missing);
    for (const tool of this.tools) {
      if (!tool) continue;
      visit(tool.name);
      for (const callback of tool.callbacks.values()) visit(callback);
      for (const code of tool.local.keys()) visit(code);
    }
  }
}

function wantsEvent(tool: Tool, code: PyCode, event: MonitoredEvent): boolean {
  // What C code returns and raises is told with the calls.
  const kept = event === "C_RETURN" || event === "C_RAISE" ? "CALL" : event;
  return tool.events.has(kept) || tool.local.get(code)?.has(kept) === true;
}

function offsetOf(frame: Frame, index: number): number {
  return frame.code.spec.code[index].offset;
}
