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
    case "unknown":
      return retain(rt.notImplemented);
    case "number":
    case "offset":
      return rt.int(value.value);
    case "name":
      return rt.intern(value.value);
    case "names":
      return rt.takeTuple(value.value.map((name) => rt.intern(name)));
    case "converter":
      return converter(rt, value.value);
    case "format":
      return rt.takeTuple([converter(rt, value.value), rt.bool(value.hasSpec)]);
    case "const":
      return constant(rt, code, value.value);
  }
}

function converter(rt: Runtime, name: string | null): PyObject {
  return name === null ? retain(rt.none) : retain((rt as Machine).builtins.peekName(name) as PyObject);
}

/** The very object that the code holds for a constant of its data. */
function constant(rt: Runtime, code: PyCode, value: PyCode["spec"]["consts"][number]): PyObject {
  const index = code.spec.consts.indexOf(value);
  if (index >= 0) return retain(code.constants[index]);
  return value.kind === "int" ? rt.int(value.value) : retain(rt.none);
}

function rows(rt: Runtime, object: PyObject): PyObject {
  const code = object as PyCode;
  const optional = (value: number | null) => (value === null ? retain(rt.none) : rt.int(value));
  const addressOf = (value: unknown) => {
    const at = code.spec.consts.indexOf(value as Const);
    return at < 0 ? "0x0" : `0x${code.constants[at].id.toString(16)}`;
  };
  const listed = listInstructions(code.spec, rt.profile, addressOf).map((row) =>
    rt.takeTuple([
      rt.intern(row.opname),
      rt.int(row.opcode),
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
    nativeFunction("_instructions(code, /)", (rt, [code]) => rows(rt, checkedCode(rt, code))),
    nativeFunction("_listing(code, nested, /)", (rt, [code, nested]) => {
      const { spec } = checkedCode(rt, code);
      return rt.str(rt.truth(nested) ? formatListings(spec, rt.profile) : formatListing(spec, rt.profile));
    }),
    nativeFunction("_opmap()", opmap),
  ],
  names: (vm) => ({ _old_starts_line: vm.bool(vm.profile.compiler.startsLineIsNumber) }),
  source: pythonSources.dis,
};
