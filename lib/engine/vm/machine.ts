import type { TypeSpec } from "../core/define.ts";
import { Heap } from "../core/heap.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import { Raise, Stop } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { message } from "../profiles/message.ts";
import type { Profile } from "../profiles/types.ts";
import type { Limits, StopReason, WaitView } from "../types.ts";
import { buildType, declareTypes, fillLate, fillTypes } from "../types/build.ts";
import type { PyDict } from "../types/dict.ts";
import type { PyException } from "../types/exception.ts";
import type { Frame } from "../types/frame.ts";
import type { HandledException } from "../types/generator.ts";
import { Scalars } from "../types/scalars.ts";
import { SharedMarks } from "../types/shared-marks.ts";
import { PyTuple } from "../types/tuple.ts";
import type { AuditHooks } from "./audit-hooks.ts";
import { call } from "./calls.ts";
import { Coverage } from "./coverage.ts";
import { errorTexts } from "./error-texts.ts";
import type { Unraisable } from "./unraisable.ts";
import { startingFrame } from "./frame-start.ts";
import { giveBackRecord, makeFast, takeRecord } from "./fast-record.ts";
import { Importer } from "./importer.ts";
import { chainContext, type Handler } from "./loop.ts";
import type { MachineOptions, RunSettings } from "./machine-options.ts";
import type { Monitoring } from "./monitoring.ts";
import { GeneratorOperations } from "./generator-operations.ts";
import { checkEncodable, Output } from "./output.ts";
import type { ProcessHost, ProcessSeat } from "./process.ts";
import type { Specializer } from "./specialize/specializer.ts";
import { StackCheck } from "./stack-check.ts";
import { ThreadState, type Threads } from "./thread.ts";
import { Tracer } from "./tracer.ts";
import { type Unwinding, unwindingOf } from "./unwinding/unwinding.ts";

/** How the first thread is known (the address of its stack's end, and the process's number). */
const mainThread = () => new ThreadState(0x7f3a_4c3d_8740, 1);

/** One interpreter: its objects, its thread of execution, its output (Include/internal/pycore_interp.h). */
export class Machine extends GeneratorOperations implements Runtime {
  readonly profile: Profile;
  readonly limits: Limits;
  readonly heap: Heap;
  readonly types: Record<string, PyType>;
  readonly scalars: Scalars;
  readonly marks = new SharedMarks();
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly importer: Importer;
  readonly tracer: Tracer;
  /** Null until a program adds one. */
  auditHooks: AuditHooks | null = null;
  readonly modules: PyDict; readonly builtins: PyDict;
  readonly emptyTuple: PyObject;
  /** What handlers compare types with: fields of their own are the quickest to read. */
  readonly intType: PyType; readonly dictType: PyType;
  readonly none: PyObject; readonly true: PyObject; readonly false: PyObject;
  readonly notImplemented: PyObject; readonly ellipsis: PyObject;

  /** The module `__main__`, owned until the interpreter ends. */
  main: PyObject | null = null;
  /** The frame being executed. */
  frame: Frame | null = null;
  depth = 0;
  recursionLimit: number;
  /** `sys.getswitchinterval()`, in seconds. */
  switchInterval = 0.005;
  /** Calls from host code into guest code that are under way. */
  nativeDepth = 0;
  private readonly maxNativeDepth: number;
  /** Units of work left; `check` is called when it falls below `nextCheck`. */
  budget = Number.POSITIVE_INFINITY;
  nextCheck = 0;
  /** The same for threads alone, so that who watches each instruction does not change when they take turns. */
  nextThreadCheck = 0;
  /** References that end with the running instruction or native call. */
  readonly temporaries: PyObject[] = [];
  /** What the loop was left with. */
  result: PyObject | null = null;
  yielded = false;
  /** The exception that has left the frame the loop was entered for. */
  unwound: Raise | null = null;
  /** The machine itself turns StopIteration that leaves a generator into RuntimeError. */
  readonly guardsGenerators: boolean;
  /** How the machine itself starts frames, where instructions do not see to that. */
  readonly startingFrame: typeof startingFrame | null;
  /** What is called, and its arguments, stay on the caller's stack until the call returns. */
  readonly copiesArguments: boolean;
  readonly unwinding: Unwinding;
  /** The exception on its way has been raised before: no new traceback entry here. */
  isReraise = false;
  /** Where the search for a handler starts when RERAISE has put the frame back to the line of the first raise. */
  searchFrom: number | null = null;
  /** What is being handled, innermost first. */
  handledItem: HandledException = { value: null, previous: null };
  /** The thread that runs. */
  thread: ThreadState;
  readonly threads: Threads;
  answers: Runtime["answers"] = null;
  get shown(): Set<PyObject> {
    return this.thread.shown;
  }
  /** There are, or were, other threads or processes: what waits had better be flat. */
  hasOthers = false;
  /** Who waited for what when no thread could go on. */
  deadlock: readonly WaitView[] = [];
  /** Its place among several processes; null while there is only one. */
  process: ProcessSeat | null = null;
  collectionRequested = false;
  /** Of all processes of a run together. */
  output: Output;
  /** How many cores there are, whether there is a GIL, how threads take turns. */
  readonly run: RunSettings;
  /** What a process of this run is begun and ended with. */
  readonly processHost: ProcessHost;
  /** Executed instructions; null unless asked for. */
  readonly coverage: Coverage | null;
  /** What counts for specialised instructions; null until a program can look (PEP 659). */
  specializer: Specializer | null = null;
  /** The stack's checker; null unless asked for. */
  readonly stackCheck: StackCheck | null;
  /** Tools that hear of events of running code; null until the program asks (PEP 669). */
  monitoring: Monitoring | null = null;
  /** Somebody wants to be told where generators and iterators end. */
  hearsStops = false;
  private readonly specTypes: Map<TypeSpec, PyType>;

