import { codeThatRan } from "./prepare.ts";
import { PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { genericGetAttribute } from "../protocol/attributes.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import type { PyCode } from "../types/code.ts";
import { PyMethodDescriptor } from "../types/descriptors.ts";
import { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import { PyList } from "../types/list.ts";
import { PyProperty } from "../types/property.ts";
import { PySet } from "../types/set.ts";
import { GENERIC_SLOTS } from "../types/slot-functions.ts";
import { PySuper } from "../types/super.ts";
import { PyStr } from "../types/str.ts";
import { PyTuple } from "../types/tuple.ts";
import { type Control, FRAME_CHANGED, type Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";
import { enterStandIn } from "./stand-ins.ts";

/*
 * Special methods that the host calls, on the thread's own stack. Where the host would enter a loop for a Python function, it
 * is left instead: the function runs like any other, its answer is noted, and the instruction or the built-in function is run
 * from its beginning once more, up to the first call that has no answer yet. So this is for what changes nothing before the
 * last such call, or may do so twice.
 */

/** Thrown through the host to have a function called first. Holds what it needs. */
class Unanswered {
  readonly callable: PyObject;
  readonly args: PyObject[];
  readonly kwnames: KeywordNames;
  /** What the repr of is under way: it still is while the function runs. */
  private readonly shown: readonly PyObject[];

  constructor(callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames) {
    this.callable = retain(callable);
    this.args = args.map((arg) => retain(arg));
    this.kwnames = kwnames;
    this.shown = [...callable.type.rt.shown];
  }

  /** The function, its positional arguments, those with names, and what is being shown, or None where the host has left no repr; the references are handed over. */
  take(vm: Machine): [PyObject, PyObject, PyObject, PyObject] {
    const names = vm.dict() as PyDict;
    const positional = this.args.length - (this.kwnames?.length ?? 0);
    this.kwnames?.forEach((name, i) => {
      const key = vm.str(name);
      names.set(vm, key, this.args[positional + i]);
      release(key);
      release(this.args[positional + i]);
    });
    const shown = this.shown.length > vm.shown.size ? vm.takeList(this.shown.map((object) => retain(object))) : retain(vm.none);
    return [this.callable, vm.takeTuple(this.args.slice(0, positional)), names, shown];
  }
}

/** Goes through answers, each three items of a list: the function, what it gave, and whether it returned that. */
class Answers {
  private at = 0;
  private readonly items: PyObject[];

  constructor(list: PyList) {
    this.items = list.items as PyObject[];
  }

  /** The next answer, owned. Where another function is asked than before, something has changed meanwhile: what follows counts no more. */
  take(callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
    const { items, at } = this;
    if (at < items.length && items[at] === callable) {
      this.at += 3;
      const value = retain(items[at + 1]);
      if (items[at + 2].type.rt.truth(items[at + 2])) return value;
      throw new Raise(value);
    }
    for (const item of items.splice(at)) release(item);
    throw new Unanswered(callable, args, kwnames);
  }
}

/** `_attempt` of python/_steps.py: whether it is done, with the result, or with the function to call first, its arguments, those with names, and what is being shown. */
export function attempt(vm: Machine, [answers, callable, args, names]: readonly PyObject[]): PyObject {
  const outer = vm.answers;
  const entries = (names as PyDict).entries.filter((entry) => entry !== null);
  const all = [...(args as PyTuple).items, ...entries.map(({ value }) => value)];
  vm.answers = new Answers(answers as PyList);
  try {
    const result = vm.call(callable, all, entries.length > 0 ? entries.map(({ key }) => (key as PyStr).value) : null);
    return vm.takeTuple([retain(vm.true), result]);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    vm.answers = null;
    return vm.takeTuple([retain(vm.false), ...error.take(vm)]);
  } finally {
    vm.answers = outer;
  }
}

type Test = (frame: Frame, name: string) => boolean;

export function isContainer(object: PyObject): boolean {
  return object instanceof PyList || object instanceof PyTuple || object instanceof PyDict || object instanceof PySet;
}

export function isOwn(object: PyObject | null | undefined): boolean {
  return object?.type.isHeapType === true;
}

/** Whether it is a `defaultdict` with a Python function, which its class in modules/ calls its factory. */
function fillsInPython(dict: PyObject): boolean {
  return "factory" in dict && dict.factory instanceof PyObject && (dict.factory.type.name === "function" || isOwn(dict.factory));
}

const operands: Test = (frame) => {
  const left = frame.peek(2);
  const right = frame.peek(1);
  return isOwn(left) || isOwn(right) || (isContainer(left) && (isContainer(right) || fillsInPython(left)));
};
const topmost: Test = (frame) => isOwn(frame.peek(1));
const truth: Test = (frame) => {
  const { slots } = frame.peek(1).type;
  return slots.bool === GENERIC_SLOTS.bool || slots.length === GENERIC_SLOTS.length;
};
const shown: Test = (frame) => [1, 2].some((depth) => frame.sp - depth >= frame.stackBase && (isOwn(frame.peek(depth)) || isContainer(frame.peek(depth))));
const anyOfThree: Test = (frame) => [1, 2, 3].some((depth) => frame.sp - depth >= frame.stackBase && isOwn(frame.peek(depth)));
const anywhere: Test = (frame) => {
  for (let at = frame.stackBase; at < frame.sp; at++) if (isOwn(frame.slots[at])) return true;
  return false;
};

/** Whether looking up an attribute runs a special method. */
function looksUp(owner: PyObject, name: string): boolean {
  if (owner instanceof PySuper) return owner.selfType !== null && inherits(owner.selfType, name);
  if (owner instanceof PyType && inherits(owner, name)) return true;
  if (!isOwn(owner)) return false;
  const { getAttribute } = owner.type.slots;
  if (getAttribute === GENERIC_SLOTS.getAttribute) return !(owner instanceof PyType) || !owner.peek(name);
  if (getAttribute !== undefined && getAttribute !== genericGetAttribute) return false;
  const found = owner.type.peek(name);
  return isOwn(found) && found?.type.slots.descrGet === GENERIC_SLOTS.descrGet;
}

/** Whether a class or one of its bases has a property of that name or another attribute whose look-up runs a special method. */
function inherits(type: PyType, name: string): boolean {
  return type.mro.some((base) => {
    const found = base.isHeapType ? base.dict.get(name) : undefined;
    return found instanceof PyProperty || (isOwn(found) && found?.type.slots.descrGet === GENERIC_SLOTS.descrGet);
  });
}

/** Whether reading one in a built-in function does: an instruction enters a property's function itself. */
function reads(owner: PyObject, name: string): boolean {
  return looksUp(owner, name) || owner.type.peek(name) instanceof PyProperty;
}

/** Whether setting or deleting an attribute does. */
function changes(owner: PyObject, name: string): boolean {
  if (!isOwn(owner)) return false;
  if (owner.type.slots.setAttribute === GENERIC_SLOTS.setAttribute) return true;
  const found = owner.type.peek(name);
  return found instanceof PyProperty || (isOwn(found) && found?.type.slots.descrSet === GENERIC_SLOTS.descrSet);
}

const attribute: Test = (frame, name) => looksUp(frame.peek(1), name);
const superAttribute: Test = (frame, name) => inherits(frame.peek(1).type, name);
const setAttribute: Test = (frame, name) => changes(frame.peek(1), name);

const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["COMPARE_OP", operands], ["CONTAINS_OP", operands], ["STORE_SUBSCR", operands], ["DELETE_SUBSCR", operands],
  ["BINARY_SLICE", anyOfThree], ["STORE_SLICE", anyOfThree],
  ["LOAD_ATTR", attribute], ["LOAD_METHOD", attribute], ["LOAD_SUPER_ATTR", superAttribute], ["STORE_ATTR", setAttribute], ["DELETE_ATTR", setAttribute],
  ["UNARY_NEGATIVE", topmost], ["UNARY_POSITIVE", topmost], ["UNARY_INVERT", topmost], ["GET_ITER", topmost], ["GET_YIELD_FROM_ITER", topmost],
  ["SEND", anyOfThree], ["YIELD_FROM", operands], ["UNPACK_SEQUENCE", topmost], ["UNPACK_EX", topmost], ["DICT_UPDATE", topmost], ["MATCH_CLASS", anyOfThree],
  ["UNARY_NOT", truth], ["TO_BOOL", truth], ["POP_JUMP_IF_TRUE", truth], ["POP_JUMP_IF_FALSE", truth],
  ["POP_JUMP_FORWARD_IF_TRUE", truth], ["POP_JUMP_FORWARD_IF_FALSE", truth], ["POP_JUMP_BACKWARD_IF_TRUE", truth],
  ["POP_JUMP_BACKWARD_IF_FALSE", truth], ["JUMP_IF_TRUE_OR_POP", truth], ["JUMP_IF_FALSE_OR_POP", truth],
  ["FORMAT_VALUE", shown], ["FORMAT_SIMPLE", shown], ["FORMAT_WITH_SPEC", shown], ["CONVERT_VALUE", shown],
  ["BUILD_MAP", anywhere], ["BUILD_SET", anywhere],
]);

function testFor(op: string): Test | null {
  return TESTS.get(op) ?? (op.startsWith("INPLACE_") || op.startsWith("BINARY_") ? operands : null);
}

/** The name of an attribute that an instruction looks up, or "". */
function nameAt(code: PyCode, at: number): string {
  const { spec } = code;
  const { op, arg } = spec.code[at];
  if (!op.endsWith("_ATTR") && op !== "LOAD_METHOD") return "";
  return spec.names[arg >> (instructionSetOf(code.type.rt.profile.compiler.instructionSet).opcodes.get(op)?.nameShift ?? 0)];
}

/** The handlers of a code object, where those that may call special methods leave the host for it. */
export function flatHandlers(code: PyCode, handlers: readonly Handler[]): Handler[] {
  const { spec } = code;
  return handlers.map((handler, at) => {
    const { op } = spec.code[at];
    const test = testFor(op);
    if (test === null) return handler;
    const name = nameAt(code, at);
    return (vm, frame, arg) => {
      if (frame.answers === null && !test(frame, name)) return handler(vm, frame, arg);
      // A program that traces itself must not see an instruction twice; a recording changes nothing.
      if (vm.tracer.peekFunction() !== null || vm.tracer.peekProfile() !== null || vm.monitoring?.active) return handler(vm, frame, arg);
      return runAgain(vm, frame, handler, arg);
    };
  });
}

/** From now on there are other threads or processes: code is prepared so that they may wait for one another in it. */
export function expectOthers(vm: Machine): void {
  if (vm.hasOthers) return;
  vm.hasOthers = true;
  for (const code of codeThatRan(vm)) code.prepared = null;
}

/** Runs an instruction with the answers that there are. Asked for another one, it puts the stack back and enters the function. */
function runAgain(vm: Machine, frame: Frame, handler: Handler, arg: number): Control | undefined | void {
  const at = frame.pc - 1;
  const { stackBase, sp } = frame;
  const values = frame.slots.slice(stackBase, sp);
  const borrowed = frame.borrowed.slice(stackBase, sp);
  for (const value of values) if (value) retain(value);
  const outer = vm.answers;
  const answers = (frame.answers ?? vm.takeList([])) as PyList;
  frame.answers = null;
  vm.answers = new Answers(answers);
  let unanswered: Unanswered | null = null;
  try {
    return handler(vm, frame, arg);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    unanswered = error;
  } finally {
    vm.answers = outer;
    if (unanswered === null) {
      for (const value of values) if (value) release(value);
      release(answers);
    }
  }
  frame.drop(frame.sp - stackBase);
  values.forEach((value, i) => {
    if (value && borrowed[i]) {
      release(value);
      frame.pushBorrowed(value);
    } else frame.push(value);
  });
  frame.pc = at + 1;
  const taken = unanswered.take(vm);
  frame.answers = answers;
  const control = enterStandIn(vm, frame, "answered", [answers, ...taken], frame.sp, null);
  for (const object of taken) release(object);
  const entered = vm.frame as Frame;
  entered.exit = at;
  entered.dropsResult = true;
  return control ?? FRAME_CHANGED;
}

type CallTest = (args: readonly PyObject[], self: PyObject | null) => boolean;

const anyArgument: CallTest = (args) => args.some((arg) => isOwn(arg) || isContainer(arg));
const orFunction: CallTest = (args) => args.some((arg) => isOwn(arg) || isContainer(arg) || arg.type.name === "function");
const named = (test: (owner: PyObject, name: string) => boolean): CallTest => ([owner, name]) => isOwn(owner) && (!(name instanceof PyStr) || test(owner, name.value));
const ofClass: CallTest = ([, cls]) => (cls instanceof PyTuple ? cls.items.some((one) => isOwn(one) || one instanceof PyTuple) : isOwn(cls));
const measured: CallTest = ([arg]) => arg?.type.slots.length === GENERIC_SLOTS.length;
/** A key is hashed and compared; what a table has of keys is compared with it only where the hashes are equal. */
const keyed: CallTest = (args) => args.some((arg) => isOwn(arg) || arg instanceof PyTuple);
/** Items are compared one by one. */
const sought: CallTest = (args, self) => anyArgument(args, self) || ((self instanceof PyList || self instanceof PyTuple) && self.items.some(isOwn));

/** Built-in functions and methods that call special methods of their arguments before they change anything, and when they do. */
const FUNCTIONS: ReadonlyMap<string, CallTest> = new Map<string, CallTest>([
  ...["repr", "ascii", "format", "hash", "abs", "divmod", "pow", "round", "hex", "oct", "bin", "chr", "iter", "dir", "bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right", "min", "max"].map((name): [string, CallTest] => [name, anyArgument]),
  ["len", measured], ["getattr", named(reads)], ["hasattr", named(reads)], ["setattr", named(changes)], ["delattr", named(changes)],
  ["isinstance", ofClass], ["issubclass", ofClass], ["sub", orFunction], ["subn", orFunction],
]);
/** Those that ask for an iterator or a number, and no item for anything. */
const TYPES_OF_OWN = [
  "range", "bytes", "dict", "zip", "map", "filter", "enumerate", "reversed", "zip_longest", "pairwise", "batched", "groupby", "accumulate", "starmap", "takewhile",
  "dropwhile", "filterfalse", "islice", "compress", "cycle", "product", "permutations", "combinations", "combinations_with_replacement",
];
const TYPES: ReadonlyMap<string, CallTest> = new Map<string, CallTest>([
  ...["str", "bool", "int", "float", "complex", "set", "frozenset"].map((name): [string, CallTest] => [name, anyArgument]),
  ...TYPES_OF_OWN.map((name): [string, CallTest] => [name, (args) => args.some(isOwn)]),
]);
const METHODS: ReadonlyMap<string, CallTest> = new Map<string, CallTest>([
  ...["get", "setdefault", "pop", "add", "discard", "__getitem__"].map((name): [string, CallTest] => [name, keyed]),
  ...["index", "count", "remove", "__contains__"].map((name): [string, CallTest] => [name, sought]),
  ["format", anyArgument], ["sub", orFunction], ["subn", orFunction],
]);

/** Whether a call of the host may call Python functions that can be called outside of it. */
export function callsBack(callable: PyObject, args: readonly PyObject[]): boolean {
  if (callable instanceof PyType) return !callable.isHeapType && (TYPES.get(callable.name)?.(args, null) ?? false);
  if (callable instanceof PyMethodDescriptor) return METHODS.get(callable.name)?.(args.slice(1), args[0] ?? null) ?? false;
  if (!(callable instanceof PyBuiltinFunction)) return false;
  return (callable.self !== null ? METHODS : FUNCTIONS).get(callable.spec.name)?.(args, callable.self) ?? false;
}
