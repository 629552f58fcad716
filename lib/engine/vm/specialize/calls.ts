import { CodeFlag } from "../../compiler/code.ts";
import type { FunctionSpec } from "../../core/define.ts";
import type { PyObject } from "../../core/object.ts";
import { PyType } from "../../core/type.ts";
import { specializationOf } from "../../profiles/specializations/specialization-of.ts";
import { PyBuiltinFunction, PyNewFunction } from "../../types/builtin-function.ts";
import { PyMethodDescriptor } from "../../types/descriptors.ts";
import type { Frame } from "../../types/frame.ts";
import { PyFunction } from "../../types/function.ts";
import { PyList } from "../../types/list.ts";
import { PyMethod } from "../../types/method.ts";
import { GENERIC_SLOTS } from "../../types/slot-functions.ts";
import type { Machine } from "../machine.ts";
import type { Chooser, Proposal, Site } from "./specializer.ts";

/** Built-in types without a fast way of being called (tp_vectorcall): everything else goes through `tp_new` and `tp_init`. */
const SLOW_TYPES = new Set(["object", "zip", "bytearray", "bytes", "complex", "slice", "property", "classmethod", "staticmethod", "memoryview", "deque", "OrderedDict", "defaultdict"]);

function olderDeclaration(vm: Machine, name: string): "FAST" | null | undefined {
  const older = specializationOf(vm.profile.id)?.olderDeclarations ?? {};
  return Object.hasOwn(older, name) ? older[name] : undefined;
}

/** How CPython declares a built-in function: by its number of arguments and its keywords (METH_O and its like, Include/methodobject.h). */
function conventionOf(vm: Machine, { signature, name, shown }: FunctionSpec, selfCount: number, owner: string | null): "NOARGS" | "O" | "FAST" | "FAST_WITH_KEYWORDS" | null {
  const older = olderDeclaration(vm, owner === null ? name : `${owner}.${name}`);
  if (older !== undefined) return older;
  const parameters = signature.parameters.slice(selfCount);
  // What takes everything in and shows what it takes of it is called by pointer and names (METH_FASTCALL | METH_KEYWORDS), as `sorted` is.
  if (signature.hasVarKeyword) return shown === undefined ? null : "FAST_WITH_KEYWORDS";
  if (parameters.some(({ kind }) => kind === "keyword-only" || kind === "positional-or-keyword")) return "FAST_WITH_KEYWORDS";
  if (signature.hasVarPositional) return "FAST";
  if (parameters.length === 0) return "NOARGS";
  return parameters.length === 1 && parameters[0].defaultText === null ? "O" : "FAST";
}

function callFunction(func: PyFunction, given: number, bound: boolean): Proposal {
  const { spec } = func.code;
  const prefix = bound ? "CALL_BOUND_METHOD" : "CALL_PY";
  const isPlain = !(spec.flags & (CodeFlag.VARARGS | CodeFlag.VARKEYWORDS)) && spec.kwOnlyArgCount === 0;
  // A version that has no form for bound methods has taken them apart before.
  if (isPlain && spec.argCount === given) return [`${prefix}_EXACT_ARGS ${func.code.id}`, `CALL_PY_EXACT_ARGS ${func.code.id}`];
  const missing = spec.argCount - given;
  const withDefaults = isPlain && missing > 0 && missing <= (func.defaults?.items.length ?? 0) ? [`CALL_PY_WITH_DEFAULTS ${func.code.id}`] : [];
  return [`${prefix}_GENERAL ${func.code.id}`, ...withDefaults];
}

function callSlowType(vm: Machine): Proposal {
  return specializationOf(vm.profile.id)?.callsSlowTypes ? "CALL_NON_PY_GENERAL" : null;
}

function callClass(vm: Machine, type: PyType, given: number): Proposal {
  if (!type.isHeapType) {
    if (given === 1 && type === vm.types.type) return ["CALL_TYPE_1", "CALL_NO_KW_TYPE_1"];
    if (given === 1 && type === vm.types.str) return ["CALL_STR_1", "CALL_NO_KW_STR_1"];
    if (given === 1 && type === vm.types.tuple) return ["CALL_TUPLE_1", "CALL_NO_KW_TUPLE_1"];
    if (type.isSubtypeOf(vm.types.BaseException) && specializationOf(vm.profile.id)?.callsExceptionsFast === false) return null;
    if (olderDeclaration(vm, type.name) === null) return null;
    return SLOW_TYPES.has(type.name) ? callSlowType(vm) : ["CALL_BUILTIN_CLASS", "CALL_NON_PY_GENERAL"];
  }
  if (type.isImmutable) return callSlowType(vm);
  const init = type.peek("__init__");
  const makesPlainly = type.slots.new === vm.types.object.slots.new && type.slots.init === GENERIC_SLOTS.init && type.type === vm.types.type;
  if (init instanceof PyFunction && makesPlainly) return [`CALL_ALLOC_AND_ENTER_INIT ${type.id}`, `CALL_NO_KW_ALLOC_AND_ENTER_INIT ${type.id}`];
  return "CALL_NON_PY_GENERAL";
}