  constructor(options: MachineOptions) {
    super();
    this.profile = options.profile;
    this.run = options.run;
    this.limits = options.limits;
    this.maxNativeDepth = options.nativeDepth;
    this.thread = mainThread();
    this.threads = options.threads(this);
    this.recursionLimit = options.profile.frames.recursionLimit;
    const { recipes } = instructionSetOf(options.profile.compiler.instructionSet);
    this.guardsGenerators = !recipes.guardsStopIteration;
    this.copiesArguments = options.profile.frames.arguments === "copied";
    this.startingFrame = recipes.generatorStart === "gen-start" ? startingFrame : null;
    this.unwinding = unwindingOf(options.profile);
    this.coverage = options.coverage ? new Coverage() : null;
    this.stackCheck = options.stackCheck ? new StackCheck(instructionSetOf(options.profile.compiler.instructionSet)) : null;
    this.output = new Output(options.limits.output, (message) => this.stop("output", message));
    this.processHost = options.processHost;
    this.handlers = options.handlers;
    this.heap = new Heap(this, options);
    this.types = takeRecord(this.profile.id);
    const isNew = !("object" in this.types);
    this.scalars = new Scalars(this, options.seed);
    if (options.run.isFree) this.scalars.constants = new Map();
    this.tracer = new Tracer(this);
    this.specTypes = new Map();
    declareTypes(this, options.types, (spec, type) => {
      this.types[spec.name] = type;
      this.specTypes.set(spec, type);
    });
    if (isNew) makeFast(this.profile.id, this.types);
    this.intType = this.types.int;
    this.dictType = this.types.dict;
    const { scalars } = this;
    this.none = scalars.none;
    this.true = scalars.true;
    this.false = scalars.false;
    this.notImplemented = scalars.notImplemented;
    this.ellipsis = scalars.ellipsis;
    this.emptyTuple = this.makeEmptyTuple();
    fillTypes(this, this.specTypes.values());
    this.modules = this.dict();
    this.importer = new Importer(this, options.modules);
    this.builtins = this.importer.makeBuiltins();
  }

  /** From here on work is counted: what was done until now was not the program's. */
  startCounting(): void {
    this.budget = this.limits.steps;
  }

  private makeEmptyTuple(): PyObject {
    const empty = new PyTuple(this.types.tuple, []);
    this.heap.collector.untrack(empty);
    this.scalars.keepForever(empty);
    return empty;
  }

  typeOf(spec: TypeSpec): PyType {
    const known = this.specTypes.get(spec);
    if (known) return known;
    // Types of a module are made when the module is first used.
    const type = buildType(this, spec);
    this.specTypes.set(spec, type);
    return type;
  }

  /** Declarations of the types that this machine has made. */
  declarations(): Iterable<TypeSpec> {
    return this.specTypes.keys();
  }

  fillLate(type: PyType): void {
    const { budget } = this;
    this.budget = Number.POSITIVE_INFINITY;
    fillLate(this, type);
    this.budget = budget;
  }
  fillAllLate(): void {
    for (const type of this.specTypes.values()) if (type.isLate) void type.dict;
  }

  /** The machine is not used any more. */
  end(): void {
    giveBackRecord(this.profile.id, this.types);
  }

  call(callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames = null): PyObject {
    return call(this, callable, args, kwnames);
  }

  // Exceptions.
  raise(type: string, message: string): never {
    throw this.makeRaise(type, [this.str(message)]);
  }
  raiseWith(type: string, args: PyObject[]): never {
    throw this.makeRaise(type, args);
  }
  message(key: string, ...parts: string[]): string {
    return message(this.profile, key, parts);
  }
  unraisable(exception: PyObject, where: PyObject, doing: Unraisable = ""): void {
    errorTexts.get().unraisable(this, exception, where, doing);
  }
  /** A new exception on its way, chained to what is being handled; takes over the arguments. */
  makeRaise(type: string, args: PyObject[]): Raise {
    const exception = this.construct(type, args);
    chainContext(this, exception);
    return new Raise(exception);
  }
  /** Throws an exception of a class that a module brings; the class is borrowed. */
  raiseClass(type: PyObject, message: string): never {
    const text = this.temp(this.str(message));
    const exception = this.call(type, [text]);
    chainContext(this, exception);
    throw new Raise(exception);
  }
  newException(type: string, message: string): PyException {
    return this.construct(type, [this.str(message)]) as PyException;
  }
  private construct(type: string, args: PyObject[]): PyObject {
    try {
      return this.call(this.types[type], args);
    } finally {
      for (const arg of args) release(arg);
    }
  }
  /** Throws an exception again: this level adds no traceback entry. Takes over the reference. */
  reraise(exception: PyObject): never {
    this.isReraise = true;
    throw new Raise(exception);
  }
  isGuestError(error: unknown, type: string): error is Raise {
    return error instanceof Raise && error.exception.type.isSubtypeOf(this.types[type]);
  }
  /** The exception being handled, borrowed, or null (_PyErr_GetTopmostException). */
  peekHandled(): PyObject | null {
    for (let item: HandledException | null = this.handledItem; item; item = item.previous) if (item.value) return item.value;
    return null;
  }
  setHandled(exception: PyObject): void {
    const old = this.handledItem.value;
    this.handledItem.value = retain(exception);
    if (old) release(old);
  }

