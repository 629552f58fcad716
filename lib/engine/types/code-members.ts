import { encodeBytecode } from "../compiler/bytecode.ts";
import type { CodeSpec } from "../compiler/code.ts";
import { encodeExceptionTable, encodeLinePairs, encodeLineSteps, encodeLineTable } from "../compiler/tables.ts";
import { type FunctionSpec, type GetSetSpec, method, type Native } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { branchesOf } from "./code-branches.ts";
import { auditCode, codeFields, codeOf } from "./code-construction.ts";
import { isRebuilt, replaceFields } from "./code-replace.ts";
import { PyCode } from "./code.ts";
import type { PyDict } from "./dict.ts";

function names(rt: Runtime, values: readonly string[]): PyObject {
  return rt.takeTuple(values.map((value) => rt.scalars.internConstant(value)));
}

/** An entry of the line table covers so many bytes at most. */
const LINE_ENTRY_BYTES = 16;

function linesOf(rt: Runtime, spec: CodeSpec): PyObject {
  const rows: PyObject[] = [];
  let start = 0;
  let line: number | null | undefined;
  const flush = (end: number) => {
    if (line === undefined || end <= start) return;
    rows.push(rt.takeTuple([rt.int(start), rt.int(end), line === null ? retain(rt.none) : rt.int(line)]));
  };
  let end = 0;
  for (const instr of spec.code) {
    const own = instr.span ? instr.span.line : null;
    const begin = end;
    end = instr.offset + 2 + instr.caches * 2;
    if (rt.profile.compiler.linesByInstruction) {
      for (line = own, start = begin; start < end; start += LINE_ENTRY_BYTES) flush(Math.min(start + LINE_ENTRY_BYTES, end));
      continue;
    }
    if (own !== line) {
      flush(begin);
      line = own;
      start = begin;
    }
  }
  flush(end);
  return rt.takeList(rows);
}

function positionsOf(rt: Runtime, spec: CodeSpec): PyObject {
  const rows: PyObject[] = [];
  const value = (n: number | undefined) => (n === undefined ? retain(rt.none) : rt.int(n));
  let end = 0;
  for (const instr of spec.code) {
    const next = instr.offset + 2 + instr.caches * 2;
    const span = instr.span;
    for (; end < next; end += 2) {
      rows.push(rt.takeTuple([value(span?.line), value(span?.endLine), value(span?.col), value(span?.endCol)]));
    }
  }
  return rt.takeList(rows);
}

const ofSpec = (name: string, get: (rt: Runtime, spec: CodeSpec) => PyObject) => ({
  name,
  get: (rt: Runtime, self: PyObject) => get(rt, (self as PyCode).spec),
});

/** A field of the C structure itself; the others are computed. */
const member = (name: string, get: (rt: Runtime, spec: CodeSpec) => PyObject) => ({ ...ofSpec(name, get), isMember: true });

const hasTables = (rt: Runtime) => rt.profile.compiler.exceptionTables;

const getset: readonly GetSetSpec[] = [
  member("co_name", (rt, spec) => rt.intern(spec.name)),
  { ...member("co_qualname", (rt, spec) => rt.intern(spec.qualname)), when: (rt) => rt.profile.compiler.qualifiedCodeNames },
  member("co_filename", (rt, spec) => rt.intern(spec.filename)),
  member("co_firstlineno", (rt, spec) => rt.int(spec.firstLine)),
  member("co_argcount", (rt, spec) => rt.int(spec.argCount)),
  member("co_posonlyargcount", (rt, spec) => rt.int(spec.posOnlyArgCount)),
  member("co_kwonlyargcount", (rt, spec) => rt.int(spec.kwOnlyArgCount)),
  member("co_flags", (rt, spec) => rt.int(spec.flags)),
  member("co_stacksize", (rt, spec) => rt.int(spec.stackSize)),
  member("co_nlocals", (rt, spec) => rt.int(spec.varNames.length)),
  member("co_names", (rt, spec) => names(rt, spec.names)),
  ofSpec("co_varnames", (rt, spec) => names(rt, spec.varNames)),
  ofSpec("co_cellvars", (rt, spec) => names(rt, spec.cellVars)),
  ofSpec("co_freevars", (rt, spec) => names(rt, spec.freeVars)),
  ofSpec("co_code", (rt, spec) => rt.bytes(encodeBytecode(spec, instructionSetOf(rt.profile.compiler.instructionSet)))),
  { ...ofSpec("co_exceptiontable", (rt, spec) => rt.bytes(encodeExceptionTable(spec))), when: hasTables },
  ofSpec("co_linetable", (rt, spec) => rt.bytes(hasTables(rt) ? encodeLineTable(spec, rt.profile.compiler.linesByInstruction) : encodeLinePairs(spec))),
  ofSpec("co_lnotab", (rt, spec) => rt.bytes(encodeLineSteps(spec))),
  { name: "co_consts", isMember: true, get: (rt, self) => rt.takeTuple((self as PyCode).constants.map(retain)) },
];

const replaced: Native = (rt, [self, given]) => {
  const changes = given as PyDict;
  const fieldOf = (name: string): PyObject => changes.peekName(name) ?? rt.temp(rt.getAttribute(self, name));
  if (isRebuilt(changes)) return codeOf(rt, codeFields(rt).map(fieldOf));
  auditCode(rt, (name) => retain(fieldOf(name)));
  return replaceFields(rt, self as PyCode, changes, (spec, constants) => new PyCode(rt.types.code, spec, constants, (self as PyCode).hidden));
};

const methods: readonly FunctionSpec[] = [
  method("replace(self, /, **changes)", replaced),
  method("__replace__(self, /, **changes)", replaced),
  method("co_lines(self, /)", (rt, [self]) => rt.iter(rt.temp(linesOf(rt, (self as PyCode).spec)))),
  method("co_branches(self, /)", (rt, [self]) => rt.iter(rt.temp(rt.takeList(branchesOf((self as PyCode).spec).map((offsets) => rt.takeTuple(offsets.map((offset) => rt.int(offset)))))))),
  method("co_positions(self, /)", (rt, [self]) => rt.iter(rt.temp(positionsOf(rt, (self as PyCode).spec))), hasTables),
];

/** What a code object tells of itself. */
export const codeMembers = { getset, methods };