function callBuiltin(vm: Machine, func: PyBuiltinFunction, given: number): Proposal {
  const { name } = func.spec;
  if (vm.builtins.peekName(name) === func) {
    if (name === "len" && given === 1) return ["CALL_LEN", "CALL_NO_KW_LEN"];
    if (name === "isinstance" && given === 2) return ["CALL_ISINSTANCE", "CALL_NO_KW_ISINSTANCE"];
  }
  switch (conventionOf(vm, func.spec, func.self && !(func.self instanceof PyType) ? 1 : 0, null)) {
    case "O": return given === 1 ? ["CALL_BUILTIN_O", "CALL_NO_KW_BUILTIN_O"] : "CALL_NON_PY_GENERAL";
    case "FAST": return ["CALL_BUILTIN_FAST", "CALL_NO_KW_BUILTIN_FAST"];
    case "FAST_WITH_KEYWORDS": return "CALL_BUILTIN_FAST_WITH_KEYWORDS";
    default: return "CALL_NON_PY_GENERAL";
  }
}

function callDescriptor(vm: Machine, method: PyMethodDescriptor, self: PyObject, given: number, site: Site): Proposal {
  const convention = conventionOf(vm, method.spec, 1, method.owner.name);
  const next = site.code.spec.code[site.at + 1]?.op;
  if (self instanceof PyList && self.type === vm.types.list && method.spec.name === "append" && given === 2) {
    if (next === "POP_TOP" || site.rules.appendsAnywhere) return ["CALL_LIST_APPEND", "CALL_NO_KW_LIST_APPEND"];
  }
  if (convention === null || (convention === "O" && given !== 2) || (convention === "NOARGS" && given !== 1)) return "CALL_NON_PY_GENERAL";
  return [`CALL_METHOD_DESCRIPTOR_${convention}`, `CALL_NO_KW_METHOD_DESCRIPTOR_${convention}`];
}

/** Callable and self as they lie below the arguments; in some versions NULL comes first. */
function calledIn(frame: Frame, count: number, above: number): readonly [callable: PyObject, self: PyObject | null] {
  const base = frame.sp - above - count - 2;
  const [first, second] = [frame.slots[base], frame.slots[base + 1]];
  return first === null ? [second as PyObject, null] : [first as PyObject, second as PyObject | null];
}

/** KW_NAMES before a call: it has keywords. */
function hasKeywords({ code, at }: Site): boolean {
  const { code: instructions } = code.spec;
  return instructions[at - 1]?.op === "KW_NAMES" || (instructions[at - 1]?.op === "PRECALL" && instructions[at - 2]?.op === "KW_NAMES");
}

function withKeywords(proposal: Proposal): Proposal {
  const names = proposal === null ? [] : typeof proposal === "string" ? [proposal] : proposal;
  return names.filter((name) => /^CALL_BUILTIN_(CLASS|FAST_WITH_KEYWORDS)|^CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS/.test(name));
}

/** PRECALL's form goes by what will be called; what is no Python function it calls itself. */
function beforeCall(proposal: Proposal): Proposal {
  const names = proposal === null ? [] : typeof proposal === "string" ? [proposal] : proposal;
  if (names.some((name) => name.startsWith("CALL_BOUND_METHOD"))) return "PRECALL_BOUND_METHOD";
  if (names.some((name) => name.startsWith("CALL_PY"))) return "PRECALL_PYFUNC";
  return names.map((name) => name.replace(/^CALL_/, "PRECALL_"));
}

function chooseCall(vm: Machine, frame: Frame, count: number, site: Site): Proposal {
  const [callable, self] = calledIn(frame, count, 0);
  const given = count + (self ? 1 : 0);
  if (callable instanceof PyFunction) return callFunction(callable, given, false);
  if (callable instanceof PyMethod) return !self && callable.func instanceof PyFunction ? callFunction(callable.func, given + 1, true) : "CALL_NON_PY_GENERAL";
  if (callable instanceof PyType) return self ? null : callClass(vm, callable, given);
  if (callable instanceof PyMethodDescriptor) return self ? callDescriptor(vm, callable, self, given, site) : "CALL_NON_PY_GENERAL";
  if (callable instanceof PyBuiltinFunction && !(callable instanceof PyNewFunction)) return callBuiltin(vm, callable, given);
  return "CALL_NON_PY_GENERAL";
}

/** Calls. */
export const callChoosers: Readonly<Record<string, Chooser>> = {
  CALL: (vm, frame, count, site) => (hasKeywords(site) ? withKeywords(chooseCall(vm, frame, count, site)) : chooseCall(vm, frame, count, site)),
  PRECALL: (vm, frame, count, site) => beforeCall(chooseCall(vm, frame, count, site)),
  CALL_KW: (_vm, frame, count) => {
    const [callable, self] = calledIn(frame, count, 1);
    if (callable instanceof PyFunction) return `CALL_KW_PY ${callable.code.id}`;
    if (callable instanceof PyMethod && !self && callable.func instanceof PyFunction) return `CALL_KW_BOUND_METHOD ${callable.func.code.id}`;
    return "CALL_KW_NON_PY";
  },
  CALL_FUNCTION_EX: (_vm, frame) => (frame.peek(4) instanceof PyFunction ? "CALL_EX_PY" : "CALL_EX_NON_PY_GENERAL"),
};
