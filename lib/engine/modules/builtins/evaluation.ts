import type { CompileMode } from "../../compiler/code.ts";
import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import { type PyObject, release, retain } from "../../core/object.ts";
import { PyType } from "../../core/type.ts";
import type { Runtime } from "../../core/runtime.ts";
import { setItem } from "../../protocol/item.ts";
import { PyCode } from "../../types/code.ts";
import { bytesOf, QUIETLY } from "../../types/bytes-object.ts";
import { PyCell } from "../../types/cell.ts";
import { PyDict } from "../../types/dict.ts";
import type { Frame } from "../../types/frame.ts";
import { localsOf } from "../../types/frame-variables.ts";
import { PyFunction } from "../../types/function.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import { frameFor } from "../../vm/calls.ts";
import { execute } from "../../vm/loop.ts";
import { compileUnit } from "../../vm/source-errors.ts";
import type { Machine } from "../../vm/machine.ts";
import { rareFunctions } from "./rare-functions.ts";

const machine = (rt: Runtime) => rt as Machine;

/** The frame that called a built-in function; a Python half of a module looks at its own names. */
function callerOf(rt: Runtime): Frame {
  return machine(rt).frame as Frame;
}


/** What compiling costs: a text, and each of its characters. */
const COMPILE_STEPS = 100;
const COMPILE_STEPS_PER_CHARACTER = 4;

/** Compiles a source text to a code object. */
export function compileSource(rt: Runtime, source: string, filename: string, mode: CompileMode, futureAnnotations = false): PyCode {
  const vm = machine(rt);
  payForSource(vm, source);
  vm.audit("compile", () => [vm.bytes(new TextEncoder().encode(source)), vm.str(filename)]);
  return compileUnit(vm, source, mode, filename, futureAnnotations);
}

export function payForSource(vm: Machine, source: string): void {
  if (source.length > vm.limits.source) vm.raise("MemoryError", "source is larger than this machine takes");
  vm.charge(COMPILE_STEPS + COMPILE_STEPS_PER_CHARACTER * source.length);
}

export function sourceText(rt: Runtime, value: PyObject, what: string, also = "code"): string {
  if (value instanceof PyStr) return value.value;
  const bytes = bytesOf(value, QUIETLY);
  if (bytes) return new TextDecoder().decode(bytes);
  return rt.raise("TypeError", `${what}() arg 1 must be a string, bytes or ${also} object`);
}

function refuseGlobals(rt: Runtime, what: string, given: PyObject): never {
  if (what !== "eval") return rt.raise("TypeError", `${what}() globals must be ${rt.message("globalsKind")}, not ${given.type.shownName}`);
  return rt.raise("TypeError", given.type.slots.getItem ? `globals must be ${rt.message("globalsRealKind")}; try eval(expr, {}, mapping)` : `globals must be ${rt.message("globalsKind")}`);
}

export function namespaces(rt: Runtime, what: string, globals: PyObject | undefined, locals: PyObject | undefined): { globals: PyDict; locals: PyObject } {
  const vm = machine(rt);
  const frame = callerOf(rt);
  const given = globals && globals !== vm.none ? globals : null;
  const givenLocals = locals && locals !== vm.none ? locals : null;
  if (givenLocals && !givenLocals.type.slots.getItem) {
    rt.raise("TypeError", what === "eval" ? "locals must be a mapping" : `locals must be a mapping or None, not ${givenLocals.type.shownName}`);
  }
  if (given && !(given instanceof PyDict)) refuseGlobals(rt, what, given);
  const space = (given ?? frame.globals) as PyDict;
  if (given && !space.peekName("__builtins__")) space.setName("__builtins__", vm.builtins);
  const own = givenLocals ?? given ?? vm.temp(localsOf(rt, frame));
  return { globals: space, locals: own };
}

