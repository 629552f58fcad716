import { PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { ANY_INVALID, Condition, type Rounding, type Work } from "./value.ts";

export const MAX_PRECISION = 999999999999999999n;

/** Signals by name, in CPython's order, with their conditions. */
export const SIGNALS: readonly (readonly [string, number])[] = [
  ["InvalidOperation", ANY_INVALID], ["FloatOperation", Condition.floatOperation], ["DivisionByZero", Condition.divisionByZero], ["Overflow", Condition.overflow],
  ["Underflow", Condition.underflow], ["Subnormal", Condition.subnormal], ["Inexact", Condition.inexact], ["Rounded", Condition.rounded], ["Clamped", Condition.clamped],
];

/** Conditions that are shown by names of their own. */
const CONDITIONS: readonly (readonly [string, number])[] = [
  ["InvalidOperation", Condition.invalid], ["ConversionSyntax", Condition.conversionSyntax], ["DivisionImpossible", Condition.divisionImpossible],
  ["DivisionUndefined", Condition.divisionUndefined], ["InvalidContext", Condition.invalidContext],
];

/** Precision, bounds and rounding of calculations, the signals met, and those that raise. */
export class PyContext extends PyObject {
  precision = 28n;
  rounding: Rounding = "ROUND_HALF_EVEN";
  eMin = -999999n;
  eMax = 999999n;
  capitals = 1;
  clamp = 0;
  flags = 0;
  traps = ANY_INVALID | Condition.divisionByZero | Condition.overflow;

  copyFrom(other: PyContext): void {
    this.precision = other.precision;
    this.rounding = other.rounding;
    this.eMin = other.eMin;
    this.eMax = other.eMax;
    this.capitals = other.capitals;
    this.clamp = other.clamp;
    this.flags = other.flags;
    this.traps = other.traps;
  }
}

/** The namespace of the Python half. */
export function peekDecimalName(rt: Runtime, name: string): PyObject {
  const module = rt.temp(rt.importModule("decimal"));
  return rt.temp(rt.getAttribute(module, name));
}

/** The context of a call: the one given, else the current one. */
export function contextOf(rt: Runtime, given: PyObject | undefined): PyContext {
  if (given !== undefined && given !== rt.none) return given instanceof PyContext ? given : rt.raise("TypeError", "optional argument must be a context");
  return rt.temp(rt.call(peekDecimalName(rt, "getcontext"), [])) as PyContext;
}

export function workOf(rt: Runtime, context: PyContext): Work {
  return {
    rt, precision: Number(context.precision), eMin: Number(context.eMin), eMax: Number(context.eMax), rounding: context.rounding, clamp: context.clamp === 1, status: 0,
  };
}

/** Work without bounds, for what must be exact. */
export function exactWork(rt: Runtime): Work {
  return { rt, precision: 1e15, eMin: -1e15, eMax: 1e15, rounding: "ROUND_HALF_EVEN", clamp: false, status: 0 };
}

/** Remembers the conditions met, and raises the first that is trapped. */
export function signal(rt: Runtime, context: PyContext, status: number): void {
  context.flags |= status;
  const trapped = context.traps & status;
  if (!trapped) return;
  const [name] = SIGNALS.find(([, mask]) => mask & trapped) as readonly [string, number];
  const shown = [...CONDITIONS, ...SIGNALS.slice(1)].filter(([, mask]) => mask & trapped).map(([condition]) => retain(peekDecimalName(rt, condition)));
  raiseSignal(rt, name, rt.takeList(shown));
}

/** Throws one of the module's exceptions; takes the argument over. */
export function raiseSignal(rt: Runtime, name: string, argument: PyObject): never {
  rt.temp(argument);
  rt.call(peekDecimalName(rt, "_throw"), [peekDecimalName(rt, name), argument]);
  throw new Error("the Python half raises");
}

/** Conditions in the order of libmpdec's bits, which is that of a context's repr. */
const SHOWN: readonly (readonly [number, string])[] = [
  [Condition.clamped, "Clamped"], [Condition.conversionSyntax, "InvalidOperation"], [Condition.divisionByZero, "DivisionByZero"],
  [Condition.divisionImpossible | Condition.divisionUndefined, "InvalidOperation"], [Condition.inexact, "Inexact"],
  [Condition.invalidContext | Condition.invalid, "InvalidOperation"], [Condition.overflow, "Overflow"], [Condition.rounded, "Rounded"],
  [Condition.subnormal, "Subnormal"], [Condition.underflow, "Underflow"], [Condition.floatOperation, "FloatOperation"],
];

/** The signals in a mask, as `flags=[…]` shows them. */
function signalNames(mask: number): string {
  return [...new Set(SHOWN.filter(([bits]) => mask & bits).map(([, name]) => name))].join(", ");
}

export function contextText(context: PyContext): string {
  const { precision, rounding, eMin, eMax, capitals, clamp, flags, traps } = context;
  return `Context(prec=${precision}, rounding=${rounding}, Emin=${eMin}, Emax=${eMax}, capitals=${capitals}, clamp=${clamp}, flags=[${signalNames(flags)}], traps=[${signalNames(traps)}])`;
}
