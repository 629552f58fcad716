import { defineType, type FunctionSpec, type GetSetSpec, method } from "../../core/define.ts";
import { type PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import type { KeywordNames } from "../../core/slots.ts";
import { index } from "../../protocol/number.ts";
import { PyInt } from "../../types/int-object.ts";
import * as arithmetic from "./arithmetic.ts";
import { contextText, MAX_PRECISION, peekDecimalName, PyContext, workOf } from "./context.ts";
import { makeDecimal, roundingOf, takePair, valueOf } from "./decimal-type.ts";
import { convertRounded, fromFloat, inContext, PyDecimal, requireOperand } from "./number.ts";
import { contextBinary, contextQuestions, contextUnary, integralUnary, plainUnary, questions, sharedBinary, sharedUnary } from "./operations.ts";
import { numberClass, sameQuantum } from "./order.ts";
import { decimalText } from "./text.ts";
import { power } from "./transcendental.ts";
import { finite, fix } from "./value.ts";
import { PyFloat } from "../../types/float-object.ts";

function contextAt(self: PyObject): PyContext {
  return self as PyContext;
}

function bounded(rt: Runtime, value: PyObject, low: bigint, high: bigint, text: string): bigint {
  if (!(value instanceof PyInt)) rt.raise("TypeError", "an integer is required");
  const number = (value as PyInt).value;
  return number >= low && number <= high ? number : rt.raise("ValueError", text);
}

type Setter = (rt: Runtime, context: PyContext, value: PyObject) => void;

function maskSetter(field: "flags" | "traps"): Setter {
  return (rt, context, value) => {
    context[field] = Number(index(rt, rt.temp(rt.call(peekDecimalName(rt, "_mask_of"), [value]))));
  };
}

/** Attributes of a context that programs set, each with its bounds. */
const setters: Readonly<Record<string, Setter>> = {
  prec: (rt, context, value) => {
    context.precision = bounded(rt, value, 1n, MAX_PRECISION, "valid range for prec is [1, MAX_PREC]");
  },
  rounding: (rt, context, value) => {
    context.rounding = roundingOf(rt, value);
  },
  Emin: (rt, context, value) => {
    context.eMin = bounded(rt, value, -MAX_PRECISION, 0n, "valid range for Emin is [MIN_EMIN, 0]");
  },
  Emax: (rt, context, value) => {
    context.eMax = bounded(rt, value, 0n, MAX_PRECISION, "valid range for Emax is [0, MAX_EMAX]");
  },
  capitals: (rt, context, value) => {
    context.capitals = Number(bounded(rt, value, 0n, 1n, "valid values for capitals are 0 or 1"));
  },
  clamp: (rt, context, value) => {
    context.clamp = Number(bounded(rt, value, 0n, 1n, "valid values for clamp are 0 or 1"));
  },
  flags: maskSetter("flags"),
  traps: maskSetter("traps"),
};

const readers: readonly (readonly [string, (rt: Runtime, context: PyContext) => PyObject])[] = [
  ["prec", (rt, { precision }) => rt.int(precision)],
  ["rounding", (rt, { rounding }) => rt.str(rounding)],
  ["Emin", (rt, { eMin }) => rt.int(eMin)],
  ["Emax", (rt, { eMax }) => rt.int(eMax)],
  ["capitals", (rt, { capitals }) => rt.int(capitals)],
  ["clamp", (rt, { clamp }) => rt.int(clamp)],
  ["flags", (rt, context) => rt.call(peekDecimalName(rt, "_SignalDict"), [context, rt.temp(rt.str("_flags"))])],
  ["traps", (rt, context) => rt.call(peekDecimalName(rt, "_SignalDict"), [context, rt.temp(rt.str("_traps"))])],
];

const getset: readonly GetSetSpec[] = [
  ...readers.map(([name, read]): GetSetSpec => ({
    name,
    get: (rt, self) => read(rt, contextAt(self)),
    set: (rt, self, value) => {
      if (!value) rt.raise("AttributeError", "context attributes cannot be deleted");
      setters[name](rt, contextAt(self), value as PyObject);
    },
  })),
  // Lent to the Python half: signals as bits.
  ...(["flags", "traps"] as const).map((field): GetSetSpec => ({
    name: `_${field}`,
    get: (rt, self) => rt.int(contextAt(self)[field]),
    set: (rt, self, value) => {
      contextAt(self)[field] = value ? Number(index(rt, value)) : 0;
    },
  })),
];

const PARAMETERS = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"] as const;

function init(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  const positional = args.length - (kwnames?.length ?? 0);
  if (args.length > PARAMETERS.length) rt.raise("TypeError", `function takes at most 8 arguments (${args.length} given)`);
  args.forEach((value, i) => {
    const name = i < positional ? PARAMETERS[i] : PARAMETERS.find((parameter) => parameter === kwnames?.[i - positional]);
    if (!name) return rt.raise("TypeError", rt.profile.numericModules.decimal.keywordText.replace("{0}", "Context").replace("{1}", kwnames?.[i - positional] ?? ""));
    if (value === rt.none) return undefined;
    if (name !== "flags" && name !== "traps") return setters[name](rt, contextAt(self), value);
    contextAt(self)[name] = Number(index(rt, rt.temp(rt.call(peekDecimalName(rt, "_mask_of_list"), [value]))));
    return undefined;
  });
}

/** A method of a context over the operations in a table. */
const tabled: readonly FunctionSpec[] = [
  ...[...sharedUnary, ...integralUnary, ...contextUnary].map(([name, run]) => method(`${name}(self, x, /)`, (rt, [self, x]) => {
    const value = requireOperand(rt, x);
    return makeDecimal(rt, inContext(rt, contextAt(self), (work) => run(work, value)));
  })),
  ...plainUnary.map(([name, run]) => method(`${name}(self, x, /)`, (rt, [self, x]) => makeDecimal(rt, run(workOf(rt, contextAt(self)), requireOperand(rt, x))))),
  ...[...sharedBinary, ...contextBinary].map(([name, run]) => method(`${name}(self, x, y, /)`, (rt, [self, x, y]) => {
    const [a, b] = [requireOperand(rt, x), requireOperand(rt, y)];
    return makeDecimal(rt, inContext(rt, contextAt(self), (work) => run(work, a, b)));
  })),
  ...questions.map(([name, test]) => method(`${name}(self, x, /)`, (rt, [, x]) => rt.bool(test(requireOperand(rt, x))))),
  ...contextQuestions.map(([name, test]) => method(`${name}(self, x, /)`, (rt, [self, x]) => rt.bool(test(workOf(rt, contextAt(self)), requireOperand(rt, x))))),
];

function copied(context: PyContext): PyObject {
  const copy = new PyContext(context.type);
  copy.copyFrom(context);
  return copy;
}

function createDecimal(rt: Runtime, [self, number]: PyObject[]): PyObject {
  return makeDecimal(rt, number === undefined ? finite(0, 0n, 0) : convertRounded(rt, number, contextAt(self)));
}

function createFromFloat(rt: Runtime, [self, float]: PyObject[]): PyObject {
  const exact = float instanceof PyFloat ? fromFloat(rt, float.value) : float instanceof PyInt ? requireOperand(rt, float) : rt.raise("TypeError", "argument must be int or float");
  return makeDecimal(rt, inContext(rt, contextAt(self), (work) => fix(work, exact)));
}

const methods: readonly FunctionSpec[] = [
  ...tabled,
  method("divmod(self, x, y, /)", (rt, [self, x, y]) => {
    const [a, b] = [requireOperand(rt, x), requireOperand(rt, y)];
    return takePair(rt, inContext(rt, contextAt(self), (work) => arithmetic.divmod(work, a, b)));
  }),
  method("power(self, /, a, b, modulo=None)", (rt, [self, a, b, modulo]) => {
    const [base, exponent] = [requireOperand(rt, a), requireOperand(rt, b)];
    const modulus = modulo === undefined || modulo === rt.none ? null : requireOperand(rt, modulo);
    return makeDecimal(rt, inContext(rt, contextAt(self), (work) => (modulus ? arithmetic.powerModulo(work, base, exponent, modulus) : power(work, base, exponent))));
  }),
  method("fma(self, x, y, z, /)", (rt, [self, x, y, z]) => {
    const [a, b, c] = [requireOperand(rt, x), requireOperand(rt, y), requireOperand(rt, z)];
    return makeDecimal(rt, inContext(rt, contextAt(self), (work) => arithmetic.fma(work, a, b, c)));
  }),
  method("same_quantum(self, x, y, /)", (rt, [, x, y]) => rt.bool(sameQuantum(requireOperand(rt, x), requireOperand(rt, y)))),
  method("number_class(self, x, /)", (rt, [self, x]) => rt.str(numberClass(workOf(rt, contextAt(self)), requireOperand(rt, x)))),
  method("to_sci_string(self, x, /)", (rt, [self, x]) => rt.str(decimalText(requireOperand(rt, x), contextAt(self).capitals === 1))),
  method("to_eng_string(self, x, /)", (rt, [self, x]) => rt.str(decimalText(requireOperand(rt, x), contextAt(self).capitals === 1, true))),
  method("copy_decimal(self, x, /)", (rt, [, x]) => (x instanceof PyDecimal ? retain(x) : makeDecimal(rt, requireOperand(rt, x)))),
  method("_apply(self, x, /)", (rt, [self, x]) => makeDecimal(rt, inContext(rt, contextAt(self), (work) => fix(work, valueOf(x))))),
  method("create_decimal(self, num='0', /)", createDecimal),
  method("create_decimal_from_float(self, f, /)", createFromFloat),
  method("radix(self, /)", (rt) => makeDecimal(rt, finite(0, 10n, 0))),
  method("Etiny(self, /)", (rt, [self]) => rt.int(contextAt(self).eMin - contextAt(self).precision + 1n)),
  method("Etop(self, /)", (rt, [self]) => rt.int(contextAt(self).eMax - contextAt(self).precision + 1n)),
  method("clear_flags(self, /)", (rt, [self]) => {
    contextAt(self).flags = 0;
    return retain(rt.none);
  }),
  method("clear_traps(self, /)", (rt, [self]) => {
    contextAt(self).traps = 0;
    return retain(rt.none);
  }),
  method("copy(self, /)", (_rt, [self]) => copied(contextAt(self))),
  method("__copy__(self, /)", (_rt, [self]) => copied(contextAt(self))),
  method("__reduce__(self, /)", (rt, [self]) => rt.call(peekDecimalName(rt, "_reduced"), [self])),
];

export const contextSpec = defineType({
  name: "Context",
  module: "decimal",
  basicSize: 96,
  allocate: (type) => new PyContext(type),
  slots: { new: (_rt, type) => new PyContext(type), init, repr: (rt, self) => rt.str(contextText(contextAt(self))) },
  methods,
  getset,
});
