import { PyObject, release, releaseAll, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { PyCode } from "./code.ts";
import type { PyDict } from "./dict.ts";
import type { PyFrame } from "./frame-object.ts";
import type { PyFunction } from "./function.ts";
import type { PyGenerator } from "./generator.ts";

/** Who gives up a frame's contents: the thread while it runs, a suspended generator, or a frame object that outlived the call. */
export type FrameOwner = "thread" | "generator" | "frame-object" | "cleared";

/** A handler that is set up, or one that runs (Include/cpython/frameobject.h of 3.10, PyTryBlock). */
export interface Block {
  readonly isHandler: boolean;
  /** Index of the handler; of the instruction that raised, where it runs. */
  readonly at: number;
  /** Depth of the stack at its start. */
  readonly level: number;
}

/** A frame before its variables, with the collector's header (Include/cpython/frameobject.h of 3.10). */
const FRAME_BYTES = 376;

/**
 * One activation: fast locals, cells and free variables, and above them the value stack, in one array
 * (Include/internal/pycore_frame.h). Guest code sees it as a frame object, made when someone asks.
 */
export class Frame {
  readonly code: PyCode;
  func: PyFunction | null;
  /** The function lies on the caller's stack for as long as the call lasts, and is not counted here (3.10, whose frames hold none). */
  isFuncLent = false;
  /** Owned only where there is no function, which holds them otherwise. */
  globals: PyDict;
  builtins: PyObject;
  /** The namespace of a class body or module; null in a function until `locals()` makes one. */
  locals: PyObject | null;
  /** localsplus, then the value stack. */
  readonly slots: (PyObject | null)[];
  /** 1 where a stack entry was pushed by LOAD_FAST_BORROW and is not counted. */
  readonly borrowed: (0 | 1)[];
  /** Index of the next free stack entry. */
  sp: number;
  readonly stackBase: number;
  /** Fast locals are given up last first; stated by the version. */
  private readonly clearsBackwards: boolean;
  /** Bytes of the heap that this frame takes while it lasts; 0 where frames lie on the thread's own stack of memory. */
  private readonly heapBytes: number;
  /** Among the frames that wait to be used again: the next one. */
  private nextSpare: Frame | null = null;
  /** Index of the next instruction. */
  pc = 0;
  /** The caller while this frame runs. */
  back: Frame | null = null;
  generator: PyGenerator | null = null;
  owner: FrameOwner = "thread";
  /** The guest's view, made when someone asks. Owned until the call is over; then it owns this, and clears it when it dies. */
  object: PyFrame | null = null;
  /** The loop that runs this frame was entered for it: its return leaves the loop. */
  isEntry = false;
  /** What was in fast locals before somebody else bound them anew; owned until the frame ends. */
  private overwritten: PyObject[] | null = null;
  /** A call of `__init__`: the new instance, owned, which the caller gets in place of the None that is returned. */
  instance: PyObject | null = null;
  /** What Python functions that the instruction being run called gave, where it is run again for each (vm/flat-callbacks.ts). */
  answers: PyObject | null = null;
  /** Entries that the caller's stack gives up when the value comes. */
  owed = 0;
  /** A generator entered from the loop: where its end makes the caller go on, or -1. */
  exit = -1;
  /** With `exit`: the value of the return is of no use (a for loop). */
  dropsResult = false;
  /** A call of `__enter__`: where the handler is that the caller sets up when the value comes, or -1. */
  setsUp = -1;
  /** What KW_NAMES has set for the call that follows. */
  keywordNames: readonly string[] | null = null;
  /** Handlers that instructions have set up, innermost last; null before the frame starts, and where a table has them. */
  blocks: Block[] | null = null;
  /** Trace function of this frame (sys.settrace), owned. */
  traceFunction: PyObject | null = null;
  /** Where the last line event was: line, and index of the instruction seen last. */
  tracedLine = -1;
  tracedAt = -1;
  /** The instruction that `sys.monitoring` saw last. */
  monitoredAt = -1;
  /** `f_trace_lines` and `f_trace_opcodes`. */
  tracesLines = true;
  tracesOpcodes = false;
  /** Extra names put into f_locals of an optimised frame by a proxy or shared dict, owned. */
  sharedLocals: PyObject | null = null;
  /** A generator expression that is no generator yet: neither traced nor shown (_PyFrame_IsIncomplete). */
  isIncomplete = false;

  /** Bytes of its variables and value stack. */
  get bytes(): number {
    return 8 * (this.stackBase + this.code.spec.stackSize);
  }

  /** Retains what it is given, and what the function does not hold. */
  constructor(code: PyCode, func: PyFunction | null, globals: PyDict, builtins: PyObject, locals: PyObject | null) {
    this.code = retain(code);
    this.func = func ? retain(func) : null;
    this.globals = globals;
    this.builtins = builtins;
    if (!func) {
      retain(globals);
      retain(builtins);
    }
    this.locals = locals ? retain(locals) : null;
    this.stackBase = code.spec.slots.length;
    this.clearsBackwards = code.type.rt.profile.frames.clearing === "last-local-first";
    const size = this.stackBase + code.spec.stackSize + 1;
    this.slots = new Array<PyObject | null>(size).fill(null);
    this.borrowed = new Array<0 | 1>(size).fill(0);
    this.sp = this.stackBase;
    const { heap, profile } = code.type.rt;
    this.heapBytes = profile.frames.allocation === "heap" ? FRAME_BYTES + size * 8 : 0;
    if (this.heapBytes > 0) heap.takeBlock(this, this.heapBytes);
  }

  /** A frame for a call of `func`: one that an earlier call of the same code has left, if there is one. */
  static forCall(func: PyFunction, locals: PyObject | null): Frame {
    const { code } = func;
    const frame = code.spareFrame;
    if (frame === null) return new Frame(code, func, func.globals, func.builtins, locals);
    code.spareFrame = frame.nextSpare;
    frame.nextSpare = null;
    frame.func = retain(func);
    retain(code);
    frame.globals = func.globals;
    frame.builtins = func.builtins;
    frame.locals = locals ? retain(locals) : null;
    frame.owner = "thread";
    if (frame.heapBytes > 0) code.type.rt.heap.takeBlock(frame, frame.heapBytes);
    return frame;
  }

  /** Offers the frame of a call that is over, and that nothing refers to, to the next call of its code: every field is as the next call expects it. */
  becomeSpare(): void {
    this.pc = 0;
    this.func = null;
    this.isFuncLent = false;
    this.isEntry = false;
    this.owed = 0;
    this.exit = -1;
    this.dropsResult = false;
    this.setsUp = -1;
    this.tracedLine = -1;
    this.tracedAt = -1;
    this.monitoredAt = -1;
    this.isIncomplete = false;
    this.keywordNames = null;
    this.blocks = null;
    this.tracesLines = true;
    this.tracesOpcodes = false;
    this.nextSpare = this.code.spareFrame;
    this.code.spareFrame = this;
  }

  get hidden(): boolean {
    return this.code.hidden || this.isIncomplete;
  }

  /** Index of the instruction being executed, or of the last one. */
  get lasti(): number {
    return Math.max(0, this.pc - 1);
  }

  /** The line being executed (f_lineno), or null where the instruction has none. */
  get line(): number | null {
    if (this.pc === 0) return this.code.spec.firstLine;
    return this.code.spec.code[this.lasti]?.span?.line ?? null;
  }

  /** Pushes and takes over the reference (null is CPython's NULL). */
  push(value: PyObject | null): void {
    this.borrowed[this.sp] = 0;
    this.slots[this.sp++] = value;
  }

  /** Makes room for a call that spreads more arguments than the compiler could count. */
  reserve(count: number): void {
    const needed = this.sp + count + 1;
    while (this.slots.length < needed) {
      this.slots.push(null);
      this.borrowed.push(0);
    }
  }

  /** Pushes without counting: a local keeps the object alive meanwhile. */
  pushBorrowed(value: PyObject): void {
    this.borrowed[this.sp] = 1;
    this.slots[this.sp++] = value;
  }

  /** Puts an object below the topmost entry, which stays counted or not. Takes over the reference. */
  slipUnder(value: PyObject): void {
    const { slots, borrowed } = this;
    const at = this.sp++;
    slots[at] = slots[at - 1];
    borrowed[at] = borrowed[at - 1];
    slots[at - 1] = value;
    borrowed[at - 1] = 0;
  }

  /** Counts what the caller had lent as arguments: a generator outlives the call (_PyFrame_Copy). */
  ownBorrowed(): void {
    for (let i = 0; i < this.sp; i++) {
      const value = this.slots[i];
      if (value && this.borrowed[i]) retain(value);
      this.borrowed[i] = 0;
    }
  }

  /** Pops and hands the reference over, counting it if it was borrowed. */
  pop(): PyObject {
    const value = this.slots[--this.sp] as PyObject;
    this.slots[this.sp] = null;
    if (this.borrowed[this.sp]) retain(value);
    return value;
  }

  /** The entry `depth` below the top, 1 being the top; borrowed. */
  peek(depth: number): PyObject {
    return this.slots[this.sp - depth] as PyObject;
  }

  /** Pops `count` entries and gives up their references, top first. */
  drop(count: number): void {
    const { slots, borrowed } = this;
    for (let i = 0; i < count; i++) {
      const at = --this.sp;
      const value = slots[at];
      slots[at] = null;
      if (value && borrowed[at] === 0) release(value);
    }
  }

  /** Takes over a value that a fast local held, for as long as the frame lasts. */
  keepOverwritten(value: PyObject): void {
    (this.overwritten ??= []).push(value);
  }

  /** Counts the function no more: the caller's stack holds it. */
  lendFunc(): void {
    if (this.func === null) return;
    this.isFuncLent = true;
    release(this.func);
  }

  /** Counts it again: the frame outlives its call. */
  ownFunc(): void {
    if (this.isFuncLent && this.func) retain(this.func);
    this.isFuncLent = false;
  }

  /** Visits each counted reference of the activation. */
  visit(visit: Visit): void {
    if (this.owner === "cleared") return;
    if (this.object && this.owner !== "frame-object") visit(this.object);
    if (this.func && !this.isFuncLent) visit(this.func);
    visit(this.code);
    if (!this.func) {
      visit(this.globals);
      visit(this.builtins);
    }
    if (this.locals) visit(this.locals);
    if (this.traceFunction) visit(this.traceFunction);
    if (this.sharedLocals) visit(this.sharedLocals);
    if (this.instance) visit(this.instance);
    if (this.answers) visit(this.answers);
    if (this.overwritten) for (const value of this.overwritten) visit(value);
    for (let i = 0; i < this.sp; i++) {
      const value = this.slots[i];
      if (value && !this.borrowed[i]) visit(value);
    }
  }

  /** Gives up the locals and the stack, in the version's order (_PyFrame_ClearLocals). */
  clearSlots(): void {
    const { slots, borrowed, sp } = this;
    for (let k = 0; k < sp; k++) {
      const i = this.clearsBackwards ? sp - 1 - k : k;
      const value = slots[i];
      const isCounted = borrowed[i] === 0;
      slots[i] = null;
      borrowed[i] = 0;
      if (value && isCounted) release(value);
    }
    this.sp = this.stackBase;
  }

  /** Gives up everything. The frame can no longer run. */
  clearAll(): void {
    if (this.owner === "cleared") return;
    this.owner = "cleared";
    this.clearSlots();
    if (this.heapBytes > 0) this.code.type.rt.heap.freeBlock(this, this.heapBytes);
    const { locals, sharedLocals, traceFunction, answers } = this;
    this.answers = null;
    releaseIfAny(answers);
    this.locals = null;
    this.sharedLocals = null;
    this.traceFunction = null;
    releaseIfAny(sharedLocals);
    releaseIfAny(locals);
    releaseIfAny(traceFunction);
    const { overwritten } = this;
    this.overwritten = null;
    if (overwritten) releaseAll(overwritten);
    if (this.func && !this.isFuncLent) release(this.func);
    else if (!this.func) {
      release(this.builtins);
      release(this.globals);
    }
    release(this.code);
  }
}
