import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import { type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { forEach } from "../../protocol/iterate.ts";
import { binaryOperation } from "../../protocol/number.ts";
import { PyFloat } from "../../types/float-object.ts";
import { PyInt } from "../../types/int-object.ts";

/**
 * A running sum as `sum` keeps it (Python/bltinmodule.c): plain ints and floats are added without objects in between,
 * floats with compensation where the version does so; everything else through `+`.
 */
class Sum {
  private readonly rt: Runtime;
  /** Exactly one of the three is in use. */
  private whole: bigint | null = null;
  private real: number | null = null;
  private object: PyObject | null = null;
  private compensation = 0;

  constructor(rt: Runtime, start: PyObject) {
    this.rt = rt;
    this.take(retain(start));
  }

  private take(value: PyObject): void {
    this.whole = null;
    this.real = null;
    this.object = null;
    this.compensation = 0;
    if (value.type === this.rt.types.int) this.whole = (value as PyInt).value;
    else if (value.type === this.rt.types.float) this.real = (value as PyFloat).value;
    else this.object = value;
    if (!this.object) release(value);
  }

  add(item: PyObject): void {
    const { int, bool, float } = this.rt.types;
    const isInt = item.type === int || item.type === bool;
    if (this.whole !== null && isInt) this.whole += (item as PyInt).value;
    else if (this.real !== null && item.type === float) this.addReal((item as PyFloat).value);
    else if (this.real !== null && isInt && BigInt.asIntN(64, (item as PyInt).value) === (item as PyInt).value) this.real += Number((item as PyInt).value);
    else this.addObject(item);
  }

  private addReal(value: number): void {
    const before = this.real as number;
    const total = before + value;
    if (this.rt.profile.arithmetic.compensatedSum) {
      // Neumaier's improvement of Kahan's summation.
      if (Math.abs(before) >= Math.abs(value)) this.compensation += before - total + value;
      else this.compensation += value - total + before;
    }
    this.real = total;
  }

  private addObject(item: PyObject): void {
    const left = this.result();
    try {
      this.take(binaryOperation(this.rt, "+", left, item));
    } finally {
      release(left);
    }
  }

  /** The sum so far, owned; the running sum is empty afterwards. */
  result(): PyObject {
    const { rt, whole, real, object, compensation } = this;
    this.object = null;
    if (object) return object;
    if (whole !== null) return rt.int(whole);
    const correction = Number.isFinite(compensation) ? compensation : 0;
    return rt.float(correction === 0 ? (real as number) : (real as number) + correction);
  }

  drop(): void {
    const { object } = this;
    this.object = null;
    if (object) release(object);
  }
}

function sum(rt: Runtime, [iterable, start]: PyObject[]): PyObject {
  const { types } = rt;
  if (start?.type.isSubtypeOf(types.str)) rt.raise("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
  if (start?.type.isSubtypeOf(types.bytes)) rt.raise("TypeError", "sum() can't sum bytes [use b''.join(seq) instead]");
  if (start?.type.isSubtypeOf(types.bytearray)) rt.raise("TypeError", "sum() can't sum bytearray [use b''.join(seq) instead]");
  const running = new Sum(rt, start ?? rt.temp(rt.int(0)));
  try {
    forEach(rt, iterable, (item) => running.add(item));
    return running.result();
  } finally {
    running.drop();
  }
}

export const sumFunction: FunctionSpec = nativeFunction("sum(iterable, /, start=0)", sum);