  // The thread of execution.
  pushFrame(frame: Frame): void {
    frame.back = this.frame;
    this.frame = frame;
    this.depth++;
  }
  popFrame(frame: Frame): void {
    this.frame = frame.back;
    this.depth--;
  }
  checkRecursion(): void {
    if (this.depth >= this.recursionLimit) {
      if (this.recursionLimit >= this.limits.frames) {
        this.stop("depth", `CPython may crash here; this machine stops at ${this.limits.frames.toLocaleString("en-US")} frames`);
      }
      // Room for the handlers that this exception meets, as CPython leaves some.
      this.recursionLimit += 50;
      try {
        this.raise("RecursionError", "maximum recursion depth exceeded");
      } finally {
        this.recursionLimit -= 50;
      }
    }
  }
  enterNative(where = ""): void {
    if (++this.nativeDepth > this.maxNativeDepth) {
      this.nativeDepth -= 20;
      try {
        this.raise("RecursionError", `maximum recursion depth exceeded${where}`);
      } finally {
        this.nativeDepth += 20;
        this.nativeDepth--;
      }
    }
  }
  leaveNative(): void {
    this.nativeDepth--;
  }
  /** What the loop was left with; owned. */
  takeResult(): PyObject {
    const value = this.result as PyObject;
    this.result = null;
    return value;
  }
  audit(event: string, args: () => PyObject[]): void {
    // What a Python half does is no event, but for those that it tells of by itself (`sys.audit`).
    if (this.auditHooks && !this.peekFrame()?.hidden) this.auditHooks.tell(event, args);
  }
  charge(units: number): void {
    this.budget -= units;
    if (this.budget < 0) this.stopForSteps();
  }
  temp<T extends PyObject>(object: T): T {
    this.temporaries.push(object);
    return object;
  }
  releaseTemporaries(mark: number): void {
    const { temporaries } = this;
    while (temporaries.length > mark) release(temporaries.pop() as PyObject);
  }
  /** The slow path of the loop: budget, threads, tracing; in this order. Whether another frame is on top now. */
  check(frame: Frame): boolean {
    if (this.budget < 0) this.stopForSteps();
    const isOther = this.budget < this.nextThreadCheck && this.threads.check(frame);
    if (this.tracer.active) this.tracer.beforeInstruction(this.frame as Frame);
    return isOther;
  }
  /** Something has changed that `check` looks at. */
  updateNextCheck(): void {
    this.nextThreadCheck = this.threads.nextCheck();
    this.nextCheck = this.tracer.active ? Number.POSITIVE_INFINITY : this.nextThreadCheck;
  }
  stop(reason: StopReason, message: string): never {
    this.heap.halted = true;
    throw new Stop(reason, message);
  }
  private stopForSteps(): never {
    return this.stop("steps", `Stopped after ${this.limits.steps.toLocaleString("en-US")} steps`);
  }
  requestCollection(): void {
    this.collectionRequested = true;
  }
  collectNow(): void {
    this.collectionRequested = false;
    this.heap.collector.collectDue();
  }
  peekFrame(): Frame | null {
    return this.frame;
  }
  importModule(name: string): PyObject {
    return this.importer.load(name);
  }
  isBuiltinModule(name: string): boolean {
    return this.importer.isHostModule(name);
  }

  // Output, roots.
  write(text: string): void {
    checkEncodable(this, text);
    this.output.write(text);
  }
  writeError(text: string): void {
    this.output.writeError(text);
  }
  roots(visit: (object: PyObject) => void): void {
    for (let frame = this.frame; frame; frame = frame.back) if (frame.owner === "thread") frame.visit(visit);
    for (const object of this.temporaries) visit(object);
    for (let item: HandledException | null = this.handledItem; item; item = item.previous) if (item.value) visit(item.value);
    for (const type of this.specTypes.values()) visit(type);
    this.scalars.roots(visit);
    this.marks.roots(visit);
    if (this.main) visit(this.main);
    visit(this.emptyTuple);
    visit(this.modules);
    visit(this.builtins);
    this.importer.roots(visit);
    this.tracer.roots(visit);
    this.auditHooks?.roots(visit);
    this.threads.roots(visit);
    this.monitoring?.roots(visit);
  }
}
