import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyFloat } from "../types/float-object.ts";
import { floatToInt } from "../types/float-methods.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { real, special } from "./math/arguments.ts";
import { elementaryFunctions } from "./math/elementary.ts";
import { integerFunctions } from "./math/integers.ts";
import { specialFunctions } from "./math/special.ts";
import { sumFunctions } from "./math/sums.ts";

function truncate(rt: Runtime, [argument]: PyObject[]): PyObject {
  if (argument instanceof PyFloat && argument.type === rt.types.float) return floatToInt(rt, argument.value);
  return rt.callSpecial(argument, "__trunc__", []) ?? rt.raise("TypeError", `type ${argument.type.shownName} doesn't define __trunc__ method`);
}

function rounded(name: "__floor__" | "__ceil__", round: (x: number) => number) {
  return (rt: Runtime, [argument]: PyObject[]): PyObject => special(rt, argument, name) ?? floatToInt(rt, round(real(rt, argument)));
}

function isClose(rt: Runtime, [first, second, relative, absolute]: PyObject[]): PyObject {
  const a = real(rt, first);
  const b = real(rt, second);
  const relTol = relative === undefined ? 1e-9 : real(rt, relative);
  const absTol = absolute === undefined ? 0 : real(rt, absolute);
  if (relTol < 0 || absTol < 0) rt.raise("ValueError", "tolerances must be non-negative");
  if (a === b) return rt.bool(true);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return rt.bool(false);
  const difference = Math.abs(b - a);
  return rt.bool(difference <= Math.abs(relTol * b) || difference <= Math.abs(relTol * a) || difference <= absTol);
}

function question(name: string, test: (x: number) => boolean): FunctionSpec {
  return nativeFunction(`${name}(x, /)`, (rt, [x]) => rt.bool(test(real(rt, x))));
}

/** Modules/mathmodule.c. */
export const functions: readonly FunctionSpec[] = [
  ...elementaryFunctions,
  ...integerFunctions,
  ...sumFunctions,
  ...specialFunctions,
  nativeFunction("trunc(x, /)", truncate),
  nativeFunction("floor(x, /)", rounded("__floor__", Math.floor)),
  nativeFunction("ceil(x, /)", rounded("__ceil__", Math.ceil)),
  nativeFunction("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isClose),
  question("isnan", Number.isNaN),
  question("isinf", (x) => !Number.isFinite(x) && !Number.isNaN(x)),
  question("isfinite", Number.isFinite),
];

export const mathModule: ModuleSpec = {
  name: "math",
  functions,
  names: (vm) => ({
    pi: vm.float(Math.PI),
    e: vm.float(Math.E),
    tau: vm.float(2 * Math.PI),
    inf: vm.float(Number.POSITIVE_INFINITY),
    nan: vm.float(Number.NaN),
  }),
};
