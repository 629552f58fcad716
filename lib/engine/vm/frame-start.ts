import { CodeFlag, type CodeSpec } from "../compiler/code.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import { PyCell } from "../types/cell.ts";
import type { Frame } from "../types/frame.ts";
import { generatorTypeName, PyGenerator } from "../types/generator.ts";
import { rareMembers } from "../types/rare-members.ts";
import { type Control, FRAME_CHANGED, type Handler, LEAVE } from "./loop.ts";
import type { Machine } from "./machine.ts";

const GENERATORS = CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR;

/**
 * What the interpreter does at the start of a frame where no instruction does it (Python/ceval.c up to 3.10,
 * _PyEval_MakeFrameVector): cells are made, the closure's are taken over, and a generator's frame becomes a generator.
 */
export function startingFrame(first: Handler, spec: CodeSpec): Handler {
  const needsCells = spec.slots.some(({ kind }) => kind !== "local");
  const makesGenerator = (spec.flags & GENERATORS) !== 0;
  return (vm, frame, arg) => {
    if (frame.blocks !== null) return first(vm, frame, arg);
    if (frame.generator === null) {
      if (needsCells) makeCells(vm, frame);
      if (makesGenerator) {
        frame.pc = 0;
        return leaveAsGenerator(vm, frame);
      }
    }
    frame.blocks = [];
    if (vm.tracer.active) {
      frame.pc = 0;
      vm.tracer.call(frame);
      vm.tracer.beforeInstruction(frame);
      // The trace function has set another line.
      if (frame.pc !== 0) return undefined;
      frame.pc = 1;
    }
    return first(vm, frame, arg);
  };
}

/** An argument that is a cell's moves into the cell. */
function makeCells(vm: Machine, frame: Frame): void {
  const { spec } = frame.code;
  const { slots } = frame;
  const argumentNames = spec.varNames.slice(0, argumentCount(spec));
  let free = 0;
  spec.slots.forEach(({ name, kind }, slot) => {
    if (kind === "free") slots[slot] = retain(frame.func?.closure?.items[free++] as PyObject);
    if (kind !== "cell") return;
    const argument = argumentNames.indexOf(name);
    slots[slot] = new PyCell(vm.types.cell, argument < 0 ? null : slots[argument]);
    if (argument >= 0) slots[argument] = null;
  });
}

function argumentCount({ argCount, kwOnlyArgCount, flags }: CodeSpec): number {
  return argCount + kwOnlyArgCount + (flags & CodeFlag.VARARGS ? 1 : 0) + (flags & CodeFlag.VARKEYWORDS ? 1 : 0);
}

/** The call is over, and its value is a generator that owns the frame. */
export function leaveAsGenerator(vm: Machine, frame: Frame): Control {
  const { isEntry, func, back, owed, instance } = frame;
  const spec = frame.code.spec;
  const type = vm.types[generatorTypeName(spec.flags)];
  const name = func ? retain(func.name) : vm.intern(spec.name);
  const qualname = func ? retain(func.qualname) : vm.intern(spec.qualname);
  vm.popFrame(frame);
  frame.ownBorrowed();
  frame.ownFunc();
  frame.isEntry = false;
  frame.back = null;
  frame.owed = 0;
  frame.instance = null;
  const generator = new PyGenerator(type, frame, name, qualname);
  if (vm.thread.originDepth > 0 && type === vm.types.coroutine) generator.origin = rareMembers.get().originOf(vm, vm.frame, vm.thread.originDepth);
  const result: PyObject = instance ? initialized(vm, instance, generator) : generator;
  if (isEntry) {
    vm.result = result;
    vm.yielded = false;
    return LEAVE;
  }
  const caller = back as Frame;
  if (owed > 0) caller.drop(owed);
  caller.push(result);
  return FRAME_CHANGED;
}

/** The instance that `__init__` was called for, once that has returned None; takes both references over. */
export function initialized(vm: Machine, instance: PyObject, value: PyObject): PyObject {
  const { type } = value;
  release(value);
  if (value === vm.none) return instance;
  release(instance);
  return vm.raise("TypeError", `__init__() should return None, not '${type.shownName}'`);
}
