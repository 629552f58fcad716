import type { Profile } from "../profiles/types.ts";
import type { Limits, StopReason } from "../types.ts";
import type { Heap } from "./heap.ts";
import type { PyObject } from "./object.ts";
import type { CompareOp, KeywordNames } from "./slots.ts";
import type { PyType } from "./type.ts";
import type { TypeSpec } from "./define.ts";
import type { SharedMarks } from "../types/shared-marks.ts";
import type { Scalars } from "../types/scalars.ts";
import type { Frame } from "../types/frame.ts";

/**
 * The machine as the layers below it see it. `core`, `protocol`, `types` and `modules` call the rest of the engine only
 * through this; the composition root builds the one implementation.
 */
export interface Runtime {
  readonly profile: Profile;
  readonly limits: Limits;
  readonly heap: Heap;
  /** Built-in types and exceptions by their Python name (`rt.types.int`, `rt.types.ValueError`), plus internal ones (`rt.types.list_iterator`). */
  readonly types: Readonly<Record<string, PyType>>;
  /** Loaded modules (sys.modules), a dict object. */
  readonly modules: PyObject;
  /** The namespace of `builtins`, a dict object. */
  readonly builtins: PyObject;

  /** Singletons, borrowed. */
  readonly none: PyObject;
  readonly true: PyObject;
  readonly false: PyObject;
  readonly notImplemented: PyObject;
  readonly ellipsis: PyObject;
  readonly emptyTuple: PyObject;

  /** The type object made from a declaration in this runtime. */
  typeOf(spec: TypeSpec): PyType;

  /** Small ints, one-character strings, interned strings, the hash key and the digits limit of this runtime. */
  readonly scalars: Scalars;

  /** What classes share by version. */
  readonly marks: SharedMarks;

  // Making objects; each returns an owned reference.
  int(value: bigint | number): PyObject;
  float(value: number): PyObject;
  bool(value: boolean): PyObject;
  str(value: string): PyObject;
  /** A str that is an object of its own even with one character: where CPython fills a new string and looks for no shared one. */
  newStr(value: string): PyObject;
  /** The one interned str of this value. */
  intern(value: string): PyObject;
  bytes(value: Uint8Array): PyObject;
  /** Takes over the references in `items`. */
  takeTuple(items: PyObject[]): PyObject;
  /** `takeTuple` where CPython copies an array (PyTuple_FromArray): versions differ in whether the collector tracks the result. */
  takeTupleOfArray(items: PyObject[]): PyObject;
  /** Takes over the references in `items`. */
  takeList(items: PyObject[]): PyObject;
  dict(): PyObject;

  // Calling guest code.
  call(callable: PyObject, args: readonly PyObject[], kwnames?: KeywordNames): PyObject;
  /** Looks the method up on the type, as the interpreter does for special methods; null when there is none. */
  callSpecial(self: PyObject, name: string, args: readonly PyObject[]): PyObject | null;
  /** `self.name(*args)` by ordinary attribute look-up. */
  callMethod(self: PyObject, name: string, args: readonly PyObject[]): PyObject;

