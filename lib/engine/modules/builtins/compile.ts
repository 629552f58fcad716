import type { CompileMode } from "../../compiler/code.ts";
import { optimizationOf } from "../../compiler/optimization.ts";
import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { PyType } from "../../core/type.ts";
import { PyBytes } from "../../types/bytes-object.ts";
import { PyModule } from "../../types/module.ts";
import { argumentTypeName } from "../../types/str-range.ts";
import { PyStr } from "../../types/str-object.ts";
import type { Machine } from "../../vm/machine.ts";
import { compileSource, inheritedFeatures, payForSource, sourceText } from "./evaluation.ts";

const machine = (rt: Runtime) => rt as Machine;

const MODES: ReadonlyMap<string, CompileMode> = new Map((["exec", "eval", "single"] as const).map((mode) => [mode, mode]));

/** Flags of `compile` (Include/cpython/compile.h). */
const ONLY_AST = 0x400;
const ALLOW_TOP_LEVEL_AWAIT = 0x2000;
const TYPE_COMMENTS = 0x1000;
const FUTURE_ANNOTATIONS = 0x1000000;
const KNOWN_FLAGS = 0x10 | 0x200 | ONLY_AST | TYPE_COMMENTS | ALLOW_TOP_LEVEL_AWAIT | 0x4000 | 0x8000 | 0x1fe0000;

/** Numbers of `compile` that fit a C int. */
function smallInt(rt: Runtime, value: PyObject | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = rt.index(value);
  if (BigInt.asIntN(32, number) !== number) rt.raise("OverflowError", "Python int too large to convert to C int");
  return Number(number);
}

/** The text of a path (PyUnicode_FSDecoder). */
function pathText(rt: Runtime, path: PyObject): string {
  const found = path instanceof PyStr || path instanceof PyBytes ? path : rt.callSpecial(path, "__fspath__", []);
  if (!found) return rt.raise("TypeError", `expected str, bytes or os.PathLike object, not ${path.type.shownName}`);
  if (found !== path) rt.temp(found);
  return found instanceof PyBytes ? new TextDecoder().decode(found.value) : rt.strText(found);
}

/** `compile`: of a text or of a tree, to code or to a tree (Python/bltinmodule.c). */
export function compileFunction(rt: Runtime, [source, filename, mode, flagsGiven, dontInherit, optimize]: PyObject[]): PyObject {
  const vm = machine(rt);
  const flags = smallInt(rt, flagsGiven, 0);
  if (flags & ~KNOWN_FLAGS) rt.raise("ValueError", "compile(): unrecognised flags");
  const level = smallInt(rt, optimize, -1);
  if (level < -1 || level > 2) rt.raise("ValueError", "compile(): invalid optimize value");
  const wantsTree = (flags & ONLY_AST) !== 0;
  const path = pathText(rt, filename);
  if (!(mode instanceof PyStr)) return rt.raise("TypeError", `compile() argument 'mode' must be str, not ${argumentTypeName(rt, mode)}`);
  const kind = compileMode(rt, mode.value, wantsTree);
  if (flags & (ALLOW_TOP_LEVEL_AWAIT | TYPE_COMMENTS)) rt.raise("NotImplementedError", "compile() without flags for type comments or await at the top level");
  const isTree = isNode(vm, source);
  const inherits = !dontInherit || !rt.truth(dontInherit);
  const futureAnnotations = (flags & FUTURE_ANNOTATIONS) !== 0 || (inherits && inheritedFeatures(rt).futureAnnotations === true);
  const optimization = optimizationOf(level, vm.profile);
  if (isTree && wantsTree) return treeFunction(vm, "_copy", [source, mode]);
  if (isTree) return treeFunction(vm, "_compile", [source, filename, mode, vm.temp(vm.bool(futureAnnotations)), vm.temp(vm.int(level))]);
  const text = sourceText(rt, source, "compile", kind, path);
  if (!wantsTree) return compileSource(rt, text, path, kind, { futureAnnotations, optimization });
  payForSource(vm, text);
  return treeFunction(vm, "_parse", [vm.temp(vm.str(text)), filename, mode]);
}

function compileMode(rt: Runtime, mode: string, wantsTree: boolean): CompileMode {
  const kind = MODES.get(mode);
  if (kind) return kind;
  if (mode !== "func_type") return rt.raise("ValueError", `compile() mode must be 'exec', 'eval'${wantsTree ? ", 'single' or 'func_type'" : " or 'single'"}`);
  if (!wantsTree) return rt.raise("ValueError", "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  return rt.raise("NotImplementedError", "compile() mode 'func_type'");
}

/** Whether an object is a node of a tree; there are none before the module that has their classes is loaded. */
function isNode(vm: Machine, object: PyObject): boolean {
  const module = vm.modules.peekName("_ast");
  const base = module instanceof PyModule ? module.dict?.peekName("AST") : null;
  return base instanceof PyType && object.type.isSubtypeOf(base);
}

function treeFunction(vm: Machine, name: string, args: PyObject[]): PyObject {
  const module = vm.temp(vm.importModule("_ast"));
  return vm.call(vm.temp(vm.getAttribute(module, name)), args);
}