function evaluate(rt: Runtime, what: "eval" | "exec", args: PyObject[], closure?: PyObject): PyObject {
  const vm = machine(rt);
  const { globals, locals } = namespaces(rt, what, args[1], args[2]);
  if (args[0] instanceof PyCode) return runCode(vm, what, args[0], globals, locals, closure);
  const code = vm.temp(compileSource(rt, sourceOf(rt, what, args[0]), "<string>", what));
  return runCode(vm, what, code, globals, locals, closure);
}

export function sourceOf(rt: Runtime, what: "eval" | "exec", source: PyObject): string {
  const text = sourceText(rt, source, what);
  return what === "eval" ? text.replace(/^[ \t]+/, "") : text;
}

function runCode(vm: Machine, what: "eval" | "exec", code: PyCode, globals: PyDict, locals: PyObject, closure: PyObject | undefined): PyObject {
  vm.audit("exec", () => [retain(code)]);
  const wanted = code.spec.freeVars.length;
  const given = closure && closure !== vm.none ? closure : null;
  if (given && wanted === 0) vm.raise("TypeError", "cannot use a closure with this code object");
  if (given instanceof PyTuple && given.items.length === wanted && given.items.every((cell) => cell instanceof PyCell)) {
    const func = vm.temp(new PyFunction(vm, code, globals));
    func.closure = retain(given);
    return vm.call(func, []);
  }
  if (given || (wanted > 0 && what === "exec" && vm.profile.memberRules.execTakes !== "positions")) vm.raise("TypeError", `code object requires a closure of exactly length ${wanted}`);
  if (wanted > 0) vm.raise("TypeError", `code object passed to ${what}() may not contain free variables`);
  return vm.importer.runCode(code, globals, locals);
}

