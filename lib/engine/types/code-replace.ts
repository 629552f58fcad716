import type { CodeSpec, Const } from "../compiler/code.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyBytes } from "./bytes-object.ts";
import type { PyCode } from "./code.ts";
import { PyComplex } from "./complex-object.ts";
import type { PyDict } from "./dict.ts";
import { PyFloat } from "./float-object.ts";
import { PyFrozenSet } from "./frozenset.ts";
import { PyInt } from "./int-object.ts";
import { PySlice } from "./slice-object.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

type Changes = { -readonly [K in keyof CodeSpec]?: CodeSpec[K] };
type Field = "name" | "qualname" | "filename" | "firstLine" | "flags" | "argCount" | "posOnlyArgCount" | "kwOnlyArgCount" | "stackSize";

/** Fields that take a text or a number as it is. */
const PLAIN: Readonly<Record<string, Field>> = {
  co_name: "name",
  co_qualname: "qualname",
  co_filename: "filename",
  co_firstlineno: "firstLine",
  co_flags: "flags",
  co_argcount: "argCount",
  co_posonlyargcount: "posOnlyArgCount",
  co_kwonlyargcount: "kwOnlyArgCount",
  co_stacksize: "stackSize",
};

/** A copy of a code object with some fields changed (code_replace). The instructions stay as they are; `isRebuilt` says for which fields they cannot. */
export function replaceFields(rt: Runtime, self: PyCode, changes: PyDict, make: (spec: CodeSpec, constants: PyObject[]) => PyObject): PyObject {
  const fields: Changes = {};
  let constants = self.constants;
  for (const { key, value } of changes.live()) {
    const name = rt.strText(key);
    if (!name.startsWith("co_")) rt.raise("TypeError", rt.message("unexpectedKeyword", "replace", name));
    if (name === "co_consts") {
      constants = itemsOf(rt, name, value);
      fields.consts = constants.map((constant) => constOf(rt, constant));
    } else if (name === "co_names") {
      fields.names = textsOf(rt, name, value);
    } else if (name === "co_varnames") {
      renameLocals(rt, self.spec, fields, textsOf(rt, name, value));
    } else {
      const field = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
      if (field === undefined) rt.raise("NotImplementedError", `code.replace(${name}=...) is not modelled here`);
      const plain = typeof self.spec[field as Field] === "number" ? Number(rt.index(value)) : rt.strText(value);
      Object.assign(fields, { [field as Field]: plain });
    }
  }
  return make({ ...self.spec, ...fields }, constants.map(retain));
}

/** These say what the instructions are or mean: the whole object is made anew. */
export function isRebuilt(changes: PyDict): boolean {
  return ["co_code", "co_linetable", "co_exceptiontable", "co_freevars", "co_cellvars", "co_nlocals"].some((name) => changes.peekName(name) !== null);
}

function itemsOf(rt: Runtime, name: string, value: PyObject): PyObject[] {
  if (!(value instanceof PyTuple)) rt.raise("TypeError", `replace() argument '${name}' must be tuple, not ${value.type.shownName}`);
  return [...(value as PyTuple).items];
}

function textsOf(rt: Runtime, name: string, value: PyObject): string[] {
  return itemsOf(rt, name, value).map((item) => {
    if (item instanceof PyStr) return item.value;
    return rt.raise("TypeError", `name tuples must contain only strings, not '${item.type.shownName}'`);
  });
}

function renameLocals(rt: Runtime, spec: CodeSpec, fields: Changes, names: readonly string[]): void {
  if (names.length !== spec.varNames.length) rt.raise("ValueError", "code: co_nlocals != len(co_varnames)");
  const renamed = new Map(spec.varNames.map((old, i) => [old, names[i]]));
  fields.varNames = names;
  fields.slots = spec.slots.map((slot) => (slot.kind === "free" || slot.kind === "cell" ? slot : { ...slot, name: renamed.get(slot.name) ?? slot.name }));
}

/** The compiler's data for a constant, as listings show it. */
export function constOf(rt: Runtime, value: PyObject): Const {
  const all = (items: readonly PyObject[]): Const[] => items.map((item) => constOf(rt, item));
  if (value === rt.none) return { kind: "none" };
  if (value === rt.ellipsis) return { kind: "ellipsis" };
  if (value === rt.true || value === rt.false) return { kind: "bool", value: value === rt.true };
  if (value instanceof PyInt) return { kind: "int", value: BigInt(value.value) };
  if (value instanceof PyFloat) return { kind: "float", value: value.value };
  if (value instanceof PyComplex) return { kind: "complex", real: value.real, imag: value.imag };
  if (value instanceof PyStr) return { kind: "str", value: value.value, interned: false };
  if (value instanceof PyBytes) return { kind: "bytes", value: Uint8Array.from(value.value) };
  if (value instanceof PyTuple) return { kind: "tuple", items: all(value.items) };
  if (value instanceof PyFrozenSet) return { kind: "frozenset", items: all(value.table.entries().map(({ key }) => key)) };
  if (value instanceof PySlice) return { kind: "slice", start: constOf(rt, value.start), stop: constOf(rt, value.stop), step: constOf(rt, value.step) };
  if (value.type === rt.types.code) return { kind: "code", code: (value as PyCode).spec };
  return rt.raise("NotImplementedError", `a constant of type ${value.type.shownName} is not modelled here`);
}
