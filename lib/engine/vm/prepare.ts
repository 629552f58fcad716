import type { CodeSpec, HandlerEntry, Instr } from "../compiler/code.ts";
import type { PreparedCode, PyCode } from "../types/code.ts";
import type { PyObject } from "../core/object.ts";
import type { PyType } from "../core/type.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import type { PyDict } from "../types/dict.ts";
import type { Entry } from "../types/dict-table.ts";
import type { Frame } from "../types/frame.ts";
import { fusedAt } from "./fused.ts";
import { flatIteration } from "./lent-iteration.ts";
import type { Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** Where LOAD_GLOBAL found a name. It holds while no name came to the globals or left them, and the entry is still in its dict. */
export class FoundGlobal {
  readonly globals: PyDict;
  readonly builtins: PyObject;
  readonly version: number;
  readonly entry: Entry;

  constructor(globals: PyDict, builtins: PyObject, entry: Entry) {
    this.globals = globals;
    this.builtins = builtins;
    this.version = globals.version;
    this.entry = entry;
  }
}

/** What the class of an object says about an attribute. It holds for that class while no class changes. */
export class FoundAttribute {
  readonly type: PyType;
  readonly epoch: number;
  /** A plain method of the class, or null: only the instance can know the name. */
  readonly method: PyObject | null;

  constructor(type: PyType, epoch: number, method: PyObject | null) {
    this.type = type;
    this.epoch = epoch;
    this.method = method;
  }
}

/** What the instruction being run has found before; nothing where the code is to be prepared anew. */
export function foundBefore(frame: Frame): FoundGlobal | FoundAttribute | null {
  const prepared = frame.code.prepared as Prepared | null;
  return prepared === null ? null : prepared.found[frame.pc - 1];
}

export function remember(frame: Frame, found: FoundGlobal | FoundAttribute): void {
  const prepared = frame.code.prepared as Prepared | null;
  if (prepared !== null) prepared.found[frame.pc - 1] = found;
}

/** A code object as the loop wants it: handlers and arguments by index. */
export interface Prepared extends PreparedCode {
  readonly handlers: readonly Handler[];
  readonly args: readonly number[];
  /** What an instruction found when it ran last, and under which circumstances; by index (the inline caches of CPython's specialised instructions). */
  readonly found: (FoundGlobal | FoundAttribute | null)[];
  /** The row of the exception table that covers an instruction, or null. */
  handlerAt(index: number): HandlerEntry | null;
}

/** Code objects that were prepared; the dead ones are taken out when there have come as many again. */
interface RanCode {
  codes: PyCode[];
  pruneAt: number;
}

const PRUNE_FROM = 1_024;
const ran = new WeakMap<Machine, RanCode>();

/** Every living code object that was prepared, for what must change them all. */
export function codeThatRan(vm: Machine): readonly PyCode[] {
  return (ran.get(vm)?.codes ?? []).filter(isAlive);
}

const isAlive = (code: PyCode): boolean => code.refs > 0;

/** No host's weak references: those keep what they refer to, and with it the machine, until the host's task ends, which may run thousands of machines. */
function noteRan(vm: Machine, code: PyCode): void {
  const known = ran.get(vm);
  if (known === undefined) {
    ran.set(vm, { codes: [code], pruneAt: PRUNE_FROM });
    return;
  }
  known.codes.push(code);
  if (known.codes.length < known.pruneAt) return;
  known.codes = known.codes.filter(isAlive);
  known.pruneAt = Math.max(PRUNE_FROM, known.codes.length * 2);
}

/** What preparing makes of a compiler's data where nobody watches: it says nothing about a machine, so all that run the same code share it. */
interface Decoded {
  readonly handlers: readonly Handler[];
  readonly args: readonly number[];
}

let decoded = new WeakMap<CodeSpec, Decoded>();

/** Has all code prepared anew by the runs that begin from now on: for whoever changes the table of handlers. */
export function forgetDecoded(): void {
  decoded = new WeakMap();
}

function decode(vm: Machine, code: PyCode): Decoded {
  const { spec } = code;
  let known = decoded.get(spec);
  if (known === undefined) {
    const args = argsOf(vm, spec);
    known = { handlers: started(vm, code, fusedHandlers(vm, code, args)), args };
    decoded.set(spec, known);
  }
  // Monitoring puts other handlers into the list while it is being run.
  return { handlers: [...known.handlers], args: known.args };
}

function argsOf(vm: Machine, spec: CodeSpec): number[] {
  // Arrays that grow by pushing are of one kind in the host always; what `map` makes may be of two.
  const args: number[] = [];
  for (const instr of spec.code) args.push(instr.target ?? instr.arg + firstSlot(vm, instr, spec));
  return args;
}

/** Decodes a code object at its first run. */
export function prepare(vm: Machine, code: PyCode): Prepared {
  const { spec } = code;
  const { handlers: usual, args } = isWatched(vm) ? { handlers: singleHandlers(vm, code), args: argsOf(vm, spec) } : decode(vm, code);
  const handlers = vm.hasOthers ? flatIteration.get().flatHandlers(code, usual) : usual;
  const prepared: Prepared = {
    instructions: spec.code,
    handlers,
    args,
    found: new Array<null>(spec.code.length).fill(null),
    handlerAt: (index) => findHandler(spec, index),
  };
  code.prepared = prepared;
  noteRan(vm, code);
  if (vm.monitoring?.active) vm.monitoring.instrument(code, prepared);
  return prepared;
}

/** Somebody wants to see each instruction. */
function isWatched({ coverage, stackCheck, specializer }: Machine): boolean {
  return coverage !== null || stackCheck !== null || specializer !== null;
}

/** The handlers of a code object that does not run neighbours as one. */
export function singleHandlers(vm: Machine, code: PyCode): Handler[] {
  const { spec } = code;
  const { coverage, stackCheck } = vm;
  return started(vm, code, spec.code.map((instr, index) => {
    const plain = plainHandler(handlerOf(vm, instr), instr);
    const seen = vm.specializer ? vm.specializer.watched(plain, code, index) : plain;
    const handler = stackCheck ? stackCheck.watched(seen, spec, index) : seen;
    return coverage ? coverage.watched(handler, spec, index) : handler;
  }));
}

function started(vm: Machine, code: PyCode, handlers: Handler[]): Handler[] {
  if (vm.startingFrame) handlers[0] = vm.startingFrame(handlers[0], code.spec);
  return handlers;
}

function fusedHandlers(vm: Machine, code: PyCode, args: readonly number[]): Handler[] {
  const parts = code.spec.code.map((instr, index) => {
    const handler = handlerOf(vm, instr);
    return { plain: plainHandler(handler, instr), role: handler.role, arg: args[index], listed: instr.arg };
  });
  const handlers: Handler[] = [];
  for (let index = 0; index < parts.length; index++) handlers.push(fusedAt(vm, code, parts, index));
  return handlers;
}

function handlerOf(vm: Machine, instr: Instr): Handler {
  const { meanings } = instructionSetOf(vm.profile.compiler.instructionSet);
  return vm.handlers.get(meanings[instr.op] ?? instr.op) ?? vm.stop("unsupported", `The instruction ${instr.op} is not modelled here`);
}

function plainHandler(handler: Handler, { arg }: Instr): Handler {
  return handler.byArgument ? handler.byArgument(arg) : handler;
}

/** What to add to an argument so that it is an index into the frame's slots. */
function firstSlot(vm: Machine, instr: Instr, spec: CodeSpec): number {
  const { opcodes, recipes } = instructionSetOf(vm.profile.compiler.instructionSet);
  return recipes.slotLayout === "separate" && opcodes.get(instr.op)?.arg === "free" ? spec.varNames.length : 0;
}

function findHandler(spec: CodeSpec, index: number): HandlerEntry | null {
  for (const entry of spec.handlers) if (entry.start <= index && index < entry.end) return entry;
  return null;
}
