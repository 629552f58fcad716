import { type PyObject, release, retain } from "../core/object.ts";
import { unaryOperation } from "../protocol/number.ts";
import { PyException } from "../types/exception.ts";
import { rareMembers } from "../types/rare-members.ts";
import type { Frame } from "../types/frame.ts";
import { PyDict } from "../types/dict.ts";
import { PyFunction } from "../types/function.ts";
import { CodeFlag } from "../compiler/code.ts";
import { PyList } from "../types/list.ts";
import { PyModule } from "../types/module.ts";
import { collectItems } from "../protocol/iterate.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import type { Machine } from "./machine.ts";

type UnaryIntrinsic = (vm: Machine, frame: Frame, value: PyObject) => PyObject;
type BinaryIntrinsic = (vm: Machine, first: PyObject, second: PyObject) => PyObject;

/** An expression's value at the prompt goes through sys.displayhook. */
function print(vm: Machine, _frame: Frame, value: PyObject): PyObject {
  const sys = vm.importer.load("sys");
  const hook = vm.temp(vm.getAttribute(vm.temp(sys), "displayhook"));
  return vm.call(hook, [value]);
}

/** `from module import *`: the names of `__all__`, or all without a leading underscore. */
function importStar(vm: Machine, frame: Frame, value: PyObject): PyObject {
  const space = (value as PyModule).dict as PyDict;
  const listed = space.peekName("__all__");
  const names = listed ? collectItems(vm, listed) : space.keysText().filter((name) => !name.startsWith("_")).map((name) => vm.intern(name));
  for (const name of names) vm.temp(name);
  for (const name of names) {
    const text = (name as PyStr).value;
    const found = vm.getAttribute(value, text);
    (frame.locals as PyDict).setName(text, found);
    release(found);
  }
  return retain(vm.none);
}

/** PEP 479: StopIteration that leaves a generator becomes RuntimeError. */
export function stopIterationError(vm: Machine, frame: Frame, exception: PyObject): PyObject {
  const { flags } = frame.code.spec;
  const isAsync = (flags & CodeFlag.ASYNC_GENERATOR) !== 0;
  const kind = isAsync ? "async generator" : flags & CodeFlag.COROUTINE ? "coroutine" : "generator";
  const stopped = exception.type.isSubtypeOf(vm.types.StopIteration);
  const asyncStopped = isAsync && exception.type.isSubtypeOf(vm.types.StopAsyncIteration);
  if (!stopped && !asyncStopped) return retain(exception);
  const name = stopped ? "StopIteration" : "StopAsyncIteration";
  const made = vm.newException("RuntimeError", `${kind} raised ${name}`) as PyException;
  made.setCause(exception);
  made.setContext(exception);
  return made;
}

function fromTyping(name: string): UnaryIntrinsic {
  return (vm, _frame, value) => vm.call(vm.importer.peekName("_typing", name), [value]);
}

function unknown(vm: Machine): never {
  throw new Error(`Unknown intrinsic in ${vm.profile.id}`);
}

/** CALL_INTRINSIC_1 by number (Include/internal/pycore_intrinsics.h). */
export const unaryIntrinsics: readonly UnaryIntrinsic[] = [
  unknown,
  print,
  importStar,
  stopIterationError,
  (vm, _frame, value) => vm.wrapAsyncValue(value),
  (vm, _frame, value) => unaryOperation(vm, "+", value),
  (vm, _frame, value) => vm.takeTuple((value as PyList).items.map(retain)),
  fromTyping("_type_variable"),
  fromTyping("_parameter_specification"),
  fromTyping("_type_variable_tuple"),
  fromTyping("_generic"),
  fromTyping("_type_alias"),
];

function fromTypingTwo(name: string): BinaryIntrinsic {
  return (vm, first, second) => vm.call(vm.importer.peekName("_typing", name), [first, second]);
}

/** What is left of an `except*` statement's exceptions, as one to raise or None (_PyExc_PrepReraiseStar). */
function prepareReraiseStar(vm: Machine, original: PyObject, raised: PyObject): PyObject {
  return rareMembers.get().groupFromReraised(vm, original, raised as PyList);
}

function setTypeParams(_vm: Machine, func: PyObject, params: PyObject): PyObject {
  (func as PyFunction).typeParams = retain(params as PyTuple);
  return retain(func);
}

/** CALL_INTRINSIC_2 by number. */
export const binaryIntrinsics: readonly BinaryIntrinsic[] = [
  unknown,
  prepareReraiseStar,
  fromTypingTwo("_typevar_with_bound"),
  fromTypingTwo("_typevar_with_constraints"),
  setTypeParams,
  fromTypingTwo("_set_default"),
];
