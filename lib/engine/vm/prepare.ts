import type { CodeSpec, HandlerEntry, Instr } from "../compiler/code.ts";
import type { PreparedCode, PyCode } from "../types/code.ts";
import { Stop } from "../core/raise.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import type { Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** A code object as the loop wants it: handlers and arguments by index. */
export interface Prepared extends PreparedCode {
  readonly handlers: readonly Handler[];
  readonly args: readonly number[];
  /** The row of the exception table that covers an instruction, or null. */
  handlerAt(index: number): HandlerEntry | null;
}

/** Decodes a code object at its first run. */
export function prepare(vm: Machine, code: PyCode): Prepared {
  const { spec } = code;
  const { coverage } = vm;
  const prepared: Prepared = {
    instructions: spec.code,
    handlers: spec.code.map((instr, index) => {
      const handler = handlerOf(vm, instr);
      return coverage ? coverage.watched(handler, spec, index) : handler;
    }),
    args: spec.code.map((instr) => instr.target ?? instr.arg),
    handlerAt: (index) => findHandler(spec, index),
  };
  code.prepared = prepared;
  return prepared;
}

function handlerOf(vm: Machine, instr: Instr): Handler {
  const { meanings } = instructionSetOf(vm.profile.compiler.instructionSet);
  const handler = vm.handlers.get(meanings[instr.op] ?? instr.op);
  if (!handler) throw new Stop("unsupported", `The instruction ${instr.op} is not modelled here`);
  return handler.byArgument ? handler.byArgument(instr.arg) : handler;
}

function findHandler(spec: CodeSpec, index: number): HandlerEntry | null {
  for (const entry of spec.handlers) if (entry.start <= index && index < entry.end) return entry;
  return null;
}
