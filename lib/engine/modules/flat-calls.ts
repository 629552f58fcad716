import { type PyObject, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { compileSource, namespaces, sourceOf } from "./builtins/evaluation.ts";
import { peekStandardOutput, peekStream } from "./builtins/printing.ts";
import { PyBuiltinFunction, PyNewFunction } from "../types/builtin-function.ts";
import { PyCode } from "../types/code.ts";
import { PyMethodDescriptor, PyMethodWrapper, PyWrapperDescriptor } from "../types/descriptors.ts";
import { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import { PyFunction } from "../types/function.ts";
import { PyList } from "../types/list.ts";
import { GENERIC_SLOTS } from "../types/slot-functions.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import { callType } from "../types/type.ts";
import { frameFor } from "../vm/calls.ts";
import { isContainer, isOwn } from "../vm/flat-callbacks.ts";
import { type Control, FRAME_CHANGED } from "../vm/loop.ts";
import type { Machine } from "../vm/machine.ts";

/*
 * Built-in functions that call back after they have changed something, so that they cannot be run again: hidden Python code
 * does their work step by step where there are other threads or processes (python/_flat_calls.py).
 */

/** Whether comparing it may run Python code. */
function comparesInPython(object: PyObject | undefined): boolean {
  return object !== undefined && (isOwn(object) || ((object instanceof PyTuple || object instanceof PyList) && object.items.some(isOwn)));
}

/** The first and the last item of a heap stand for all. */
function isOwnHeap([heap, item]: readonly PyObject[]): boolean {
  return heap instanceof PyList && (comparesInPython(item) || comparesInPython(heap.items[0]) || comparesInPython(heap.items[heap.items.length - 1]));
}

/** The number of the arguments that have no name. */
const positionals = (args: readonly PyObject[], kwnames: KeywordNames) => args.length - (kwnames?.length ?? 0);

const hasKey = (kwnames: KeywordNames) => kwnames?.includes("key") === true;

function printsInPython(vm: Machine, args: readonly PyObject[], kwnames: KeywordNames): boolean {
  const named = (name: string) => args[positionals(args, kwnames) + (kwnames?.indexOf(name) ?? -1)];
  const isText = (name: string) => !kwnames?.includes(name) || named(name) === vm.none || named(name) instanceof PyStr;
  if (kwnames?.some((name) => !["sep", "end", "file", "flush"].includes(name)) || !isText("sep") || !isText("end")) return false;
  const file = kwnames?.includes("file") && named("file") !== vm.none ? named("file") : peekStandardOutput(vm);
  if (file === vm.none) return false;
  return isOwn(file) || args.slice(0, positionals(args, kwnames)).some((value) => isOwn(value) || isContainer(value));
}

/** Whether Python code makes or fills an instance where `type.__call__` is called. */
function makesInPython(type: PyObject, args: readonly PyObject[]): boolean {
  if (!(type instanceof PyType) || !type.isHeapType) return false;
  return type.slots.new === GENERIC_SLOTS.new || type.slots.init === GENERIC_SLOTS.init || isToldOfClass(args);
}

/** Whether making a class from a name, bases and a namespace tells its attributes or its bases in Python. */
function isToldOfClass([name, bases, namespace]: readonly PyObject[]): boolean {
  if (!(name instanceof PyStr && bases instanceof PyTuple && namespace instanceof PyDict)) return false;
  if (bases.items.some((base) => base instanceof PyType && base.mro.some((one) => one.isHeapType && one.dict.has("__init_subclass__")))) return true;
  return namespace.entries.some((entry) => entry !== null && isOwn(entry.value) && Boolean(entry.value.type.peek("__set_name__")));
}

function functionStandIn(vm: Machine, callable: PyBuiltinFunction, args: readonly PyObject[], kwnames: KeywordNames): string | null {
  const { name } = callable.spec;
  if (callable instanceof PyNewFunction) return callable.owner === vm.types.type && isToldOfClass(args.slice(1)) ? "_flat_calls.class_of" : null;
  if (callable.self instanceof PyList) return name === "sort" && positionals(args, kwnames) === 0 && !hasKey(kwnames) && callable.self.items.some(comparesInPython) ? "_flat_calls.sort_own" : null;
  if (callable.module === "_heapq") return kwnames === null && args.length === callable.spec.signature.positionalCount && isOwnHeap(args) ? `_flat_calls.${name}` : null;
  if (callable.module !== "builtins") return null;
  if (name === "print") return printsInPython(vm, args, kwnames) ? "_flat_calls.printed" : null;
  if (name === "input") return kwnames === null && args.length < 2 && isOwn(peekStream(vm, "stdin")) ? "_flat_calls.asked" : null;
  if (name === "sorted") return positionals(args, kwnames) === 1 && !hasKey(kwnames) && comparesInPython(args[0]) && !isOwn(args[0]) ? "sorted_plain" : null;
  if (name === "sum") return args[1] instanceof PyStr || !args.some((arg) => isOwn(arg) || comparesInPython(arg)) ? null : "_flat_calls.summed";
  if (name === "__build_class__") return args.length > 1 && args[0] instanceof PyFunction && args[1] instanceof PyStr ? "_flat_calls.class_built" : null;
  return null;
}

/** The hidden function for a call; null where the host may do it. */
export function callStandIn(vm: Machine, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames): string | null {
  if (callable instanceof PyType) {
    if (callable === vm.types.type) return positionals(args, kwnames) === 3 && isToldOfClass(args) ? "_flat_calls.instance_of" : null;
    return callable.type.slots.call === callType && makesInPython(callable, args) ? "_flat_calls.instance_of" : null;
  }
  if (callable instanceof PyMethodWrapper) return callable.descriptor.name === "__call__" && makesInPython(callable.self, args) ? "_flat_calls.called_by_wrapper" : null;
  if (callable instanceof PyWrapperDescriptor) return callable.name === "__call__" && args.length > 0 && makesInPython(args[0], args.slice(1)) ? "_flat_calls.called_by_slot" : null;
  if (callable instanceof PyMethodDescriptor) return callable.name === "sort" && positionals(args, kwnames) === 1 && !hasKey(kwnames) && args[0] instanceof PyList && args[0].items.some(comparesInPython) ? "_flat_calls.sort_plain" : null;
  return callable instanceof PyBuiltinFunction ? functionStandIn(vm, callable, args, kwnames) : null;
}

/** The frame of what `eval` or `exec` runs, on top of the current one; null where it needs a closure. */
function pushEvaluated(vm: Machine, what: "eval" | "exec", args: readonly PyObject[]): Frame | null {
  const { globals, locals } = namespaces(vm, what, args[1], args[2]);
  const code = args[0] instanceof PyCode ? args[0] : vm.temp(compileSource(vm, sourceOf(vm, what, args[0]), "<string>", what));
  if (code.spec.freeVars.length > 0) return null;
  vm.audit("exec", () => [retain(code)]);
  return vm.importer.pushCode(code, globals, locals);
}

/** Enters the body of a class with its namespace, or what `eval` or `exec` runs; null for other calls. */
export function enterCode(vm: Machine, caller: Frame, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames, base: number): Control | null {
  if (!(callable instanceof PyBuiltinFunction) || callable.self !== null || kwnames !== null) return null;
  const { name } = callable.spec;
  const owed = caller.sp - base;
  let frame: Frame | null = null;
  if (callable.module === "_flat_calls" && name === "_run_body") {
    frame = frameFor(vm, args[0] as PyFunction, [], null, args[1]);
    vm.pushFrame(frame);
  } else if (callable.module === "builtins" && (name === "eval" || name === "exec") && args.length > 0 && args.length < 4) frame = pushEvaluated(vm, name, args);
  if (frame === null) return null;
  frame.owed = owed;
  return FRAME_CHANGED;
}
