import type { Const } from "../compiler/code.ts";
import { type ArgValue, listInstructions } from "../compiler/disassemble.ts";
import { formatListing } from "../compiler/listing.ts";
import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { effect } from "../compiler/flow/stack-depth.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import type { ArgKind, Opcode } from "../profiles/instruction-sets/types.ts";
import { listingRefusal } from "../profiles/profiles.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyCode } from "../types/code.ts";
import { commonConstant } from "../vm/handlers/exceptions.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { watchSpecialization } from "../vm/specialize/watch.ts";

function argument(rt: Runtime, code: PyCode, value: ArgValue): PyObject {
  switch (value.kind) {
    case "none":
      return retain(rt.none);
    case "unknown":
      return retain(rt.notImplemented);
    case "number":
    case "offset":
      return rt.int(value.value);
    case "common":
      return commonConstant(rt as Machine, value.value);
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

/** Addresses of the code objects among the constants. */
function addressesIn(code: PyCode): (value: Const) => string {
  return (value) => {
    const at = code.spec.consts.indexOf(value);
    return at < 0 ? "0x0" : `0x${code.constants[at].id.toString(16)}`;
  };
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
  const listed = listInstructions(code.spec, rt.profile, addressesIn(code)).map((row) =>
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
      rt.int(row.caches.reduce((sum, [, units]) => sum + units, 0)),
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
  for (const [name, row] of setOf(rt).opcodes) {
    // Pseudo instructions have no byte; older versions do not name them.
    if (row.number > 255 && setOf(rt).listing === "offsets") continue;
    map.setName(name, rt.temp(rt.int(row.number)));
  }
  return map;
}

const setOf = (rt: Runtime) => instructionSetOf(rt.profile.compiler.instructionSet);

/** A dict of a number for each opcode of which there is one to tell. */
function numbersByName(rt: Runtime, tell: (opcode: Opcode) => number): PyObject {
  const map = (rt as Machine).dict();
  for (const [name, opcode] of setOf(rt).opcodes) {
    const told = tell(opcode);
    if (told !== 0 && opcode.number <= 255) map.setName(name, rt.temp(rt.int(told)));
  }
  return map;
}

const JUMP_DIRECTIONS = { none: 0, forward: 1, backward: -1, absolute: 2, either: 0 } as const;

/** `hasconst` and its like, each a list of numbers; before them stands `hasarg`. */
const ARGUMENT_LISTS: readonly (readonly ArgKind[])[] = [
  ["const", "unshown-const"], ["name", "import"], ["local", "local-pair"], ["free"], ["compare"],
];

/** The border between opcodes without an argument and with one; listings with labels name the last without. */
function firstWithArgument(rt: Runtime): PyObject {
  const first = Math.min(...[...setOf(rt).opcodes.values()].filter(({ arg }) => arg !== "none").map(({ number }) => number));
  return rt.int(setOf(rt).listing === "offsets" ? first : first - 1);
}

function opcodesByArgument(rt: Runtime): PyObject {
  const opcodes = [...setOf(rt).opcodes.values()].filter(({ number }) => number <= 255);
  const lists = [
    opcodes.filter(({ arg }) => arg !== "none"),
    ...ARGUMENT_LISTS.map((kinds) => opcodes.filter(({ arg }) => kinds.includes(arg))),
    opcodes.filter(({ arg, jump }) => arg === "jump" && jump !== "absolute"),
    opcodes.filter(({ jump }) => jump === "absolute"),
  ];
  return rt.takeTuple(lists.map((listed) => rt.takeList(listed.map(({ number }) => rt.int(number)))));
}

/** What an instruction adds to the stack; of the two ways of a jump the higher one, unless asked for one of them. */
function stackEffect(rt: Runtime, opcode: PyObject, argument: PyObject, jump: PyObject): PyObject {
  const number = Number(rt.index(opcode));
  const found = [...setOf(rt).opcodes.values()].find((each) => each.number === number);
  if (found === undefined) return rt.raise("ValueError", "invalid opcode or oparg");
  const arg = argument === rt.none ? 0 : Number(rt.index(argument));
  const plain = found.declared?.(arg) ?? effect(found.pushes, arg) - effect(found.pops, arg);
  const jumping = found.onJump ?? plain;
  const chosen = jump === rt.none ? Math.max(plain, jumping) : rt.truth(jump) ? jumping : plain;
  return rt.int(found.blockPush && jump !== rt.none && !rt.truth(jump) ? 0 : chosen);
}

export const disModule: ModuleSpec = {
  name: "dis",
  functions: [
    nativeFunction("_instructions(code, adaptive, /)", (rt, [code, adaptive]) => rows(rt, checkedCode(rt, code), rt.truth(adaptive))),
    nativeFunction("_listing(code, current, show_caches, adaptive, /)", (rt, [object, current, showCaches, adaptive]) => {
      const code = checkedCode(rt, object);
      const forms = rt.truth(adaptive) ? formsOf(rt, code) : undefined;
      return rt.str(formatListing(code.spec, rt.profile, { addresses: addressesIn(code), current: Number(rt.index(current)), showCaches: rt.truth(showCaches), forms }));
    }),
    nativeFunction("_opmap()", opmap),
    nativeFunction("_jump_directions()", (rt) => numbersByName(rt, ({ jump }) => JUMP_DIRECTIONS[jump])),
    nativeFunction("_cache_units()", (rt) => numbersByName(rt, ({ caches }) => caches.reduce((sum, [, units]) => sum + units, 0))),
    nativeFunction("_first_with_argument()", firstWithArgument),
    nativeFunction("_opcodes_by_argument()", opcodesByArgument),
    nativeFunction("_stack_effect(opcode, oparg, jump, /)", (rt, [opcode, argument, jump]) => stackEffect(rt, opcode, argument, jump)),
  ],
  names: (vm) => {
    watchSpecialization(vm);
    const { absentNames } = vm.profile;
    const optional = ["hasnargs", "hasarg", "hasexc", "hasjump"].filter((name) => !absentNames.has(`dis.${name}`));
    return { _optional: vm.takeTuple(optional.map((name) => vm.intern(name))), _has_docstring_flag: vm.bool(vm.profile.compiler.docstringAndMethodFlags), _has_labels: vm.bool(setOf(vm).listing === "labels"), _has_positions: vm.bool(vm.profile.compiler.exceptionTables) };
  },
  source: () => pythonHalf("dis"),
};
