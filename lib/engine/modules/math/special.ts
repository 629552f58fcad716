import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { exp } from "../../arithmetic/elementary.ts";
import { domainError, rangeError, real } from "./arguments.ts";

/** Coefficients of Lanczos's approximation, N = 13 (Pugh 2004; the figures are those of Modules/mathmodule.c). */
const LANCZOS_G = 6.02468004077673;
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216, 248874557.86205417,
  31426415.585400194, 2876370.6289353725, 186056.2653952235, 8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const DENOMINATOR = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];

/** Values for which gamma is exact: the factorials that fit a float. */
const FACTORIALS: readonly number[] = Array.from({ length: 23 }, (_, n) => {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
});

function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      top = top * x + NUMERATOR[i];
      bottom = bottom * x + DENOMINATOR[i];
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      top = top / x + NUMERATOR[i];
      bottom = bottom / x + DENOMINATOR[i];
    }
  }
  return top / bottom;
}

/** sin(pi x), accurate near integers. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  const values = [Math.sin(Math.PI * y), Math.cos(Math.PI * (y - 0.5)), Math.sin(Math.PI * (1 - y)), -Math.cos(Math.PI * (y - 1.5)), Math.sin(Math.PI * (y - 2))];
  return (x < 0 ? -1 : 1) * values[n];
}

/** Gamma (m_tgamma); NaN at the poles. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x === Number.NEGATIVE_INFINITY ? Number.NaN : x;
  if (x === 0) return Number.NaN;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= FACTORIALS.length) return FACTORIALS[x - 1];
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Number.POSITIVE_INFINITY;
  const y = size + LANCZOS_G - 0.5;
  const [larger, smaller] = size > LANCZOS_G - 0.5 ? [size, LANCZOS_G - 0.5] : [LANCZOS_G - 0.5, size];
  const z = ((y - larger - smaller) * LANCZOS_G) / y;
  if (x < 0) {
    let result = ((-Math.PI / sinPi(size) / size) * Math.exp(y)) / lanczosSum(size);
    result -= z * result;
    return size < 140 ? result / y ** (size - 0.5) : result / y ** (size / 2 - 0.25) / y ** (size / 2 - 0.25);
  }
  let result = lanczosSum(size) / Math.exp(y);
  result += z * result;
  return size < 140 ? result * y ** (size - 0.5) : result * y ** (size / 2 - 0.25) * y ** (size / 2 - 0.25);
}

/** The logarithm of |gamma| (m_lgamma); infinite at the poles. */
export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.POSITIVE_INFINITY : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -Math.log(size);
  let result = Math.log(lanczosSum(size)) - LANCZOS_G;
  result += (size - 0.5) * (Math.log(size + LANCZOS_G - 0.5) - 1);
  return x < 0 ? Math.log(Math.PI) - Math.log(Math.abs(sinPi(size))) - Math.log(size) - result : result;
}

const SQRT_PI = 1.772453850905516;

/** erf by its series, for |x| below 1.5. */
function erfSeries(x: number): number {
  const square = x * x;
  let sum = 0;
  let factor = 25.5;
  for (let i = 0; i < 25; i++) {
    sum = 2 + (square * sum) / factor;
    factor -= 1;
  }
  return (sum * x * exp(-square)) / SQRT_PI;
}

/** erfc by its continued fraction, for x of 1.5 and above. */
function erfcFraction(x: number): number {
  if (x >= 30) return 0;
  const square = x * x;
  let a = 0;
  let step = 0.5;
  let [p, pLast, q, qLast] = [1, 0, square + 0.5, 1];
  for (let i = 0; i < 50; i++) {
    a += step;
    step += 2;
    const b = step + square;
    [p, pLast] = [b * p - a * pLast, p];
    [q, qLast] = [b * q - a * qLast, q];
  }
  return ((p / q) * x * exp(-square)) / SQRT_PI;
}

function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1.5) return erfSeries(x);
  return x > 0 ? 1 - erfcFraction(x) : erfcFraction(-x) - 1;
}

function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1.5) return 1 - erfSeries(x);
  return x > 0 ? erfcFraction(x) : 2 - erfcFraction(-x);
}

function gammaOf(rt: Runtime, [argument]: PyObject[]): PyObject {
  const x = real(rt, argument);
  const result = gamma(x);
  if (Number.isNaN(result) && !Number.isNaN(x)) domainError(rt, "mathNoPole", x);
  if (!Number.isFinite(result) && Number.isFinite(x)) rangeError(rt);
  return rt.float(result);
}

function logGammaOf(rt: Runtime, [argument]: PyObject[]): PyObject {
  const x = real(rt, argument);
  const result = logGamma(x);
  if (!Number.isFinite(result) && Number.isFinite(x)) {
    if (Number.isInteger(x) && x <= 0) domainError(rt, "mathNoPole", x);
    rangeError(rt);
  }
  return rt.float(result);
}

export const specialFunctions: readonly FunctionSpec[] = [
  nativeFunction("gamma(x, /)", gammaOf),
  nativeFunction("lgamma(x, /)", logGammaOf),
  nativeFunction("erf(x, /)", (rt, [x]) => rt.float(erf(real(rt, x)))),
  nativeFunction("erfc(x, /)", (rt, [x]) => rt.float(erfc(real(rt, x)))),
];
