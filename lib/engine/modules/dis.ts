import type { Const } from "../compiler/code.ts";
import { type ArgValue, listInstructions } from "../compiler/disassemble.ts";
import { formatListing, formatListings } from "../compiler/listing.ts";
import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { listingRefusal } from "../profiles/profiles.ts";
import { pythonSources } from "../python/sources.ts";
import { PyCode } from "../types/code.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

function argument(rt: Runtime, code: PyCode, value: ArgValue): PyObject {
  switch (value.kind) {
    case "none":
      return retain(rt.none);
    case "number":
    case "offset":
      return rt.int(value.value);
    case "name":
      return rt.intern(value.value);
    case "names":
      return rt.takeTuple(value.value.map((name) => rt.intern(name)));
    case "converter":
      return value.value === null ? retain(rt.none) : retain((rt as Machine).builtins.peekName(value.value) as PyObject);
    case "const":
      return constant(rt, code, value.value);
  }
}

/** The very object that the code holds for a constant of its data. */
function constant(rt: Runtime, code: PyCode, value: PyCode["spec"]["consts"][number]): PyObject {
  const index = code.spec.consts.indexOf(value);
  if (index >= 0) return retain(code.constants[index]);
  return value.kind === "int" ? rt.int(value.value) : retain(rt.none);
}

/** What stands at an offset instead of the compiler's instruction, while the program runs (PEP 659). */
function formsOf(rt: Runtime, code: PyCode): ReadonlyMap<number, { readonly name: string; readonly number: number }> {
  const { specializer } = rt as Machine;
  const forms = new Map<number, { readonly name: string; readonly number: number }>();
  code.spec.code.forEach(({ offset }, at) => {
    const form = specializer?.formAt(code, at);
    if (form) forms.set(offset, form);
  });
  return forms;
}

function rows(rt: Runtime, code: PyCode, adaptive: boolean): PyObject {
  const forms = adaptive ? formsOf(rt, code) : null;
  const optional = (value: number | null) => (value === null ? retain(rt.none) : rt.int(value));
  const addressOf = (value: unknown) => {
    const at = code.spec.consts.indexOf(value as Const);
    return at < 0 ? "0x0" : `0x${code.constants[at].id.toString(16)}`;
  };
  const listed = listInstructions(code.spec, rt.profile, addressOf).map((row) =>
    rt.takeTuple([
      rt.intern(forms?.get(row.offset)?.name ?? row.opname),
      rt.int(forms?.get(row.offset)?.number ?? row.opcode),
      optional(row.arg),
      argument(rt, code, row.argval),
      rt.str(row.argrepr),
      rt.int(row.offset),
      rt.int(row.startOffset),
      rt.bool(row.startsLine),
      optional(row.line),
      optional(row.label),
      rt.takeTuple([row.positions.line, row.positions.endLine, row.positions.col, row.positions.endCol].map(optional)),
      retain(rt.none),
    ]),
  );
  return rt.takeList(listed);
}

function checkedCode(rt: Runtime, object: PyObject): PyCode {
  const refusal = listingRefusal(rt.profile);
  if (refusal !== null) rt.raise("NotImplementedError", refusal);
  return object instanceof PyCode ? object : rt.raise("TypeError", `expected a code object, got ${object.type.name}`);
}

function opmap(rt: Runtime): PyObject {
  const map = (rt as Machine).dict();
  for (const [name, row] of instructionSetOf(rt.profile.compiler.instructionSet).opcodes) {
    const number = rt.temp(rt.int(row.number));
    map.setName(name, number);
  }
  return map;
}

export const disModule: ModuleSpec = {
  name: "dis",
  functions: [
    nativeFunction("_instructions(code, adaptive, /)", (rt, [code, adaptive]) => rows(rt, checkedCode(rt, code), rt.truth(adaptive))),
    nativeFunction("_listing(code, adaptive, /)", (rt, [object, adaptive]) => {
      const code = checkedCode(rt, object);
      const forms = rt.truth(adaptive) ? formsOf(rt, code) : undefined;
      return rt.str(formatListing(code.spec, rt.profile, { forms }));
    }),
    nativeFunction("_listings(code, /)", (rt, [code]) => rt.str(formatListings(checkedCode(rt, code).spec, rt.profile))),
    nativeFunction("_opmap()", opmap),
  ],
  names: (vm) => {
    vm.watchSpecialization();
    return { _old_starts_line: vm.bool(vm.profile.compiler.startsLineIsNumber) };
  },
  source: pythonSources.dis,
};