  /** Answers the host's calls of Python functions while something is done again (vm/flat-callbacks.ts); null otherwise. */
  answers: { take(callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject } | null;

  // Operations on any object (protocol/), reachable from below.
  getAttribute(object: PyObject, name: string): PyObject;
  /** Null instead of AttributeError; other exceptions pass. */
  getAttributeOrNull(object: PyObject, name: string): PyObject | null;
  setAttribute(object: PyObject, name: string, value: PyObject | null): void;
  repr(object: PyObject): PyObject;
  /** What the running thread is getting the repr of. */
  readonly shown: Set<PyObject>;
  /** The text of `repr(object)`. */
  reprText(object: PyObject): string;
  /** The text of `str(object)`. */
  strText(object: PyObject): string;
  truth(object: PyObject): boolean;
  hash(object: PyObject): bigint;
  compare(left: PyObject, right: PyObject, op: CompareOp): PyObject;
  /** `left is right or left == right` as a boolean (PyObject_RichCompareBool). */
  equal(left: PyObject, right: PyObject): boolean;
  iter(object: PyObject): PyObject;
  /** The next item, owned, or null at the end. StopIteration is swallowed, other exceptions pass. */
  next(iterator: PyObject): PyObject | null;
  /** The value of `__index__` as a bigint; TypeError when there is none. */
  index(object: PyObject): bigint;

  /** Ends the run: no guest code can catch it, and none runs after it, not even a finalizer. */
  stop(reason: StopReason, message: string): never;

  // Exceptions.
  /** Throws `type(message)`. The name is that of a built-in exception. */
  raise(type: string, message: string): never;
  /** Throws `type(*args)`; takes over the references in `args`. */
  raiseWith(type: string, args: PyObject[]): never;
  /** A text that differs between versions, with `{0}`, `{1}` replaced. */
  message(key: string, ...parts: string[]): string;
  /** Prints "Exception ignored in …" for an exception that has nowhere to go; takes over the reference. */
  unraisable(exception: PyObject, where: PyObject, doing?: "deallocator" | "weakref callback" | "generator" | "GC callback" | "__release_buffer__" | ""): void;

  /** Tells the audit hooks of an event; the arguments, which are taken over, are made only if there are any. */
  audit(event: string, args: () => PyObject[]): void;

  // Running.
  /** One level of host recursion more; RecursionError when there are too many. `where` ends the text, e.g. ` in comparison`. */
  enterNative(where?: string): void;
  leaveNative(): void;
  /** Pays for work inside a built-in function, one unit about one element; stops the run when the budget is spent. */
  charge(units: number): void;
  /** Gives the reference up when the running native call or instruction ends, also when it raises. Returns the object. */
  temp<T extends PyObject>(object: T): T;
  /** Weak references to a dying object: cleared, callbacks called. */
  clearWeakrefs(object: PyObject): void;
  /**
   * The same for objects found unreachable, all of them before the first callback: weak references that are garbage
   * themselves are not called.
   */
  clearGarbageWeakrefs(objects: readonly PyObject[], garbage: ReadonlySet<PyObject>, which: "all" | "with-callback"): void;
  write(text: string): void;
  writeError(text: string): void;
  /** The innermost running activation, or null outside any. */
  peekFrame(): Frame | null;
  /** Asks for a collection at the next point where this version allows one. */
  requestCollection(): void;
  /** The write-through view of a function's variables (PEP 667) for a frame object. */
  frameLocalsProxy(frame: PyObject): PyObject;
  /** Ends a suspended generator as `close()` does. */
  closeSuspended(generator: PyObject): void;
  // Generators and coroutines: entering and leaving their frames.
  /** The next value of a generator, or null at its end. */
  nextGenerator(generator: PyObject): PyObject | null;
  /** `generator.send(value)`: the next value, or StopIteration thrown. */
  sendGenerator(generator: PyObject, value: PyObject): PyObject;
  throwGenerator(generator: PyObject, type: PyObject, value: PyObject | null, traceback: PyObject | null): PyObject;
  /** Warns of a `throw` or `athrow` that was given more than an exception, where the version does. */
  warnOfThrow(method: string, value: PyObject | undefined): void;
  closeGenerator(generator: PyObject): PyObject;
  finalizeGenerator(generator: PyObject): void;
  /** A request to an asynchronous generator goes that was never awaited: "asend", "athrow" or "aclose". */
  finalizeRequest(request: PyObject, generator: PyObject, method: string): void;
  /** An asynchronous generator is used: the first time the thread's hooks are told (sys.set_asyncgen_hooks). */
  meetHooks(generator: PyObject): void;
  generatorCode(generator: PyObject): PyObject;
  /** The module of this dotted name, loaded when needed; owned. */
  importModule(name: string): PyObject;
  /** Whether a module of this name is compiled into the interpreter. */
  isBuiltinModule(name: string): boolean;
  /** Fills the namespace of a built-in type that was left until somebody looks. */
  fillLate(type: PyType): void;
  /** Fills all that were left: somebody looks at every object. */
  fillAllLate(): void;
  /** References held by the machine itself: frames, temporaries, caches, modules, built-in types. */
  roots(visit: (object: PyObject) => void): void;
}
