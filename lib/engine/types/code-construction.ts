import { CodeFlag, type CodeSpec } from "../compiler/code.ts";
import { decodeCode, decodeLinePairs, decodeLineTable, MalformedCode } from "../compiler/decode.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { expectPositional } from "../protocol/arity.ts";
import { intArgument } from "../protocol/sequence.ts";
import { PyBytes } from "./bytes-object.ts";
import { constOf } from "./code-replace.ts";
import { PyCode } from "./code.ts";
import { argumentTypeName } from "./str-range.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

/** The fields that `types.CodeType` takes, in order, with what each must be; those of exception tables are missing up to 3.10. */
const FIELDS: readonly (readonly [name: string, kind: "int" | "bytes" | "str" | "tuple", needsTables?: true])[] = [
  ["co_argcount", "int"], ["co_posonlyargcount", "int"], ["co_kwonlyargcount", "int"], ["co_nlocals", "int"], ["co_stacksize", "int"], ["co_flags", "int"],
  ["co_code", "bytes"], ["co_consts", "tuple"], ["co_names", "tuple"], ["co_varnames", "tuple"], ["co_filename", "str"], ["co_name", "str"],
  ["co_qualname", "str", true], ["co_firstlineno", "int"], ["co_linetable", "bytes"], ["co_exceptiontable", "bytes", true],
  ["co_freevars", "tuple"], ["co_cellvars", "tuple"],
];
const KINDS = { bytes: PyBytes, str: PyStr, tuple: PyTuple };
const OPTIONAL = 2;

/** The fields of this version, in the order in which the constructor takes them. */
export function codeFields(rt: Runtime): readonly string[] {
  return fieldsOf(rt).map(([name]) => name);
}

function fieldsOf(rt: Runtime): typeof FIELDS {
  return rt.profile.compiler.exceptionTables ? FIELDS : FIELDS.filter(([, , needsTables]) => !needsTables);
}

/** `types.CodeType(…)` (code_new in Objects/codeobject.c). */
export function newCode(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const fields = fieldsOf(rt);
  expectPositional(rt, "code", args, kwnames, fields.length - OPTIONAL, fields.length);
  return codeOf(rt, args);
}

/** A code object of all its fields, in the constructor's order. */
export function codeOf(rt: Runtime, args: readonly PyObject[]): PyObject {
  const values = new Map<string, PyObject>();
  fieldsOf(rt).forEach(([name, kind], i) => {
    const value = args[i] ?? rt.emptyTuple;
    if (kind !== "int" && !(value instanceof KINDS[kind])) rt.raise("TypeError", `code() argument ${i + 1} must be ${kind}, not ${argumentTypeName(rt, value)}`);
    values.set(name, kind === "int" ? rt.temp(rt.int(intArgument(rt, value))) : value);
  });
  const int = (name: string): number => intArgument(rt, values.get(name) as PyObject);
  for (const name of ["argcount", "posonlyargcount", "kwonlyargcount", "nlocals"]) if (int(`co_${name}`) < 0) rt.raise("ValueError", `code: ${name} must not be negative`);
  if (int("co_stacksize") < 0 || int("co_flags") < 0 || int("co_argcount") < int("co_posonlyargcount")) rt.raise("SystemError", "Objects/codeobject.c: bad argument to internal function");
  const texts = (name: string): string[] => (values.get(name) as PyTuple).items.map((item) => (item instanceof PyStr ? item.value : rt.raise("TypeError", `name tuples must contain only strings, not '${item.type.shownName}'`)));
  const [names, varNames, freeVars, cellVars] = ["co_names", "co_varnames", "co_freevars", "co_cellvars"].map(texts);
  const constants = (values.get("co_consts") as PyTuple).items;
  const flags = int("co_flags");
  const code = values.get("co_code") as PyBytes;
  const count = int("co_argcount") + int("co_kwonlyargcount") + (flags & CodeFlag.VARARGS ? 1 : 0) + (flags & CodeFlag.VARKEYWORDS ? 1 : 0);
  const [filename, name] = ["co_filename", "co_name"].map((field) => rt.strText(values.get(field) as PyObject));
  auditCode(rt, (field) => retain(values.get(field) as PyObject));
  const hasTables = rt.profile.compiler.exceptionTables;
  if (hasTables && code.value.length % 2 !== 0) rt.raise("ValueError", "code: co_code is malformed");
  if (count > varNames.length) rt.raise("ValueError", `code: ${hasTables ? "co_" : ""}varnames is too small`);
  if (hasTables && int("co_nlocals") !== varNames.length) rt.raise("ValueError", "code: co_nlocals != len(co_varnames)");
  const firstLine = int("co_firstlineno");
  const spec: CodeSpec = {
    name, filename, firstLine, flags, names, varNames, freeVars, cellVars,
    qualname: hasTables ? rt.strText(values.get("co_qualname") as PyObject) : name,
    argCount: int("co_argcount"), posOnlyArgCount: int("co_posonlyargcount"), kwOnlyArgCount: int("co_kwonlyargcount"), stackSize: int("co_stacksize"),
    hasDocstring: rt.profile.compiler.docstringAndMethodFlags ? (flags & CodeFlag.HAS_DOCSTRING) !== 0 : constants[0] instanceof PyStr,
    slots: slotsOf(rt, varNames, cellVars, freeVars, count),
    consts: constants.map((constant) => constOf(rt, constant)),
    ...instructionsOf(rt, code.value, values.get("co_linetable") as PyBytes, values.get("co_exceptiontable") as PyBytes | undefined, firstLine),
  };
  return new PyCode(rt.types.code, spec, constants.map(retain), false);
}

/** Tells that a code object is made, by a call or as a changed copy. `fieldOf` gives an owned reference. */
export function auditCode(rt: Runtime, fieldOf: (name: string) => PyObject): void {
  rt.audit("code.__new__", () => ["code", "filename", "name", "argcount", "posonlyargcount", "kwonlyargcount", "nlocals", "stacksize", "flags"].map((name) => fieldOf(`co_${name}`)));
}

function slotsOf(rt: Runtime, varNames: readonly string[], cellVars: readonly string[], freeVars: readonly string[], count: number): CodeSpec["slots"] {
  const isTogether = instructionSetOf(rt.profile.compiler.instructionSet).recipes.slotLayout === "together";
  const isArgumentCell = (name: string, i: number): boolean => isTogether && i < count && cellVars.includes(name);
  const locals = varNames.map((name, i) => ({ name, kind: isArgumentCell(name, i) ? "argument-cell" as const : "local" as const, hidden: false }));
  const apart = cellVars.filter((name) => !isTogether || !varNames.slice(0, count).includes(name));
  return [...locals, ...apart.map((name) => ({ name, kind: "cell" as const, hidden: false })), ...freeVars.map((name) => ({ name, kind: "free" as const, hidden: false }))];
}

function instructionsOf(rt: Runtime, code: Uint8Array, lines: PyBytes, exceptions: PyBytes | undefined, firstLine: number): Pick<CodeSpec, "code" | "handlers"> {
  const spans = exceptions ? decodeLineTable(lines.value, firstLine) : decodeLinePairs(lines.value, firstLine);
  try {
    return decodeCode(code, spans, exceptions?.value ?? new Uint8Array(0), instructionSetOf(rt.profile.compiler.instructionSet));
  } catch (error) {
    if (!(error instanceof MalformedCode)) throw error;
    return rt.raise("NotImplementedError", `${error.message} Such code is not modelled here.`);
  }
}
