import type { CodeSpec, Instr } from "../compiler/code.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { defineType, method } from "../core/define.ts";
import { type LentMemory, PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { FULL_READ_ONLY, PyBytes } from "../types/bytes-object.ts";
import { makeUnit, PyCode } from "../types/code.ts";
import type { PyDict } from "../types/dict.ts";
import { PyFloat } from "../types/float-object.ts";
import { PyFunction } from "../types/function.ts";
import { PyMemoryView } from "../types/memory-object.ts";
import { PyModule } from "../types/module.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import type { Machine } from "../vm/machine.ts";

/**
 * What one interpreter hands to another: nothing in it belongs to either (Python/crossinterp.c, _PyXIData_t; what each type
 * becomes is in Python/crossinterp_data_lookup.h).
 */
export type CrossData =
  | { readonly kind: "none" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "tuple"; readonly items: readonly CrossData[] }
  /** Memory that both see from now on. */
  | { readonly kind: "memory"; readonly memory: LentMemory }
  | { readonly kind: "queue"; readonly id: number }
  | { readonly kind: "code"; readonly code: CodeSpec }
  /** A function that uses nothing but its arguments and built-in names: it is made anew with the globals of the other `__main__`. */
  | { readonly kind: "function"; readonly code: CodeSpec }
  | { readonly kind: "pickle"; readonly value: Uint8Array };

/** Ints that are passed on as they are: those of a C ssize_t. */
const MOST = 2n ** 63n;

/** What is handed over, as each of the two interpreters holds it for the length of a call. */
export class PyCrossData extends PyObject {
  data: CrossData = { kind: "none" };
}

/** Memory of another interpreter. */
class PyForeignMemory extends PyObject {
  memory: LentMemory | null = null;

  override lend(): LentMemory | null {
    return this.memory;
  }
}

const foreignMemorySpec = defineType({ name: "CrossInterpreterBufferView", module: "_interpreters", basicSize: 32, slots: {} });

export const crossDataSpec = defineType({
  name: "_Data",
  module: "_interpreters",
  baseType: false,
  slots: {},
  methods: [method("open(self, /)", (rt, [self]) => opened(rt as Machine, (self as PyCrossData).data))],
});

export function handle(vm: Machine, data: CrossData): PyCrossData {
  const made = new PyCrossData(vm.typeOf(crossDataSpec));
  made.data = data;
  return made;
}

/** The class of queues that this interpreter has registered, borrowed, or null. */
function queueType(vm: Machine): PyObject | null {
  const module = vm.modules.peekName("_interpqueues");
  return module instanceof PyModule ? ((module.dict as PyDict).peekName("_queue_type") ?? null) : null;
}

/** Whether objects of this very type need no pickling. */
export function isShareable(vm: Machine, object: PyObject): boolean {
  const { type } = object;
  const { types } = vm;
  return object === vm.none || [types.bool, types.int, types.float, types.str, types.bytes, types.tuple, types.memoryview, queueType(vm)].includes(type);
}

/** What stands for an object elsewhere; null when its type cannot be handed over, or not this value of it. `other` is asked for what else there may be for an item. */
export function shared(vm: Machine, object: PyObject, other: (item: PyObject) => CrossData | null): CrossData | null {
  vm.charge(1);
  if (object === vm.none) return { kind: "none" };
  if (object === vm.true || object === vm.false) return { kind: "bool", value: object === vm.true };
  if (!isShareable(vm, object)) return null;
  if (object instanceof PyFloat) return { kind: "float", value: object.value };
  if (object instanceof PyStr) return { kind: "str", value: object.value };
  if (object instanceof PyBytes) return { kind: "bytes", value: object.value };
  if (object instanceof PyTuple) return sharedTuple(vm, object, other);
  if (object instanceof PyMemoryView) return { kind: "memory", memory: object.lend(FULL_READ_ONLY) as LentMemory };
  if (object.type !== vm.intType) return { kind: "queue", id: Number(vm.index(vm.temp(vm.getAttribute(object, "_id")))) };
  const value = vm.index(object);
  return value >= -MOST && value < MOST ? { kind: "int", value } : null;
}

function sharedTuple(vm: Machine, tuple: PyTuple, other: (item: PyObject) => CrossData | null): CrossData | null {
  vm.enterNative(" while sharing a tuple");
  try {
    const items: CrossData[] = [];
    for (const item of tuple.items) {
      const data = shared(vm, item, other) ?? other(item);
      if (data === null) return null;
      items.push(data);
    }
    return { kind: "tuple", items };
  } finally {
    vm.leaveNative();
  }
}

/** The object that the data stand for here; owned. */
export function opened(vm: Machine, data: CrossData): PyObject {
  switch (data.kind) {
    case "none":
      return retain(vm.none);
    case "bool":
      return vm.bool(data.value);
    case "int":
      return vm.int(data.value);
    case "float":
      return vm.float(data.value);
    case "str":
      return vm.str(data.value);
    case "bytes":
      return vm.bytes(data.value.slice());
    case "tuple":
      return openedTuple(vm, data.items);
    case "memory":
      return openedMemory(vm, data.memory);
    case "queue":
      return openedQueue(vm, data.id);
    case "code":
      return makeUnit(vm, data.code, false);
    case "function":
      return openedFunction(vm, data.code);
    case "pickle":
      return vm.call(vm.importer.peekName("_interpreters", "_unpickled"), [vm.temp(vm.bytes(data.value.slice()))]);
  }
}

function openedTuple(vm: Machine, items: readonly CrossData[]): PyObject {
  const made: PyObject[] = [];
  try {
    for (const item of items) made.push(opened(vm, item));
  } catch (error) {
    for (const item of made) release(item);
    throw error;
  }
  return vm.takeTuple(made);
}

function openedMemory(vm: Machine, memory: LentMemory): PyObject {
  const lender = vm.temp(new PyForeignMemory(vm.typeOf(foreignMemorySpec)));
  lender.memory = memory;
  return vm.call(vm.types.memoryview, [lender]);
}

function openedQueue(vm: Machine, id: number): PyObject {
  return vm.call(vm.importer.peekName("concurrent.interpreters._queues", "Queue"), [vm.temp(vm.int(id))]);
}

function openedFunction(vm: Machine, spec: CodeSpec): PyObject {
  const main = vm.modules.peekName("__main__");
  if (!(main instanceof PyModule)) return vm.raise("RuntimeError", "interpreter has no __main__ module");
  const code = makeUnit(vm, spec, false);
  try {
    return new PyFunction(vm, code, main.dict as PyDict);
  } finally {
    release(code);
  }
}

/** Whether a code object returns nothing but None (_PyCode_ReturnsOnlyNone). */
export function returnsOnlyNone(rt: Runtime, { spec }: PyCode): boolean {
  const { commonConstants } = instructionSetOf(rt.profile.compiler.instructionSet);
  const isNone = ({ op, arg }: Instr) => (op === "LOAD_CONST" ? spec.consts[arg].kind === "none" : op === "LOAD_COMMON_CONSTANT" && commonConstants[arg] === "None");
  return spec.code.every(({ op }, at) => op !== "RETURN_VALUE" || (at > 0 && isNone(spec.code[at - 1])));
}

/** The names that a code object looks for in its globals (_PyCode_GetVarCounts). */
export function globalNames(rt: Runtime, object: PyObject): PyObject {
  const { spec } = object as PyCode;
  const { opcodes } = instructionSetOf(rt.profile.compiler.instructionSet);
  const names = spec.code.flatMap(({ op, arg }) => (op.endsWith("_GLOBAL") ? [spec.names[arg >> (opcodes.get(op)?.nameShift ?? 0)]] : []));
  return rt.takeTuple([...new Set(names)].map((name) => rt.intern(name)));
}
