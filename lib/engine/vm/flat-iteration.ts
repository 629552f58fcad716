import { type PyObject, release, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import { PyMethodDescriptor, PyMethodWrapper, PyWrapperDescriptor } from "../types/descriptors.ts";
import { PyDict } from "../types/dict.ts";
import { PyEnumerate } from "../types/enumerate.ts";
import { PyFilter } from "../types/filter.ts";
import type { Frame } from "../types/frame.ts";
import { PyFunction } from "../types/function.ts";
import { PyGenerator } from "../types/generator.ts";
import { PyCallableIterator, PySequenceIterator } from "../types/iterators.ts";
import { PyList } from "../types/list.ts";
import { PyMethod } from "../types/method.ts";
import { PyParallelIterators } from "../types/parallel-iterators.ts";
import type { PyCode } from "../types/code.ts";
import { GENERIC_SLOTS } from "../types/slot-functions.ts";
import { PyTuple } from "../types/tuple.ts";
import { frameFor } from "./calls.ts";
import { callsBack, flatHandlers as handlersThatCallBack, isOwn } from "./flat-callbacks.ts";
import { moduleStandIns } from "./lent-iteration.ts";
import { enterSuspended, isResumable } from "./inline-calls.ts";
import { type Control, FRAME_CHANGED, type Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";
import { enterStandIn, peekStandIn } from "./stand-ins.ts";

/*
 * Iteration that runs Python code, on the thread's own stack. A thread that waits in the middle of a call of the host keeps
 * its place on the host's stack, and those that lie below cannot go on before it. So where there are other threads or
 * processes, hidden Python code does what the host would do otherwise (python/_steps.py).
 */

export function isPython(callable: PyObject | null): boolean {
  if (callable instanceof PyMethod) return isPython(callable.func);
  return callable instanceof PyFunction || callable?.type.slots.call === GENERIC_SLOTS.call;
}

/** The hidden function that goes through an iterator in the host's place; null for those that the host goes through. */
function stepperFor(vm: Machine, iterator: PyObject): string | null {
  if (iterator instanceof PyCallableIterator) return "of_callable";
  if (iterator instanceof PySequenceIterator && iterator.type.name === "iterator") return isOwn(iterator.sequence) ? "of_sequence" : null;
  if (iterator instanceof PyFilter) return iterator.predicate === vm.none || isPython(iterator.predicate) || runsFrames(vm, iterator.iterator) ? "of_filter" : null;
  if (iterator instanceof PyEnumerate) return runsFrames(vm, iterator.iterator) ? "of_enumerate" : null;
  if (iterator.type.spec?.module === "itertools") return moduleStandIns.get().toolStepper(vm, iterator);
  if (iterator instanceof PyParallelIterators) {
    if (iterator.type === vm.types.zip) return iterator.iterators.some((inner) => runsFrames(vm, inner)) ? (iterator.strict ? "of_strict_zip" : "of_zip") : null;
    if (iterator.strict || iterator.type !== vm.types.map) return null;
    return isPython(iterator.callable) || iterator.iterators.some((inner) => runsFrames(vm, inner)) ? "of_map" : null;
  }
  return iterator.type.slots.next === GENERIC_SLOTS.next ? "of_iterator" : null;
}

/** Whether going through it runs Python code. */
export function runsFrames(vm: Machine, iterator: PyObject | null): boolean {
  if (iterator instanceof PyGenerator) return iterator.type === vm.types.generator;
  return iterator !== null && stepperFor(vm, iterator) !== null;
}

/** Whether asking for its iterator runs Python code, and nothing else of it does before. */
function iteratesInPython(vm: Machine, object: PyObject): boolean {
  const { slots } = object.type;
  if (runsFrames(vm, object)) return true;
  const isIterable = slots.iter === GENERIC_SLOTS.iter || (slots.iter === undefined && slots.getItem === GENERIC_SLOTS.getItem);
  return isIterable && (isMeasured(object) || !object.type.peek("__length_hint__"));
}

/** Whether a Python function tells its length, for which lists and tuples ask. */
function isMeasured(object: PyObject): boolean {
  return object.type.slots.length === GENERIC_SLOTS.length;
}

/** What a loop goes through for an iterator, which it takes over. */
export function flatIterator(vm: Machine, iterator: PyObject): PyObject {
  const name = stepperFor(vm, iterator);
  if (name === null) return iterator;
  try {
    return vm.call(peekStandIn(vm, name), [iterator]);
  } finally {
    release(iterator);
  }
}

/** Built-in functions and types that take all items of one argument, the first. */
const TAKE_ALL: ReadonlySet<string> = new Set(["list", "tuple", "set", "frozenset", "dict", "sum", "sorted", "min", "max", "deque"]);
/** Those that know a second argument. */
const TAKE_ANOTHER: ReadonlySet<string> = new Set(["sum"]);
/** Those that may stop in the middle, which hidden functions of the same name stand for. */
const TAKE_SOME: ReadonlySet<string> = new Set(["any", "all"]);
/** Methods that take all items of their argument. */
const METHODS_TAKE_ALL: ReadonlySet<string> = new Set(["join", "extend", "update"]);

/** Those that call a key function for each item, which hidden functions with a name of their own stand for. */
const TAKE_KEYS: ReadonlyMap<string, string> = new Map([["sorted", "sorted_by"], ["min", "least_by"], ["max", "greatest_by"]]);

/** The hidden function for a call with a key function that is Python; null for other calls. */
function keyedStandIn(callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames): string | null {
  const at = kwnames?.indexOf("key") ?? -1;
  if (at < 0 || !isPython(args[args.length - (kwnames as readonly string[]).length + at])) return null;
  if (callable instanceof PyMethodDescriptor) return callable.name === "sort" && args[0] instanceof PyList ? "sort_by" : null;
  if (!(callable instanceof PyBuiltinFunction)) return null;
  if (callable.self instanceof PyList) return callable.spec.name === "sort" ? "sort_own" : null;
  if (callable.self !== null || callable.module !== "builtins") return null;
  return TAKE_KEYS.get(callable.spec.name) ?? null;
}

function takesMappings(callable: PyObject): boolean {
  if (callable instanceof PyBuiltinFunction) return callable.self !== null && callable.spec.name === "update";
  return (callable as PyType | PyMethodDescriptor).name === (callable instanceof PyType ? "dict" : "update");
}

/** Whether it asks how many items there will be. */
function measures(callable: PyObject, args: readonly PyObject[]): boolean {
  if (callable instanceof PyType) return callable.name === "list" || callable.name === "tuple";
  if (callable instanceof PyMethodDescriptor) return args[0] instanceof PyList;
  return callable instanceof PyBuiltinFunction && (callable.self === null ? callable.spec.name === "sorted" : callable.self instanceof PyList);
}

const hasOwnItems = (object: PyObject) => (object instanceof PyList || object instanceof PyTuple) && object.items.some(isOwn);

/** Where the items come from and who takes them; null where the host may do it. */
function standInFor(callable: PyObject): { readonly name: string; readonly at: number } | null {
  if (callable instanceof PyType) return !callable.isHeapType && TAKE_ALL.has(callable.name) ? { name: "taking_all", at: 0 } : null;
  if (callable instanceof PyMethodDescriptor) return METHODS_TAKE_ALL.has(callable.name) ? { name: "method_taking_all", at: 1 } : null;
  if (!(callable instanceof PyBuiltinFunction)) return null;
  const { name } = callable.spec;
  if (callable.self !== null) return METHODS_TAKE_ALL.has(name) ? { name: "taking_all", at: 0 } : null;
  if (callable.module !== "builtins") return null;
  return TAKE_ALL.has(name) ? { name: "taking_all", at: 0 } : TAKE_SOME.has(name) ? { name: `${name}_of`, at: 0 } : null;
}

/** A call of the host that would go through an iterator that runs Python code: hidden code collects the items first. Null for other calls. */
export function enterCollecting(vm: Machine, caller: Frame, callable: PyObject, base: number, start: number, kwnames: KeywordNames): Control | null {
  const args = caller.slots.slice(start, caller.sp) as PyObject[];
  const resumed = kwnames === null ? resumedBy(vm, callable, args) : null;
  if (resumed !== null) return enterResumed(vm, caller, resumed.generator, resumed.value, base);
  if (kwnames === null && isNext(callable) && args.length > 0 && args.length < 3) {
    const name = stepperFor(vm, args[0]);
    if (name !== null) return enterStandIn(vm, caller, name === "of_iterator" ? "called" : "_flat_calls.next_of", [callable, ...args], base, null);
  }
  const entered = moduleStandIns.get().enterCode(vm, caller, callable, args, kwnames, base);
  if (entered !== null) return entered;
  if (callable instanceof PyMethod && callable.func instanceof PyFunction) return enterBound(vm, caller, callable, args, base, kwnames);
  const keyed = keyedStandIn(callable, args, kwnames);
  if (keyed !== null) return enterStandIn(vm, caller, keyed, [callable, ...args], base, kwnames);
  const collecting = collectingStandIn(vm, callable, args, kwnames);
  if (collecting !== null) return enterStandIn(vm, caller, collecting, [callable, ...args], base, kwnames);
  if (callsBack(callable, args)) return enterStandIn(vm, caller, "called", [callable, ...args], base, kwnames);
  const ownStandIn = moduleStandIns.get().callStandIn(vm, callable, args, kwnames);
  return ownStandIn === null ? null : enterStandIn(vm, caller, ownStandIn, [callable, ...args], base, kwnames);
}

/** The hidden function that goes through an argument and hands all of its items over at once; null for other calls. */
function collectingStandIn(vm: Machine, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames): string | null {
  const standIn = standInFor(callable);
  if (standIn === null) return null;
  const more = args.length - (kwnames?.length ?? 0) - standIn.at - 1;
  if (more !== 0 && !(more === 1 && TAKE_ANOTHER.has((callable as PyBuiltinFunction).spec?.name))) return null;
  const source = args[standIn.at];
  // Of mappings a dict asks for the keys.
  if (source.type.peek("keys") && takesMappings(callable)) return null;
  const isTested = TAKE_SOME.has((callable as PyBuiltinFunction).spec?.name) && hasOwnItems(source);
  if (!isTested && !iteratesInPython(vm, source)) return null;
  return isMeasured(source) && measures(callable, args) ? `${standIn.name}_measured` : standIn.name;
}

/** A bound method that the version calls by way of C: as `with` does for `__exit__`. */
function enterBound(vm: Machine, caller: Frame, method: PyMethod, args: readonly PyObject[], base: number, kwnames: KeywordNames): Control {
  const frame = frameFor(vm, method.func as PyFunction, [method.self, ...args], kwnames);
  frame.owed = caller.sp - base;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}

const isNext = (callable: PyObject) => callable instanceof PyBuiltinFunction && callable.module === "builtins" && callable.self === null && callable.spec.name === "next";

/** The generator or coroutine that a call of `next`, `__next__` or `send` resumes, and what it is sent; null for other calls. */
function resumedBy(vm: Machine, callable: PyObject, args: readonly PyObject[]): { readonly generator: PyGenerator; readonly value: PyObject } | null {
  let name = "";
  let all = args;
  if (callable instanceof PyMethodDescriptor || callable instanceof PyWrapperDescriptor) name = callable.name;
  else if (callable instanceof PyMethodWrapper) {
    name = callable.descriptor.name;
    all = [callable.self, ...args];
  } else if (callable instanceof PyBuiltinFunction) {
    name = callable.spec.name;
    if (callable.self !== null) all = [callable.self, ...args];
    else if (callable.module !== "builtins" || name !== "next") return null;
  }
  if (all.length !== (name === "send" ? 2 : name === "next" || name === "__next__" ? 1 : -1)) return null;
  const [generator, value = vm.none] = all;
  if (!(generator instanceof PyGenerator) || !isResumable(generator)) return null;
  if (generator.type !== vm.types.generator && (generator.type !== vm.types.coroutine || name !== "send")) return null;
  return generator.state === "suspended" || value === vm.none ? { generator, value } : null;
}

/** Resumes a generator below a hidden frame, which gets what it yields or returns and makes of it what the call gives. */
function enterResumed(vm: Machine, caller: Frame, generator: PyGenerator, value: PyObject, base: number): Control {
  const control = enterStandIn(vm, caller, "resumed", [generator], base, null);
  const frame = vm.frame as Frame;
  // There its result is bound.
  frame.pc = frame.code.spec.code.findIndex(({ op }) => op === "STORE_FAST");
  enterSuspended(vm, generator, retain(value), frame.pc, false);
  return control;
}

/** The items of what lies on top of the stack go to the end of a list; null where the host may do it. */
export function enterExtending(vm: Machine, caller: Frame, list: PyObject): Control | null {
  if (!iteratesInPython(vm, caller.peek(1))) return null;
  const frame = frameFor(vm, vm.importer.peekName("_steps", isMeasured(caller.peek(1)) ? "extending_measured" : "extending") as PyFunction, [list, caller.peek(1)], null);
  frame.owed = 1;
  frame.exit = caller.pc;
  frame.dropsResult = true;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}

/** Unpacking asks for one item more than it has names for, and all where one name takes the rest. */
function countOf(op: string, arg: number): number | null {
  return op === "UNPACK_SEQUENCE" ? arg + 1 : op === "UNPACK_EX" ? -1 : null;
}

/** Whether `**` calls Python functions for what it takes. */
function mapsInPython(object: PyObject): boolean {
  const { slots } = object.type;
  return object instanceof PyDict ? slots.iter === GENERIC_SLOTS.iter : slots.getItem === GENERIC_SLOTS.getItem && !!object.type.peek("keys");
}

/** What goes through an iterator for `yield from`; those of the program are delegated to themselves. */
function delegate(vm: Machine, frame: Frame): void {
  const name = stepperFor(vm, frame.peek(1));
  if (name === null || name === "of_iterator") return;
  const iterator = retain(frame.peek(1));
  frame.drop(1);
  frame.push(flatIterator(vm, iterator));
}

/** The handlers of a code object, where those that go through iterators or call special methods leave the host for it. */
export function flatHandlers(code: PyCode, handlers: readonly Handler[]): Handler[] {
  return handlersThatCallBack(code, handlers).map((handler, at) => {
    const { op, arg: count } = code.spec.code[at];
    if (op === "GET_YIELD_FROM_ITER") {
      return (vm, frame, arg) => {
        const control = handler(vm, frame, arg);
        if (vm.frame === frame) delegate(vm, frame);
        return control;
      };
    }
    if (op === "SET_UPDATE") return (vm, frame, arg) => (iteratesInPython(vm, frame.peek(1)) ? replaceTop(vm, frame, at, "listed", []) : handler(vm, frame, arg));
    if (op === "DICT_MERGE") return (vm, frame, arg) => (mapsInPython(frame.peek(1)) ? replaceTop(vm, frame, at, "mapped", []) : handler(vm, frame, arg));
    const wanted = countOf(op, count);
    if (wanted === null) return handler;
    return (vm, frame, arg) => {
      if (!runsFrames(vm, frame.peek(1))) return handler(vm, frame, arg);
      return replaceTop(vm, frame, at, "taken", [vm.temp(vm.int(wanted))]);
    };
  });
}

/** A hidden function makes something of what lies on top of the stack; then the instruction takes that. */
function replaceTop(vm: Machine, frame: Frame, at: number, name: string, more: readonly PyObject[]): Control {
  const control = enterStandIn(vm, frame, name, [frame.peek(1), ...more], frame.sp - 1, null);
  (vm.frame as Frame).exit = at;
  return control;
}
