import type { CodeSpec, Const, Instr } from "../compiler/code.ts";
import type { Span } from "../syntax/ast.ts";
import { defineType } from "../core/define.ts";
import { PyObject, release, releaseAll, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { makeSetConstant } from "./frozenset.ts";
import { PyComplex } from "./complex-object.ts";
import type { Frame } from "./frame.ts";
import { rareMembers } from "./rare-members.ts";
import { PySlice } from "./slice-object.ts";

/** One guest object for each constant of a compile unit, shared by its code objects. Owned by the cache until `releaseAll`. */
export type ConstantCache = Map<Const, PyObject>;

/** A code object: the compiler's plain data with its constants made into objects (Objects/codeobject.c). */
export class PyCode extends PyObject {
  readonly spec: CodeSpec;
  readonly constants: PyObject[];
  /** Made by a Python half of a module: its frames are left out of tracebacks. */
  readonly hidden: boolean;
  /** It only tidies up, so nobody can tell in which order it was called with this and that. */
  isQuiet = false;
  /** Handlers and arguments as the machine of this run wants them; filled by it at the first call. */
  prepared: PreparedCode | null = null;
  /** Frames of calls that are over, for the next ones. They own nothing. */
  spareFrame: Frame | null = null;

  constructor(type: PyType, spec: CodeSpec, constants: PyObject[], hidden: boolean) {
    super(type, sizeOf(type, spec));
    this.spec = spec;
    this.constants = constants;
    this.hidden = hidden;
  }

  override edges(visit: Visit): void {
    for (const constant of this.constants) visit(constant);
  }

  override clear(): void {
    const constants = this.constants.splice(0);
    releaseAll(constants);
  }
}

/** Bytes of a code object: from 3.11 on its instructions lie in it, as units of two bytes (code_sizeof). */
function sizeOf(type: PyType, spec: CodeSpec): number {
  if (!type.rt.profile.compiler.exceptionTables) return type.basicSize;
  const last = spec.code[spec.code.length - 1];
  return (type.basicSize + last.offset + 2 + 2 * last.caches + 7) & ~7;
}

/** A code object in the form that the loop runs; opaque here. */
export interface PreparedCode {
  readonly instructions: readonly Instr[];
}

/** Makes a code object and, through its constants, those nested in it. */
export function makeCode(rt: Runtime, spec: CodeSpec, cache: ConstantCache, hidden: boolean): PyCode {
  const constants = spec.consts.map((constant) => makeConstant(rt, constant, cache, hidden));
  return new PyCode(rt.types.code, spec, constants, hidden);
}

/** Makes a code object for a whole compile unit. */
export function makeUnit(rt: Runtime, spec: CodeSpec, hidden: boolean): PyCode {
  const cache: ConstantCache = new Map();
  try {
    return makeCode(rt, spec, cache, hidden);
  } finally {
    for (const constant of cache.values()) release(constant);
  }
}

function makeConstant(rt: Runtime, constant: Const, cache: ConstantCache, hidden: boolean): PyObject {
  const known = cache.get(constant);
  if (known) return retain(known);
  const made = newConstant(rt, constant, cache, hidden);
  const { constants } = rt.scalars;
  const object = constants === null ? made : rareMembers.get().shareConstant(rt, constants, constant, made);
  cache.set(constant, retain(object));
  return object;
}

function newConstant(rt: Runtime, constant: Const, cache: ConstantCache, hidden: boolean): PyObject {
  switch (constant.kind) {
    case "none":
      return retain(rt.none);
    case "ellipsis":
      return retain(rt.ellipsis);
    case "bool":
      return rt.bool(constant.value);
    case "int":
      return rt.int(constant.value);
    case "float":
      return rt.float(constant.value);
    case "complex":
      return new PyComplex(rt.types.complex, constant.real, constant.imag);
    case "str":
      return constant.interned ? rt.scalars.internConstant(constant.value) : rt.str(constant.value);
    case "bytes":
      return rt.bytes(constant.value);
    case "tuple":
      return rt.takeTuple(constant.items.map((item) => makeConstant(rt, item, cache, hidden)));
    case "frozenset":
      return makeSetConstant(rt, constant.items.map((item) => rt.temp(makeConstant(rt, item, cache, hidden))));
    case "slice":
      return new PySlice(
        rt.types.slice,
        makeConstant(rt, constant.start, cache, hidden),
        makeConstant(rt, constant.stop, cache, hidden),
        makeConstant(rt, constant.step, cache, hidden),
      );
    case "code":
      return makeCode(rt, constant.code, cache, hidden);
  }
}

/** The line that an instruction belongs to, or null. */
export function lineAt(spec: CodeSpec, index: number): number | null {
  for (let i = Math.min(index, spec.code.length - 1); i >= 0; i--) {
    const span = spec.code[i].span;
    if (span) return span.line;
    if (i === index) return null;
  }
  return null;
}

export const codeSpec = defineType({
  name: "code",
  basicSize: 176,
  hasWeakrefs: true,
  baseType: false,
  more: () => rareMembers.get().code,
  slots: {
    new: (rt, _type, args, kwnames) => rareMembers.get().newCode(rt, args, kwnames),
    repr: (rt, self) => {
      const { spec } = self as PyCode;
      return rt.str(`<code object ${spec.name} at 0x${self.id.toString(16)}, file "${spec.filename}", line ${spec.firstLine}>`);
    },
    hash: (rt, self) => {
      const { spec } = self as PyCode;
      const key = rt.temp(rt.str(`${spec.name}:${spec.firstLine}:${spec.code.length}`));
      return rt.hash(key);
    },
    richCompare: (rt, self, other, op) => {
      if (!(other instanceof PyCode) || (op !== "==" && op !== "!=")) return retain(rt.notImplemented);
      return rt.bool((op === "==") === sameCode(rt, self as PyCode, other));
    },
  },
});

/** Equality of code objects: names, arguments, instructions and constants, not the file or the first line of nested ones (code_richcompare). */
function sameCode(rt: Runtime, a: PyCode, b: PyCode): boolean {
  if (a === b) return true;
  const x = a.spec;
  const y = b.spec;
  if (x.name !== y.name || x.argCount !== y.argCount || x.flags !== y.flags || x.firstLine !== y.firstLine) return false;
  if (x.code.length !== y.code.length || x.names.join() !== y.names.join() || a.constants.length !== b.constants.length) return false;
  for (let i = 0; i < x.code.length; i++) if (x.code[i].op !== y.code[i].op || x.code[i].arg !== y.code[i].arg) return false;
  if (rt.profile.compiler.equalCodeHasEqualLines && !x.code.every((instr, i) => sameSpan(instr.span, y.code[i].span))) return false;
  return a.constants.every((constant, i) => constant.type === b.constants[i].type && rt.equal(constant, b.constants[i]));
}

function sameSpan(a: Span | null, b: Span | null): boolean {
  if (!a || !b) return a === b;
  return a.line === b.line && a.col === b.col && a.endLine === b.endLine && a.endCol === b.endCol;
}