/** The metaclass of a class statement: the most derived of the one asked for and those of the bases. */
export function metaclassOf(vm: Machine, bases: readonly PyObject[], asked: PyObject | null): PyObject {
  const start = asked ?? (bases.length > 0 ? bases[0].type : vm.types.type);
  if (!(start instanceof PyType)) return start;
  let winner = start;
  for (const base of bases) {
    const candidate = base.type;
    if (winner.isSubtypeOf(candidate)) continue;
    if (candidate.isSubtypeOf(winner)) winner = candidate;
    else vm.raise("TypeError", "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
  }
  return winner;
}

/** Bases with `__mro_entries__` replaced (PEP 560); each owned. */
export function resolveBases(vm: Machine, bases: readonly PyObject[]): PyObject[] {
  const resolved: PyObject[] = [];
  const original = vm.temp(vm.takeTuple(bases.map(retain)));
  for (const base of bases) {
    const hook = base instanceof PyType ? null : vm.getAttributeOrNull(base, "__mro_entries__");
    if (!hook) {
      resolved.push(retain(base));
      continue;
    }
    const entries = vm.temp(vm.call(vm.temp(hook), [original]));
    if (!(entries instanceof PyTuple)) vm.raise("TypeError", "__mro_entries__ must return a tuple");
    for (const entry of (entries as PyTuple).items) resolved.push(retain(entry));
  }
  return resolved;
}

/** `__build_class__`: what a class statement calls (Python/bltinmodule.c). */
function buildClass(rt: Runtime, args: PyObject[]): PyObject {
  const vm = machine(rt);
  const [{ items: given }, keywords] = args as [PyTuple, PyDict];
  if (given.length < 2) return vm.raise("TypeError", "__build_class__: not enough arguments");
  const [func, name, ...original] = given;
  if (!(func instanceof PyFunction)) return vm.raise("TypeError", "__build_class__: func must be a function");
  if (!(name instanceof PyStr)) return vm.raise("TypeError", "__build_class__: name is not a string");
  const bases = resolveBases(vm, original);
  const baseTuple = vm.temp(vm.takeTuple(bases));
  const asked = keywords.peekName("metaclass");
  const held = asked ? vm.temp(retain(asked)) : null;
  if (held) keywords.deleteName("metaclass");
  const meta = metaclassOf(vm, bases, held);
  const names = keywords.keysText();
  const values = names.map((key) => keywords.peekName(key) as PyObject);
  const namespace = vm.temp(prepareNamespace(vm, meta, name, baseTuple, values, names));
  const frame = frameFor(vm, func, [], null, namespace);
  vm.pushFrame(frame);
  const cell = vm.temp(execute(vm, frame));
  if (original.length !== bases.length || original.some((base, i) => base !== bases[i])) {
    setItem(vm, namespace, vm.temp(vm.intern("__orig_bases__")), vm.temp(vm.takeTuple(original.map(retain))));
  }
  const cls = vm.call(meta, [name, baseTuple, namespace, ...values], names.length ? names : null);
  if (cell instanceof PyCell && cls instanceof PyType) checkClassCell(vm, cell, cls);
  return cls;
}

export function prepareNamespace(vm: Machine, meta: PyObject, name: PyObject, bases: PyObject, values: PyObject[], names: string[]): PyObject {
  const prepare = vm.getAttributeOrNull(meta, "__prepare__");
  if (!prepare) return vm.dict();
  const made = vm.call(vm.temp(prepare), [name, bases, ...values], names.length ? names : null);
  if (made.type.slots.setItem || made instanceof PyDict) return made;
  const metaName = meta instanceof PyType ? meta.name : "<metaclass>";
  const { name: kind } = made.type;
  release(made);
  return vm.raise("TypeError", `${metaName}.__prepare__() must return a mapping, not ${kind}`);
}

export function checkClassCell(vm: Machine, cell: PyCell, cls: PyType): void {
  if (cell.value === cls) return;
  if (cell.value === null) {
    vm.raise("RuntimeError", `__class__ not set defining '${cls.name}' as ${vm.reprText(cls)}. Was __classcell__ propagated to type.__new__?`);
  }
  vm.raise("TypeError", `__class__ set to ${vm.reprText(cell.value as PyObject)} defining '${cls.name}' as ${vm.reprText(cls)}`);
}

function evalFunction(rt: Runtime, args: PyObject[]): PyObject {
  return evaluate(rt, "eval", args);
}

function execFunction(rt: Runtime, args: PyObject[]): PyObject {
  release(evaluate(rt, "exec", args, args[3]));
  return retain(rt.none);
}

/** Functions of `builtins` that compile, run and look at frames. */
export const evaluationFunctions: readonly FunctionSpec[] = [
  nativeFunction("globals()", (rt) => retain(callerOf(rt).globals)),
  nativeFunction("locals()", (rt) => localsOf(rt, callerOf(rt))),
  nativeFunction("eval(source, globals=None, locals=None, /)", evalFunction, undefined, (rt) => rt.profile.memberRules.execTakes !== "names"),
  nativeFunction("eval(source, /, globals=None, locals=None)", evalFunction, undefined, (rt) => rt.profile.memberRules.execTakes === "names"),
  nativeFunction("exec(source, globals=None, locals=None, /)", execFunction, undefined, (rt) => rt.profile.memberRules.execTakes === "positions"),
  nativeFunction("exec(source, globals=None, locals=None, /, *, closure=None)", execFunction, undefined, (rt) => rt.profile.memberRules.execTakes === "closure"),
  nativeFunction("exec(source, /, globals=None, locals=None, *, closure=None)", execFunction, undefined, (rt) => rt.profile.memberRules.execTakes === "names"),
  nativeFunction("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", (rt, args) => rareFunctions.get().compile(rt, args)),
  nativeFunction("__import__(name, globals=None, locals=None, fromlist=(), level=0)", (rt, [name, globals, , fromList, level]) => {
    if (!(name instanceof PyStr)) rt.raise("TypeError", rt.message("importNameNotText", name.type.shownName));
    if (level && Number(rt.index(level)) < 0) rt.raise("ValueError", "level must be >= 0");
    return machine(rt).importer.importName((name as PyStr).value, fromList ?? null, globals instanceof PyDict ? globals : null, level ? Number(rt.index(level)) : 0);
  }),
  nativeFunction("__build_class__(*args, **kwds)", buildClass),
];
